"""Sheets and columns of workbook 05: alternatives, scores, decision."""

from .. import ColumnWords, SheetWords

SHEETS: dict[str, SheetWords] = {
    "alternatives": SheetWords(
        "Alternatives",
        "Combinations of measures to choose from; at least two.",
        "The project team, before the review.",
        columns={
            "id": ColumnWords(
                "Alternative no.",
                "Numbered already; scores and decision refer to alternatives by it.",
                "S02",
            ),
            "name": ColumnWords(
                "Alternative",
                "A name that shows what is special about it.",
                "Shared platform",
            ),
            "measures": ColumnWords(
                "Measure nos.",
                "The measures it holds; every adopted measure belongs to one at least.",
                "M01; M04; M05; M08",
            ),
            "description": ColumnWords(
                "Description",
                "The idea and what it gives up, in a sentence or two.",
                "Transparency and follow-up first; the system interface waits a year",
            ),
        },
    ),
    "reviewers": SheetWords(
        "Reviewers",
        "Who takes part in the review: several departments, and the front line.",
        "Whoever calls the meeting; attendance afterwards.",
        columns={
            "id": ColumnWords(
                "Reviewer no.",
                "Numbered already; scores refer to reviewers by it.",
                "E01",
            ),
            "name": ColumnWords(
                "Name or code",
                "A code will do.",
                "Reviewer A",
            ),
            "post": ColumnWords(
                "Post",
                "The reviewer's post.",
                "Operations director",
            ),
            "department": ColumnWords(
                "Department",
                "The reviewer's department; a panel from one department gives a warning.",
                "Technical Support",
            ),
            "kind": ColumnWords(
                "Kind",
                "Management, Business, Technical or Front line.",
                "Management",
            ),
            "weight": ColumnWords(
                "Weight",
                "How much the reviewer's scores count, above 0; 1 unless you change it.",
                "1",
            ),
            "attendance": ColumnWords(
                "Attendance",
                "Present, Absent or Recused; blank counts as present. Scores of absent and recused reviewers don't count.",
                "Present",
            ),
        },
    ),
    "criteria": SheetWords(
        "Criteria",
        "What is scored and how much it counts. Feasibility, effectiveness and risk are prefilled; change them as needed.",
        "The project team, before the review and not during it.",
        columns={
            "name": ColumnWords(
                "Criterion",
                "Its name, each once; the score sheet has a column of this name.",
                "Feasibility",
            ),
            "weight": ColumnWords(
                "Weight",
                "All weights sum to 100 %; if not, they are scaled in proportion.",
                "40%",
            ),
            "direction": ColumnWords(
                "Direction",
                "Whether high or low is good. Low-is-good scores are converted once by the program: don't turn them round yourself.",
                "Higher is better",
            ),
            "description": ColumnWords(
                "Description",
                "What is judged.",
                "Are people, technology and budget at hand",
            ),
            "low": ColumnWords(
                "Lowest",
                "Lowest score, 1 unless you change it.",
                "1",
            ),
            "high": ColumnWords(
                "Highest",
                "Highest score, 5 unless you change it; above the lowest.",
                "5",
            ),
            "anchor_low": ColumnWords(
                "Meaning of 1",
                "What deserves a 1; shown in the score sheet and the ballot.",
                "Hardly any resources",
            ),
            "anchor_middle": ColumnWords(
                "Meaning of 3",
                "What deserves a 3.",
                "Some resources, the rest can be found",
            ),
            "anchor_high": ColumnWords(
                "Meaning of 5",
                "What deserves a 5.",
                "All resources at hand",
            ),
            "veto": ColumnWords(
                "Veto line",
                "An alternative whose mean is worse than this is marked; on the line it passes. Blank for none.",
                "2",
            ),
        },
    ),
    "scores": SheetWords(
        "Scores",
        "Each reviewer's scores, a row for each alternative.",
        "Every reviewer alone; put together after the meeting.",
        columns={
            "reviewer": ColumnWords(
                "Reviewer",
                "The reviewer's number.",
                "E06",
            ),
            "alternative": ColumnWords(
                "Alternative no.",
                "The alternative scored.",
                "S03",
            ),
            "values": ColumnWords(
                "{n}",
                'A score within the criterion\'s limits, as described in Criteria. If undecided write "abstain", not 0.',
                "4",
            ),
            "comment": ColumnWords(
                "Comment",
                "Reasons and suggestions; the report quotes them.",
                "Can't judge the resistance, abstains",
            ),
        },
    ),
    "decision": SheetWords(
        "Decision",
        "How the review ended: the alternative adopted, conditions, dissent.",
        "The secretary, read out before the meeting ends.",
        columns={
            "day": ColumnWords(
                "Meeting date",
                "The day of the review meeting.",
                "2026-07-30",
            ),
            "chair": ColumnWords(
                "Chair",
                "Who took the chair, by post.",
                "Operations director",
            ),
            "adopted": ColumnWords(
                "Adopted alternative",
                "The number of the alternative adopted, one only; blank if undecided, and the report says so.",
                "S02",
            ),
            "conditions": ColumnWords(
                "Conditions",
                "What the adoption depends on.",
                "Small compensation is capped at 8000 yuan a month; the interface comes in two stages",
            ),
            "dissent": ColumnWords(
                "Dissent",
                "Who disagreed and how, recorded faithfully.",
                "The after-sales manager would begin with a limit of 100 yuan",
            ),
            "reason": ColumnWords(
                "Reason if not the top score",
                "Required if the alternative adopted has not the top score; otherwise blank.",
                "No budget this year for the alternative with the top score",
            ),
        },
    ),
}
