"""The words of the templates' front matter."""

SAY: dict[str, str] = {
    "process": "所属流程",
    "department": "责任部门",
    "version": "文档版本",
    "date": "报告日期",
    "number": "文件编号",
    "classification": "密\u3000\u3000级",
    "control": "文档信息",
    "revisions": "修订记录",
    "contents": "目\u3000录",
    "summary": "摘\u3000要",
    "gaps": "待补清单",
    "colon": "：",
    "annex_style": "附录标题",
}
