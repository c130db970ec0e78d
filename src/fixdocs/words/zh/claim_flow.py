"""What is claimed of a flow."""

SAY: dict[str, str] = {
    # How long a case takes
    "finding": "一个案例从头到尾平均需要 {lead}，其中作业 {touch}，等待 {wait}，等待占 {share}。",
    "finding_gaps": "一个案例从头到尾平均需要 {lead}，其中作业 {touch}，等待 {wait}，等待占 {share}；{n} 个步骤的作业或等待时间没有"
    "填写，未计入。",
    "finding_least": "有 {n} 个步骤没有填写耗时，其余步骤合计，一个案例平均需要{lead}。",
    "finding_touch": "一个案例的作业时间平均 {touch}；各步骤都没有填写等待时间，总历时不能计算。",
    "finding_wait": "一个案例的等待时间平均 {wait}；各步骤都没有填写作业时间，总历时不能计算。",
    "untimed": "现状流程有 {steps} 个步骤、{posts} 个岗位；没有填写耗时，不能计算总历时。",
    "untimed_path": "所计算的主路径上，各步骤都没有填写耗时，不能计算总历时。",
    "converted_beside": "以自然日填写的耗时按每 7 个自然日合 5 个工作日折算。",
    "converted": "其中 {calendar}按每 7 个合 5 个工作日折算。",
    "day": "1 个工作日按 {hours} 小时计。",
    # From where to where
    "called": "“{name}”",
    "span": "从{first}到{last}",
    "span_ends": "从{first}到{others}或{last}",
    # What the figures rest on
    "basis_once": "流程没有判断分支和退回，各步骤按每个案例经过一次计算。",
    "basis_shares": "各项时间按各分支的占比计算平均值。",
    "basis_returns": "各项时间按各分支的占比计算平均值，含回退重做的次数。",
    "basis_main": "分支占比没有填全，各项时间按主路径计算，即每个判断都走第一个不退回的去向。",
    "split": "流程有并行的分支，总历时、作业时间和等待时间取平均耗时最长的一支；各支的作业时间合计（总作业量）为 {work}。",
    "split_plain": "流程有并行的分支，总历时、作业时间和等待时间取平均耗时最长的一支。",
    "branches_tied": "{steps}之后有几支同样最长，取先填写的一支；换取另一支，总历时不变，作业时间、等待时间和流程周期效率可能不同。",
    "blank": "没有填写耗时的步骤有{steps}，总历时因此只能说“至少”，等待占比和流程周期效率不计算。",
    "unwaited": "有 {n} 个步骤没有填写等待时间（{steps}），等待时间不含其等待。",
    "untouched": "有 {n} 个步骤没有填写作业时间（{steps}），作业时间不含其作业。",
    "estimated": "{of} 个有耗时的步骤中，{n} 个为估计值。",
    "estimated_rest": "{of} 个有耗时的步骤中，{n} 个为估计值，其余为实测或系统记录。",
    "all_estimated": "{n} 个有耗时的步骤都是估计值。",
    "recounted": "{steps}是审批或返工步骤，虽标为“增值”，未计入增值时间。",
    "no_pce": "有 {n} 个步骤有作业时间而没有填写价值类型，流程周期效率不计算。",
    # Where it stays
    "longest": "按每个案例的停留时间（作业加等待，含重复经过）计，最长的步骤是“{step}”（{post}），平均 {time}。",
    "longest_tie": "按每个案例的停留时间（作业加等待，含重复经过）计，{steps}并列最长，平均都是 {time}。",
    "longest_among": "在填写了耗时的步骤中，每个案例停留（作业加等待，含重复经过）最长的是“{step}”（{post}），平均 {time}。",
    "longest_share": "这一步占总历时的 {share}，其中等待 {wait}。",
    "longest_wait": "其中等待 {wait}。",
    "longest_visits": "每个案例平均经过这一步 {often} 次，每次停留 {once}。",
    "most_post": "按岗位看，案例在{post}的各步骤停留时间最长，占各岗位合计的 {share}。",
    "most_posts": "按岗位看，案例在{posts}的各步骤停留时间并列最长，各占各岗位合计的 {share}。",
    "one_post": "全部步骤由{post}一个岗位完成。",
    "aside": "各岗位的时间包括并行的各支，合计大于总历时。",
    # Value
    "value": "作业时间分为：{parts}。",
    "value_one": "作业时间全部属于{kind}。",
    "value_partly": "作业时间分为：{parts}；没有填写价值类型的 {rest}。",
    "value_part": "{kind} {time}，占 {share}",
    "value_aside": "并行时只计总历时所取的一支，其余各支的作业时间 {rest}不在其中。",
    # Ways back
    "returns": "流程中有 {n} 处回退：{parts}。",
    "return_rate": "“{source}”退回“{target}”，{share}的案例至少退回一次，平均每个案例退回 {mean} 次",
    "return_named": "“{source}”退回“{target}”",
    # Controls
    "approvals": "需要审批的步骤有 {n} 个：{steps}。",
    "approvals_least": "需要审批的步骤{n} 个：{steps}；有的步骤没有注明是否审批。",
}
