"""Sheets and columns of workbook 01: what the survey brought in."""

from .. import ColumnWords, SheetWords

SHEETS: dict[str, SheetWords] = {
    "indicators": SheetWords(
        "Running data",
        "The indicators of the last months, a row an indicator, a column a month; the survey report draws their trends, objectives take their baselines.",
        "Someone who knows the figures, from systems or monthly reports.",
        columns={
            "name": ColumnWords(
                "Indicator",
                "The indicator's name, each once; objectives, issues and measures refer to it.",
                "Average lead time",
            ),
            "unit": ColumnWords(
                "Unit",
                "Unit of the row's values.",
                "working days",
            ),
            "direction": ColumnWords(
                "Direction",
                "Whether lower or higher is better; if blank the report says up or down, not better or worse.",
                "Lower is better",
            ),
            "target": ColumnWords(
                "Target",
                "The value aimed at, if there is one.",
                "5.0",
            ),
            "source": ColumnWords(
                "Source",
                "The system or report the figures come from.",
                "Ticket system",
            ),
            "months": ColumnWords(
                "Month {n}",
                "The month's value; Month 1 is the month Data from falls in. Leave blank without data, don't put 0.",
                "7.5",
            ),
        },
    ),
    "complaints": SheetWords(
        "Complaint classes",
        "Complaints of each class in the data period; the survey report draws a Pareto chart and finds the few classes behind 80 %.",
        "Customer service or quality, from the complaint records.",
        columns={
            "kind": ColumnWords(
                "Class",
                "The class of complaints, each once; Other comes last in the chart.",
                "Late repair",
            ),
            "count": ColumnWords(
                "Count",
                "Complaints in the data period.",
                "118",
            ),
            "note": ColumnWords(
                "Note",
                "How they were counted, and the like.",
                "Most wait for liability decisions or approval",
            ),
        },
    ),
    "interviews": SheetWords(
        "Interviews",
        "What interviews found, a row a finding; rows of one interview share its number. Recurring topics are counted.",
        "The interviewer, the same day.",
        columns={
            "id": ColumnWords(
                "Interview no.",
                "One number an interview, repeated for each finding; issues cite it as a source.",
                "I01",
            ),
            "party": ColumnWords(
                "Party",
                "Which of the four parties the interviewee belongs to.",
                "Front line",
            ),
            "topic": ColumnWords(
                "Topic",
                "A tag of a few words; the same matter needs the same tag to be counted.",
                "Registration",
            ),
            "nature": ColumnWords(
                "Nature",
                "A pain point, a bright spot, a suggestion, or a strategic requirement of management.",
                "Pain point",
            ),
            "content": ColumnWords(
                "Finding",
                "The finding in a sentence, with figures where possible.",
                "There is no list of required fields; three tickets in ten come back for missing information.",
            ),
            "day": ColumnWords(
                "Date",
                "Date of the interview.",
                "2026-06-09",
            ),
            "interviewee": ColumnWords(
                "Interviewee",
                "Post or code, not the real name.",
                "Service agent (B)",
            ),
            "interviewer": ColumnWords(
                "Interviewer",
                "Who held the interview.",
                "Process improvement group",
            ),
            "steps": ColumnWords(
                "Steps",
                'The steps concerned, by number; "whole process" for all of it.',
                "F02; F03",
            ),
            "quote": ColumnWords(
                "Quotation",
                "The sentence that says it best; the report quotes it.",
                "Without the serial number I can't even look up the warranty.",
            ),
        },
    ),
    "questions": SheetWords(
        "Questions",
        "Every question of the questionnaire: type, scale and dimension; answers are analysed by it.",
        "Whoever designs the questionnaire, before it goes out.",
        columns={
            "id": ColumnWords(
                "Question no.",
                "Numbered already; the answers' columns may be headed by it.",
                "Q03",
            ),
            "text": ColumnWords(
                "Question",
                "As it stands on the questionnaire.",
                "I can see in time how far my complaint has got",
            ),
            "kind": ColumnWords(
                "Type",
                "Scale, NPS, Single choice, Multiple choice or Open. NPS runs from 0 to 10.",
                "Scale",
            ),
            "scale": ColumnWords(
                "Scale maximum",
                "Highest level of the scale; the lowest is 1. Blank means 5; for scale questions only.",
                "5",
            ),
            "dimension": ColumnWords(
                "Dimension",
                "The dimension the question belongs to; questions of one dimension are averaged.",
                "Transparency",
            ),
            "wording": ColumnWords(
                "Wording",
                "Positive if agreeing means satisfied, Reverse if not; reverse items are converted. Blank means Positive.",
                "Positive",
            ),
            "options": ColumnWords(
                "Options",
                "All options of a choice question, separated by semicolons.",
                "SMS; WeChat; Telephone; Mini program",
            ),
        },
    ),
    "answers": SheetWords(
        "Answers",
        "The questionnaires returned, a row a sheet, a column a question; paste what the survey platform exports.",
        "Whoever sent the questionnaire, after it closed.",
        columns={
            "id": ColumnWords(
                "Answer sheet no.",
                "The platform's number, if there is one.",
                "A001",
            ),
            "party": ColumnWords(
                "Party",
                "Which of the four parties answered; blank if unknown.",
                "Customer",
            ),
            "day": ColumnWords(
                "Date",
                "The day it was handed in.",
                "2026-06-19",
            ),
            "values": ColumnWords(
                "{n}",
                "The answer: a level, or the option as worded; several options separated by semicolons. Leave blank if not answered.",
                "3",
            ),
        },
    ),
    "observations": SheetWords(
        "Observations",
        "Abnormal situations, repeated actions and waiting seen on site, a row a situation.",
        "The observer, on site, tidied the same day.",
        columns={
            "id": ColumnWords(
                "Observation no.",
                "Numbered already; issues cite it as a source.",
                "O04",
            ),
            "kind": ColumnWords(
                "Type",
                "Abnormal situation, Repeated action, Waiting or Other.",
                "Waiting",
            ),
            "description": ColumnWords(
                "Description",
                "What was seen: facts, no judgement.",
                "Tickets are assigned twice a day and queue the rest of the time",
            ),
            "step": ColumnWords(
                "Step no.",
                "The step where it was seen, one only.",
                "F04",
            ),
            "day": ColumnWords(
                "Date",
                "Date of the observation.",
                "2026-06-25",
            ),
            "times": ColumnWords(
                "Times",
                "How often it happened while observing.",
                "4",
            ),
            "duration": ColumnWords(
                "Duration",
                "How long it took each time on average; time lost = times × duration.",
                "230",
            ),
            "duration_unit": ColumnWords(
                "Duration unit",
                "Unit of the duration.",
                "Minutes",
            ),
            "case": ColumnWords(
                "Case followed",
                "The ticket that was followed, if any.",
                "T20260380",
            ),
            "observer": ColumnWords(
                "Observer",
                "Who observed.",
                "Process improvement group",
            ),
        },
    ),
    "tickets": SheetWords(
        "Tickets",
        "The tickets of the data period, a row each, exported from the system; a file Tickets.csv in the project folder does as well.",
        "The system's administrator; foreign headings go into Column mapping.",
        columns={
            "id": ColumnWords(
                "Ticket no.",
                "The system's number, each once.",
                "T20260012",
            ),
            "created": ColumnWords(
                "Created",
                "When the ticket was opened; decides whether and in which month it counts.",
                "2026-01-07 16:16",
            ),
            "kind": ColumnWords(
                "Class",
                "Class of ticket or complaint.",
                "Late repair",
            ),
            "channel": ColumnWords(
                "Channel",
                "How it came in.",
                "WeChat account",
            ),
            "responded": ColumnWords(
                "First response",
                "When the customer was first answered; blank if not yet.",
                "2026-01-08 09:28",
            ),
            "closed": ColumnWords(
                "Closed",
                "When it was closed; blank if still open, it then counts as backlog at the month's end.",
                "2026-01-15 17:52",
            ),
            "department": ColumnWords(
                "Department",
                "The department that handles it.",
                "Technical Support",
            ),
            "repeated": ColumnWords(
                "Repeated",
                "Whether it repeats an earlier complaint about the same matter.",
                "No",
            ),
        },
    ),
    "log": SheetWords(
        "Process log",
        "Events the system recorded, a row for each activity done in a case; a file Process log.csv in the project folder does as well.",
        "The system's administrator; foreign headings go into Column mapping.",
        columns={
            "case": ColumnWords(
                "Case",
                "The same in all rows of a case, usually the ticket number.",
                "T20260005",
            ),
            "activity": ColumnWords(
                "Activity",
                "What was done, best named like the steps.",
                "Register",
            ),
            "finished": ColumnWords(
                "Finished",
                "When the activity ended. A case lasts from its first to its last stamp.",
                "2026-01-05 16:58",
            ),
            "started": ColumnWords(
                "Started",
                "When the activity began; work and waiting can be told apart only with both stamps.",
                "2026-01-05 16:46",
            ),
            "resource": ColumnWords(
                "Resource",
                "Who did it, best by post; gives the hand-offs.",
                "Service agent",
            ),
        },
    ),
    "mapping": SheetWords(
        "Column mapping",
        "Where an exported file has headings of its own, says which of its columns is which of ours; the file stays as it is.",
        "Whoever exports the data, a row a column.",
        columns={
            "target": ColumnWords(
                "Target sheet",
                "The sheet it is read as: Tickets, Process log or Answers.",
                "Tickets",
            ),
            "file": ColumnWords(
                "File",
                "Name of the file in the project folder.",
                "export.xlsx",
            ),
            "column": ColumnWords(
                "Our column",
                "The heading in the target sheet; for Answers the question's number.",
                "Created",
            ),
            "source": ColumnWords(
                "Source column",
                "The heading in the file, copied exactly.",
                "Accepted at",
            ),
            "tab": ColumnWords(
                "Worksheet",
                "The worksheet of the file; blank reads the first that holds anything.",
                "Orders",
            ),
            "date_format": ColumnWords(
                "Date format",
                "How dates are written if unusual, for instance with the day first; usually blank.",
                "dd/MM/yyyy HH:mm",
            ),
        },
    ),
}
