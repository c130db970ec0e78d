"""What the facts about voices are, and how each is computed."""

from .. import FactWords

FACTS: dict[str, FactWords] = {
    "voices.day_minutes": FactWords("一个工作日的分钟数", "“每工作日小时数”×60。"),
    "voices.quotes": FactWords("原话条数", "访谈记录中填写了“原话”的行数。"),
    "voices.quoted": FactWords("列出的原话条数", "报告列出的原话，按访谈记录的次序取前几条。"),
    "voices.satisfied_of": FactWords("问卷满意度所依据的作答数", "该类对象对各道五级题的作答数之和。"),
    # Sample
    "voices.planned": FactWords("计划数", "调研对象表中这一行填写的计划数。"),
    "voices.actual": FactWords("实际数", "调研对象表填写的实际数；几行合计时为各行之和，有一行没填就不合计。"),
    "voices.sent": FactWords("发放数", "调研对象表填写的发放数；几行合计时只加发放数和回收数都填了的行。"),
    "voices.returned": FactWords("回收数", "调研对象表填写的回收数；几行合计时只加发放数和回收数都填了的行。"),
    "voices.valid": FactWords("有效数", "调研对象表填写的有效数；几行合计时为各行之和，有一行没填就不合计。"),
    "voices.reached": FactWords("完成率", "实际数 ÷ 计划数。"),
    "voices.return_rate": FactWords("回收率", "回收数 ÷ 发放数，只含两个数都填了的行。"),
    "voices.valid_rate": FactWords("有效率", "有效数 ÷ 回收数。"),
    "voices.asked": FactWords("发放问卷的对象数", "调研对象表中填了发放、回收、有效任一项的行数。"),
    "voices.stated": FactWords("发放、回收都填的对象数", "调研对象表中发放数和回收数都填了的行数。"),
    "voices.questions": FactWords("问卷题数", "问卷题目表的行数。"),
    "voices.parties": FactWords("调研对象数", "调研对象表的行数。"),
    # Interviews
    "voices.interviews": FactWords("访谈次数", "访谈记录中不同访谈编号的个数。"),
    "voices.findings": FactWords("访谈发现数", "访谈记录的行数，一行一条发现。"),
    "voices.raised": FactWords("提到这一主题的访谈数", "同一性质、同一主题的各行中，不同访谈编号的个数。"),
    "voices.topics": FactWords("主题数", "这一性质的访谈发现中，不同主题的个数。"),
    # Questionnaire
    "voices.answers": FactWords(
        "答卷数", "问卷答卷的行数；分对象时按对象类别列计数，内部人员为一线、跨部门和管理层之和。"
    ),
    "voices.answered": FactWords("作答数", "这道题填了有效答案的答卷数，空白、跳过和量表之外的答案不计。"),
    "voices.unanswered": FactWords("没有人作答的题数", "问卷题目中，各份答卷都没有有效答案的题数。"),
    "voices.scale": FactWords("量表满分", "问卷题目的量表上限，空白为 5；NPS 题为 10。"),
    "voices.level": FactWords("量表的一级", "量表从 1 到量表上限的各级；NPS 题从 0 到 10。"),
    "voices.chosen": FactWords("选这一级的作答数", "这道题的答案等于这一级的答卷数，按填写的原分计，不作换算。"),
    "voices.mean": FactWords("平均分", "各有效答案之和 ÷ 作答数；反向题先换算：最高分＋最低分－原分。"),
    "voices.csat": FactWords("满意占比", "换算后为 4 分或 5 分的作答数 ÷ 作答数，只用于 5 级量表题。"),
    "voices.satisfaction": FactWords(
        "问卷满意度", "各道 5 级量表题中换算后为 4 分或 5 分的作答之和 ÷ 这些题的作答之和。"
    ),
    "voices.nps": FactWords("净推荐值（NPS）", "9 至 10 分的百分比 － 0 至 6 分的百分比。"),
    "voices.option": FactWords("选这一选项的作答数", "这道题选了这一选项的答卷数，多选题一份可选几项。"),
    "voices.option_share": FactWords("选这一选项的占比", "选这一选项的作答数 ÷ 这道题的作答数。"),
    "voices.dimension": FactWords("维度平均分", "这一维度各题平均分之和 ÷ 题数，各题满分须相同。"),
    "voices.dimension_items": FactWords("维度的题数", "这一维度中有平均分的量表题数。"),
    "voices.opens": FactWords("开放题回答数", "各道开放题填了回答的答卷数之和。"),
    "voices.distinct": FactWords(
        "不同的开放题回答数", "内容相同的回答只算一条；比较时不计大小写、全半角、空白和句末标点。"
    ),
    "voices.same": FactWords(
        "内容相同的回答数", "这道题内容相同的回答份数；比较时不计大小写、全半角、空白和句末标点。"
    ),
    # Observations
    "voices.observations": FactWords("观察记录数", "现场观察的行数。"),
    "voices.times": FactWords("出现次数", "各条记录的次数之和；有没填的，为至少数。"),
    "voices.taken": FactWords("累计耗时", "次数 × 单次时长，折算为工作时间；自然日按 5/7 折算为工作日。"),
    "voices.spent": FactWords("合计时间", "各条记录的次数 × 单次时长之和；有没填全的，为至少数。"),
    "voices.timed": FactWords("填全时间的观察数", "次数和时长都填了的记录数。"),
    "voices.untimed": FactWords("没有填全时间的观察数", "次数或时长没有填的记录数。"),
    "voices.calendar": FactWords("以自然日计的时长", "时长单位为自然日的各条记录，次数 × 单次时长之和。"),
    # The frame of the survey report
    "voices.goals": FactWords("优化目标数", "优化目标表的行数。"),
    "voices.indicators": FactWords("运行指标数", "运行数据表中有月度数据的指标数。"),
    "voices.complaints": FactWords("投诉类别数", "投诉分类表的行数。"),
    "voices.order": FactWords("序号", "表中的行次。"),
}
