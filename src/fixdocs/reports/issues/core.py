"""What stands behind the issues: each core issue with its evidence, step and objective; the other issues' evidence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, get_args

from msgspec import Struct

from ...analysis.claims import issues as about
from ...analysis.claims import running as of_running
from ...analysis.evidence import Kind, Source, evidence_count, proofs, sources
from ...analysis.facts import Count, filled
from ...analysis.findings import Findings
from ...analysis.issues import RatedIssue, counted_by
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
        self._evidence = Evidence(self)
        self._sources = {item.issue.id: sources(findings, item.issue) for item in self.found.rated}

    def finding(self) -> str:
        """How much evidence the core issues have, of which kinds, and which have none; a single one says so itself."""
        core = self.found.core
        if len(core) < 2:
            return ""
        held = proofs(source for item in core for source in self._sources[item.issue.id])
        return self.sentences(
            self._proved(core, held) if held else "",
            self.claim(about.core_sourceless(self.found)),
            self.claim(about.proofless(self.findings, core)),
        )

    def _proved(self, core: Sequence[RatedIssue], held: Sequence[Source]) -> str:
        kinds = {kind: mine for kind in get_args(Kind) if (mine := [s for s in held if s.kind == kind])}
        parts = [
            self.say(
                "core_kind",
                kind=self.words.say(f"evidence.{kind}"),
                n=evidence_count("core_evidence_kind", core, found, (kind,)),
            )
            for kind, found in kinds.items()
        ]
        total = evidence_count("core_evidence", core, held)
        said = self.say("core_finding", n=self.found.core_count, evidence=total, parts=self.form.join(parts))
        shown = sum(len(proofs(self._sources[item.issue.id])) for item in core)
        return said if shown == len(held) else self.sentences(said, self.say("core_once"))

    def issues(self) -> tuple[CoreIssue, ...]:
        """The core issues in order of priority."""
        return tuple(map(self._core, self.found.core))

    def _core(self, item: RatedIssue) -> CoreIssue:
        issue = item.issue
        held = self._sources[issue.id]
        lines = self._evidence.lines(issue)
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
            lead=prose(self._lead(item, held, lines)),
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
            months=self.claim(of_running.baseline_months(goal, self.findings.indicators, self.info)),
            target=filled(goal, "target", word=goal.unit),
        )

    def _treatment(self, issue: Issue) -> str:
        choices = [self.words.choice(each) for each in (issue.treatment, issue.status) if each]
        late = self.claim(about.past_due(issue, self.info.report_date))
        due = self.say("core_due", day=self.form.long_date(issue.due), late=late) if issue.due else ""
        return self.phrases([issue.department or "", *choices, due])

    def _lead(self, item: RatedIssue, held: Sequence[Source], lines: Sequence[EvidenceLine]) -> str:
        """How much evidence there is and where it stands; sources that are none are told apart."""
        proved = proofs(held)
        none = self.claim(about.unproved(self.findings, item))
        if len(lines) == 1:
            line, key = lines[0], "evidence_one" if proved else "source_one"
            said = self.say(key, kind=line.kind, reference=line.reference, content=bare(line.content))
            return self.sentences(said, none)
        if not proved:
            return self.sentences(none, self.say("sources_where", table=ref("evidence")) if lines else "")
        n = evidence_count("evidence", [item], proved, (item.issue.id,))
        said = self.say("evidence_lead", table=ref("evidence"), n=n)
        rest = [source for source in held if not source.proof]
        if not rest:
            return said
        others = evidence_count("unproving", [item], rest, (item.issue.id,))
        return self.sentences(said, self.say("evidence_rest", n=others))

    def sources(self) -> tuple[SourceLine, ...]:
        """The evidence of the issues that are not core."""
        return tuple(
            SourceLine(item.issue.id, line.kind, line.reference, line.content)
            for item in self.found.rated
            if not item.core
            for line in self._evidence.lines(item.issue)
        )

    def sources_lead(self, lines: Sequence[SourceLine]) -> str:
        """The sentence above that evidence; a single piece is told whole."""
        if not lines:
            return ""
        rest = [item for item in self.found.rated if not item.core]
        others = [item for item in rest if self._sources[item.issue.id]]
        count = evidence_count("other_evidence", others, [s for i in others for s in self._sources[i.issue.id]])
        if len(lines) == 1:
            line = lines[0]
            return self.say(
                "sources_one", lines=count, key=line.number, kind=line.kind, reference=line.reference,
                content=bare(line.content),
            )  # fmt: skip
        said = self._sourced(rest, others, count)
        barren = [source for item in others for source in self._sources[item.issue.id] if not source.proof]
        if not barren:
            return said
        return self.sentences(said, self.say("sources_rest", n=evidence_count("other_unproving", others, barren)))

    def _sourced(self, rest: Sequence[RatedIssue], sourced: Sequence[RatedIssue], lines: Count) -> str:
        """How many sources the issues that are not core name; how many of these issues name any, unless all do."""
        key = ("sources_lead" if self.found.core else "sources_all") + ("" if len(sourced) == len(rest) else "_some")
        others, n = (
            counted_by(kind, held, ("evidence",)) for kind, held in (("other", rest), ("other_sourced", sourced))
        )
        return self.say(key, table=ref("sources"), others=others, n=n, lines=lines)
