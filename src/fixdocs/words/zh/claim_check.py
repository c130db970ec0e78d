"""What is claimed of how the sources agree on the lead time."""

SAY: dict[str, str] = {
    "wide": "用 {n} 个来源核对总历时，其中 {wide} 个与流程表相差超过 30%：{names}。引用时应说明口径，并查明原因。",
    "all_wide": "用 {n} 个来源核对总历时，与流程表都相差超过 30%：{names}。引用时应说明口径，并查明原因。",
    "close": "用 {n} 个来源核对总历时，与流程表的差异都在 30% 以内。",
    "source_indicator": "运行指标“{name}”",
    "source_tickets": "工单平均关闭时间",
    "source_log": "日志平均案例时间",
    "row_wide": "相差超过 30%",
    "row_close": "相差 30% 以内",
    "log_part": "流程日志只记录了流程 {of} 个活动步骤中的 {n} 个，它的案例时间不等于总历时。",
    "to_calendar": "工单和日志按自然日计，流程表的工作日按 7÷5 折算为自然日后比较。",
    "to_working": "指标按工作日计，流程表的自然日按 5÷7 折算为工作日后比较。",
}
