"""The words of the front matter and of captions."""

SAY: dict[str, str] = {
    "figure": "图",
    "table": "表",
    "figure_again": "图 {n}（续）",
    "chapter": "第{n}章",
    "annex": "附录 {n}",
    "language": "zh-CN",
    "sample": "示例数据",
    "draft": "草稿",
    "gap": "待补",
    "gaps_lead": "本稿带着 {n} 处错误生成，只供内部核对，不得作为正式报告使用。下列内容待补；缺了它们的行可能没有列入表格，"
    "由它们算出的数字可能不全。",
    "document": "文档名称",
    "project": "项目名称",
    "process": "所属流程",
    "department": "责任部门",
    "number": "文件编号",
    "version": "版本",
    "date": "报告日期",
    "classification": "密级",
    "leader": "项目负责人",
    "author": "编制",
    "reviewer": "审核",
    "approver": "批准",
    "period": "数据期间",
    "survey": "调研时间",
}
