"""What the diagnostics of issues and causes (FD6xx, FD7xx) say."""

from .. import MessageWords

MESSAGES: dict[str, MessageWords] = {
    "FD601": MessageWords(
        title="问题没有来源",
        text="{issue} 没有填写来源",
        cure="填写支持它的访谈、观察、题号、指标或投诉类型",
        cause="来源为空",
    ),
    "FD602": MessageWords(
        title="描述像原因或对策",
        text="{issue} 的描述以“{found}”开头，更像原因或对策",
        cure="改为描述看得见的现象，例如“审批平均等待一个工作日”",
        cause="以“缺乏”“没有”等开头的多是原因",
    ),
    "FD603": MessageWords(
        title="人工判定没有理由",
        text="{issue} 填了“是否核心(人工)”，却没有理由",
        cure="填写“人工理由”",
        cause="改动矩阵的结论须说明理由",
    ),
    "FD604": MessageWords(
        title="没有核心问题",
        text="没有问题同时达到影响 {impact} 分、频率 {frequency} 分；最接近的是 {near}",
        cure="核对评分与阈值；确无核心问题时可以不改",
        cause="没有问题落在核心象限",
    ),
    "FD605": MessageWords(
        title="暂缓或不处理没有理由",
        text="{issue} 暂缓或不处理，没有写理由",
        cure="填写“暂缓理由”",
        cause="处理决定为暂缓或不处理，理由为空",
    ),
    "FD606": MessageWords(
        title="核心问题未处理",
        text="核心问题 {issue} 的处理决定是暂缓或不处理",
        cure="核心问题应优先处理，请核对",
        cause="核心问题被暂缓或不处理",
    ),
    "FD607": MessageWords(
        title="评级标准不全",
        text="评级标准只有 {found} 条；缺少的级别：影响程度 {impact}，发生频率 {frequency}",
        cure="补齐影响与频率各 5 级的含义",
        cause="影响和频率各应有 1 至 5 级",
    ),
    "FD608": MessageWords(
        title="待解决的问题没有根因",
        text="{issue} 已决定立即处理或列入方案，却没有根因",
        cure="为它填写根因，或改正处理决定",
        cause="没有根因就无从制定措施",
    ),
    "FD609": MessageWords(
        title="问题逾期未关闭",
        text="{issue} 的期望完成日期 {due} 早于报告日期 {report}，状态还不是“已关闭”",
        cure="核对日期和状态；确已逾期的，报告会注明",
        cause="期望完成日期早于报告日期，状态为未开始或处理中",
    ),
    "FD701": MessageWords(
        title="核心问题没有根因",
        text="核心问题 {issue} 没有对应的根因",
        cure="在“根因”表中为它填写根因",
        cause="根因表没有引用这个核心问题",
    ),
    "FD702": MessageWords(
        title="确认的原因没有证据",
        text="原因 {cause} 判定为“确认”，却没有证据",
        cure="填写证据，或把判定改为“待验证”",
        cause="确认须有证据",
    ),
    "FD703": MessageWords(
        title="根因来自已排除的原因",
        text="根因 {root} 的来源 {cause} 已判定为“排除”",
        cure="更换来源，或改正判定",
        cause="根因不能建立在已排除的原因上",
    ),
    "FD704": MessageWords(
        title="因果链太短或有空缺",
        text="链 {chain} 的第 {found} 层是空的，应从第 1 层起连续填写 2 至 7 层",
        cure="补上空缺的一层；不需要的链请删去",
        cause="五问法的链为 2 至 7 层，中间不留空",
    ),
    "FD705": MessageWords(
        title="因果链反向不成立",
        text="链 {chain} 的反向验证不通过",
        cure="从根因倒推一遍，改正不成立的一层",
        cause="反向读不通的链，报告会注明",
    ),
    "FD706": MessageWords(
        title="原因层级太深",
        text="原因 {cause} 的层级超过 3 层",
        cure="合并层级，或改用五问法记录",
        cause="鱼骨图最多 3 层",
    ),
    "FD707": MessageWords(
        title="子原因与上级不一致",
        text="原因 {cause} 与上级 {parent} 的问题或维度不同",
        cure="改正上级原因，或改正问题、维度",
        cause="子原因须与上级属于同一问题和同一维度",
    ),
    "FD708": MessageWords(
        title="根因的来源尚未确认",
        text="根因 {root} 的来源 {cause} 尚未确认",
        cure="验证后填写判定；报告会注明待验证",
        cause="来源的判定为待验证或空白",
    ),
    "FD709": MessageWords(
        title="核心问题没有鱼骨图",
        text="核心问题 {issue} 没有鱼骨图",
        cure="在“鱼骨图”表中补充它的原因",
        cause="核心问题应画鱼骨图",
    ),
    "FD710": MessageWords(
        title="链的起点属于别的问题",
        text="链 {chain} 分析 {issue}，起始原因 {cause} 却属于 {found}",
        cure="改正起始原因或问题编号",
        cause="起始原因与链不属于同一问题",
    ),
    "FD711": MessageWords(
        title="链从已排除的原因问起",
        text="链 {chain} 的起始原因 {cause} 已判定为排除",
        cure="改正原因的判定，或删去这条链",
        cause="起始原因的判定为排除，链不成立",
    ),
}
