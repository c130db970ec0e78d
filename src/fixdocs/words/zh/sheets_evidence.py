"""Sheets and columns of workbook 01: what the survey brought in."""

from .. import ColumnWords, SheetWords

SHEETS: dict[str, SheetWords] = {
    "indicators": SheetWords(
        "运行数据",
        "流程近几个月的运行指标，一个指标一行，一个月一列。调研报告据此画趋势图，优化目标从中取基线值。",
        "熟悉报表的人，从系统或月报中摘录。",
        columns={
            "name": ColumnWords(
                "指标",
                "指标名称，不可重复；目标、问题和措施用它引用。",
                "流程平均耗时",
            ),
            "unit": ColumnWords(
                "单位",
                "这一行数值的单位。",
                "工作日",
            ),
            "direction": ColumnWords(
                "方向",
                "越低越好，还是越高越好；留空则报告只说升降，不说好坏。",
                "越低越好",
            ),
            "target": ColumnWords(
                "目标值",
                "希望达到的数值；没有可留空。",
                "5.0",
            ),
            "source": ColumnWords(
                "来源",
                "数据取自哪个系统或报表。",
                "客服工单系统",
            ),
            "months": ColumnWords(
                "第{n}月",
                "当月的数值，“第1月”就是“数据期间起”所在的月份。没有数据就留空，不要填 0。",
                "7.5",
            ),
        },
    ),
    "complaints": SheetWords(
        "投诉分类",
        "数据期间内各类投诉的数量。调研报告据此画帕累托图，找出占八成的少数几类。",
        "客服或质量部门，从投诉台账中汇总。",
        columns={
            "kind": ColumnWords(
                "类型",
                "投诉的类型，不可重复；“其他”在图中总排最后。",
                "维修超时",
            ),
            "count": ColumnWords(
                "数量",
                "数据期间内的件数。",
                "118",
            ),
            "note": ColumnWords(
                "备注",
                "统计口径等说明。",
                "多数停在质量判定与方案审批",
            ),
        },
    ),
    "interviews": SheetWords(
        "访谈记录",
        "访谈得到的发现，一条发现一行；同一次访谈的各行编号相同。反复出现的主题由报告统计。",
        "访谈人，当天整理。",
        columns={
            "id": ColumnWords(
                "访谈编号",
                "一次访谈一个编号，各条发现重复填写；问题清单的“来源”用它引用。",
                "I01",
            ),
            "party": ColumnWords(
                "对象类别",
                "受访者属于四类对象中的哪一类。",
                "一线",
            ),
            "topic": ColumnWords(
                "主题",
                "两到六个字的标签；同一件事用同一个主题，才能统计次数。",
                "信息登记",
            ),
            "nature": ColumnWords(
                "性质",
                "这条发现是痛点、亮点、建议，还是管理层的战略要求。",
                "痛点",
            ),
            "content": ColumnWords(
                "内容",
                "一句话写清发现，尽量带上数字。",
                "登记时没有统一的必填清单，约三成工单因信息不全被退回补充。",
            ),
            "day": ColumnWords(
                "日期",
                "访谈日期。",
                "2026-06-09",
            ),
            "interviewee": ColumnWords(
                "受访者",
                "写岗位或代号，不写真名。",
                "客服专员（乙）",
            ),
            "interviewer": ColumnWords(
                "访谈人",
                "由谁访谈。",
                "流程改进小组",
            ),
            "steps": ColumnWords(
                "涉及步骤",
                "说的是哪几步，写步骤编号；整条流程写“全流程”。",
                "F02、F03",
            ),
            "quote": ColumnWords(
                "原话",
                "最能说明问题的一句原话，报告会照引。",
                "没有序列号，我连保修期都查不到。",
            ),
        },
    ),
    "questions": SheetWords(
        "问卷题目",
        "问卷中的每一道题：题型、量表和维度。答卷按它统计。",
        "设计问卷的人，发放之前填写。",
        columns={
            "id": ColumnWords(
                "题号",
                "已预先编好；答卷的列标题可用它。",
                "Q03",
            ),
            "text": ColumnWords(
                "题目",
                "问卷上的原文。",
                "能够及时了解处理进度",
            ),
            "kind": ColumnWords(
                "题型",
                "量表、NPS、单选、多选或开放。NPS 为 0 至 10 分。",
                "量表",
            ),
            "scale": ColumnWords(
                "量表上限",
                "量表最高几分；最低为 1 分。留空按 5 分计，只用于量表题。",
                "5",
            ),
            "dimension": ColumnWords(
                "维度",
                "题目归入哪个维度；同一维度各题求平均。",
                "过程透明",
            ),
            "wording": ColumnWords(
                "方向",
                "同意表示满意为正向，表示不满为反向；反向题自动换算。留空按正向计。",
                "正向",
            ),
            "options": ColumnWords(
                "选项",
                "单选、多选的全部选项，用顿号隔开。",
                "短信、微信、电话、小程序",
            ),
        },
    ),
    "answers": SheetWords(
        "问卷答卷",
        "收回的答卷，一份一行，一题一列；从问卷平台导出后贴进来即可。",
        "发放问卷的人，回收结束后导入。",
        columns={
            "id": ColumnWords(
                "答卷编号",
                "平台给的编号；没有可留空。",
                "A001",
            ),
            "party": ColumnWords(
                "对象类别",
                "答卷人属于四类对象中的哪一类；不知道就留空。",
                "客户",
            ),
            "day": ColumnWords(
                "日期",
                "提交答卷的日期。",
                "2026-06-19",
            ),
            "values": ColumnWords(
                "{n}",
                "这道题的答案：分数或选项原文；多选用顿号或“┋”隔开。没有作答就留空。",
                "3",
            ),
        },
    ),
    "observations": SheetWords(
        "现场观察",
        "在现场看到的异常情况、重复动作和等待，一种情况一行。",
        "观察人，在现场记录，当天整理。",
        columns={
            "id": ColumnWords(
                "观察编号",
                "已预先编好；问题清单的“来源”用它引用。",
                "O04",
            ),
            "kind": ColumnWords(
                "类型",
                "异常情况、重复动作、等待或其他。",
                "等待",
            ),
            "description": ColumnWords(
                "描述",
                "看到了什么，写事实，不写判断。",
                "工单集中到上午、下午各分派一次，其余时间排队",
            ),
            "step": ColumnWords(
                "步骤编号",
                "在哪一步看到的，只写一个。",
                "F04",
            ),
            "day": ColumnWords(
                "日期",
                "观察日期。",
                "2026-06-25",
            ),
            "times": ColumnWords(
                "次数",
                "观察期间发生了几次。",
                "4",
            ),
            "duration": ColumnWords(
                "时长",
                "平均每次多长；损失的时间 = 次数 × 时长。",
                "230",
            ),
            "duration_unit": ColumnWords(
                "时长单位",
                "时长的单位。",
                "分钟",
            ),
            "case": ColumnWords(
                "跟单编号",
                "跟踪的是哪一张工单；没有跟单可留空。",
                "T20260380",
            ),
            "observer": ColumnWords(
                "观察人",
                "由谁观察。",
                "流程改进小组",
            ),
        },
    ),
    "tickets": SheetWords(
        "工单明细",
        "数据期间内的工单，一张一行，由系统导出；也可把“工单明细.csv”放进项目文件夹。",
        "系统管理员导出，列名不同时用“列映射”对应。",
        columns={
            "id": ColumnWords(
                "工单号",
                "系统中的编号，不可重复。",
                "T20260012",
            ),
            "created": ColumnWords(
                "创建时间",
                "工单建立的时间；统计范围和各月数量以它为准。",
                "2026-01-07 16:16",
            ),
            "kind": ColumnWords(
                "类型",
                "工单或投诉的类型。",
                "维修超时",
            ),
            "channel": ColumnWords(
                "渠道",
                "从哪里进来的。",
                "微信公众号",
            ),
            "responded": ColumnWords(
                "首次响应时间",
                "第一次答复客户的时间；没有就留空。",
                "2026-01-08 09:28",
            ),
            "closed": ColumnWords(
                "关闭时间",
                "办结的时间；还没办结就留空，月末计入积压。",
                "2026-01-15 17:52",
            ),
            "department": ColumnWords(
                "责任部门",
                "由哪个部门处理。",
                "技术支持部",
            ),
            "repeated": ColumnWords(
                "是否重复",
                "是不是就同一问题再次投诉。",
                "否",
            ),
        },
    ),
    "log": SheetWords(
        "流程日志",
        "系统记下的事件，一个案例做完一项活动一行；也可把“流程日志.csv”放进项目文件夹。",
        "系统管理员导出，列名不同时用“列映射”对应。",
        columns={
            "case": ColumnWords(
                "案例号",
                "同一案例的各行相同，一般就是工单号。",
                "T20260005",
            ),
            "activity": ColumnWords(
                "活动",
                "做了什么；最好与步骤名称一致。",
                "信息登记",
            ),
            "finished": ColumnWords(
                "完成时间",
                "活动做完的时间。案例的历时是最后一个时间减最早一个时间。",
                "2026-01-05 16:58",
            ),
            "started": ColumnWords(
                "开始时间",
                "活动开始的时间；与完成时间都有，才能区分作业与等待。",
                "2026-01-05 16:46",
            ),
            "resource": ColumnWords(
                "人员或岗位",
                "由谁做的，最好写岗位；交接次数由它算出。",
                "客服专员",
            ),
        },
    ),
    "mapping": SheetWords(
        "列映射",
        "系统导出的文件列名不同时，在这里说明它的哪一列是我们的哪一列；文件本身不必改动。",
        "导出数据的人，一列一行。",
        columns={
            "target": ColumnWords(
                "目标表",
                "当作哪一张表来读：工单明细、流程日志或问卷答卷。",
                "工单明细",
            ),
            "file": ColumnWords(
                "文件",
                "文件名，放在项目文件夹中。",
                "客服系统导出.xlsx",
            ),
            "column": ColumnWords(
                "我们的列名",
                "目标表中的列标题；问卷答卷写题号。",
                "创建时间",
            ),
            "source": ColumnWords(
                "来源列名",
                "那份文件中的列标题，照抄。",
                "受理时间",
            ),
            "tab": ColumnWords(
                "工作表",
                "文件中的哪张工作表；留空读第一张有内容的。",
                "工单",
            ),
            "date_format": ColumnWords(
                "日期格式",
                "日期写法特殊时填写，如日在月前；平常留空。",
                "dd/MM/yyyy HH:mm",
            ),
        },
    ),
}
