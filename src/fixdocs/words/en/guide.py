"""The guide sheets of the workbooks, what stands above each table, and what blank workbooks come prefilled with.

``SHEETS``: what a sheet is for and how it is filled, who fills it, when. ``BOOKS``: title and introduction by number
of the workbook, 0 for the one that holds all sheets.
"""

BOOKS: dict[int, tuple[str, str]] = {
    1: ("Survey", "What the process is like today, what the data say and how everyone sees it. Once filled, it gives the "
        "As-is Process Survey Report."),
    2: ("Issues", "Every issue found in the survey, rated by impact and frequency. Once filled, it gives the Service "
        "Process Issue List."),
    3: ("Root causes", "The causes of each core issue, verified and followed to their roots. Once filled, it gives the "
        "Root Cause Analysis Report."),
    4: ("Improvement plan", "Measures that answer the root causes, the improved process and a schedule. Once filled, it "
        "gives the Improvement Plan."),
    5: ("Evaluation", "The review meeting scores the alternatives and chooses one. Once filled, it gives the Plan "
        "Evaluation Report."),
    0: ("Process improvement", "All sheets of the five steps in one workbook; dropdowns follow what the earlier sheets "
        "hold. Each step gives its report as soon as it is filled."),
}  # fmt: skip

SHEETS: dict[str, tuple[str, str, str]] = {
    "project": ("The covers, the period and the thresholds of all five reports come from here.", "Project leader",
                "At the start"),
    "revisions": ("One row a version; printed under document control.", "Author", "With every version"),
    "goals": ("One row an objective: what is to get better, measured by what, from where to where. The indicator is "
              "named as in Running data.", "Project leader", "Before the survey"),
    "parties": ("Who was asked, how, how many were planned and how many answered; numbers of questionnaires too.",
                "Author", "At the end of the survey"),
    "steps": ("One row a step, in order, from start to end. An empty way out leads to the next row; a decision has at "
              "least two, each with its result. Shares are all given (100% together) or all empty.",
              "Posts in the process, with the author", "After interviews and observation"),
    "indicators": ("One row an indicator, from the first month of the data period. The first four are common ones: "
                   "delete what does not apply, add your own.", "Data steward", "With data of 3 to 6 months"),
    "complaints": ("Complaints within the data period, one row a class.", "Customer service", "With the data"),
    "interviews": ("One row a finding; rows of one interview share its number. Give post or code, not names.",
                   "Interviewer", "On the day"),
    "questions": ("One row a question; its number heads a column in Answers.", "Author", "Before sending"),
    "answers": ("One row an answer sheet, one column a question, headed by its number. An export can be put into the "
                "folder instead and mapped in Column mapping.", "Author", "When answers are back"),
    "observations": ("Abnormal situations, repeated actions and waiting as seen on site, one row each.", "Observer",
                     "On the day"),
    "tickets": ("Tickets of the data period, one row each. An export can be put into the folder instead and mapped in "
                "Column mapping.", "Data steward", "With the data"),
    "log": ("System log, one row an activity of a case; the start may be empty.", "Data steward", "With the data"),
    "mapping": ("Where a file in the folder has headings of its own: which of its columns is which of ours.",
                "Data steward", "When a foreign file is added"),
    "issues": ("One row an issue: what is seen, not its cause or cure. Priority is computed; issues at or above both "
               "thresholds are core and turn red.", "Project team", "After the survey report"),
    "rating": ("What 1 to 5 mean; agree before rating. May be changed to fit your organisation.", "Project leader",
               "Before rating"),
    "five_w": ("Six questions that frame a core issue, one row an issue. Why is why it must be solved, not its cause.",
               "Project team", "Before looking for causes"),
    "causes": ("Possible causes of each core issue on six dimensions, then verified one by one. A confirmed cause needs "
               "evidence.", "Project team", "In the analysis meeting"),
    "chains": ("From a confirmed cause, ask why two to seven times until a root that can be changed is found. Often "
               "called 5W1H; but 5W1H frames an issue, 5 Whys leads to its root.", "Project team",
               "After verifying causes"),
    "roots": ("Every core issue has at least one, in figures where possible. The source is a chain or a cause.",
              "Project team", "After asking why"),
    "measures": ("One row a measure that answers one or more roots. Think of eliminating first, then combining, "
                 "rearranging, simplifying; adding is not ECRS.", "Project team", "When the roots are known"),
    "to_be": ("The improved steps, filled like As-is steps, with the steps they come from and the measure.",
              "Project team", "When the measures are known"),
    "duties": ("Matters whose responsible post changes, one row each.", "Department in charge", "With the new process"),
    "tools": ("Tools and systems that the new process needs.", "Technical department", "With the new process"),
    "tasks": ("Tasks, posts and dates; predecessors are task numbers of this sheet.", "Project leader",
              "When the plan takes shape"),
    "risks": ("Resistance and risks to expect, and the answers to them. The level is computed.", "Project team",
              "When the plan takes shape"),
    "alternatives": ("Two or more to choose from, each made of measures.", "Project leader", "Before the review"),
    "reviewers": ("The panel, best from several departments and with the front line. An empty weight is 1.",
                  "Project leader", "Before the review"),
    "criteria": ("What is judged and how much it weighs; weights add up to 100%. If you rename a criterion, rename its "
                 "column in Scores too.", "Project leader", "Before the review"),
    "scores": ("One row a reviewer and alternative, one column a criterion; choose abstain rather than guess.",
               "Reviewers", "In the review"),
    "decision": ("What the review decided. If the top score is not chosen, say why.", "Chair", "After the review"),
}  # fmt: skip

