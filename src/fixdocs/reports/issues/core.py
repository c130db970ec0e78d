"""What stands behind the issues: each core issue with its evidence, step and objective; the other issues' evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Annotated

from msgspec import Struct

from ...analysis.claims import issues as about
from ...analysis.facts import filled
from ...analysis.findings import Findings
from ...analysis.issues import RatedIssue, counted_by, evidence_count
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
        core = self.found.core
        counts = Counter(line.kind for item in core for line in self._lines[item.issue.id])
        bare_ones = self.claim(about.core_sourceless(self.found))
        if not counts:
            return bare_ones
        parts = [
            self.say("core_kind", kind=kind, n=evidence_count("core_evidence_kind", core, n, (kind,)))
            for kind, n in counts.items()
        ]
        total = evidence_count("core_evidence", core, counts.total())
        proved = self.say("core_finding", n=self.found.core_count, evidence=total, parts=self.form.join(parts))
        return proved + bare_ones

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
                impact=item.impact,
                frequency=item.frequency,
                quadrant=self.say(f"quadrant_{item.quadrant.value}"),
            ),
            override=self._override(item),
            scope=bare(issue.scope),
            steps=self.steps(issue.steps) or "",
            goals=self.clauses(map(self._goal, issue.goals)),
            treatment=self._treatment(issue),
            lead=prose(self._lead(item, lines)),
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
            baseline=filled(goal, "baseline", word=goal.unit),
            target=filled(goal, "target", word=goal.unit),
        )

    def _treatment(self, issue: Issue) -> str:
        choices = [self.words.choice(each) for each in (issue.treatment, issue.status) if each]
        due = self.say("core_due", day=self.form.long_date(issue.due)) if issue.due else ""
        return self.phrases([issue.department or "", *choices, due])

    def _lead(self, item: RatedIssue, lines: tuple[EvidenceLine, ...]) -> str:
        unproved = about.unproved(item)
        if unproved or not lines:
            return self.claim(unproved)
        if len(lines) == 1:
            line = lines[0]
            return self.say("evidence_one", kind=line.kind, reference=line.reference, content=bare(line.content))
        n = evidence_count("evidence", [item], len(lines), (item.issue.id,))
        return self.say("evidence_lead", table=ref("evidence"), n=n)

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
        others = [item for item in self.found.rated if not item.core and self._lines[item.issue.id]]
        count = evidence_count("other_evidence", others, len(lines))
        if len(lines) == 1:
            line = lines[0]
            return self.say(
                "sources_one", lines=count, key=line.number, kind=line.kind, reference=line.reference,
                content=bare(line.content),
            )  # fmt: skip
        issues = counted_by("other_sourced", others, ("evidence",))
        return self.say("sources_lead", table=ref("sources"), n=issues, lines=count)
