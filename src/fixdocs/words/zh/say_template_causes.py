"""The words of the root cause report's template."""

SAY: dict[str, str] = {
    "conclusions": "分析结论",
    "roots_caption": "根因汇总",
    "core": "核心问题分析",
    "other": "其他问题分析",
    "only": "问题分析",
    "heading": "{{ issue.heading }}",
    "framing": "问题界定",
    "frame_caption": "{{ issue.number }} 的界定（5W1H）",
    "searching": "原因排查",
    "causes_caption": "{{ issue.number }} 的可能原因与判定",
    "asking": "追问根因",
    "found": "查出的根因",
    "trace": "问题与根因对照",
    "open": "待验证事项",
    "open_caption": "待验证事项",
}
