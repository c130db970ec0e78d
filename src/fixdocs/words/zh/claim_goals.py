"""What the claims about the objectives say."""

SAY: dict[str, str] = {
    "no_data": "{n} 项目标的指标没有逐月数据，基线值无法核对：{goals}（指标：{indicators}）。",
    "reached_all": "优化目标 {goal} 的目标值 {target}，{name}有数据的 {n} 个月都已达到。",
    "reached_since": "优化目标 {goal} 的目标值 {target}，{name}自{begin}起有数据的 {n} 个月都已达到。",
    "past": "{n} 项目标的达成日期早于本报告的日期（{day}）：{goals}。",
}
