"""What the diagnostics of issues and causes (FD6xx, FD7xx) say."""

from .. import MessageWords

MESSAGES: dict[str, MessageWords] = {
    "FD601": MessageWords(
        title="Issue without a source",
        text="{issue} names no source",
        cure="Name the interviews, observations, questions, indicators or classes that support it",
        cause="The source is blank",
    ),
    "FD602": MessageWords(
        title="Reads like a cause or a solution",
        text="The description of {issue} begins with “{found}”, as causes do",
        cure="Describe what can be seen, such as “approval waits a day on average”",
        cause="Issues begin with what is seen, not with what is lacking",
    ),
    "FD603": MessageWords(
        title="Override without a reason",
        text="{issue} overrides the matrix without a reason",
        cure="Fill the reason",
        cause="Whoever overrides the matrix says why",
    ),
    "FD604": MessageWords(
        title="No core issue",
        text="No issue reaches impact {impact} and frequency {frequency}; nearest: {near}",
        cure="Check ratings and thresholds; leave it if it is so",
        cause="No issue lies in the core quadrant",
    ),
    "FD605": MessageWords(
        title="Put off without a reason",
        text="{issue} is deferred or not treated, without a reason",
        cure="Fill the reason",
        cause="The treatment is deferred or none, the reason blank",
    ),
    "FD606": MessageWords(
        title="Core issue not treated",
        text="Core issue {issue} is deferred or not treated",
        cure="Core issues come first: check",
        cause="A core issue is put off",
    ),
    "FD607": MessageWords(
        title="Rating standard incomplete",
        text="Only {found} levels are explained; missing for impact: {impact}, for frequency: {frequency}",
        cure="Explain levels 1 to 5 of impact and of frequency",
        cause="Impact and frequency have five levels each",
    ),
    "FD701": MessageWords(
        title="Core issue without a root cause",
        text="Core issue {issue} has no root cause",
        cure="Add its root cause to the sheet of root causes",
        cause="No root cause refers to this core issue",
    ),
    "FD702": MessageWords(
        title="Confirmed without evidence",
        text="Cause {cause} is confirmed without evidence",
        cure="Fill the evidence, or set the verdict to “to be verified”",
        cause="A confirmed cause needs evidence",
    ),
    "FD703": MessageWords(
        title="Root from an excluded cause",
        text="Root cause {root} rests on {cause}, which is excluded",
        cure="Change the source or the verdict",
        cause="A root cannot rest on an excluded cause",
    ),
    "FD704": MessageWords(
        title="Chain too short or with a gap",
        text="Link {found} of chain {chain} is blank; 2 to 7 links are wanted, from the first without a gap",
        cure="Fill the blank link, or delete the chain",
        cause="A chain has two to seven links without gaps",
    ),
    "FD705": MessageWords(
        title="Chain fails in reverse",
        text="Chain {chain} does not read true in reverse",
        cure="Read it back from the root and mend the link that fails",
        cause="The report says which chains fail",
    ),
    "FD706": MessageWords(
        title="Causes nested too deep",
        text="Cause {cause} is nested deeper than 3 levels",
        cure="Merge levels, or use a chain",
        cause="A fishbone has three levels at most",
    ),
    "FD707": MessageWords(
        title="Sub-cause unlike its parent",
        text="Cause {cause} and its parent {parent} differ in issue or dimension",
        cure="Correct the parent, the issue or the dimension",
        cause="A sub-cause belongs to its parent's issue and bone",
    ),
    "FD708": MessageWords(
        title="Root from an unverified cause",
        text="Root cause {root} rests on {cause}, which is not confirmed",
        cure="Verify it; the report says so meanwhile",
        cause="The source's verdict is pending or blank",
    ),
    "FD709": MessageWords(
        title="Core issue without a fishbone",
        text="Core issue {issue} has no fishbone",
        cure="Add its causes",
        cause="A core issue should have a fishbone",
    ),
    "FD710": MessageWords(
        title="Chain starts at another issue's cause",
        text="Chain {chain} is about {issue}, its first cause {cause} about {found}",
        cure="Correct the first cause or the issue",
        cause="Chain and first cause belong to different issues",
    ),
}
