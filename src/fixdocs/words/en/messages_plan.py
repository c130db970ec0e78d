"""What the diagnostics of plan and evaluation (FD8xx, FD9xx) say."""

from .. import MessageWords

MESSAGES: dict[str, MessageWords] = {
    "FD801": MessageWords(
        title="Root cause without a measure",
        text="Root cause {root} has no measure",
        cure="Fill in a measure in “Measures”; if none is to be taken, state one as “Not adopted”",
        cause="No measure refers to this root cause",
    ),
    "FD802": MessageWords(
        title="Measure in no alternative",
        text="Adopted measure {measure} is in no alternative",
        cure="List it among the measures of an alternative",
        cause="An adopted measure belongs in an alternative",
    ),
    "FD803": MessageWords(
        title="Task ends before it starts",
        text="Task {task} ends on {found}, before it starts on {begin}",
        cure="Correct one of the dates",
        cause="A task ends before it starts",
    ),
    "FD804": MessageWords(
        title="Adopted alternative without a flow",
        text="Alternative {alternative} is adopted, but no to-be steps apply to it",
        cure="Fill in “To-be steps”, or correct “Applies to”",
        cause="The adopted alternative has no flow",
    ),
    "FD805": MessageWords(
        title="A required step is removed",
        text="{step} is removed, though law or control demands it: {found}",
        cure="Make sure the requirement is still met, and say so in the measure",
        cause="The removed step states a legal or control requirement",
    ),
    "FD806": MessageWords(
        title="Task starts too early",
        text="Task {task} starts on {found}, but {before}, which it waits for, ends on {limit}",
        cure="Move the dates, or correct “Waits for”",
        cause="A task starts before one it waits for has ended",
    ),
    "FD807": MessageWords(
        title="Failed measure in an alternative",
        text="Alternative {alternative} holds measure {measure}, which failed in trial",
        cure="Take it out, or say why it is used again",
        cause="A measure that failed in trial counts for nothing",
    ),
    "FD808": MessageWords(
        title="Alternative with a measure not adopted",
        text="Alternative {alternative} holds measure {measure}, which is not adopted",
        cure="Take it out, or correct “Adoption”",
        cause="A measure that is not adopted belongs in no alternative",
    ),
    "FD809": MessageWords(
        title="Not adopted without a reason",
        text="Measure {measure} is not adopted, and no reason is given",
        cure="Fill in “Reason”",
        cause="“Adoption” is Not adopted, the reason blank",
    ),
    "FD810": MessageWords(
        title="To-be flow without changes",
        text="The to-be flow is the same as the as-is flow",
        cure="Change the to-be flow, or clear the sheet",
        cause="Both flows are the same step by step",
    ),
    "FD811": MessageWords(
        title="Expected value without a basis",
        text="Measure {measure} states an expected value without a basis",
        cure="Fill in “Basis”",
        cause="An expected value must say how it was worked out",
    ),
    "FD812": MessageWords(
        title="Trial values missing",
        text="Measure {measure} was tried, but the value before or after is blank",
        cure="Fill in both values",
        cause="A trial needs the values before and after",
    ),
    "FD813": MessageWords(
        title="Adopted measure without a task",
        text="Measure {measure} is adopted, but no task of the schedule carries it out",
        cure="Plan it in “Schedule”, and name it under “Measures” there",
        cause="No task carries out this measure",
    ),
    "FD814": MessageWords(
        title="Change without a measure",
        text="The new step {step} names no measure",
        cure="Fill in “Measure nos.”",
        cause="A new step names no measure",
    ),
    "FD815": MessageWords(
        title="Yearly saving without a basis",
        text="Measure {measure} has a yearly saving but no basis",
        cure="Fill in “Basis of the saving”",
        cause="A saving must say how it was worked out",
    ),
    "FD816": MessageWords(
        title="Trial ends before it begins",
        text="The trial of measure {measure} ends on {found}, before it begins on {begin}",
        cure="Correct one of the dates",
        cause="A trial ends before it begins",
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
        cause="One reviewer has two rows for one alternative",
    ),
    "FD903": MessageWords(
        title="Score out of range",
        text="The score {found} for {criterion} is not within {low} to {high}",
        cure="Correct the score or the limits of the criterion",
        cause="A score is outside the limits of its criterion",
    ),
    "FD904": MessageWords(
        title="Weights do not sum to 100 %",
        text="The weights of the criteria sum to {found}",
        cure="Make them 100 %; otherwise they are scaled in proportion",
        cause="The weights do not sum to 100 %",
    ),
    "FD905": MessageWords(
        title="One-sided panel",
        text="Departments among the {found} reviewers present: {departments}; delegates of the front line: {front}",
        cure="A panel should cross departments and hear the front line",
        cause="The panel is from one department or lacks the front line",
    ),
    "FD906": MessageWords(
        title="Scores may run the wrong way",
        text="Reviewer {reviewer} ranks the alternatives on {criterion} exactly opposite to the others",
        cure="Ask whether the scale was read the wrong way round; leave the scores if it was not",
        cause="A reviewer's order is the reverse of the panel's",
    ),
    "FD907": MessageWords(
        title="Top score not chosen",
        text="{found} is adopted though {top} has the top score, and no reason is given",
        cure="Fill in “Reason if not the top score”",
        cause="A choice against the scores needs a reason",
    ),
    "FD908": MessageWords(
        title="Scores of someone not present",
        text="Reviewer {reviewer} was absent or recused, yet scored alternative {alternative}",
        cure="Check “Attendance”; these scores do not count",
        cause="Scores of absent or recused reviewers do not count",
    ),
    "FD909": MessageWords(
        title="Fewer than two alternatives",
        text="There is only one alternative",
        cure="Add at least one to compare with; leave it if there is no other",
        cause="With one alternative there is nothing to choose",
    ),
    "FD910": MessageWords(
        title="Adopted alternative behind a veto line",
        text="The adopted alternative {found} fails the veto line of {criterion}",
        cure="Check the veto line and the scores, and explain it in the decision",
        cause="The adopted alternative's mean is worse than the veto line",
    ),
    "FD911": MessageWords(
        title="Limits of a criterion make no sense",
        text="{found} of {criterion} does not fit: low {low}, high {high}",
        cure="The highest score must exceed the lowest, and the veto line lie between them",
        cause="The limits are swapped, or the veto line is outside them",
    ),
}
