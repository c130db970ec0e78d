"""What the claims about the flow to be say."""

SAY: dict[str, str] = {
    # lead time
    "lead_after": "改进后总历时（预计）：{after}；现状没有填写耗时，无从比较。",
    "lead_less": "总历时预计由 {before}缩短到 {after}，减少 {by}。",
    "lead_more": "总历时预计由 {before}延长到 {after}，增加 {by}。",
    "lead_same": "总历时预计为 {after}，现状为 {before}，相差 {by}，基本持平。",
    "lead_equal": "总历时预计仍为 {after}，与现状相同。",
    "lead_bases": "总历时现状为 {before}，改进后预计为 {after}；只有一个流程填全了分支占比，两者口径不同，不作比较。",
    "lead_partly": "总历时无从比较，有步骤没有填写作业或等待时间；按已填的时间，现状：{before}，改进后（预计）：{after}。",
    "estimated": "改进后有耗时的 {of} 个步骤中，{n} 个的耗时为估计值。",
    "estimated_all": "改进后各步骤的耗时都是估计值。",
    # counts
    "counts": "{parts}。",
    "less_handoffs": "岗位交接由 {before} 次减为 {after} 次",
    "less_approvals": "审批节点由 {before} 个减为 {after} 个",
    "less_customer_actions": "客户操作由 {before} 处减为 {after} 处",
    "more_handoffs": "岗位交接由 {before} 次增为 {after} 次",
    "more_approvals": "审批节点由 {before} 个增为 {after} 个",
    "more_customer_actions": "客户操作由 {before} 处增为 {after} 处",
    # steps
    "same": "填写的步骤、去向与占比都与现状相同，看不出措施带来的变化。",
    "same_filled": "两边都填写了的内容与现状相同，只有一边填写的内容无从比较。",
    "unfilled": "现状填写、改进后没有填写，因而无从比较的有：{parts}。",
    "unfilled_part": "{column} {n} 处（{steps}）",
    "unfilled_many": "{column} {n} 处",
    "unmeasured": "没有注明出自哪项措施的变化：{steps}。",
    "unmeasured_removed": "取消的步骤，流程表没有登记出自哪项措施：{steps}。",
    # steps that fewer cases meet
    "bypassed": "改进后可以绕过的步骤：{parts}。",
    "bypassed_too": "改进后可以绕过的步骤，除有法规或内控要求的以外还有：{parts}。",
    "met_less": "经过的案例减少的步骤：{parts}。",
    "regulated_bypassed": "须先确认：有法规或内控要求的步骤，改进后可以绕过：{parts}。",
    "regulated_less": "须先确认：有法规或内控要求的步骤，改进后经过的案例减少：{parts}。",
    "regulated_removed": "须先确认：取消的步骤中有法规或内控要求的是{parts}。",
    "regulated_shorter": "须先确认：有法规或内控要求的步骤，改进后耗时缩短，又没有填写这项要求：{parts}。",
    "ruled": "{step}（{rule}）",
    "passed_by": "{step}，{share} 的案例不再经过",
    "passed_less": "{step}由 {before} 减为 {after}",
    "passed_unknown": "{step}，去向没有填全占比，绕过的比例未知",
    # whose flow it is
    "pending": "评审会尚未选定方案，以下列出 {n} 个备选方案自己的改进后流程，待评审。",
    "shared": "{n} 个备选方案的改进后流程相同：填写的步骤没有按方案区分，总历时不分方案比较。",
    "missing": "{names}没有单独填写改进后流程，其总历时未知，不借用其他方案的流程。",
    "same_as": "各步骤与方案 {name} 的改进后流程相同，图与各表见该节。",
    # two futures of one time
    "futures_apart": "“{indicator}”以{measure}的{kind}值 {stated}为准；按改进后各步骤的耗时计算（{basis}），"
    "总历时为 {computed}，{way}。",
    "futures_agree": "“{indicator}”以{measure}的{kind}值 {stated}为准；按改进后各步骤的耗时计算（{basis}），"
    "总历时为 {computed}，两者一致。",
    "futures_partly": "“{indicator}”以{measure}的{kind}值 {stated}为准；改进后流程有步骤没有填写耗时，"
    "按已填的计算（{basis}）总历时为{computed}，两者无从比较。",
    "kind_trial": "试行",
    "kind_expected": "预期",
    "basis_expected": "按各分支占比的期望值",
    "basis_main": "按主路径",
    "way_longer": "比前者长 {apart}",
    "way_shorter": "比前者短 {apart}",
}
