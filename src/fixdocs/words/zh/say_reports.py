"""The names of the five reports."""

SAY: dict[str, str] = {
    "survey": "现状流程调研报告",
    "issues": "服务流程问题清单",
    "causes": "根因分析报告",
    "plan": "服务流程改进方案说明书",
    "evaluation": "方案评估报告",
}
