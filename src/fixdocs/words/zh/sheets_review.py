"""Sheets and columns of workbook 05: alternatives, scores, decision."""

from .. import ColumnWords, SheetWords

SHEETS: dict[str, SheetWords] = {
    "alternatives": SheetWords(
        "备选方案",
        "由措施搭配成的几个可选方案，供评审比选；至少两个。",
        "项目组，措施商定之后、评审之前。",
        columns={
            "id": ColumnWords(
                "方案编号",
                "已预先编好；评分和结论用它引用方案。",
                "S02",
            ),
            "name": ColumnWords(
                "方案名称",
                "能看出特点的名称。",
                "协同平台方案",
            ),
            "measures": ColumnWords(
                "措施编号",
                "包含哪几项措施；采纳的措施至少列入一个方案。",
                "M01、M04、M05、M08",
            ),
            "description": ColumnWords(
                "说明",
                "思路和取舍，一两句话。",
                "先解决进度透明与跟进责任，系统接口留待下一年度",
            ),
        },
    ),
    "reviewers": SheetWords(
        "评审人",
        "谁参加评审。宜跨部门，并有一线代表。",
        "会议组织者，会前列名，会后补出席情况。",
        columns={
            "id": ColumnWords(
                "评审人编号",
                "已预先编好；评分表用它引用评审人。",
                "E01",
            ),
            "name": ColumnWords(
                "姓名或代号",
                "可写代号。",
                "评审人甲",
            ),
            "post": ColumnWords(
                "岗位",
                "担任什么岗位。",
                "运营总监",
            ),
            "department": ColumnWords(
                "部门",
                "所在部门；全部来自一个部门会有提醒。",
                "技术支持部",
            ),
            "kind": ColumnWords(
                "类别",
                "管理层、业务、技术或一线代表。",
                "管理层",
            ),
            "weight": ColumnWords(
                "权重",
                "这个人的评分占多大分量，大于 0，默认 1；各人一样就不必改。",
                "1",
            ),
            "attendance": ColumnWords(
                "出席",
                "出席、缺席或回避；留空算出席。缺席、回避者的评分不计。",
                "出席",
            ),
        },
    ),
    "criteria": SheetWords(
        "评估维度",
        "从哪几方面评分、各占多少。已填好可行性、有效性、风险性三项，可以调整。",
        "项目组，评审之前商定，评审中不再改。",
        columns={
            "name": ColumnWords(
                "维度",
                "名称，不可重复；评分表中一个维度一列，列标题就是它。",
                "可行性",
            ),
            "weight": ColumnWords(
                "权重",
                "各维度合计 100%；不是 100% 时按比例折算。",
                "40%",
            ),
            "direction": ColumnWords(
                "方向",
                "分越高越好，还是越低越好；越低越好的由程序换算一次，评分时不要自己反过来。",
                "越高越好",
            ),
            "description": ColumnWords(
                "说明",
                "评的是什么。",
                "人员、技术、预算等资源是否具备",
            ),
            "low": ColumnWords(
                "下限",
                "最低分，默认 1。",
                "1",
            ),
            "high": ColumnWords(
                "上限",
                "最高分，默认 5，须大于下限。",
                "5",
            ),
            "anchor_low": ColumnWords(
                "1分含义",
                "打 1 分是什么情形，印在评分表和评审票上。",
                "资源基本不具备",
            ),
            "anchor_middle": ColumnWords(
                "3分含义",
                "打 3 分是什么情形。",
                "资源部分具备，可以补足",
            ),
            "anchor_high": ColumnWords(
                "5分含义",
                "打 5 分是什么情形。",
                "资源完全具备",
            ),
            "veto": ColumnWords(
                "否决线",
                "平均分比它差的方案会被标出，正好等于不算；没有可留空。",
                "2",
            ),
        },
    ),
    "scores": SheetWords(
        "评分",
        "每位评审人给每个方案打的分，一人一方案一行。",
        "评审人各自填写，会后汇总。",
        columns={
            "reviewer": ColumnWords(
                "评审人",
                "评审人编号。",
                "E06",
            ),
            "alternative": ColumnWords(
                "方案编号",
                "给哪个方案评分。",
                "S03",
            ),
            "values": ColumnWords(
                "{n}",
                "按维度的上下限打分，含义见“评估维度”。没有把握就写“弃权”，不要填 0。",
                "4",
            ),
            "comment": ColumnWords(
                "意见",
                "打分的理由或建议，报告会照引。",
                "对推行阻力没有把握，弃权",
            ),
        },
    ),
    "decision": SheetWords(
        "评审结论",
        "评审会最后怎么定：采纳哪个方案，有什么条件和不同意见。",
        "会议记录人，散会前念给大家核对。",
        columns={
            "day": ColumnWords(
                "会议日期",
                "评审会哪天开的。",
                "2026-07-30",
            ),
            "chair": ColumnWords(
                "主持人",
                "谁主持会议，可写岗位。",
                "运营总监",
            ),
            "adopted": ColumnWords(
                "采纳方案",
                "采纳的方案编号，只写一个；没有定就留空，报告标为待评审。",
                "S02",
            ),
            "conditions": ColumnWords(
                "附带条件",
                "采纳的前提和要求。",
                "小额补偿授权按月封顶8000元；系统接口分两期上线，第一期只做状态同步",
            ),
            "dissent": ColumnWords(
                "不同意见",
                "谁有什么不同意见，如实记录。",
                "售后服务经理认为授权额度宜先定为100元，试行一季度后再提高",
            ),
            "reason": ColumnWords(
                "与得分不一致的理由",
                "采纳的不是得分最高的方案时必填；一致就留空。",
                "得分最高的方案今年没有预算，先采纳次高的方案",
            ),
        },
    ),
}
