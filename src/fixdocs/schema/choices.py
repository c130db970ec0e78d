"""The lists of values a cell may be one of. Keys only; the words stand in the catalogue."""

from enum import StrEnum


class Occasion(StrEnum):
    """When a team improves a process (适用场景)."""

    COMPLAINTS = "complaints"
    REDUNDANCY = "redundancy"
    GROWTH = "growth"
    POLICY = "policy"
    DUTIES = "duties"


class GoalKind(StrEnum):
    EFFICIENCY = "efficiency"
    COST = "cost"
    QUALITY = "quality"
    RISK = "risk"
    EXPERIENCE = "experience"


class Direction(StrEnum):
    LOWER = "lower"
    HIGHER = "higher"


class YesNo(StrEnum):
    YES = "yes"
    NO = "no"


class PartyKind(StrEnum):
    FRONT_LINE = "front_line"
    CUSTOMER = "customer"
    DEPARTMENT = "department"
    MANAGEMENT = "management"


class SurveyMethod(StrEnum):
    INTERVIEW = "interview"
    QUESTIONNAIRE = "questionnaire"
    OBSERVATION = "observation"
    DATA = "data"


class StepKind(StrEnum):
    START = "start"
    ACTIVITY = "activity"
    DECISION = "decision"
    FORK = "fork"
    JOIN = "join"
    END = "end"


class TimeUnit(StrEnum):
    """Working clock: minutes, hours, workdays. Calendar clock: days. Never mixed silently."""

    MINUTES = "minutes"
    HOURS = "hours"
    WORKDAYS = "workdays"
    DAYS = "days"


class DurationSource(StrEnum):
    MEASURED = "measured"
    SYSTEM = "system"
    ESTIMATE = "estimate"


class ValueType(StrEnum):
    VALUE_ADDING = "value_adding"
    NECESSARY = "necessary"
    NON_VALUE = "non_value"


class Nature(StrEnum):
    PAIN = "pain"
    BRIGHT = "bright"
    SUGGESTION = "suggestion"
    STRATEGY = "strategy"


class QuestionKind(StrEnum):
    LIKERT = "likert"
    NPS = "nps"
    SINGLE = "single"
    MULTIPLE = "multiple"
    OPEN = "open"


class Wording(StrEnum):
    POSITIVE = "positive"
    REVERSE = "reverse"


class ObservationKind(StrEnum):
    ABNORMAL = "abnormal"
    REPEATED = "repeated"
    WAITING = "waiting"
    OTHER = "other"


class IssueClass(StrEnum):
    EFFICIENCY = "efficiency"
    QUALITY = "quality"
    EXPERIENCE = "experience"
    COST = "cost"


class Treatment(StrEnum):
    NOW = "now"
    PLANNED = "planned"
    DEFERRED = "deferred"
    NONE = "none"


class Rated(StrEnum):
    IMPACT = "impact"
    FREQUENCY = "frequency"


class Dimension(StrEnum):
    PEOPLE = "people"
    MACHINE = "machine"
    MATERIAL = "material"
    METHOD = "method"
    ENVIRONMENT = "environment"
    MEASUREMENT = "measurement"


class Verdict(StrEnum):
    CONFIRMED = "confirmed"
    EXCLUDED = "excluded"
    PENDING = "pending"


class ReverseCheck(StrEnum):
    PASSED = "passed"
    FAILED = "failed"


class Control(StrEnum):
    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"


class Ecrs(StrEnum):
    """Eliminate, combine, rearrange, simplify; ADD stands apart, it is not ECRS."""

    ELIMINATE = "eliminate"
    COMBINE = "combine"
    REARRANGE = "rearrange"
    SIMPLIFY = "simplify"
    ADD = "add"


class Principle(StrEnum):
    ECRS = "ecrs"
    CUSTOMER = "customer"
    RESOURCES = "resources"


class Trial(StrEnum):
    UNTRIED = "untried"
    EFFECTIVE = "effective"
    PARTIAL = "partial"
    FAILED = "failed"


class Adoption(StrEnum):
    ADOPTED = "adopted"
    REJECTED = "rejected"
    PENDING = "pending"


class Attendance(StrEnum):
    PRESENT = "present"
    ABSENT = "absent"
    RECUSED = "recused"


class ReviewerKind(StrEnum):
    MANAGEMENT = "management"
    BUSINESS = "business"
    TECHNICAL = "technical"
    FRONT_LINE = "front_line"


class MappedSheet(StrEnum):
    """The sheets that 列映射 may feed from a foreign file."""

    TICKETS = "tickets"
    LOG = "log"
    ANSWERS = "answers"