HEADINGS: dict[str, str] = {
    "sheet": "Sheet",
    "need": "Needed",
    "who": "Who fills it",
    "when": "When",
    "how": "What goes in",
    "colours": "Colours and marks",
    "rules": "How to fill",
    "choices": "What the choices mean",
    "sheets": "Sheets of this workbook",
    "mark": "Look",
    "meaning": "Meaning",
    "look": "Sample",
}

COLOURS: tuple[tuple[str, str], ...] = (
    ("required", "Dark heading with a star: required; its cells are pale blue"),
    ("optional", "Light heading: optional, as needed"),
    ("computed", "Grey italic heading that says computed: a formula, not to be filled"),
    ("idle", "Grey cell: does not apply here, such as the result of a step that is no decision"),
    ("missing", "Empty cell with an orange frame: the row has been begun, and this is missing"),
    ("wrong", "Red and bold: a number used twice, or shares that are not 100% together"),
    ("core", "Red and bold rating and number: a core issue"),
)

RULES: tuple[tuple[str, str], ...] = (
    ("Numbers", "Rows are numbered already; a row with nothing but its number is no data. Go on in the same way when they "
     "run out: every sheet takes 500 rows and more."),
    ("Several values", "Separate several numbers or words in one cell by semicolons: F02; F03."),
    ("No data", "Leave the cell empty. Do not enter 0 or none: 0 counts as a real figure."),
    ("Percentages", "Enter them with the sign: 40%. Do not mix 0.85 and 85 in one row."),
    ("Durations", "The number and its unit have a cell each. Hours and workdays are working time, days are calendar time; "
     "the two are never mixed."),
    ("Dates", "As 2026-03-05."),
    ("More columns", "Columns of your own may stand at the right; a build says that they are not read. Please leave our "
     "headings as they are."),
    ("Check and build", "Save and close the file, run fixdocs check, then fixdocs build."),
)  # fmt: skip

INDICATORS: tuple[tuple[str, str, str], ...] = (
    ("Average lead time", "working days", "lower"),
    ("Approval nodes", "nodes", "lower"),
    ("Complaints", "cases", "lower"),
    ("Ticket backlog", "tickets", "lower"),
)

RATING: dict[str, tuple[str, str, str, str, str]] = {
    "impact": (
        "Hardly any: neither customers nor staff notice",
        "A single step, put right on the spot",
        "The work of one post or department: rework or delay",
        "Several departments or many customers: complaints",
        "All customers, or a heavy loss: the name of the organisation",
    ),
    "frequency": ("A few times a year", "A few times a quarter", "A few times a month", "A few times a week", "Daily"),
}

CRITERIA: tuple[tuple[str, float, str, str, str, str, str], ...] = (
    ("Feasibility", 0.4, "higher", "Are people, technology and budget there", "Hardly any resources",
     "Part of them, the rest can be found", "All resources at hand"),
    ("Effectiveness", 0.4, "higher", "Does it solve the core issues", "Hardly solves any", "Solves some core issues",
     "Solves all"),
    ("Risk", 0.2, "lower", "How much resistance to expect", "Hardly any resistance", "Resistance that can be met",
     "Very strong resistance"),
)  # fmt: skip
