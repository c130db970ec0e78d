"""The words for the members of the lists of values."""

CHOICES: dict[str, dict[str, str]] = {
    "Occasion": {
        "complaints": "投诉率高",
        "redundancy": "环节冗余",
        "growth": "规模扩大",
        "policy": "政策/技术落地",
        "duties": "职责不清",
    },
    "GoalKind": {
        "efficiency": "效率提升",
        "cost": "成本控制",
        "quality": "质量改善",
        "risk": "风险降低",
        "experience": "体验优化",
    },
    "Direction": {
        "lower": "越低越好",
        "higher": "越高越好",
    },
    "YesNo": {
        "yes": "是",
        "no": "否",
    },
    "PartyKind": {
        "front_line": "一线",
        "customer": "客户",
        "department": "跨部门",
        "management": "管理层",
    },
    "SurveyMethod": {
        "interview": "访谈",
        "questionnaire": "问卷",
        "observation": "观察",
        "data": "数据",
    },
    "StepKind": {
        "start": "开始",
        "activity": "活动",
        "decision": "判断",
        "fork": "并行",
        "join": "汇合",
        "end": "结束",
    },
    "TimeUnit": {
        "minutes": "分钟",
        "hours": "小时",
        "workdays": "工作日",
        "days": "自然日",
    },
    "DurationSource": {
        "measured": "实测",
        "system": "系统",
        "estimate": "估计",
    },
    "ValueType": {
        "value_adding": "增值",
        "necessary": "必要非增值",
        "non_value": "非增值",
    },
    "Nature": {
        "pain": "痛点",
        "bright": "亮点",
        "suggestion": "建议",
        "strategy": "战略要求",
    },
    "QuestionKind": {
        "likert": "量表",
        "nps": "NPS",
        "single": "单选",
        "multiple": "多选",
        "open": "开放",
    },
    "Wording": {
        "positive": "正向",
        "reverse": "反向",
    },
    "ObservationKind": {
        "abnormal": "异常情况",
        "repeated": "重复动作",
        "waiting": "等待",
        "other": "其他",
    },
    "IssueClass": {
        "efficiency": "效率类",
        "quality": "质量类",
        "experience": "体验类",
        "cost": "成本类",
    },
    "Treatment": {
        "now": "立即处理",
        "planned": "列入方案",
        "deferred": "暂缓",
        "none": "不处理",
    },
    "Rated": {
        "impact": "影响程度",
        "frequency": "发生频率",
    },
    "Dimension": {
        "people": "人",
        "machine": "机",
        "material": "料",
        "method": "法",
        "environment": "环",
        "measurement": "测",
    },
    "Verdict": {
        "confirmed": "确认",
        "excluded": "排除",
        "pending": "待验证",
    },
    "ReverseCheck": {
        "passed": "通过",
        "failed": "不通过",
    },
    "Control": {
        "full": "可控",
        "partial": "部分可控",
        "none": "不可控",
    },
    "Ecrs": {
        "eliminate": "取消",
        "combine": "合并",
        "rearrange": "重排",
        "simplify": "简化",
        "add": "新增",
    },
    "Principle": {
        "ecrs": "ECRS",
        "customer": "客户导向",
        "resources": "资源适配",
    },
    "Trial": {
        "untried": "未试行",
        "effective": "有效",
        "partial": "部分有效",
        "failed": "无效",
    },
    "Adoption": {
        "adopted": "采纳",
        "rejected": "不采纳",
        "pending": "待定",
    },
    "Attendance": {
        "present": "出席",
        "absent": "缺席",
        "recused": "回避",
    },
    "ReviewerKind": {
        "management": "管理层",
        "business": "业务",
        "technical": "技术",
        "front_line": "一线代表",
    },
    "MappedSheet": {
        "tickets": "工单明细",
        "log": "流程日志",
        "answers": "问卷答卷",
    },
}
