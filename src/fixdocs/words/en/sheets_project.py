"""Sheets and columns of workbook 01: the form, the objectives, the flow."""

from .. import ColumnWords, SheetWords

SHEETS: dict[str, SheetWords] = {
    "project": SheetWords(
        "Project",
        "The project's particulars and settings: covers, document control and thresholds of all five reports come from here.",
        "The project leader, at the start; checked again before the reports are made.",
        columns={
            "name": ColumnWords(
                "Project name",
                "What the project is called; printed on the cover of all five reports.",
                "Complaint handling improvement",
            ),
            "process": ColumnWords(
                "Process",
                "The process to be improved, one a project.",
                "Complaint handling process",
            ),
            "organisation": ColumnWords(
                "Organisation",
                "Full name of the organisation, printed on the covers.",
                "Yunshan Appliance Service Co.",
            ),
            "leader": ColumnWords(
                "Project leader",
                "Who answers for the result, by post or code; printed in the document control.",
                "Head of customer service (A)",
            ),
            "report_date": ColumnWords(
                "Report date",
                "The date on the covers, with day, month and year.",
                "2026-07-31",
            ),
            "data_from": ColumnWords(
                "Data from",
                "First day of the running data; Month 1 is the month this day falls in.",
                "2026-01-01",
            ),
            "data_to": ColumnWords(
                "Data to",
                "Last day of the running data, usually 3 to 6 months after the first. Tickets outside the period are counted but not used.",
                "2026-06-30",
            ),
            "department": ColumnWords(
                "Department",
                "The department that leads the improvement; printed on the covers if given.",
                "Customer Service",
            ),
            "author": ColumnWords(
                "Author",
                "The person or group that writes the reports.",
                "Process improvement group",
            ),
            "reviewer": ColumnWords(
                "Reviewed by",
                "Who reviews the reports, by post.",
                "Operations director",
            ),
            "approver": ColumnWords(
                "Approved by",
                "Who approves the reports, by post.",
                "General manager",
            ),
            "version": ColumnWords(
                "Version",
                "The version on the covers; it should be one of those in Revisions.",
                "V1.2",
            ),
            "document_number": ColumnWords(
                "Document number",
                "Your organisation's number for the document, if it has one.",
                "YS-PI-2026-03",
            ),
            "classification": ColumnWords(
                "Classification",
                "Confidentiality by your own rules; printed on the covers if given.",
                "Internal",
            ),
            "survey_from": ColumnWords(
                "Survey from",
                "The day interviews, questionnaire and observation began.",
                "2026-06-08",
            ),
            "survey_to": ColumnWords(
                "Survey to",
                "The day the survey ended, not before it began.",
                "2026-07-10",
            ),
            "occasions": ColumnWords(
                "Occasions",
                "Why the process is improved now.",
                "High complaint rate; Redundant steps; Unclear duties",
            ),
            "background": ColumnWords(
                "Background",
                "Two or three sentences: what has happened and what management wants. Opens the survey report.",
                "Complaints rose from 52 in January to 82 in June 2026; customers find handling slow and progress invisible.",
            ),
            "hours_per_day": ColumnWords(
                "Hours per working day",
                "Hours in a working day, 8 unless you change it; converts hours and working days.",
                "8",
            ),
            "high_impact": ColumnWords(
                "High impact from",
                "The impact that counts as high, 4 unless you change it. A value on the line is high.",
                "4",
            ),
            "high_frequency": ColumnWords(
                "High frequency from",
                "The frequency that counts as high, 4 unless you change it. A value on the line is high.",
                "4",
            ),
            "anonymous": ColumnWords(
                "Anonymous scoring",
                "Yes keeps the reviewers' names out of the evaluation report. No unless you change it.",
                "No",
            ),
            "day_rate": ColumnWords(
                "Rate per person-day",
                "What a person-day costs, in the currency of the measures. Only with it do reports turn person-days into money.",
                "480",
            ),
            "sample": ColumnWords(
                "Sample mark",
                "Yes only in the sample project, whose covers then say so. Leave it blank in your own.",
                "Yes",
            ),
        },
    ),
    "revisions": SheetWords(
        "Revisions",
        "What changed in each version; printed in the document control of all five reports.",
        "The author, a row for each version.",
        columns={
            "version": ColumnWords(
                "Version",
                "The version, each once; the version on the covers should be among them.",
                "V1.2",
            ),
            "day": ColumnWords(
                "Date",
                "The day this version was finished.",
                "2026-07-31",
            ),
            "person": ColumnWords(
                "Revised by",
                "Who made the changes, by group or post.",
                "Process improvement group",
            ),
            "change": ColumnWords(
                "Change",
                "What was added or changed, in a sentence.",
                "Added the improvement plan and the decision",
            ),
        },
    ),
    "goals": SheetWords(
        "Objectives",
        "What is to get better, by how much, by when. Issues and measures point to objectives, and the plan computes the improvement from them.",
        "The project leader with management, at the start; baselines after the survey.",
        columns={
            "id": ColumnWords(
                "Objective no.",
                "Numbered already; other sheets refer to objectives by it.",
                "G01",
            ),
            "kind": ColumnWords(
                "Class",
                "Which of the five classes the objective belongs to.",
                "Efficiency",
            ),
            "description": ColumnWords(
                "Objective",
                "What is to be achieved, in a sentence.",
                "Shorten the time from receiving a complaint to closing it",
            ),
            "indicator": ColumnWords(
                "Indicator",
                "The indicator it is measured by, named as in Running data; one without data may stand, and the report says so.",
                "Average lead time",
            ),
            "unit": ColumnWords(
                "Unit",
                "Unit of baseline and target.",
                "working days",
            ),
            "direction": ColumnWords(
                "Direction",
                "Whether a lower or a higher value is better; decides the sign of the improvement.",
                "Lower is better",
            ),
            "baseline": ColumnWords(
                "Baseline",
                "The value before the improvement, usually the mean over the data period.",
                "8.0",
            ),
            "target": ColumnWords(
                "Target",
                "The value to be reached, better than the baseline.",
                "5.0",
            ),
            "due": ColumnWords(
                "Due date",
                "The day by which it is to be reached.",
                "2026-12-31",
            ),
        },
    ),
    "parties": SheetWords(
        "Parties",
        "Who was surveyed, how, and how many took part; the survey report describes its sample by this.",
        "The survey group: planned numbers first, actual ones after the survey.",
        columns={
            "kind": ColumnWords(
                "Party",
                "One of the four parties. Each one listed needs an interview, answers, an observation or data.",
                "Front line",
            ),
            "group": ColumnWords(
                "Post or group",
                "Which post or group of people.",
                "Service agents",
            ),
            "department": ColumnWords(
                "Department",
                "Their department; blank for customers.",
                "Customer Service",
            ),
            "methods": ColumnWords(
                "Methods",
                "The methods used.",
                "Interview; Questionnaire; Observation",
            ),
            "planned": ColumnWords(
                "Planned",
                "How many people were to be interviewed.",
                "4",
            ),
            "actual": ColumnWords(
                "Actual",
                "How many were interviewed.",
                "4",
            ),
            "sent": ColumnWords(
                "Sent",
                "Questionnaires sent.",
                "18",
            ),
            "returned": ColumnWords(
                "Returned",
                "Questionnaires returned, at most those sent.",
                "17",
            ),
            "valid": ColumnWords(
                "Valid",
                "Valid ones among them, at most those returned; gives the rates of return and validity.",
                "16",
            ),
        },
    ),
    "steps": SheetWords(
        "As-is steps",
        "Every step of the present process: who does it, how long it takes, where it goes next. Flowchart, lead time, waiting and PCE come from here.",
        "People who know the process, with the survey group, walking it from end to end.",
        columns={
            "id": ColumnWords(
                "Step no.",
                "Numbered already; other sheets refer to steps by it, and the flowchart shows it.",
                "F04",
            ),
            "name": ColumnWords(
                "Step",
                "A verb and its object, short; a question for a decision.",
                "Classify and assign",
            ),
            "kind": ColumnWords(
                "Type",
                "Start, Activity, Decision, Fork, Join or End. One start, at least one end.",
                "Activity",
            ),
            "post": ColumnWords(
                "Responsible post",
                "The post that owns the step, not a person's name. Each post gets a swimlane.",
                "Head of customer service",
            ),
            "touch": ColumnWords(
                "Touch time",
                "Time spent working on the step. At a split the lead time takes the longest branch; the sum over all branches is shown apart.",
                "10",
            ),
            "touch_unit": ColumnWords(
                "Touch unit",
                "Unit of the touch time: minutes, hours, working days or calendar days.",
                "Minutes",
            ),
            "wait": ColumnWords(
                "Waiting time",
                "Time waited before work on the step begins; leave blank if unknown, don't put 0.",
                "4",
            ),
            "wait_unit": ColumnWords(
                "Waiting unit",
                "Unit of the waiting time. Calendar days are shown apart from working time.",
                "Hours",
            ),
            "exits.target": ColumnWords(
                "Next {n}",
                "Number of the next step. A blank Next 1 means the next row; decisions and forks need at least two.",
                "F04",
            ),
            "exits.result": ColumnWords(
                "Result {n}",
                "The result that leads this way, shown on the flowchart's line; required for decisions.",
                "Complete",
            ),
            "exits.share": ColumnWords(
                "Share {n}",
                "How often this way is taken. Give all shares of a step (sum 100 %) or none; with all given, times are computed by expected visits.",
                "70%",
            ),
            "department": ColumnWords(
                "Department",
                "The post's department.",
                "Customer Service",
            ),
            "source": ColumnWords(
                "Source of times",
                "Measured, taken from a system, or estimated; the report says how many are estimates.",
                "System",
            ),
            "inputs": ColumnWords(
                "Input",
                "What the step needs.",
                "Complaint ticket",
            ),
            "outputs": ColumnWords(
                "Output",
                "What the step produces.",
                "Assignment slip",
            ),
            "system": ColumnWords(
                "System or tool",
                "The system, spreadsheet or tool it is done with.",
                "Ticket system",
            ),
            "approval": ColumnWords(
                "Approval",
                "Whether the step is an approval or a signature. Approvals are not value-adding.",
                "Yes",
            ),
            "customer": ColumnWords(
                "Customer acts",
                "Whether the customer has to do something, be there or answer.",
                "Yes",
            ),
            "regulation": ColumnWords(
                "Legal or control requirement",
                "The law or rule that demands the step; removing such a step gives a warning.",
                "Liability decisions must be kept on record",
            ),
            "value": ColumnWords(
                "Value type",
                "Seen by the customer: Value-adding, Necessary non-value-adding or Non-value-adding; gives the PCE.",
                "Necessary non-value-adding",
            ),
            "note": ColumnWords(
                "Note",
                "Anything else worth knowing.",
                "Assigned twice a day, morning and afternoon",
            ),
        },
    ),
}
