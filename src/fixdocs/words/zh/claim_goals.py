"""What the claims about the objectives say."""

SAY: dict[str, str] = {
    "no_data": "{n} 项目标的指标没有逐月数据，基线值无法核对：{goals}（指标：{indicators}）。",
}
