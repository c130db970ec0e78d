"""What stands behind a source reference."""

SAY: dict[str, str] = {
    "interview": "访谈",
    "interview_text": "{who}（{nature}）：{text}",
    "observation": "现场观察",
    "observation_text": "{text}（观察到 {n} 次）",
    "question": "问卷",
    "question_none": "“{text}”：没有作答",
    "indicator": "运行数据",
    "complaint": "投诉分类",
    "complaint_text": "{name} {count} 件，占 {share}",
    "complaint_only": "{name} {count} 件，投诉分类只登记了这一类",
    "complaint_none": "投诉分类表中{name}没有数量",
    "ticket": "工单",
    "ticket_closed": "{kind}，{created}创建，从创建到关闭 {time}",
    "ticket_open": "{kind}，{created}创建，没有关闭时间",
    "channel": "渠道为{name}",
    "no_kind": "没有注明类型",
    "indicator_none": "没有逐月数据",
    "unknown": "待查",
    "unknown_text": "各表中没有这个来源",
    "whole": "全流程",
}
