"""What the diagnostics of issues and causes (FD6xx, FD7xx) say."""

from .. import MessageWords

MESSAGES: dict[str, MessageWords] = {
    "FD601": MessageWords(
        title="Issue without a source",
        text="{issue} names no source",
        cure="Name the interviews, observations, questions, indicators or complaint classes that show it",
        cause="“Source” is blank",
    ),
    "FD602": MessageWords(
        title="Reads like a cause or a cure",
        text="The description of {issue} begins with “{found}”, as causes and cures do",
        cure="Describe what can be seen, such as “approval takes a working day on average”",
        cause="What begins with “lack of” or “no” is usually a cause",
    ),
    "FD603": MessageWords(
        title="Override without a reason",
        text="{issue} is decided by hand, without a reason",
        cure="Fill in “Reason for override”",
        cause="Overruling the matrix needs a reason",
    ),
    "FD604": MessageWords(
        title="No core issue",
        text="No issue reaches impact {impact} and frequency {frequency}; the nearest: {near}",
        cure="Check ratings and thresholds; leave them if they are right",
        cause="No issue lies in the core quadrant",
    ),
    "FD605": MessageWords(
        title="Deferred or not treated without a reason",
        text="{issue} is deferred or not treated, and no reason is given",
        cure="Fill in “Reason for deferral”",
        cause="The treatment is Deferred or Not treated, the reason blank",
    ),
    "FD606": MessageWords(
        title="Core issue not treated",
        text="Core issue {issue} is deferred or not treated",
        cure="Core issues come first: check the treatment",
        cause="A core issue is deferred or not treated",
    ),
    "FD607": MessageWords(
        title="Rating standard incomplete",
        text="Only {found} levels are explained; missing for impact: {impact}, for frequency: {frequency}",
        cure="Explain levels 1 to 5 of impact and of frequency",
        cause="Impact and frequency have five levels each",
    ),
    "FD608": MessageWords(
        title="An issue to be solved has no root cause",
        text="{issue} is to be solved in this round, yet it has no root cause",
        cure="Enter its root cause, or correct the treatment",
        cause="Without a root cause there is nothing to act upon",
    ),
    "FD609": MessageWords(
        title="An issue is overdue",
        text="{issue} was wanted by {due}, before the report's date {report}, and is not closed",
        cure="Check date and status; the report says that it is overdue",
        cause="The date it is wanted by is past, its status is not started or under way",
    ),
    "FD701": MessageWords(
        title="Core issue without a root cause",
        text="Core issue {issue} has no root cause",
        cure="Fill in its root cause in “Root causes”",
        cause="No root cause refers to this core issue",
    ),
    "FD702": MessageWords(
        title="Confirmed without evidence",
        text="Cause {cause} is confirmed without evidence",
        cure="Fill in the evidence, or set the verdict to “To be verified”",
        cause="A confirmed cause needs evidence",
    ),
    "FD703": MessageWords(
        title="Root cause from an excluded cause",
        text="Root cause {root} rests on {cause}, which is excluded",
        cure="Change the source or the verdict",
        cause="A root cause can't rest on an excluded cause",
    ),
    "FD704": MessageWords(
        title="Chain too short or with a gap",
        text="Link {found} of chain {chain} is blank; 2 to 7 links are wanted, from the first without a gap",
        cure="Fill the blank link, or delete the chain",
        cause="A chain has two to seven links without gaps",
    ),
    "FD705": MessageWords(
        title="Chain does not hold in reverse",
        text="Chain {chain} does not read true in reverse",
        cure="Read it back from the root and mend the link that does not hold",
        cause="Chains that do not hold in reverse are marked in the report",
    ),
    "FD706": MessageWords(
        title="Causes nested too deep",
        text="Cause {cause} is nested deeper than 3 levels",
        cure="Merge levels, or record it as a chain in “5 Whys”",
        cause="A fishbone has three levels at most",
    ),
    "FD707": MessageWords(
        title="Sub-cause unlike its parent",
        text="Cause {cause} and its parent {parent} differ in issue or dimension",
        cure="Correct the parent, the issue or the dimension",
        cause="A sub-cause belongs to the issue and dimension of its parent",
    ),
    "FD708": MessageWords(
        title="Root cause from an unverified cause",
        text="Root cause {root} rests on {cause}, which is not confirmed",
        cure="Verify it and fill in the verdict; until then the report says so",
        cause="The verdict on the source is To be verified or blank",
    ),
    "FD709": MessageWords(
        title="Core issue without a fishbone",
        text="Core issue {issue} has no fishbone",
        cure="Add its causes in “Fishbone”",
        cause="A core issue should have a fishbone",
    ),
    "FD710": MessageWords(
        title="Chain starts at another issue's cause",
        text="Chain {chain} is about {issue}, but its first cause {cause} is about {found}",
        cure="Correct the first cause or the issue number",
        cause="A chain and its first cause belong to different issues",
    ),
    "FD711": MessageWords(
        title="Chain starts at an excluded cause",
        text="Chain {chain} starts at {cause}, which is excluded",
        cure="Correct the verdict on the cause, or delete the chain",
        cause="The verdict on the first cause is Excluded, so the chain does not hold",
    ),
}
