"""What the diagnostics of plan and evaluation (FD8xx, FD9xx) say."""

from .. import MessageWords

MESSAGES: dict[str, MessageWords] = {
    "FD801": MessageWords(
        title="根因没有措施",
        text="根因 {root} 没有对应的改进措施",
        cure="在“改进措施”表中为它填写措施；决定不采取措施时也请写明（采纳状态“不采纳”）",
        cause="没有一项措施引用这个根因",
    ),
    "FD802": MessageWords(
        title="措施不在任何方案中",
        text="已采纳的措施 {measure} 不在任何备选方案中",
        cure="把它列入某个备选方案的“措施编号”",
        cause="采纳的措施须列入方案",
    ),
    "FD803": MessageWords(
        title="任务结束早于开始",
        text="任务 {task} 的结束日期 {found} 早于开始日期 {begin}",
        cure="改正其中一个日期",
        cause="任务的结束日期在开始日期之前",
    ),
    "FD804": MessageWords(
        title="采纳的方案没有改进后流程",
        text="方案 {alternative} 已被采纳，但没有适用于它的改进后流程",
        cure="填写“改进后流程”，或改正“适用方案”",
        cause="采纳方案的流程为空",
    ),
    "FD805": MessageWords(
        title="取消了有法规要求的步骤",
        text="改进后取消了 {step}，它有法规或内控要求：{found}",
        cure="确认要求仍能满足，并在措施中说明",
        cause="被取消的步骤填有法规或内控要求",
    ),
    "FD806": MessageWords(
        title="任务早于前置任务结束",
        text="任务 {task} 于 {found} 开始，前置任务 {before} 于 {limit} 才结束",
        cure="调整日期，或改正前置任务",
        cause="任务在前置任务完成之前开始",
    ),
    "FD807": MessageWords(
        title="方案含试行无效的措施",
        text="方案 {alternative} 含有试行无效的措施 {measure}",
        cure="从方案中去掉它，或说明改进后再用的理由",
        cause="试行无效的措施不计收益",
    ),
    "FD808": MessageWords(
        title="方案含不采纳的措施",
        text="方案 {alternative} 含有不采纳的措施 {measure}",
        cure="从方案中去掉它，或改正采纳状态",
        cause="不采纳的措施不应列入方案",
    ),
    "FD809": MessageWords(
        title="不采纳没有理由",
        text="措施 {measure} 不采纳，没有写理由",
        cure="填写“理由”",
        cause="采纳状态为不采纳，理由为空",
    ),
    "FD810": MessageWords(
        title="改进后流程没有变化",
        text="改进后流程与现状流程完全相同",
        cure="修改改进后流程，或清空这张表",
        cause="两个流程逐步相同",
    ),
    "FD811": MessageWords(
        title="预期值没有测算依据",
        text="措施 {measure} 填了预期值，没有测算依据",
        cure="填写“测算依据”",
        cause="预期值须说明如何得出",
    ),
    "FD812": MessageWords(
        title="试行值不全",
        text="措施 {measure} 已试行，试行前值或试行后值为空",
        cure="填写试行前后的值",
        cause="试行结果须有前后对比",
    ),
    "FD813": MessageWords(
        title="采纳的措施没有任务",
        text="措施 {measure} 已采纳，但实施计划中没有它的任务",
        cure="在“实施计划”中安排，并填写“关联措施”",
        cause="没有一个任务关联这项措施",
    ),
    "FD814": MessageWords(
        title="流程变化没有注明措施",
        text="新增的步骤 {step} 没有注明来自哪项措施",
        cure="填写“措施编号”",
        cause="新增步骤的措施编号为空",
    ),
    "FD815": MessageWords(
        title="年节约没有依据",
        text="措施 {measure} 填了年节约，没有节约依据",
        cure="填写“节约依据”",
        cause="年节约须说明如何得出",
    ),
    "FD816": MessageWords(
        title="试行结束早于开始",
        text="措施 {measure} 的试行结束 {found} 早于试行开始 {begin}",
        cure="改正其中一个日期",
        cause="试行的结束日期在开始日期之前",
    ),
    "FD901": MessageWords(
        title="缺少评分",
        text="评审人 {reviewer} 没有给方案 {alternative} 评分：{criterion}",
        cure="补上评分；不便评的填“弃权”；缺席的改正“出席”",
        cause="出席的评审人要给每个方案的每个维度评分，空白不等于弃权",
    ),
    "FD902": MessageWords(
        title="评分重复",
        text="评审人 {reviewer} 对方案 {alternative} 评了两次",
        cure="只保留一行",
        cause="同一评审人对同一方案有两行评分",
    ),
    "FD903": MessageWords(
        title="评分超出范围",
        text="{criterion} 的评分 {found} 不在 {low} 至 {high} 之间",
        cure="改正评分，或改正该维度的上下限",
        cause="评分越过评估维度的下限或上限",
    ),
    "FD904": MessageWords(
        title="权重之和不是 100%",
        text="各维度权重之和为 {found}",
        cure="调整为 100%；不改时按比例折算",
        cause="权重之和偏离 100%",
    ),
    "FD905": MessageWords(
        title="评审组构成单一",
        text="出席的 {found} 位评审人来自 {departments} 个部门，其中一线代表 {front} 位",
        cure="评审会宜跨部门，并有一线代表",
        cause="评审人来自同一部门，或没有一线代表",
    ),
    "FD906": MessageWords(
        title="评分方向可能填反",
        text="评审人 {reviewer} 在 {criterion} 上的排序与其他评审人正好相反",
        cure="请本人确认是否看反了分值的含义；确认无误时可以不改",
        cause="某评审人的排序与评审组完全相反",
    ),
    "FD907": MessageWords(
        title="未采纳得分最高的方案",
        text="采纳的是 {found}，得分最高的是 {top}，没有写理由",
        cure="填写“与得分不一致的理由”",
        cause="结论与得分不一致须说明理由",
    ),
    "FD908": MessageWords(
        title="未出席者有评分",
        text="评审人 {reviewer} 缺席或回避，却给方案 {alternative} 评了分",
        cure="核对“出席”；这些评分不计入结果",
        cause="缺席、回避者的评分不计",
    ),
    "FD909": MessageWords(
        title="备选方案少于两个",
        text="只有一个备选方案",
        cure="补充至少一个可比较的方案；确无其他方案时可以不改",
        cause="只有一个方案谈不上比选",
    ),
    "FD910": MessageWords(
        title="采纳的方案触及否决线",
        text="采纳的方案 {found} 在 {criterion} 上未过否决线",
        cure="核对否决线与评分，并在结论中说明",
        cause="采纳方案的均分越过否决线",
    ),
    "FD911": MessageWords(
        title="评估维度的范围有误",
        text="{criterion} 的 {found} 不合理：下限 {low}，上限 {high}",
        cure="上限须大于下限，否决线须在两者之间",
        cause="上下限颠倒，或否决线越界",
    ),
}
