"""What the facts about an alternative are, and how each is computed."""

from .. import FactWords

FACTS: dict[str, FactWords] = {
    "alternative.others": FactWords("其余备选方案数", "“备选方案”表中选定方案以外的行数。"),
    "alternative.measures": FactWords("方案的措施数", "该方案“措施编号”中列出的措施数。"),
    "alternative.tasks": FactWords(
        "方案的任务数", "适用方案含该方案，或适用方案空白而关联措施属于该方案（或不属于任何方案）的任务数。"
    ),
    "alternative.tools": FactWords(
        "方案的工具与系统数", "适用方案含该方案，或适用方案空白而关联措施属于该方案（或不属于任何方案）的工具数。"
    ),
    "alternative.risks": FactWords("方案的风险数", "适用方案含该方案或空白的风险数。"),
}
