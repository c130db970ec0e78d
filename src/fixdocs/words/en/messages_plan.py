"""What the diagnostics of plan and evaluation (FD8xx, FD9xx) say."""

from .. import MessageWords

MESSAGES: dict[str, MessageWords] = {
    "FD801": MessageWords(
        title="Root cause without a measure",
        text="Root cause {root} has no measure",
        cure="Add a measure for it; a measure not adopted is an answer too",
        cause="No measure refers to this root cause",
    ),
    "FD802": MessageWords(
        title="Measure in no alternative",
        text="Adopted measure {measure} is in no alternative",
        cure="List it in an alternative",
        cause="An adopted measure belongs in an alternative",
    ),
    "FD803": MessageWords(
        title="Task ends before it begins",
        text="Task {task} ends on {found}, before it begins on {begin}",
        cure="Correct one of the dates",
        cause="A task's end is before its begin",
    ),
    "FD804": MessageWords(
        title="Chosen alternative without a flow",
        text="Alternative {alternative} is adopted, but no to-be flow applies to it",
        cure="Fill the to-be flow, or correct “applies to”",
        cause="The adopted alternative's flow is empty",
    ),
    "FD805": MessageWords(
        title="Step with a legal requirement removed",
        text="{step} is removed, yet has a requirement: {found}",
        cure="Make sure the requirement is still met, and say so",
        cause="The removed step states a legal or control requirement",
    ),
    "FD806": MessageWords(
        title="Task begins too early",
        text="Task {task} begins on {found}; {before}, which it waits for, ends on {limit}",
        cure="Move the dates, or correct what it waits for",
        cause="A task begins before its predecessor ends",
    ),
    "FD807": MessageWords(
        title="Failed measure in an alternative",
        text="Alternative {alternative} holds measure {measure}, which failed in trial",
        cure="Take it out, or say why it is used again",
        cause="A failed measure is no benefit",
    ),
    "FD808": MessageWords(
        title="Rejected measure in an alternative",
        text="Alternative {alternative} holds measure {measure}, which is not adopted",
        cure="Take it out, or correct its status",
        cause="A rejected measure does not belong in an alternative",
    ),
    "FD809": MessageWords(
        title="Rejected without a reason",
        text="Measure {measure} is not adopted, without a reason",
        cure="Fill the reason",
        cause="The status is not adopted, the reason blank",
    ),
    "FD810": MessageWords(
        title="Nothing changes",
        text="The to-be flow equals the as-is flow",
        cure="Change the to-be flow, or clear the sheet",
        cause="Both flows are the same, step by step",
    ),
    "FD811": MessageWords(
        title="Expected value without a basis",
        text="Measure {measure} states an expected value without a basis",
        cure="Fill the basis",
        cause="An expected value needs its basis",
    ),
    "FD812": MessageWords(
        title="Trial values missing",
        text="Measure {measure} was tried; the value before or after is blank",
        cure="Fill both values",
        cause="A trial needs before and after",
    ),
    "FD813": MessageWords(
        title="Adopted measure without a task",
        text="Measure {measure} is adopted, but no task carries it out",
        cure="Plan it, and name the measure in the task",
        cause="No task refers to this measure",
    ),
    "FD814": MessageWords(
        title="Change names no measure",
        text="The added step {step} names no measure",
        cure="Fill the measure",
        cause="An added step has no measure",
    ),
    "FD901": MessageWords(
        title="Missing score",
        text="Reviewer {reviewer} has not scored alternative {alternative}: {criterion}",
        cure="Add the score; to abstain write “abstain”; if absent, say so",
        cause="Whoever is present scores every alternative on every criterion; a blank is no abstention",
    ),
    "FD902": MessageWords(
        title="Scored twice",
        text="Reviewer {reviewer} scored alternative {alternative} twice",
        cure="Keep one row",
        cause="Two rows for one reviewer and alternative",
    ),
    "FD903": MessageWords(
        title="Score out of range",
        text="The score {found} for {criterion} is not within {low} to {high}",
        cure="Correct the score or the criterion's scale",
        cause="A score is off the criterion's scale",
    ),
    "FD904": MessageWords(
        title="Weights do not sum to 100 %",
        text="The weights sum to {found}",
        cure="Make it 100 %; otherwise they are scaled",
        cause="The weights are off 100 %",
    ),
    "FD905": MessageWords(
        title="One-sided panel",
        text="Departments among the {found} reviewers present: {departments}; delegates of the front line: {front}",
        cure="A panel should cross departments and hear the front line",
        cause="The panel is from one department or lacks the front line",
    ),
    "FD906": MessageWords(
        title="Scale read the wrong way?",
        text="Reviewer {reviewer} orders {criterion} exactly against the others",
        cure="Ask whether the scale was read the wrong way; leave it if not",
        cause="A reviewer's order is the panel's reversed",
    ),
    "FD907": MessageWords(
        title="Top score not chosen",
        text="{found} is adopted, {top} has the top score, and no reason is given",
        cure="Fill the reason",
        cause="The choice differs from the scores",
    ),
    "FD908": MessageWords(
        title="Scores of someone not present",
        text="Reviewer {reviewer} was absent or recused, yet scored {alternative}",
        cure="Check the attendance; these scores do not count",
        cause="Scores of absent or recused reviewers do not count",
    ),
    "FD909": MessageWords(
        title="Fewer than two alternatives",
        text="There is only one alternative",
        cure="Add one to compare with; leave it if there is none",
        cause="One alternative is no choice",
    ),
    "FD910": MessageWords(
        title="Choice behind a veto line",
        text="The adopted alternative {found} fails the veto line of {criterion}",
        cure="Check line and scores, and explain in the decision",
        cause="The mean passes the veto line",
    ),
    "FD911": MessageWords(
        title="Criterion's scale makes no sense",
        text="{found} of {criterion} does not fit: low {low}, high {high}",
        cure="High must exceed low, the veto line lie between",
        cause="Low and high are swapped, or the veto line is outside",
    ),
}
