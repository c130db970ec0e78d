"""Sheets and columns of workbooks 02 and 03: issues and their causes."""

from .. import ColumnWords, SheetWords

SHEETS: dict[str, SheetWords] = {
    "issues": SheetWords(
        "Issues",
        "What is wrong in the present process, whom it affects and how badly; the priority matrix and the core issues come from here.",
        "The project team together, after the survey.",
        columns={
            "id": ColumnWords(
                "Issue no.",
                "Numbered already; the cause analysis refers to issues by it.",
                "P01",
            ),
            "description": ColumnWords(
                "Issue",
                'What can be seen, not its cause or cure; one that begins with "lack of" gets a hint.',
                "Registered information is incomplete; three tickets in ten come back",
            ),
            "kind": ColumnWords(
                "Class",
                "Efficiency, Quality, Experience or Cost; you may add classes of your own, such as Risk.",
                "Quality",
            ),
            "scope": ColumnWords(
                "Scope of impact",
                "Whom or how many it affects, with figures where possible.",
                "All tickets at registration",
            ),
            "impact": ColumnWords(
                "Impact",
                "5 is the gravest, as described in Rating standard.",
                "4",
            ),
            "frequency": ColumnWords(
                "Frequency",
                "5 is the most frequent, as described in Rating standard.",
                "5",
            ),
            "priority": ColumnWords(
                "Priority",
                "Computed: impact × frequency, which ranks within one quadrant only. Nothing to fill in.",
                "20",
            ),
            "steps": ColumnWords(
                "Steps",
                'Where it happens, by step number; "whole process" for all of it.',
                "F02; F03",
            ),
            "evidence": ColumnWords(
                "Source",
                "What shows it: interviews, observations, questions, indicators, complaint classes or tickets.",
                "I02; I05; O02; O03",
            ),
            "goals": ColumnWords(
                "Objectives",
                "The objectives it bears on, by number.",
                "G01; G02",
            ),
            "department": ColumnWords(
                "Department",
                "The department that leads the cure.",
                "Customer Service",
            ),
            "found": ColumnWords(
                "Found on",
                "The day the issue was found.",
                "2026-07-02",
            ),
            "core_override": ColumnWords(
                "Core (by hand)",
                "Leave blank: the matrix decides. To decide otherwise put Yes or No and give the reason.",
                "Yes",
            ),
            "override_reason": ColumnWords(
                "Reason for override",
                "Why the matrix is overruled; required then, and quoted in the report.",
                "Bears directly on objective G02; repeat complaints are the first to reach the press",
            ),
            "treatment": ColumnWords(
                "Treatment",
                "Treat now, In the plan, Deferred or Not treated; a core issue should not be deferred.",
                "In the plan",
            ),
            "deferral_reason": ColumnWords(
                "Reason for deferral",
                "Why it is deferred or not treated; otherwise blank.",
                "The shop system is replaced in 2027 anyway",
            ),
            "due": ColumnWords(
                "Due date",
                "The day by which it should be solved.",
                "2026-09-30",
            ),
            "status": ColumnWords(
                "Status",
                "Not begun, In progress or Closed; closed means solved and checked.",
                "In progress",
            ),
            "note": ColumnWords(
                "Note",
                "Anything else worth knowing.",
                "Check together with P07",
            ),
        },
    ),
    "rating": SheetWords(
        "Rating standard",
        "What 1 to 5 mean for impact and for frequency. Agree on it before rating; printed in the issue report.",
        "The project team, before rating; prefilled, change it to fit.",
        columns={
            "what": ColumnWords(
                "Rated",
                "Impact or Frequency.",
                "Impact",
            ),
            "level": ColumnWords(
                "Level",
                "Both need all levels from 1 to 5.",
                "4",
            ),
            "meaning": ColumnWords(
                "Meaning",
                "What this level looks like, so plain that different people give the same rating.",
                "Customers clearly dissatisfied or handling clearly delayed",
            ),
        },
    ),
    "five_w": SheetWords(
        "5W1H",
        "Frames one issue by six questions. Its Why asks why the issue must be solved; its causes are asked for in 5 Whys.",
        "The project team, for the core issues at least.",
        columns={
            "issue": ColumnWords(
                "Issue no.",
                "The issue to be framed, one row each.",
                "P01",
            ),
            "what": ColumnWords(
                "What",
                "What exactly happens.",
                "Every compensation waits for approval",
            ),
            "where": ColumnWords(
                "Where",
                "At which step, in which department.",
                "F10 Approve solution (After-Sales Service)",
            ),
            "when": ColumnWords(
                "When",
                "When it happens and when it is worst.",
                "All working day, above all when the approver is out",
            ),
            "who": ColumnWords(
                "Who",
                "Who does it and who suffers from it.",
                "The after-sales manager; agents, engineers and customers wait",
            ),
            "why": ColumnWords(
                "Why it must be solved",
                "What happens if it is not solved; not its cause.",
                "Approval is the longest wait in the lead time and drives complaints",
            ),
            "how": ColumnWords(
                "How much",
                "How bad it is, in figures.",
                "One working day of waiting per case; two in ten go round twice",
            ),
        },
    ),
    "causes": SheetWords(
        "Fishbone",
        "The possible causes of each core issue on six dimensions, verified one by one; the report draws the fishbone from them.",
        "The project team with the front line; verdicts and evidence by whoever verifies.",
        columns={
            "issue": ColumnWords(
                "Issue no.",
                "The issue analysed; every core issue should have a fishbone.",
                "P01",
            ),
            "id": ColumnWords(
                "Cause no.",
                "Numbered already; 5 Whys and Root causes refer to causes by it.",
                "C01",
            ),
            "dimension": ColumnWords(
                "Dimension",
                "People, Machine (systems), Material (information), Method (rules), Environment or Measurement.",
                "Method",
            ),
            "text": ColumnWords(
                "Cause",
                "A short phrase, as it will stand in the figure.",
                "No approval limits by amount",
            ),
            "parent": ColumnWords(
                "Parent cause",
                "The cause it explains, by number; of the same issue and dimension, three levels at most.",
                "C01",
            ),
            "verdict": ColumnWords(
                "Verdict",
                "Confirmed, Excluded or To be verified; blank counts as to be verified. Confirmed causes are boxed.",
                "Confirmed",
            ),
            "method": ColumnWords(
                "How verified",
                "By sample, test, records and so on.",
                "Sample check",
            ),
            "evidence": ColumnWords(
                "Evidence",
                "What was found, with figures; required for Confirmed.",
                "82 approvals in June checked, 68 of them under 200 yuan",
            ),
            "checker": ColumnWords(
                "Verified by",
                "Who verified it.",
                "Process improvement group",
            ),
            "day": ColumnWords(
                "Date",
                "The day it was verified.",
                "2026-07-15",
            ),
        },
    ),
    "chains": SheetWords(
        "5 Whys",
        "Asks why from a cause down to its root. In China often called 5W1H as well, but not the same as the sheet 5W1H.",
        "The project team, for confirmed causes.",
        columns={
            "id": ColumnWords(
                "Chain no.",
                "Numbered already; root causes cite it as a source.",
                "W01",
            ),
            "issue": ColumnWords(
                "Issue no.",
                "The issue in question.",
                "P01",
            ),
            "whys": ColumnWords(
                "Why {n}",
                "Answer number {n}. A chain has 2 to 7 links without gaps; the last one is the root.",
                "Nobody reviews the rules regularly",
            ),
            "start": ColumnWords(
                "First cause",
                "The cause of the fishbone it starts from, by number, of the same issue.",
                "C01",
            ),
            "reverse": ColumnWords(
                "Read in reverse",
                'Read it from the last link up with "therefore": Passed if it holds, otherwise Failed. Blank counts as not checked.',
                "Passed",
            ),
        },
    ),
    "roots": SheetWords(
        "Root causes",
        "What each core issue comes down to; measures answer these.",
        "The project team, after fishbone and 5 Whys.",
        columns={
            "id": ColumnWords(
                "Root cause no.",
                "Numbered already; measures refer to root causes by it.",
                "R01",
            ),
            "issues": ColumnWords(
                "Issue nos.",
                "The issues it causes; every core issue has at least one root cause.",
                "P02; P03",
            ),
            "sources": ColumnWords(
                "Sources",
                "The chains or causes it follows from, by number; none that was excluded.",
                "W03; C07; C12",
            ),
            "description": ColumnWords(
                "Root cause",
                "Deep enough to be acted on, with figures where possible.",
                "Two systems are not synchronised; status and data are passed on by hand",
            ),
            "dimension": ColumnWords(
                "Dimension",
                "One of the six dimensions of the fishbone.",
                "Machine",
            ),
            "value": ColumnWords(
                "Value",
                "How large the effect is; blank if it can't be measured.",
                "2",
            ),
            "unit": ColumnWords(
                "Unit",
                "Unit of the value.",
                "working days",
            ),
            "evidence": ColumnWords(
                "Evidence",
                "The facts that support it.",
                "Status is written back two working days late on average",
            ),
            "control": ColumnWords(
                "Control",
                "Whether the team can change it: Controllable, Partly controllable or Not controllable.",
                "Partly controllable",
            ),
        },
    ),
}
