"""What the commands for teamwork say and write: marked copies, next steps, ballots, status, watching."""

SAY: dict[str, str] = {
    "marks_folder": "检查结果",
    "marks_tab": "检查结果",
    "list_file": "检查清单.xlsx",
    "author": "fixdocs",
    "note": "【{kind} {code}】{text}。{cure}",
    "list_kind": "级别",
    "list_code": "代码",
    "list_where": "位置",
    "list_text": "发现",
    "list_cure": "处理办法",
    "list_blocks": "影响的报告",
}
