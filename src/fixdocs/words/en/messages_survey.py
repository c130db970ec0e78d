"""What the diagnostics of flow and survey (FD4xx, FD5xx) say."""

from .. import MessageWords

MESSAGES: dict[str, MessageWords] = {
    "FD401": MessageWords(
        title="No start",
        text="The flow has no step of type “Start”",
        cure="Set the first step's type to “Start”",
        cause="No row has the type Start",
    ),
    "FD402": MessageWords(
        title="No end",
        text="The flow has no step of type “End”",
        cure="Add a step of type “End” where the flow ends",
        cause="No row has the type End",
    ),
    "FD403": MessageWords(
        title="Unreachable step",
        text="{found} can't be reached from the start",
        cure="Let the “Next” of some step lead to it, or delete it",
        cause="No step's way out leads to it",
    ),
    "FD404": MessageWords(
        title="Dead end",
        text="{found} has no way out and is not an end",
        cure="Fill “Next 1”, or set the type to “End”",
        cause="The step has no way out; decisions and forks must name their own, others may leave it blank only above another row",
    ),
    "FD405": MessageWords(
        title="Shares do not sum to 100 %",
        text="The shares of {step} sum to {found}, not 100 %",
        cure="Correct the shares, or clear all shares of the step",
        cause="The shares of one step do not sum to 100 %",
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
        cure="Add the other way out with its result, or set the type to “Activity” if nothing branches",
        cause="A decision needs at least two ways out",
    ),
    "FD408": MessageWords(
        title="Way out without a result",
        text="This way out of decision {step} has no result",
        cure="Fill in the result that leads this way, such as “yes” or “no”",
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
        title="Step without times",
        text="{step} has neither touch time nor waiting time",
        cure="Fill in a time; an estimate will do, with “Estimate” as its source",
        cause="An activity has no times, so the lead time comes out too short",
    ),
    "FD412": MessageWords(
        title="Forks and joins do not pair",
        text="There are {forks} forks and {joins} joins",
        cure="Add a join for every fork",
        cause="The numbers of forks and joins differ",
    ),
    "FD413": MessageWords(
        title="Two clocks in one flow",
        text="Steps {found} are timed in calendar days, the others in working time",
        cure="Use working units where you can; the report shows the rest apart",
        cause="The flow mixes working time and calendar days",
    ),
    "FD414": MessageWords(
        title="No way to an end",
        text="From {found} no end can ever be reached",
        cure="Give the loop a way out that leads to an end",
        cause="Some steps only lead to one another",
    ),
    "FD501": MessageWords(
        title="A period ends before it begins",
        text="The end, {found}, is before the beginning, {begin}",
        cure="Correct one of the dates",
        cause="The last day of a period is before the first",
    ),
    "FD502": MessageWords(
        title="Data period not 3 to 6 months",
        text="The data period covers {found} months; the last 3 to 6 are usual",
        cure="Check the period; leave it if it is meant so",
        cause="The data period is shorter than 3 or longer than 6 months",
    ),
    "FD503": MessageWords(
        title="Party without evidence",
        text="{found} has no interview, answer, observation or data",
        cure="Add what was found, or take the party out of the list",
        cause="A party is listed without any evidence",
    ),
    "FD504": MessageWords(
        title="Records outside the data period",
        text="{found} of {count} records lie outside {begin} to {end}",
        cure="Check the period; tickets outside it are left out, a log is used whole so that no case is cut in two",
        cause="Records lie outside the data period",
    ),
    "FD505": MessageWords(
        title="A record ends before it begins",
        text="{found} is before {begin} ({count} such records)",
        cure="Check both times",
        cause="A ticket or event ends before it begins",
    ),
    "FD506": MessageWords(
        title="Numbers do not agree",
        text="{found} is more than {limit}",
        cure="Check the numbers planned, sent, returned and valid",
        cause="More returned than sent, or more valid than returned",
    ),
    "FD507": MessageWords(
        title="Months missing",
        text="{indicator} has {found} months, the data period {limit}",
        cure="Fill in the missing months; leave them blank if there are no data",
        cause="An indicator has fewer months than the data period",
    ),
    "FD508": MessageWords(
        title="Months beyond the period",
        text="{indicator} is filled to month {found}; the data period has only {limit}",
        cure="Delete the extra months, or correct the period",
        cause="More months are filled than the data period has",
    ),
    "FD509": MessageWords(
        title="Answer outside the scale",
        text="The answer {found} to {question} is no whole number from {low} to {high} ({count} such answers)",
        cure="Correct the answer, or the question's type or scale",
        cause="A scale or NPS answer is out of range or no number",
    ),
    "FD510": MessageWords(
        title="Unknown question",
        text="The column “{found}” is headed by neither the number nor the text of a question",
        cure="Head it by the question's number, or add the question to “Questions”",
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
        cure="Check the times and what they cover; the report states the difference",
        cause="The lead times of two sources differ by more than 30 %",
    ),
    "FD513": MessageWords(
        title="The cover's version is not among the revisions",
        text="Version {found} of the cover is not among the revisions",
        cure="Add a row to “Revisions”",
        cause="The revisions lack the version on the cover",
    ),
    "FD514": MessageWords(
        title="No monthly data for an objective",
        text="The indicator “{indicator}” of objective {goal} has no value for any month in the running data",
        cure="Fill in its monthly values; without data leave them blank, and the report says so",
        cause="Without monthly data a baseline cannot be checked",
    ),
}
