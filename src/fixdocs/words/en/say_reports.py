"""The names of the five reports."""

SAY: dict[str, str] = {
    "survey": "As-is Process Survey Report",
    "issues": "Service Process Issue List",
    "causes": "Root Cause Analysis Report",
    "plan": "Service Process Improvement Plan",
    "evaluation": "Plan Evaluation Report",
}
