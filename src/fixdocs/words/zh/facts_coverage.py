"""What the counts of coverage are, and how each is computed."""

from .. import FactWords

FACTS: dict[str, FactWords] = {
    "coverage.roots": FactWords("根因数", "“根因”表的行数。"),
    "coverage.answered": FactWords("覆盖的根因数", "所列措施中至少有一项已采纳、且试行结果不是“无效”的根因数。"),
    "coverage.proposed": FactWords(
        "拟应对的根因数", "所列措施中没有已采纳的，但至少有一项待定或未填采纳状态、且试行结果不是“无效”的根因数。"
    ),
    "coverage.possible": FactWords("可应对的根因数", "所列措施中至少有一项没有被否决、且试行结果不是“无效”的根因数。"),
    "coverage.failed": FactWords("措施试行无效的根因数", "所列措施的试行结果都是“无效”，也没有其他措施的根因数。"),
    "coverage.rejected": FactWords("措施未采纳的根因数", "措施的采纳状态都是“不采纳”的根因数。"),
    "coverage.aside": FactWords("措施在方案之外的根因数", "有可以应对它的措施，但都不在本方案之内的根因数。"),
    "coverage.bare": FactWords("没有措施的根因数", "“改进措施”表中没有一项引用的根因数。"),
    "coverage.unverified": FactWords("待验证的根因数", "来源待验证、反向验证未通过或没有来源的根因数。"),
    "coverage.answering": FactWords(
        "应对根因的措施数", "所列措施中针对某个根因、已采纳（尚无采纳状态时为拟采纳）、且试行结果不是“无效”的措施数。"
    ),
}
