"""The words for the members of the lists of values."""

CHOICES: dict[str, dict[str, str]] = {
    "Occasion": {
        "complaints": "High complaint rate",
        "redundancy": "Redundant steps",
        "growth": "Growth",
        "policy": "New policy or technology",
        "duties": "Unclear duties",
    },
    "GoalKind": {
        "efficiency": "Efficiency",
        "cost": "Cost",
        "quality": "Quality",
        "risk": "Risk",
        "experience": "Experience",
    },
    "Direction": {
        "lower": "Lower is better",
        "higher": "Higher is better",
    },
    "YesNo": {
        "yes": "Yes",
        "no": "No",
    },
    "PartyKind": {
        "front_line": "Front line",
        "customer": "Customer",
        "department": "Cooperating department",
        "management": "Management",
    },
    "SurveyMethod": {
        "interview": "Interview",
        "questionnaire": "Questionnaire",
        "observation": "Observation",
        "data": "Data",
    },
    "StepKind": {
        "start": "Start",
        "activity": "Activity",
        "decision": "Decision",
        "fork": "Fork",
        "join": "Join",
        "end": "End",
    },
    "TimeUnit": {
        "minutes": "Minutes",
        "hours": "Hours",
        "workdays": "Working days",
        "days": "Calendar days",
    },
    "DurationSource": {
        "measured": "Measured",
        "system": "System",
        "estimate": "Estimate",
    },
    "ValueType": {
        "value_adding": "Value-adding",
        "necessary": "Necessary non-value-adding",
        "non_value": "Non-value-adding",
    },
    "Nature": {
        "pain": "Pain point",
        "bright": "Bright spot",
        "suggestion": "Suggestion",
        "strategy": "Strategic requirement",
    },
    "QuestionKind": {
        "likert": "Scale",
        "nps": "NPS",
        "single": "Single choice",
        "multiple": "Multiple choice",
        "open": "Open",
    },
    "Wording": {
        "positive": "Positive",
        "reverse": "Reverse",
    },
    "ObservationKind": {
        "abnormal": "Abnormal situation",
        "repeated": "Repeated action",
        "waiting": "Waiting",
        "other": "Other",
    },
    "IssueClass": {
        "efficiency": "Efficiency",
        "quality": "Quality",
        "experience": "Experience",
        "cost": "Cost",
    },
    "Treatment": {
        "now": "Treat now",
        "planned": "In the plan",
        "deferred": "Deferred",
        "none": "Not treated",
    },
    "Rated": {
        "impact": "Impact",
        "frequency": "Frequency",
    },
    "Dimension": {
        "people": "People",
        "machine": "Machine",
        "material": "Material",
        "method": "Method",
        "environment": "Environment",
        "measurement": "Measurement",
    },
    "Verdict": {
        "confirmed": "Confirmed",
        "excluded": "Excluded",
        "pending": "To be verified",
    },
    "ReverseCheck": {
        "passed": "Passed",
        "failed": "Failed",
    },
    "Control": {
        "full": "Controllable",
        "partial": "Partly controllable",
        "none": "Not controllable",
    },
    "Ecrs": {
        "eliminate": "Eliminate",
        "combine": "Combine",
        "rearrange": "Rearrange",
        "simplify": "Simplify",
        "add": "Add",
    },
    "Principle": {
        "ecrs": "ECRS",
        "customer": "Customer first",
        "resources": "Fit the resources",
    },
    "Trial": {
        "untried": "Untried",
        "effective": "Effective",
        "partial": "Partly effective",
        "failed": "Failed",
    },
    "Adoption": {
        "adopted": "Adopted",
        "rejected": "Not adopted",
        "pending": "Undecided",
    },
    "Attendance": {
        "present": "Present",
        "absent": "Absent",
        "recused": "Recused",
    },
    "ReviewerKind": {
        "management": "Management",
        "business": "Business",
        "technical": "Technical",
        "front_line": "Front line",
    },
    "MappedSheet": {
        "tickets": "Tickets",
        "log": "Process log",
        "answers": "Answers",
    },
}
