"""What stands behind a source reference."""

SAY: dict[str, str] = {
    "interview": "访谈",
    "interview_text": "{who}（{nature}）：{text}",
    "observation": "现场观察",
    "observation_text": "{text}（观察到 {n} 次）",
    "question": "问卷",
    "indicator": "运行数据",
    "complaint": "投诉分类",
    "complaint_text": "{name} {count} 件，占 {share}",
    "complaint_none": "投诉分类表中{name}没有数量",
    "ticket": "工单",
    "ticket_text": "个案，见工单明细",
    "whole": "全流程",
}
