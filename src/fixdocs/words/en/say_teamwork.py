"""What the commands for teamwork say and write: marked copies, next steps, ballots, status, watching."""

SAY: dict[str, str] = {
    "marks_folder": "检查结果",
    "marks_tab": "Check",
    "list_file": "check-list.xlsx",
    "author": "fixdocs",
    "note": "[{kind} {code}] {text}. {cure}",
    "list_kind": "Severity",
    "list_code": "Code",
    "list_where": "Where",
    "list_text": "Found",
    "list_cure": "What to do",
    "list_blocks": "Reports it blocks",
}
