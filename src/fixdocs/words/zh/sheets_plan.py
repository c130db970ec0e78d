"""Sheets and columns of workbook 04: the improvement plan."""

from .. import ColumnWords, SheetWords

SHEETS: dict[str, SheetWords] = {
    "measures": SheetWords(
        "改进措施",
        "针对根因的措施：做什么、谁负责、花多少、预期怎样、试行得如何。",
        "项目组与责任岗位商定；试行后补上结果。",
        columns={
            "id": ColumnWords(
                "措施编号",
                "已预先编好；改进后流程、实施计划和备选方案用它引用措施。",
                "M01",
            ),
            "roots": ColumnWords(
                "根因编号",
                "针对哪几个根因；每个根因至少有一项措施。",
                "R01",
            ),
            "name": ColumnWords(
                "措施名称",
                "简短的名称，报告各表都印它。",
                "小额补偿分级授权",
            ),
            "content": ColumnWords(
                "措施内容",
                "具体做什么，写到可以照办的程度。",
                "200元及以下的补偿由客服主管当场决定，只备案不审批",
            ),
            "post": ColumnWords(
                "责任岗位",
                "由哪个岗位负责落实，写岗位不写姓名。",
                "售后服务经理",
            ),
            "ecrs": ColumnWords(
                "ECRS",
                "依次考虑取消、合并、重排、简化，可选几项；“新增”也可选，但不属于 ECRS。",
                "取消、简化",
            ),
            "principles": ColumnWords(
                "设计原则",
                "ECRS、客户导向或资源适配，可选几项。",
                "ECRS、资源适配",
            ),
            "goals": ColumnWords(
                "对应目标",
                "有助于哪几个优化目标，写目标编号。",
                "G01",
            ),
            "partners": ColumnWords(
                "协同部门",
                "要哪些部门配合。",
                "财务部",
            ),
            "acceptance": ColumnWords(
                "验收标准",
                "做到什么程度算完成，最好能量。",
                "小额补偿审批等待为0",
            ),
            "investment": ColumnWords(
                "一次性投入",
                "金额，全项目用同一货币单位；不花钱填 0，不知道留空。",
                "15000",
            ),
            "running_cost": ColumnWords(
                "年运行费",
                "每年增加的费用，单位同上；反而减少时填负数，没有填 0，不知道留空。",
                "3000",
            ),
            "saving": ColumnWords(
                "年节约",
                "每年省下的费用，单位同上；估不出留空，不要填 0。填了须写节约依据。",
                "100800",
            ),
            "saving_basis": ColumnWords(
                "节约依据",
                "年节约怎样算出来的：数量 × 单价，数据从哪里来。",
                "每月约36小时加班不再发生，按每小时60元计",
            ),
            "person_days": ColumnWords(
                "人天",
                "要投入的人工，以人天计。",
                "8",
            ),
            "indicator": ColumnWords(
                "预期指标",
                "会改善哪个指标，名称须与“运行数据”中的一行相同。",
                "流程平均耗时",
            ),
            "expected": ColumnWords(
                "预期值",
                "指标预计变为多少，单位与运行数据相同；填了须写测算依据。",
                "7.0",
            ),
            "basis": ColumnWords(
                "测算依据",
                "预期值怎样算出来的。",
                "6月82单中68单低于200元，可免去约1个工作日等待",
            ),
            "trial": ColumnWords(
                "试行结果",
                "未试行、有效、部分有效或无效；无效的措施不计收益，报告会写明。",
                "有效",
            ),
            "before": ColumnWords(
                "试行前值",
                "试行前的指标值；试行过就要填。",
                "9.0",
            ),
            "after": ColumnWords(
                "试行后值",
                "试行后的指标值；有了它，报告用实测值代替预期值。",
                "7.9",
            ),
            "trial_n": ColumnWords(
                "试行样本数",
                "试行中共处理了多少单，或有多少人参加；有了它，报告写明试行结果的样本。",
                "46",
            ),
            "trial_from": ColumnWords(
                "试行开始",
                "试行从哪天开始。",
                "2026-07-06",
            ),
            "trial_to": ColumnWords(
                "试行结束",
                "试行到哪天结束，不早于试行开始。",
                "2026-07-17",
            ),
            "adoption": ColumnWords(
                "采纳状态",
                "采纳、不采纳或待定；选定方案之前，不采纳的不计入费用和收益。",
                "采纳",
            ),
            "reason": ColumnWords(
                "理由",
                "不采纳的理由；不采纳时必填。",
                "年费用高，且客户信息出境合规风险无法排除",
            ),
        },
    ),
    "to_be": SheetWords(
        "改进后流程",
        "改进后的每一步，填法与“流程步骤”相同，另注明来自哪一步、由哪项措施改变。报告据此画出与现状的对比图。",
        "项目组，措施商定之后填写。",
        columns={
            "id": ColumnWords(
                "步骤编号",
                "已预先编好，与现状步骤的编号不同；去向也用它。",
                "N05",
            ),
            "exits.target": ColumnWords(
                "去向{n}",
                "下一步的步骤编号，用本表的编号。“去向1”留空表示接下一行；判断、并行须至少写两个去向。",
                "N07",
            ),
            "origins": ColumnWords(
                "原步骤",
                "来自现状的哪几步；几步合一就写几个编号，新增的步骤留空。没有被引用的现状步骤算取消。",
                "F02、F03",
            ),
            "measures": ColumnWords(
                "措施编号",
                "由哪几项措施带来变化；新增的步骤应注明。",
                "M03、M08",
            ),
            "alternatives": ColumnWords(
                "适用方案",
                "只适用于哪几个方案，写方案编号；留空表示各方案都适用。",
                "S02",
            ),
        },
        like="steps",
    ),
    "duties": SheetWords(
        "职责调整",
        "哪些事项换了责任岗位。",
        "项目组与相关部门负责人商定。",
        columns={
            "matter": ColumnWords(
                "事项",
                "什么事。",
                "投诉分类与派单",
            ),
            "old_post": ColumnWords(
                "原责任岗位",
                "原来由谁负责；原来没有人负责就留空。",
                "客服主管",
            ),
            "new_post": ColumnWords(
                "新责任岗位",
                "改由谁负责。",
                "客服专员",
            ),
            "note": ColumnWords(
                "说明",
                "条件、限度或交接办法。",
                "按必填清单由登记人直接派单",
            ),
            "alternatives": ColumnWords(
                "适用方案",
                "只适用于哪几个方案，写方案编号；留空表示各方案都适用。",
                "S02",
            ),
        },
    ),
    "tools": SheetWords(
        "工具与系统需求",
        "措施要用到的工具和系统：要求、预算、何时到位。",
        "项目组与信息部门商定。",
        columns={
            "id": ColumnWords(
                "编号",
                "已预先编好。",
                "Y01",
            ),
            "name": ColumnWords(
                "名称",
                "工具或系统功能的名称。",
                "系统接口",
            ),
            "use": ColumnWords(
                "用途",
                "用来做什么。",
                "客服与技术两套系统同步",
            ),
            "measures": ColumnWords(
                "关联措施",
                "哪几项措施要用它，写措施编号。",
                "M03",
            ),
            "requirement": ColumnWords(
                "要求",
                "必须达到的要求，最好能检验。",
                "状态差异不超过5分钟，接口有日志",
            ),
            "budget": ColumnWords(
                "预算",
                "金额，货币单位与改进措施相同。",
                "180000",
            ),
            "provider": ColumnWords(
                "提供方",
                "由哪个部门或供应商提供。",
                "信息部",
            ),
            "due": ColumnWords(
                "到位日期",
                "最迟哪天可用。",
                "2026-11-13",
            ),
            "alternatives": ColumnWords(
                "适用方案",
                "只适用于哪几个方案，写方案编号；留空表示各方案都适用。",
                "S02",
            ),
        },
    ),
    "tasks": SheetWords(
        "实施计划",
        "措施怎样一步步落实：任务、负责人、起止日期和先后。报告据此画甘特图。",
        "项目负责人与各责任岗位商定。",
        columns={
            "id": ColumnWords(
                "任务编号",
                "已预先编好；前置任务用它引用。",
                "T10",
            ),
            "name": ColumnWords(
                "任务",
                "要完成的事，用动词短语。",
                "接口开发与联调",
            ),
            "post": ColumnWords(
                "责任岗位",
                "由哪个岗位负责。",
                "客服主管",
            ),
            "start": ColumnWords(
                "开始日期",
                "哪天开始，不早于前置任务结束。",
                "2026-09-21",
            ),
            "finish": ColumnWords(
                "结束日期",
                "哪天结束，不早于开始日期；当天完成就填同一天。",
                "2026-11-06",
            ),
            "measures": ColumnWords(
                "关联措施",
                "落实哪几项措施；每项采纳的措施都要有任务。",
                "M03",
            ),
            "after": ColumnWords(
                "前置任务",
                "要等哪几个任务完成，写任务编号。",
                "T09",
            ),
            "milestone": ColumnWords(
                "是否里程碑",
                "是不是里程碑；里程碑在甘特图上画菱形。",
                "是",
            ),
            "output": ColumnWords(
                "交付物",
                "完成后交出什么。",
                "接口与测试报告",
            ),
            "alternatives": ColumnWords(
                "适用方案",
                "只适用于哪几个方案，写方案编号；留空表示各方案都适用。",
                "S02",
            ),
        },
    ),
    "risks": SheetWords(
        "风险与应对",
        "推行中可能遇到的阻力和意外，以及怎样应对。",
        "项目组，请一线和相关部门一起列。",
        columns={
            "id": ColumnWords(
                "编号",
                "已预先编好。",
                "K02",
            ),
            "name": ColumnWords(
                "风险",
                "可能出什么事，谁会不情愿。",
                "接口开发延期",
            ),
            "answer": ColumnWords(
                "应对措施",
                "怎样预防，发生了怎么办。",
                "先以每日批量同步过渡；关键路径每周例会盯进度",
            ),
            "likelihood": ColumnWords(
                "可能性",
                "5 分最可能。",
                "3",
            ),
            "impact": ColumnWords(
                "影响",
                "5 分最严重。",
                "4",
            ),
            "level": ColumnWords(
                "风险值",
                "自动计算：可能性 × 影响。不用填写。",
                "12",
            ),
            "post": ColumnWords(
                "责任岗位",
                "由哪个岗位盯着这项风险。",
                "客服主管",
            ),
            "alternatives": ColumnWords(
                "适用方案",
                "只适用于哪几个方案，写方案编号；留空表示各方案都适用。",
                "S02",
            ),
        },
    ),
}
