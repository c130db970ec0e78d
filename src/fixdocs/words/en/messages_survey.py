"""What the diagnostics of flow and survey (FD4xx, FD5xx) say."""

from .. import MessageWords

MESSAGES: dict[str, MessageWords] = {
    "FD401": MessageWords(
        title="No start",
        text="The flow has no step of type “start”",
        cure="Set the first step's type to “start”",
        cause="No row has the type start",
    ),
    "FD402": MessageWords(
        title="No end",
        text="The flow has no step of type “end”",
        cure="Add a step of type “end” at the flow's end",
        cause="No row has the type end",
    ),
    "FD403": MessageWords(
        title="Unreachable step",
        text="No way leads from the start to {found}",
        cure="Let some step lead to it, or delete it",
        cause="No step's way out leads to it",
    ),
    "FD404": MessageWords(
        title="Dead end",
        text="{found} has no way out and is not an end",
        cure="Fill “next 1”, or set the type to “end”",
        cause="The step has no way out; decisions and forks must name their own, others may leave it blank only above another row",
    ),
    "FD405": MessageWords(
        title="Shares do not sum to 100 %",
        text="The shares of {step} sum to {found}, not 100 %",
        cure="Correct the shares, or clear all of them",
        cause="The shares of one step are off 100 %",
    ),
    "FD406": MessageWords(
        title="Some shares are missing",
        text="Some shares of {step} are given, others are blank",
        cure="Fill all of them or none",
        cause="The shares of one step are incomplete",
    ),
    "FD407": MessageWords(
        title="Decision with fewer than two ways out",
        text="Decision {step} has {found} ways out; it needs 2 at least",
        cure="Add the other way out with its result, or make it an activity",
        cause="A decision needs two ways out",
    ),
    "FD408": MessageWords(
        title="Way out without a result",
        text="This way out of decision {step} has no result",
        cure="Write the answer that leads this way, such as “yes” or “no”",
        cause="Every way out of a decision needs its result",
    ),
    "FD409": MessageWords(
        title="Value type looks wrong",
        text="{step} is an approval or rework, yet marked value-adding",
        cure="Approval and rework add no value for the customer: choose another type",
        cause="Approvals and rework are not value-adding",
    ),
    "FD410": MessageWords(
        title="More than one start",
        text="There are {count} starts: {found}",
        cure="A flow usually has one; leave it if there really are several",
        cause="The flow has several starts",
    ),
    "FD411": MessageWords(
        title="Step without a duration",
        text="{step} has neither working nor waiting time",
        cure="Fill it; an estimate will do, with source “estimate”",
        cause="An activity has no duration, so the lead time is too short",
    ),
    "FD412": MessageWords(
        title="Forks and joins do not pair",
        text="{forks} forks and {joins} joins",
        cure="Add the join of every fork",
        cause="The numbers of forks and joins differ",
    ),
    "FD413": MessageWords(
        title="Two clocks in one flow",
        text="Steps {found} are in calendar days, the others in working time",
        cure="Use working units where you can; the rest is shown apart",
        cause="The flow mixes working time and calendar days",
    ),
    "FD414": MessageWords(
        title="No way to an end",
        text="From {found} no end can ever be reached",
        cure="Give the loop a way out to an end",
        cause="Steps lead to each other only",
    ),
    "FD501": MessageWords(
        title="Ends before it begins",
        text="The end {found} is before the begin {begin}",
        cure="Correct one of the dates",
        cause="A period's end is before its begin",
    ),
    "FD502": MessageWords(
        title="Data period not 3 to 6 months",
        text="The data period has {found} months; 3 to 6 are usual",
        cure="Check the period; leave it if it is meant",
        cause="The data period is shorter than 3 or longer than 6 months",
    ),
    "FD503": MessageWords(
        title="Party without evidence",
        text="{found} has no interview, answer, observation or data",
        cure="Add what was found, or remove the party",
        cause="A party is listed without any evidence",
    ),
    "FD504": MessageWords(
        title="Records outside the data period",
        text="{found} of {count} records lie outside {begin} to {end}",
        cure="Check the period; tickets outside are left out, a log is used whole",
        cause="Records lie outside the data period",
    ),
    "FD505": MessageWords(
        title="Ends before it begins",
        text="{found} is before {begin} ({count} such)",
        cure="Check both times",
        cause="A ticket or event ends before it begins",
    ),
    "FD506": MessageWords(
        title="Numbers do not fit",
        text="{found} is more than {limit}",
        cure="Check the numbers sent, returned and valid",
        cause="More returned than sent, or more valid than returned",
    ),
    "FD507": MessageWords(
        title="Months missing",
        text="{indicator} has {found} of {limit} months",
        cure="Fill the missing months if there are data",
        cause="An indicator has fewer months than the data period",
    ),
    "FD508": MessageWords(
        title="Months beyond the period",
        text="{indicator} is filled to month {found}; the period has {limit}",
        cure="Delete the extra months, or correct the period",
        cause="More months than the data period has",
    ),
    "FD509": MessageWords(
        title="Answer outside the scale",
        text="The answer {found} to {question} is no whole number from {low} to {high} ({count} such answers)",
        cure="Correct the answer, or the question's type or scale",
        cause="A scale or NPS answer is out of range or no number",
    ),
    "FD510": MessageWords(
        title="Unknown question",
        text="The column “{found}” is neither a number nor a text of a question",
        cure="Head it by the question's number, or add the question",
        cause="A heading of the answers is no question",
    ),
    "FD511": MessageWords(
        title="Target on the wrong side",
        text="The target {found} of {goal} is not better than the baseline {baseline}",
        cure="Check direction, baseline and target",
        cause="The target is worse than the baseline",
    ),
    "FD512": MessageWords(
        title="Sources disagree on the duration",
        text="The steps give a lead time of {computed} working days; the mean here comes to {found} working days ({gap})",
        cure="Check durations and definitions; the report shows the difference",
        cause="Sources differ by more than 30 %",
    ),
    "FD513": MessageWords(
        title="No revision for the cover's version",
        text="Version {found} is not in the revision record",
        cure="Add a row to the revisions",
        cause="The cover's version has no revision",
    ),
}
