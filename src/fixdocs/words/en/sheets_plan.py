"""Sheets and columns of workbook 04: the improvement plan."""

from .. import ColumnWords, SheetWords

SHEETS: dict[str, SheetWords] = {
    "measures": SheetWords(
        "Measures",
        "What is done about the root causes: what, by whom, at what cost, with what effect expected and found in trial.",
        "The project team with the responsible posts; results after the trial.",
        columns={
            "id": ColumnWords(
                "Measure no.",
                "Numbered already; to-be steps, schedule and alternatives refer to measures by it.",
                "M01",
            ),
            "roots": ColumnWords(
                "Root cause nos.",
                "The root causes it answers; every root cause has at least one measure.",
                "R01",
            ),
            "name": ColumnWords(
                "Measure",
                "A short name; it stands in all tables of the reports.",
                "Approval limits for small compensation",
            ),
            "content": ColumnWords(
                "Content",
                "What is done, so that it can be carried out.",
                "The head of customer service decides on amounts up to 200 yuan and only records them",
            ),
            "post": ColumnWords(
                "Responsible post",
                "The post that carries it out, not a person's name.",
                "After-sales manager",
            ),
            "ecrs": ColumnWords(
                "ECRS",
                "In this order: Eliminate, Combine, Rearrange, Simplify; one or several. Add may be chosen but is not ECRS.",
                "Eliminate; Simplify",
            ),
            "principles": ColumnWords(
                "Principles",
                "ECRS, Customer first or Fit the resources; one or several.",
                "ECRS; Fit the resources",
            ),
            "goals": ColumnWords(
                "Objectives",
                "The objectives it serves, by number.",
                "G01",
            ),
            "partners": ColumnWords(
                "Cooperating departments",
                "The departments whose help it needs.",
                "Finance",
            ),
            "acceptance": ColumnWords(
                "Acceptance criterion",
                "When it counts as done, measurable if possible.",
                "No waiting for approval of small compensation",
            ),
            "investment": ColumnWords(
                "One-off cost",
                "An amount in one currency throughout; 0 if free, blank if unknown.",
                "15000",
            ),
            "running_cost": ColumnWords(
                "Yearly cost",
                "Added cost a year in the same currency; negative if costs fall, 0 if none, blank if unknown.",
                "3000",
            ),
            "saving": ColumnWords(
                "Yearly saving",
                "What it saves a year, in the same currency; blank, not 0, if it cannot be estimated. Needs a basis.",
                "100800",
            ),
            "saving_basis": ColumnWords(
                "Basis of the saving",
                "How the saving was worked out: quantity × price, and where the figures come from.",
                "Some 36 hours of overtime a month saved, at 60 yuan an hour",
            ),
            "person_days": ColumnWords(
                "Person-days",
                "Work it takes, in person-days.",
                "8",
            ),
            "indicator": ColumnWords(
                "Expected indicator",
                "The indicator it improves, named as in Running data.",
                "Average lead time",
            ),
            "expected": ColumnWords(
                "Expected value",
                "What the indicator should become, in its unit; needs a basis.",
                "7.0",
            ),
            "basis": ColumnWords(
                "Basis",
                "How the expected value was worked out.",
                "68 of 82 solutions in June were under 200 yuan; each saves about a working day",
            ),
            "trial": ColumnWords(
                "Trial result",
                "Untried, Effective, Partly effective or Failed; a failed measure counts for nothing and the report says so.",
                "Effective",
            ),
            "before": ColumnWords(
                "Value before trial",
                "The indicator before the trial; needed if there was one.",
                "9.0",
            ),
            "after": ColumnWords(
                "Value after trial",
                "The indicator after the trial; the report uses it instead of the expected value.",
                "7.9",
            ),
            "trial_n": ColumnWords(
                "Trial sample",
                "How many cases or people the trial had; the report prints it beside the result.",
                "46",
            ),
            "trial_from": ColumnWords(
                "Trial from",
                "The first day of the trial.",
                "2026-07-06",
            ),
            "trial_to": ColumnWords(
                "Trial to",
                "The last day of the trial, not before its first.",
                "2026-07-17",
            ),
            "adoption": ColumnWords(
                "Adoption",
                "Adopted, Not adopted or Undecided; until an alternative is chosen, costs and benefits leave out those not adopted.",
                "Adopted",
            ),
            "reason": ColumnWords(
                "Reason",
                "Why it is not adopted; required then.",
                "High yearly cost; customer data abroad can't be ruled out",
            ),
        },
    ),
    "to_be": SheetWords(
        "To-be steps",
        "Every step of the improved process, filled in as As-is steps, with the step it comes from and the measures that change it; drawn against the as-is chart.",
        "The project team, once the measures are settled.",
        columns={
            "id": ColumnWords(
                "Step no.",
                "Numbered already, unlike the as-is steps; Next uses it too.",
                "N05",
            ),
            "exits.target": ColumnWords(
                "Next {n}",
                "Number of the next step in this sheet. A blank Next 1 means the next row; decisions and forks need at least two.",
                "N07",
            ),
            "origins": ColumnWords(
                "Original steps",
                "The as-is steps it comes from, several if combined, blank if new. As-is steps nobody names count as eliminated.",
                "F02; F03",
            ),
            "measures": ColumnWords(
                "Measure nos.",
                "The measures that bring the change; new steps should name one.",
                "M03; M08",
            ),
            "alternatives": ColumnWords(
                "Applies to",
                "The alternatives it is part of, by number; blank means all.",
                "S02",
            ),
        },
        like="steps",
    ),
    "duties": SheetWords(
        "Duties",
        "What changes from one responsible post to another.",
        "The project team with the heads of department.",
        columns={
            "matter": ColumnWords(
                "Matter",
                "What it is about.",
                "Classifying and assigning complaints",
            ),
            "old_post": ColumnWords(
                "Old post",
                "Who was responsible; blank if nobody was.",
                "Head of customer service",
            ),
            "new_post": ColumnWords(
                "New post",
                "Who will be responsible.",
                "Service agent",
            ),
            "note": ColumnWords(
                "Note",
                "Conditions, limits, handing over.",
                "Whoever registers assigns by the list of required fields",
            ),
            "alternatives": ColumnWords(
                "Applies to",
                "The alternatives it is part of, by number; blank means all.",
                "S02",
            ),
        },
    ),
    "tools": SheetWords(
        "Tools and systems",
        "The tools and systems the measures need: requirements, budget, date.",
        "The project team with IT.",
        columns={
            "id": ColumnWords(
                "No.",
                "Numbered already.",
                "Y01",
            ),
            "name": ColumnWords(
                "Name",
                "The tool or system function.",
                "System interface",
            ),
            "use": ColumnWords(
                "Use",
                "What it is used for.",
                "Synchronising the ticket system and the support platform",
            ),
            "measures": ColumnWords(
                "Measures",
                "The measures that need it, by number.",
                "M03",
            ),
            "requirement": ColumnWords(
                "Requirement",
                "What it must do, testable if possible.",
                "Status differs by 5 minutes at most; the interface keeps a log",
            ),
            "budget": ColumnWords(
                "Budget",
                "An amount in the currency of the measures.",
                "180000",
            ),
            "provider": ColumnWords(
                "Provider",
                "The department or supplier that provides it.",
                "IT",
            ),
            "due": ColumnWords(
                "Due date",
                "The day it must be ready.",
                "2026-11-13",
            ),
            "alternatives": ColumnWords(
                "Applies to",
                "The alternatives it is part of, by number; blank means all.",
                "S02",
            ),
        },
    ),
    "tasks": SheetWords(
        "Schedule",
        "How the measures are carried out: tasks, posts, dates, order; the report draws a Gantt chart.",
        "The project leader with the responsible posts.",
        columns={
            "id": ColumnWords(
                "Task no.",
                "Numbered already; Waits for refers to tasks by it.",
                "T10",
            ),
            "name": ColumnWords(
                "Task",
                "What is to be done, a verb and its object.",
                "Develop and test the interface",
            ),
            "post": ColumnWords(
                "Responsible post",
                "The post that is responsible.",
                "Head of customer service",
            ),
            "start": ColumnWords(
                "Start",
                "The first day, not before the tasks it waits for have ended.",
                "2026-09-21",
            ),
            "finish": ColumnWords(
                "End",
                "The last day, not before the start; the same day for a task of one day.",
                "2026-11-06",
            ),
            "measures": ColumnWords(
                "Measures",
                "The measures it carries out; every adopted measure needs a task.",
                "M03",
            ),
            "after": ColumnWords(
                "Waits for",
                "The tasks that must be done first, by number.",
                "T09",
            ),
            "milestone": ColumnWords(
                "Milestone",
                "Whether it is a milestone, a diamond in the Gantt chart.",
                "Yes",
            ),
            "output": ColumnWords(
                "Deliverable",
                "What it hands over.",
                "Interface and test report",
            ),
            "alternatives": ColumnWords(
                "Applies to",
                "The alternatives it is part of, by number; blank means all.",
                "S02",
            ),
        },
    ),
    "risks": SheetWords(
        "Risks",
        "Resistance and surprises the plan may meet, and the answers to them.",
        "The project team with the front line and the departments concerned.",
        columns={
            "id": ColumnWords(
                "No.",
                "Numbered already.",
                "K02",
            ),
            "name": ColumnWords(
                "Risk",
                "What may go wrong, or who may resist.",
                "Interface development runs late",
            ),
            "answer": ColumnWords(
                "Answer",
                "How it is prevented, and what is done if it happens.",
                "Daily batch transfer meanwhile; weekly meeting on the critical path",
            ),
            "likelihood": ColumnWords(
                "Likelihood",
                "5 is the most likely.",
                "3",
            ),
            "impact": ColumnWords(
                "Impact",
                "5 is the gravest.",
                "4",
            ),
            "level": ColumnWords(
                "Level",
                "Computed: likelihood × impact. Nothing to fill in.",
                "12",
            ),
            "post": ColumnWords(
                "Responsible post",
                "The post that watches it.",
                "Head of customer service",
            ),
            "alternatives": ColumnWords(
                "Applies to",
                "The alternatives it is part of, by number; blank means all.",
                "S02",
            ),
        },
    ),
}
