"""Words of the data that analysis must know."""

OTHER: tuple[str, ...] = ("other", "others")  # the class that a Pareto chart puts last
LEAD: tuple[str, ...] = (
    "lead time",
    "average duration",
    "process duration",
)  # parts of the name of an indicator of the whole flow's duration
COMPLAINTS: tuple[str, ...] = (
    "complaints received",
    "number of complaints",
)  # parts of the name of an indicator that counts complaints
PIECES: tuple[str, ...] = ("complaints", "cases", "pieces")  # units in which complaints are counted
SATISFIED: tuple[str, ...] = ("satisf",)  # parts of the name of an indicator of satisfaction
UNITS: dict[str, float] = {
    "minutes": 1.0,
    "min": 1.0,
    "hours": 60.0,
    "h": 60.0,
    "working days": 0.0,
    "workdays": 0.0,
}  # working units in minutes; 0 is a working day
NOT_AN_ISSUE: tuple[str, ...] = (
    "lack of",
    "lacks ",
    "no ",
    "missing ",
    "there is no",
)  # how a cause or a solution begins
