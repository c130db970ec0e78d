"""What people write in workbooks besides values, and what the reader says about files and cells."""

SAY: dict[str, str] = {
    "no_folder": "There is no such folder: {folder}. Check the path; a new project begins with fixdocs new",
    # Why a file cannot be opened.
    "damaged": "the file is damaged or not a whole workbook",
    "password": "the file asks for a password",
    "not_a_workbook": "the file is not a workbook",
    "web_page": "the file is a web page under the name of a workbook",
    "encoding": "its text is neither UTF-8 nor GB18030",
    "empty": "the file is empty",
    "too_large": "the file is too large when unpacked",
    "permission": "no permission to read it, or another program holds it",
    # The end of a sentence: with a near miss, or without.
    "near": "; did you mean {near}?",
    "end": "",
    "read_as": 'read as "{sheet}" by its headings',
    "not_read": "not read",
    "one_only": "one only",
    "at_least": "at least {low}",
    "above": "above {low}",
    "at_most": "at most {high}",
    "between": "{low} to {high}",
    "pattern": "for instance yyyy-MM-dd HH:mm",
    "joint": ", ",
    "rows": "row {found}",
    "columns": "column {found}",
    "whole_sheet": "the whole sheet",
    "file": 'the file "{found}"',
    "tab": 'the sheet "{found}"',
    "heading": 'the column "{found}"',
    "own_column": 'the column "{found}" of "{target}"',
    "unmapped": 'no column stands for "{column}"',
    "mapped_twice": '"{column}" is mapped more than once',
    "date": "for instance 2026-03-05",
    "stamp": "for instance 2026-03-05 09:30",
    "with_format": "by the date format {format}",
}

OUTPUT_FOLDERS: tuple[str, ...] = ("reports", "check", "template")  # passed over when workbooks are looked for
SKIPPED_SHEETS: tuple[str, ...] = ("Guide", "Reference", "References", "Lists", "Faults")
BLANKS: tuple[str, ...] = ("n/a", "na", "n.a.", "none", "nil", "-", "--", "---", "—", "——", "–", "/", "//", "\\")
NOTHING: tuple[str, ...] = ("not applicable",)
NO_OBJECTION: tuple[str, ...] = ("no objection", "no objections", "no dissent", "no conditions")
ABSTAIN: tuple[str, ...] = ("abstain", "abstained", "abstention")
SKIPPED_ANSWERS: tuple[str, ...] = ("(skipped)", "skipped", "(blank)")
YES: tuple[str, ...] = ("yes", "y", "true", "1")
NO: tuple[str, ...] = ("no", "n", "false", "0")
WHOLE: tuple[str, ...] = ("whole process", "the whole process", "all steps", "*")
SCORE_ENDING: tuple[str, ...] = ("points", "point")

DATE_WORDS: dict[str, str] = {}
MONTH_FORMS: tuple[str, ...] = (
    "{y}-{m:02}", "{y}-{m}", "{y}/{m:02}", "{y}/{m}", "{y}.{m:02}", "{y}.{m}", "{y}{m:02}", "{y}-{m:02}-01",
    "{name} {y}", "{name}-{y}", "{name}",
)  # fmt: skip
CURRENCY: tuple[str, ...] = ("CNY", "RMB", "USD", "EUR", "$", "€")
PERCENT_UNITS: tuple[str, ...] = ("percent", "per cent", "pct")
