"""What stands behind the issues: each core issue with its evidence, step and objective; the other issues' evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Annotated

from msgspec import Struct

from ...analysis.chain import sourceless
from ...analysis.findings import Findings
from ...analysis.issues import RatedIssue
from ...schema.improve import Issue
from ...schema.survey import Goal
from ...word.inline import Prose, prose, ref
from ...word.printed import Printed
from ...words import Words
from ..shared.evidence import Evidence, EvidenceLine
from ..shared.texts import bare, clipped
from .base import IssuesWriter


class CoreIssue(Struct, frozen=True):
    """A core issue with all that speaks for it."""

    number: str
    heading: str
    description: str
    intro: str
    override: str
    scope: str
    steps: str
    goals: str
    treatment: str
    lead: str | Prose
    evidence: tuple[EvidenceLine, ...]


class SourceLine(Struct, frozen=True):
    """A piece of evidence of an issue that is not core."""

    number: Annotated[str, Printed(10, "code")]
    kind: Annotated[str, Printed(13, "code")]
    reference: Annotated[str, Printed(17, "code")]
    content: Annotated[str, Printed(60)]


class CoreWriter(IssuesWriter):
    """Writes the chapter of core issues and the annex of the others' evidence."""

    def __init__(self, findings: Findings, words: Words) -> None:
        super().__init__(findings, words)
        self._goals = {goal.id: goal for goal in findings.project.goals}
        evidence = Evidence(self)
        self._lines = {item.issue.id: evidence.lines(item.issue) for item in self.found.rated}

    def finding(self) -> str:
        """How much evidence the core issues have, of which kinds; who has none is named."""
        if not self.found.core:
            return ""
        keys = [item.issue.id for item in self.found.core]
        counts = Counter(line.kind for key in keys for line in self._lines[key])
        bare_ones = [issue.id for issue in sourceless([item.issue for item in self.found.core])]
        if not counts:
            one = "core_unproved" if len(keys) > 1 else "core_without"
            return self.say(one, n=len(keys), keys=self.few(keys))
        parts = [self.say("core_kind", kind=kind, n=n) for kind, n in counts.items()]
        proved = self.say("core_finding", n=len(keys), evidence=counts.total(), parts=self.form.join(parts))
        return proved + (self.say("core_without", keys=self.few(bare_ones)) if bare_ones else "")

    def issues(self) -> tuple[CoreIssue, ...]:
        """The core issues in order of priority."""
        return tuple(map(self._core, self.found.core))

    def _core(self, item: RatedIssue) -> CoreIssue:
        issue = item.issue
        lines = self._lines[issue.id]
        text, short = bare(issue.description), clipped(issue.description)
        return CoreIssue(
            number=issue.id,
            heading=self.named(issue.id, short),
            description=self.say("full_text", text=text) if short != text else "",
            intro=self.say(
                "core_intro",
                kind=self.class_name(issue.kind),
                impact=issue.impact,
                frequency=issue.frequency,
                quadrant=self.say(f"quadrant_{item.quadrant.value}"),
            ),
            override=self._override(item),
            scope=bare(issue.scope),
            steps=self.steps(issue.steps) or "",
            goals=self.clauses(map(self._goal, issue.goals)),
            treatment=self._treatment(issue),
            lead=prose(self._lead(lines)),
            evidence=lines if len(lines) > 1 else (),
        )

    def _override(self, item: RatedIssue) -> str:
        reason = bare(item.issue.override_reason or "")
        if not item.overridden:
            return ""
        return self.say("core_override", reason=reason) if reason else self.say("core_override_bare")

    def _goal(self, key: str) -> str:
        goal = self._goals.get(key)
        if goal is None:
            return key
        values = self._target(goal)
        return self.say("goal", key=key, text=bare(goal.description), target=values)

    def _target(self, goal: Goal) -> str:
        """From the baseline to the target, where both are given."""
        if goal.baseline is None or goal.target is None:
            return ""
        return self.say(
            "goal_target",
            indicator=goal.indicator or "",
            baseline=self.form.value(goal.baseline, goal.unit),
            target=self.form.value(goal.target, goal.unit),
        )

    def _treatment(self, issue: Issue) -> str:
        parts = [issue.department or "", self.words.choice(issue.treatment) if issue.treatment else ""]
        return self.phrases(parts)

    def _lead(self, lines: tuple[EvidenceLine, ...]) -> str:
        if not lines:
            return self.say("evidence_none")
        if len(lines) == 1:
            line = lines[0]
            return self.say("evidence_one", kind=line.kind, reference=line.reference, content=bare(line.content))
        return self.say("evidence_lead", table=ref("evidence"), n=len(lines))

    def sources(self) -> tuple[SourceLine, ...]:
        """The evidence of the issues that are not core."""
        return tuple(
            SourceLine(item.issue.id, line.kind, line.reference, line.content)
            for item in self.found.rated
            if not item.core
            for line in self._lines[item.issue.id]
        )

    def sources_lead(self, lines: Sequence[SourceLine]) -> str:
        """The sentence above that evidence; a single piece is told whole."""
        if not lines:
            return ""
        if len(lines) == 1:
            line = lines[0]
            return self.say(
                "sources_one", key=line.number, kind=line.kind, reference=line.reference, content=bare(line.content)
            )
        issues = len({line.number for line in lines})
        return self.say("sources_lead", table=ref("sources"), n=issues, lines=len(lines))

    def sourceless(self) -> list[str]:
        """The issues without any evidence."""
        return [issue.id for issue in sourceless([item.issue for item in self.found.rated])]
