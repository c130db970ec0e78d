"""What the diagnostics of flow and survey (FD4xx, FD5xx) say."""

from .. import MessageWords

MESSAGES: dict[str, MessageWords] = {
    "FD401": MessageWords(
        title="流程没有开始步骤",
        text="流程中没有类型为“开始”的步骤",
        cure="把第一个步骤的“类型”改为“开始”",
        cause="没有一行的类型是“开始”",
    ),
    "FD402": MessageWords(
        title="流程没有结束步骤",
        text="流程中没有类型为“结束”的步骤",
        cure="在流程末尾加一个类型为“结束”的步骤",
        cause="没有一行的类型是“结束”",
    ),
    "FD403": MessageWords(
        title="步骤走不到",
        text="从开始步骤走不到 {found}",
        cure="检查其他步骤的“去向”，让某一步通向它；不需要的步骤请删去",
        cause="没有任何步骤的去向通向它",
    ),
    "FD404": MessageWords(
        title="步骤没有去向",
        text="{found} 之后没有去向，也不是“结束”",
        cure="填写“去向1”，或把类型改为“结束”",
        cause="步骤没有去向：判断、并行须逐一写明；其他类型只有在下一行有步骤时才可留空",
    ),
    "FD405": MessageWords(
        title="占比之和不是 100%",
        text="{step} 各去向的占比之和为 {found}，应为 100%",
        cure="改正占比，或把该步骤的占比全部清空",
        cause="同一步骤的占比之和偏离 100%",
    ),
    "FD406": MessageWords(
        title="占比只填了一部分",
        text="{step} 的占比有的填了，有的没填",
        cure="各去向的占比要么全填，要么全空",
        cause="同一步骤的占比没有填全",
    ),
    "FD407": MessageWords(
        title="判断的去向不足两个",
        text="判断步骤 {step} 只有 {found} 个去向，至少要有 2 个",
        cure="补上另一个去向及其结果；没有分支时把类型改为“活动”",
        cause="判断须有两个以上去向",
    ),
    "FD408": MessageWords(
        title="判断的去向没有写结果",
        text="判断步骤 {step} 的这个去向没有写结果",
        cure="填写该去向对应的判断结果，例如“是”或“否”",
        cause="判断的每个去向都要写结果",
    ),
    "FD409": MessageWords(
        title="价值类型可能有误",
        text="{step} 是审批或返工步骤，却标为“增值”",
        cure="审批和返工不直接为客户增值，请改为“必要非增值”或“非增值”",
        cause="审批、返工步骤不属于增值",
    ),
    "FD410": MessageWords(
        title="开始步骤不止一个",
        text="有 {count} 个开始步骤：{found}",
        cure="通常一条流程只有一个开始；确有多个入口时可以不改",
        cause="流程有几个开始步骤",
    ),
    "FD411": MessageWords(
        title="步骤没有时间",
        text="{step} 的作业时间和等待时间都是空的",
        cure="填写时间；暂无实测值时可填估计值，并把“耗时来源”填为“估计”",
        cause="活动步骤没有任何时间，总历时会偏短",
    ),
    "FD412": MessageWords(
        title="并行与汇合不成对",
        text="有 {forks} 个“并行”、{joins} 个“汇合”",
        cure="为每个“并行”补上对应的“汇合”",
        cause="并行与汇合的数目不相等",
    ),
    "FD413": MessageWords(
        title="两种时钟混用",
        text="步骤 {found} 的时间按自然日填写，其余按工作时间填写",
        cure="能换算的请统一用工作时间单位；不能换算的会在报告中单列",
        cause="同一流程里既有工作时间也有自然日",
    ),
    "FD414": MessageWords(
        title="步骤走不到结束",
        text="从 {found} 出发永远到不了结束步骤",
        cure="在循环中加一个通向结束的去向",
        cause="若干步骤互相指向，没有出口",
    ),
    "FD501": MessageWords(
        title="期间的结束早于开始",
        text="结束日期 {found} 早于开始日期 {begin}",
        cure="改正其中一个日期",
        cause="期间的结束日期在开始日期之前",
    ),
    "FD502": MessageWords(
        title="数据期间不是 3 至 6 个月",
        text="数据期间为 {found} 个月，一般取最近 3 至 6 个月",
        cure="核对数据期间；确需如此时可以不改",
        cause="数据期间短于 3 个月或长于 6 个月",
    ),
    "FD503": MessageWords(
        title="调研对象没有证据",
        text="{found} 没有访谈、问卷、观察或数据",
        cure="补充调研结果，或从调研对象中删去",
        cause="列为调研对象，却没有任何证据",
    ),
    "FD504": MessageWords(
        title="数据期间之外的记录",
        text="共 {count} 条记录，其中 {found} 条在数据期间 {begin} 至 {end} 之外",
        cure="核对数据期间；工单只统计期间内的，日志为保持案例完整全部统计",
        cause="记录的时间落在数据期间之外",
    ),
    "FD505": MessageWords(
        title="记录的结束早于开始",
        text="{found} 早于 {begin}（同类共 {count} 处）",
        cure="核对两个时间",
        cause="工单或日志的结束时间在开始时间之前",
    ),
    "FD506": MessageWords(
        title="数目前后不符",
        text="{found} 大于 {limit}",
        cure="核对计划、发放、回收与有效的数目",
        cause="回收数大于发放数，或有效数大于回收数",
    ),
    "FD507": MessageWords(
        title="指标月份不全",
        text="{indicator} 只填了 {found} 个月，数据期间有 {limit} 个月",
        cure="补齐缺少的月份；确无数据时可以留空",
        cause="指标的月份少于数据期间",
    ),
    "FD508": MessageWords(
        title="月份超出数据期间",
        text="{indicator} 填到第 {found} 月，数据期间只有 {limit} 个月",
        cure="删去多余月份，或改正数据期间",
        cause="填写的月份超过数据期间",
    ),
    "FD509": MessageWords(
        title="答案不在量表之内",
        text="{question} 的答案 {found} 不是 {low} 至 {high} 的整数（同类共 {count} 处）",
        cure="改正答案，或改正题目的题型、量表上限",
        cause="量表题、NPS 题的答案越界，或不是数字",
    ),
    "FD510": MessageWords(
        title="答卷中有不认识的题目",
        text="列“{found}”不是问卷题目中的题号或题目",
        cure="把列标题改为题号，或在问卷题目中登记这道题",
        cause="答卷的列标题在问卷题目里找不到",
    ),
    "FD511": MessageWords(
        title="目标方向有误",
        text="{goal} 的目标值 {found} 不优于基线值 {baseline}",
        cure="核对方向、基线值和目标值",
        cause="目标值在基线值变差的一侧",
    ),
    "FD512": MessageWords(
        title="各来源的历时相差较大",
        text="按流程步骤推算，总历时为 {computed} 个工作日；此处的均值折合 {found} 个工作日，相差 {gap}",
        cure="核对步骤时间与数据口径；报告会照实列出差异",
        cause="不同来源的历时相差超过 30%",
    ),
    "FD513": MessageWords(
        title="封面版本没有修订记录",
        text="封面版本 {found} 不在修订记录中",
        cure="在修订记录中补一行",
        cause="修订记录没有封面上的版本",
    ),
    "FD514": MessageWords(
        title="目标的指标没有逐月数据",
        text="目标 {goal} 的指标“{indicator}”在运行数据中没有任何一个月的数值",
        cure="在“运行数据”中填写这个指标的逐月数值；没有数据时可以不填，报告会写明",
        cause="没有逐月数据，基线值无法核对",
    ),
}
