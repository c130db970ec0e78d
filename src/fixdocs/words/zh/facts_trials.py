"""What the figures of trials are, and how each is computed."""

from .. import FactWords

FACTS: dict[str, FactWords] = {
    "trials.change": FactWords("试行前后的变化", "试行后值 − 试行前值；指标单位为 % 时以百分点计。"),
    "trials.low": FactWords(
        "指标的最低月值", "该指标在试行开始之前已填各月中的最小值；没有填试行开始日期的取全部月份。"
    ),
    "trials.high": FactWords(
        "指标的最高月值", "该指标在试行开始之前已填各月中的最大值；没有填试行开始日期的取全部月份。"
    ),
    "trials.months": FactWords("指标的月数", "该指标在试行开始之前已填数据的月数；没有填试行开始日期的取全部月份。"),
    "trials.tried": FactWords("已试行的措施数", "试行结果为有效、部分有效或无效的措施数。"),
    "trials.result": FactWords("按试行结果计的措施数", "试行结果为所述一项的措施数。"),
    "trials.untried": FactWords("尚未试行的措施数", "所列措施中试行结果为“未试行”的措施数。"),
    "trials.unsaid": FactWords("没有填写试行结果的措施数", "所列措施中试行结果未填的措施数。"),
}
