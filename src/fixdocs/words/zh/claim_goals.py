"""What the claims about the objectives say."""

SAY: dict[str, str] = {
    "no_data": "{n} 项目标的指标没有逐月数据，基线值无法核对：{goals}（指标：{indicators}）。",
    "unlike": "{n} 项目标的单位与其指标的单位不同，基线值没有与各月数据核对：{pairs}。",
    "pair": "{goal}（目标为{own}，指标为{unit}）",
    "kept_same": "{n} 项目标的目标值与基线值相同，维持现状即达到：{names}。",
    "kept": "{n} 项目标的目标值不优于基线值，维持现状即达到：{names}。",
    "lately": "最近几个月已达到目标值的目标：{parts}。",
    "run": "{goal}的{name}自{begin}至{end}连续 {n} 个月达到目标值 {target}",
    "past_due": "{n} 项目标的达成日期早于本报告的日期：{names}。",
}
