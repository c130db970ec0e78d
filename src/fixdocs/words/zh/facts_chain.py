"""What the counts along the chain from issue to measure are, and how each is computed."""

from .. import FactWords

FACTS: dict[str, FactWords] = {
    "chain.roots": FactWords("根因数", "“根因”表的行数。"),
    "chain.confirmed": FactWords(
        "已确认的根因数",
        "至少有一个来源成立、且没有来源待验证或不成立的根因数；原因以判定为“确认”为成立，因果链以反向验证通过、起始原因已确认为成立。",
    ),
    "chain.unverified": FactWords("待验证的根因数", "根因数减去已确认的根因数。"),
    "chain.answered": FactWords("已有措施落实的根因数", "至少有一项措施已采纳、且试行结果不是“无效”的根因数。"),
    "chain.uncovered": FactWords("尚无措施落实的根因数", "根因数减去已有措施落实的根因数。"),
}
