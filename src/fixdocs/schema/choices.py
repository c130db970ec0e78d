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
    """What an objective is about (优化目标)."""

    EFFICIENCY = "efficiency"
    COST = "cost"
    QUALITY = "quality"
    RISK = "risk"
    EXPERIENCE = "experience"


class Direction(StrEnum):
    """Whether a lower or a higher value is better."""

    LOWER = "lower"
    HIGHER = "higher"


class YesNo(StrEnum):
    """Yes or no."""

    YES = "yes"
    NO = "no"


class PartyKind(StrEnum):
    """The four parties a survey asks (调研对象)."""

    FRONT_LINE = "front_line"
    CUSTOMER = "customer"
    DEPARTMENT = "department"
    MANAGEMENT = "management"


class SurveyMethod(StrEnum):
    """How a party is surveyed."""

    INTERVIEW = "interview"
    QUESTIONNAIRE = "questionnaire"
    OBSERVATION = "observation"
    DATA = "data"


class StepKind(StrEnum):
    """What a step of the flow is (ISO 5807 symbols follow from it)."""

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
    """Where a duration comes from."""

    MEASURED = "measured"
    SYSTEM = "system"
    ESTIMATE = "estimate"


class ValueType(StrEnum):
    """Whether a step adds value for the customer."""

    VALUE_ADDING = "value_adding"
    NECESSARY = "necessary"
    NON_VALUE = "non_value"


class Nature(StrEnum):
    """What an interview finding is."""

    PAIN = "pain"
    BRIGHT = "bright"
    SUGGESTION = "suggestion"
    STRATEGY = "strategy"


class QuestionKind(StrEnum):
    """How a question is answered."""

    LIKERT = "likert"
    NPS = "nps"
    SINGLE = "single"
    MULTIPLE = "multiple"
    OPEN = "open"


class Wording(StrEnum):
    """Whether agreeing with an item is good (positive) or bad (reverse)."""

    POSITIVE = "positive"
    REVERSE = "reverse"


class ObservationKind(StrEnum):
    """What was seen on site."""

    ABNORMAL = "abnormal"
    REPEATED = "repeated"
    WAITING = "waiting"
    OTHER = "other"


class IssueClass(StrEnum):
    """The four standard classes of issues; a team may add its own."""

    EFFICIENCY = "efficiency"
    QUALITY = "quality"
    EXPERIENCE = "experience"
    COST = "cost"


class Treatment(StrEnum):
    """What is done about an issue."""

    NOW = "now"
    PLANNED = "planned"
    DEFERRED = "deferred"
    NONE = "none"


class IssueStatus(StrEnum):
    """How far an issue has been dealt with."""

    OPEN = "open"
    RUNNING = "running"
    CLOSED = "closed"


class Rated(StrEnum):
    """What a rating standard rates."""

    IMPACT = "impact"
    FREQUENCY = "frequency"


class Dimension(StrEnum):
    """The six main bones of a fishbone."""

    PEOPLE = "people"
    MACHINE = "machine"
    MATERIAL = "material"
    METHOD = "method"
    ENVIRONMENT = "environment"
    MEASUREMENT = "measurement"


class Verdict(StrEnum):
    """What verifying a cause showed."""

    CONFIRMED = "confirmed"
    EXCLUDED = "excluded"
    PENDING = "pending"


class ReverseCheck(StrEnum):
    """Whether a causal chain reads true from its root back."""

    PASSED = "passed"
    FAILED = "failed"


class Control(StrEnum):
    """How far a root cause is under the team's control."""

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
    """The principle a measure follows."""

    ECRS = "ecrs"
    CUSTOMER = "customer"
    RESOURCES = "resources"


class Trial(StrEnum):
    """What a trial run of a measure showed."""

    UNTRIED = "untried"
    EFFECTIVE = "effective"
    PARTIAL = "partial"
    FAILED = "failed"


class Adoption(StrEnum):
    """Whether a measure is adopted."""

    ADOPTED = "adopted"
    REJECTED = "rejected"
    PENDING = "pending"


class Attendance(StrEnum):
    """Whether a reviewer took part."""

    PRESENT = "present"
    ABSENT = "absent"
    RECUSED = "recused"


class ReviewerKind(StrEnum):
    """What a reviewer stands for."""

    MANAGEMENT = "management"
    BUSINESS = "business"
    TECHNICAL = "technical"
    FRONT_LINE = "front_line"


class MappedSheet(StrEnum):
    """The sheets that 列映射 may feed from a foreign file."""

    TICKETS = "tickets"
    LOG = "log"
    ANSWERS = "answers"
