"""Sheets and columns of workbook 01: the form, the objectives, the flow."""

from .. import ColumnWords, SheetWords

SHEETS: dict[str, SheetWords] = {
    "project": SheetWords(
        "项目信息",
        "项目的基本情况和全局设置。五份报告的封面、文档控制表和各项阈值都取自这里。",
        "项目负责人立项时填写，出报告前再核对一遍。",
        columns={
            "name": ColumnWords(
                "项目名称",
                "本次改进项目的名称，印在五份报告的封面上。",
                "客户投诉处理流程优化",
            ),
            "process": ColumnWords(
                "流程名称",
                "要改进的那一条流程；一个项目只改一条。",
                "客户投诉处理流程",
            ),
            "organisation": ColumnWords(
                "组织名称",
                "单位全称，印在封面上。",
                "云杉家电服务有限公司",
            ),
            "leader": ColumnWords(
                "项目负责人",
                "对项目结果负责的人，可写岗位或代号，印在文档控制表中。",
                "客服主管（甲）",
            ),
            "report_date": ColumnWords(
                "报告日期",
                "封面上的日期，年月日写全。",
                "2026-07-31",
            ),
            "data_from": ColumnWords(
                "数据期间起",
                "运行数据从哪一天起；“第1月”就是这一天所在的月份。",
                "2026-01-01",
            ),
            "data_to": ColumnWords(
                "数据期间止",
                "运行数据到哪一天止，一般取最近 3 至 6 个月。期间之外的工单只计数，不统计。",
                "2026-06-30",
            ),
            "department": ColumnWords(
                "责任部门",
                "牵头改进的部门，印在封面上；留空则不印。",
                "客户服务部",
            ),
            "author": ColumnWords(
                "编制人",
                "编制报告的人或小组。",
                "流程改进小组",
            ),
            "reviewer": ColumnWords(
                "审核人",
                "审核报告的人，可写岗位。",
                "运营总监",
            ),
            "approver": ColumnWords(
                "批准人",
                "批准报告的人，可写岗位。",
                "总经理",
            ),
            "version": ColumnWords(
                "文档版本",
                "封面上的版本号，应与“修订记录”中的一行相同。",
                "V1.2",
            ),
            "document_number": ColumnWords(
                "文件编号",
                "本单位的文件编号；没有可留空。",
                "YS-PI-2026-03",
            ),
            "classification": ColumnWords(
                "密级",
                "按本单位的规定填写，印在封面上；留空则不印。",
                "内部",
            ),
            "survey_from": ColumnWords(
                "调研开始日期",
                "访谈、问卷和现场观察从哪天开始。",
                "2026-06-08",
            ),
            "survey_to": ColumnWords(
                "调研结束日期",
                "调研到哪天结束，不早于开始日期。",
                "2026-07-10",
            ),
            "occasions": ColumnWords(
                "适用场景",
                "为什么现在改这条流程。",
                "投诉率高、环节冗余、职责不清",
            ),
            "background": ColumnWords(
                "背景说明",
                "两三句话：出了什么情况，管理层有什么要求。写入调研报告开头。",
                "2026年上半年投诉量由1月的52件升至6月的82件，客户普遍反映处理周期长、进度无从查询。",
            ),
            "hours_per_day": ColumnWords(
                "每工作日小时数",
                "一个工作日折合几小时，默认 8；小时与工作日据此换算。",
                "8",
            ),
            "high_impact": ColumnWords(
                "高影响阈值",
                "影响程度达到几分算“高”，默认 4；正好等于阈值也算高。",
                "4",
            ),
            "high_frequency": ColumnWords(
                "高频率阈值",
                "发生频率达到几分算“高”，默认 4；正好等于阈值也算高。",
                "4",
            ),
            "anonymous": ColumnWords(
                "评分是否匿名",
                "填“是”，评估报告就不写评审人的姓名。默认“否”。",
                "否",
            ),
            "day_rate": ColumnWords(
                "人天单价",
                "一个人天折合多少钱，货币单位与改进措施相同；填了，报告才把人天折算成金额。",
                "800",
            ),
            "sample": ColumnWords(
                "示例标记",
                "只在示例项目中填“是”，封面随之标明“示例数据”。自己的项目请留空。",
                "是",
            ),
        },
    ),
    "revisions": SheetWords(
        "修订记录",
        "文档每一版改了什么，印在五份报告的文档控制部分。",
        "编制人，每出一个版本加一行。",
        columns={
            "version": ColumnWords(
                "版本",
                "版本号，不可重复；封面上的版本应在其中。",
                "V1.2",
            ),
            "day": ColumnWords(
                "日期",
                "这一版完成的日期。",
                "2026-07-31",
            ),
            "person": ColumnWords(
                "修订人",
                "由谁修订，可写小组或岗位。",
                "流程改进小组",
            ),
            "change": ColumnWords(
                "修订内容",
                "这一版增改了什么，一句话。",
                "加入改进方案与评审结论",
            ),
        },
    ),
    "goals": SheetWords(
        "优化目标",
        "要改善什么、改到多少、何时达到。问题和措施与目标对应，方案报告据此计算改善幅度。",
        "项目负责人与管理层在立项时商定，调研后补上基线值。",
        columns={
            "id": ColumnWords(
                "目标编号",
                "已预先编好，不必改动；其他表用它引用目标。",
                "G01",
            ),
            "kind": ColumnWords(
                "类别",
                "目标属于哪一类，从五类中选一类。",
                "效率提升",
            ),
            "description": ColumnWords(
                "目标描述",
                "用一句话说明要达到什么。",
                "缩短投诉从受理到结案的时间",
            ),
            "indicator": ColumnWords(
                "指标",
                "衡量目标的指标，名称须与“运行数据”中的一行相同。",
                "流程平均耗时",
            ),
            "unit": ColumnWords(
                "单位",
                "基线值和目标值的单位。",
                "工作日",
            ),
            "direction": ColumnWords(
                "方向",
                "指标越低越好，还是越高越好；改善幅度的正负由它决定。",
                "越低越好",
            ),
            "baseline": ColumnWords(
                "基线值",
                "改进前的数值，一般取数据期间的平均值。",
                "8.0",
            ),
            "target": ColumnWords(
                "目标值",
                "要达到的数值，应比基线值好。",
                "5.0",
            ),
            "due": ColumnWords(
                "达成日期",
                "最迟哪一天达到。",
                "2026-12-31",
            ),
        },
    ),
    "parties": SheetWords(
        "调研对象",
        "调研了哪些人、用什么方式、完成了多少。调研报告据此说明样本。",
        "调研组，先填计划数，调研结束后补实际数。",
        columns={
            "kind": ColumnWords(
                "对象类别",
                "四类对象之一。列入的对象须有访谈、问卷、观察或数据。",
                "一线",
            ),
            "group": ColumnWords(
                "岗位或群体",
                "具体是哪个岗位或哪一群人。",
                "客服专员",
            ),
            "department": ColumnWords(
                "部门",
                "所在部门；客户可留空。",
                "客户服务部",
            ),
            "methods": ColumnWords(
                "调研方式",
                "用了哪些方式。",
                "访谈、问卷、观察",
            ),
            "planned": ColumnWords(
                "计划数",
                "计划访谈多少人。",
                "4",
            ),
            "actual": ColumnWords(
                "实际数",
                "实际访谈了多少人。",
                "4",
            ),
            "sent": ColumnWords(
                "发放",
                "发出多少份问卷。",
                "18",
            ),
            "returned": ColumnWords(
                "回收",
                "收回多少份，不多于发放。",
                "17",
            ),
            "valid": ColumnWords(
                "有效",
                "其中有效的多少份，不多于回收；回收率、有效率由此算出。",
                "16",
            ),
        },
    ),
    "steps": SheetWords(
        "流程步骤",
        "现状流程的每一步：谁做、多久、接下来去哪一步。现状流程图和总历时、等待时间、流程周期效率都由它算出。",
        "流程骨干与调研组一起，从头到尾走一遍流程后填写。",
        columns={
            "id": ColumnWords(
                "步骤编号",
                "已预先编好；其他表用它引用步骤，流程图上也印它。",
                "F04",
            ),
            "name": ColumnWords(
                "步骤名称",
                "用动词短语，八个字以内最好；判断写成问句。",
                "分类转办",
            ),
            "kind": ColumnWords(
                "类型",
                "开始、活动、判断、并行、汇合或结束。开始只有一个，结束至少一个。",
                "活动",
            ),
            "post": ColumnWords(
                "责任岗位",
                "由哪个岗位负责，写岗位不写姓名。流程图上一个岗位一条泳道。",
                "客服主管",
            ),
            "touch": ColumnWords(
                "作业时间",
                "真正动手做的时间；并行的各支相加。",
                "10",
            ),
            "touch_unit": ColumnWords(
                "作业单位",
                "作业时间的单位：分钟、小时、工作日或自然日。",
                "分钟",
            ),
            "wait": ColumnWords(
                "等待时间",
                "这一步动手之前等待的时间；不知道就留空，不要填 0。",
                "4",
            ),
            "wait_unit": ColumnWords(
                "等待单位",
                "等待时间的单位。自然日与工作时间不能混算，报告会分开列出。",
                "小时",
            ),
            "exits.target": ColumnWords(
                "去向{n}",
                "下一步的步骤编号。“去向1”留空表示接下一行；判断、并行须至少写两个去向。",
                "F04",
            ),
            "exits.result": ColumnWords(
                "结果{n}",
                "走这个去向的判断结果，印在流程图的连线上；判断必填。",
                "完整",
            ),
            "exits.share": ColumnWords(
                "占比{n}",
                "走这个去向的比例。同一步要么全填，合计 100%，要么全空；全填后报告按期望次数计算历时。",
                "70%",
            ),
            "department": ColumnWords(
                "部门",
                "责任岗位所在的部门。",
                "客户服务部",
            ),
            "source": ColumnWords(
                "耗时来源",
                "时间从哪里来：实测、系统记录或估计；报告会说明有多少是估计。",
                "系统",
            ),
            "inputs": ColumnWords(
                "输入",
                "做这一步要拿到什么。",
                "投诉工单",
            ),
            "outputs": ColumnWords(
                "输出",
                "这一步产出什么。",
                "转办单",
            ),
            "system": ColumnWords(
                "系统或工具",
                "用什么系统、表格或工具做。",
                "客服工单系统",
            ),
            "approval": ColumnWords(
                "是否审批",
                "这一步是不是审批、签字。审批不算增值。",
                "是",
            ),
            "customer": ColumnWords(
                "客户是否操作",
                "这一步是否需要客户动手、到场或答复。",
                "是",
            ),
            "regulation": ColumnWords(
                "法规或内控要求",
                "哪条法规或制度要求有这一步；改进时取消这样的步骤会有提醒。",
                "产品质量责任判定须留存记录",
            ),
            "value": ColumnWords(
                "价值类型",
                "站在客户的角度看：增值、必要非增值、非增值。流程周期效率由它算出。",
                "必要非增值",
            ),
            "note": ColumnWords(
                "备注",
                "其他要说明的情况。",
                "上午、下午各分派一次",
            ),
        },
    ),
}
