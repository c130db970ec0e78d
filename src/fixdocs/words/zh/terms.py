"""Words of the data that analysis must know."""

OTHER: tuple[str, ...] = ("其他", "其它")  # the class that a Pareto chart puts last
LEAD: tuple[str, ...] = (
    "平均耗时",
    "总历时",
    "处理时长",
    "办理时长",
    "办结时长",
)  # parts of the name of an indicator of the whole flow's duration
COMPLAINTS: tuple[str, ...] = (
    "投诉量",
    "投诉数",
    "投诉件数",
    "投诉次数",
)  # parts of the name of an indicator that counts complaints
PIECES: tuple[str, ...] = ("件", "起", "次", "宗", "例", "个")  # units in which complaints are counted
SATISFIED: tuple[str, ...] = ("满意",)  # parts of the name of an indicator of satisfaction
UNITS: dict[str, float] = {"分钟": 1.0, "小时": 60.0, "工作日": 0.0}  # working units in minutes; 0 is a working day
NOT_AN_ISSUE: tuple[str, ...] = ("缺乏", "没有", "未建立", "缺少")  # how a cause or a solution begins
