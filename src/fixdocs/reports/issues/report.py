"""Findings → the context of 《服务流程问题清单》. A list first: the reader meets it on page 3."""

from __future__ import annotations

from typing import Annotated

from msgspec import Struct

from ...analysis.claims import causes as about_causes
from ...analysis.claims import issues as about
from ...analysis.facts import filled
from ...analysis.findings import Findings
from ...analysis.issues import RatedIssue, counted_by
from ...schema.choices import Rated, Treatment
from ...schema.improve import Issue
from ...word.inline import Prose, prose, ref
from ...word.printed import Printed
from ...words import Words
from ..shared.figures import Figure, figure
from ..shared.format import dashed
from ..shared.front import Front, KeyFigure, KeyFigures, Summary, front, points
from ..shared.ledger import unnoted
from ..shared.texts import bare
from .base import IssuesWriter
from .core import CoreIssue, CoreWriter, SourceLine
from .deferred import Deferred, DeferredLine

_TOLD = 3  # decisions by hand that the summary tells with their reasons


class IssueLine(Struct, frozen=True):
    """One issue in the list by priority."""

    number: Annotated[str, Printed(5, "code")]
    description: Annotated[str, Printed(22)]
    kind: Annotated[str, Printed(6, "code")]
    steps: Annotated[str, Printed(14)]
    scope: Annotated[str, Printed(14)]
    source: Annotated[str, Printed(14)]
    impact: Annotated[str, Printed(5, "code")]
    frequency: Annotated[str, Printed(5, "code")]
    value: Annotated[str, Printed(6, "code")]
    quadrant: Annotated[str, Printed(9, "code")]
    department: Annotated[str, Printed(9)]
    treatment: Annotated[str, Printed(8, "code")]
    due: Annotated[str, Printed(10, "code")]


class ClassLine(Struct, frozen=True):
    """A class of issues and how many it holds."""

    name: Annotated[str, Printed(30)]
    count: Annotated[str, Printed(20, "number")]
    share: Annotated[str, Printed(20, "number")]
    core: Annotated[str, Printed(20, "number")]


class QuadrantLine(Struct, frozen=True):
    """A quadrant of the matrix, its policy and its issues."""

    name: Annotated[str, Printed(18)]
    rule: Annotated[str, Printed(24)]
    count: Annotated[str, Printed(16, "number")]
    issues: Annotated[str, Printed(42)]


class RatingLine(Struct, frozen=True):
    """A level of the rating standard."""

    level: Annotated[str, Printed(8, "code")]
    impact: Annotated[str, Printed(46)]
    frequency: Annotated[str, Printed(46)]


class IssuesContext(Struct, frozen=True):
    """Every name the template of the issue list may use."""

    front: Front
    summary: Summary
    list_finding: str | Prose
    issues: tuple[IssueLine, ...]
    threshold: str
    overview_finding: str
    classes_lead: str | Prose
    classes: tuple[ClassLine, ...]
    class_chart: Figure | None
    matrix_lead: str | Prose
    matrix: Figure | None
    quadrants: tuple[QuadrantLine, ...]
    core_finding: str
    core: tuple[CoreIssue, ...]
    nearest: str
    deferred_finding: str | Prose
    deferred: tuple[DeferredLine, ...]
    rating_lead: str | Prose
    rating: tuple[RatingLine, ...]
    sources_lead: str | Prose
    sources: tuple[SourceLine, ...]


def context(findings: Findings, words: Words, *, draft: bool = False) -> IssuesContext:
    """The context; needs the form and at least one issue."""
    return _Composer(findings, words).context(draft)


class _Composer(IssuesWriter):
    def __init__(self, findings: Findings, words: Words) -> None:
        super().__init__(findings, words)
        self.core = CoreWriter(findings, words)
        self.count = self.found.count

    def context(self, draft: bool) -> IssuesContext:
        deferred = Deferred(self.findings, self.words)
        sources = self.core.sources()
        many, several = self.count > 1, len(self.found.by_class) > 1
        return IssuesContext(
            front=front(self.findings.project, self.words, self.words.say("reports.issues"), draft=draft),
            summary=Summary(self._key_figures(), points(self._summary())),
            list_finding=prose(self._list_finding()),
            issues=tuple(self._line(item) for item in self.found.rated) if many else (),
            threshold=self.say("threshold", impact=self.found.high_impact, frequency=self.found.high_frequency),
            overview_finding=self.claim(about.largest_class(self.found)),
            classes_lead=prose(self._classes_lead()) if several else "",
            classes=self._classes() if several else (),
            class_chart=self._class_chart(),
            matrix_lead=prose(self._matrix_lead()) if many else "",
            matrix=self._matrix() if many else None,
            quadrants=self._quadrants() if many else (),
            core_finding=self.core.finding(),
            core=self.core.issues(),
            nearest=self.claim(about.nearest(self.found)),
            deferred_finding=prose(deferred.finding()),
            deferred=deferred.lines if len(deferred.lines) > 1 else (),
            rating_lead=prose(self.say("rating_lead", table=ref("rating"))) if self.findings.project.rating else "",
            rating=self._rating(),
            sources_lead=prose(self.core.sources_lead(sources)),
            sources=sources if len(sources) > 1 else (),
        )

    # The list

    def _line(self, item: RatedIssue) -> IssueLine:
        issue, form = item.issue, self.form
        return IssueLine(
            number=issue.id,
            description=issue.description,
            kind=self.class_name(issue.kind),
            steps=dashed(self.steps(issue.steps)),
            scope=issue.scope,
            source=dashed(" ".join(issue.evidence)),
            impact=dashed(form.fact(item.impact)),
            frequency=dashed(form.fact(item.frequency)),
            value=form.fact(item.value),
            quadrant=self.say(f"quadrant_{item.quadrant.value}") + self._core_mark(item),
            department=dashed(form.text(issue.department)),
            treatment=dashed(self.words.choice(issue.treatment) if issue.treatment else None),
            due=self._due(issue),
        )

    def _due(self, issue: Issue) -> str:
        """By when, and how far it is: a status alone does not stand in the place of the date."""
        status = self.words.choice(issue.status) if issue.status else None
        return self.stacked([dashed(self.form.day(issue.due)), status])

    def _core_mark(self, item: RatedIssue) -> str:
        if item.overridden:
            return self.say("core_by_hand") if item.core else self.say("not_core_by_hand")
        return self.say("core_yes") if item.core else ""

    def _list_finding(self) -> str:
        if self.count == 1:
            return self._only(self.found.rated[0])
        late = self.sentences(*self._late())
        return self.sentences(
            self.claim(about.counted(self.found)) + self.say("list_where", table=ref("issues")), late, self._unproved()
        )

    def _late(self) -> list[str]:
        """What is past its date, what is closed already, what is to be solved and has no root cause."""
        found, day = self.found, self.info.report_date
        return [self.claim(about.overdue(found, day)), self.claim(about.overdue_unknown(found, day)),
                self.claim(about.undated(found)), self.claim(about.closed(found)),
                self.claim(about_causes.planned_rootless(self.findings.chain, self.project))]  # fmt: skip

    def _only(self, item: RatedIssue) -> str:
        """The whole list of one issue, as a sentence."""
        line = self._line(item)
        only = self.say(
            "list_one", n=self.count, key=line.number, text=bare(line.description), kind=line.kind,
            impact=item.impact, frequency=item.frequency, quadrant=line.quadrant, scope=bare(line.scope),
        )  # fmt: skip
        return self.sentences(only, *self._late())

    def _key_figures(self) -> KeyFigures:
        found, form = self.found, self.form
        classes = about.classes_count(found)
        figures = [
            KeyFigure(form.fact(found.count), self.say("key_issues"), self.say("key_classes", n=classes)),
            KeyFigure(form.fact(found.core_count), self.say("key_core"), self.claim(about.core_share(found))),
            *self._key_class(),
        ]
        if found.untreated:
            figures.append(KeyFigure(form.fact(about.untreated_count(found)), self.say("key_untreated")))
        return KeyFigures(tuple(figures))

    def _key_class(self) -> list[KeyFigure]:
        """The largest class, or two as large; more of them tell nothing."""
        top = about.top_classes(self.found)
        if not top or len(top) > 2:
            return []
        names = self.form.join(self.class_name(row.kind) for row in top)
        key = "key_top_classes" if len(top) > 1 else "key_top_class"
        return [KeyFigure(self.form.fact(top[0].count), dashed(names), self.say(key, n=top[0].count))]

    def _summary(self) -> list[str]:
        found = self.found
        late = self.sentences(*self._late())
        return [
            self.claim(about.opening(found)) or self._counted(),
            self._override_sentence(),
            self.sentences(self.claim(about.largest_class(found)), self.claim(about.step(found, self.project.steps))),
            self._treatment_sentence(),
            late if self.count > 1 else "",
            self.claim(about.nearest(found)) or self._unproved(),
        ]

    def _unproved(self) -> str:
        """Which issues name no source, or none that is evidence."""
        found = self.found
        return self.claimed(about.sourceless(found), about.proofless(self.findings, found.rated))

    def _counted(self) -> str:
        return self.claim(about.counted(self.found)) if self.count > 1 else self._only(self.found.rated[0])

    def _override_sentence(self) -> str:
        by_hand = [item for item in self.found.rated if item.overridden]
        if not by_hand:
            return ""
        parts = [
            self.say(
                ("raised" if item.core else "lowered") + ("_item" if item.issue.override_reason else "_bare"),
                key=item.issue.id,
                reason=bare(item.issue.override_reason or ""),
            )
            for item in by_hand
        ]
        items = self.clauses(parts[:_TOLD])
        key = "override_sentence" if len(parts) <= _TOLD else "override_sentence_more"
        return self.say(key, n=counted_by("by_hand", by_hand, ("core_override",)), items=items)

    def _treatment_sentence(self) -> str:
        """What is to become of the issues, where that is decided at all; which of them no analysis has reached."""
        groups = {each: [i for i in self.found.rated if i.issue.treatment is each] for each in (*Treatment, None)}
        if len(groups[None]) == self.count:
            return ""
        parts = [
            self.say(
                "treatment_item",
                name=self.words.choice(each),
                n=counted_by("treatment", held, ("treatment",), (each,)),
            )
            for each, held in groups.items()
            if each and held
        ]
        if groups[None]:
            parts.append(self.say("treatment_open", n=counted_by("treatment_open", groups[None], ("treatment",))))
        said = self.say("treatment_sentence", items=self.form.join(parts)) + self._deferred_where()
        return self.sentences(said, self.claim(about.deferred_core(self.found)))

    def _deferred_where(self) -> str:
        return self.say("deferred_where", table=ref("deferred")) if len(self.found.untreated) > 1 else ""

    # The overview

    def _classes_lead(self) -> str:
        """Where the core issues lie among the classes."""
        lead = self.say("classes_lead", figure=ref("issue_classes"), table=ref("classes"))
        return lead + self.claim(about.core_class(self.found))

    def _matrix_lead(self) -> str:
        core = self.claim(about.in_core(self.found))
        return self.say("matrix_lead", figure=ref("matrix"), table=ref("quadrants"), n=self.count, core=core)

    def _classes(self) -> tuple[ClassLine, ...]:
        fact = self.form.fact
        return tuple(
            ClassLine(self.class_name(row.kind), fact(row.count), fact(row.share), fact(row.core))
            for row in self.found.by_class
        )

    def _class_chart(self) -> Figure | None:
        if len(self.found.by_class) < 2:
            return None
        from ...charts import Axis, Series, Stacked

        rows = self.found.by_class
        with unnoted():
            alt = self.claim(about.largest_class(self.found))
        chart = Stacked(
            alt=alt,
            categories=tuple(self.class_name(row.kind) for row in rows),
            value=Axis(self.say("axis_count")),
            series=tuple(
                Series(name, values, colour)
                for name, values, colour in (
                    (self.say("core_issues"), tuple(int(row.core) for row in rows), "accent"),
                    (self.say("other_issues"), tuple(row.count - row.core for row in rows), "primary"),
                )
                if any(values)
            ),
        )
        return figure(self.words, "issue_classes", self.say("class_caption"), [chart])

    def _matrix(self) -> Figure | None:
        from ...diagrams import matrix

        texts = matrix.Words(
            **{
                name: self.say(f"matrix_{name}")
                for name in (
                    "impact", "frequency", "core_quadrant", "impact_quadrant", "frequency_quadrant",
                    "low_quadrant", "core", "other", "manual_core", "manual_other", "part",
                )
            }
        )  # fmt: skip
        scenes = matrix.layout(
            [
                matrix.Issue(i.issue.id, i.issue.impact, i.issue.frequency, i.core, i.overridden)
                for i in self.found.rated
            ],
            texts,
            name=self.say("matrix_caption"),
            alt=self._matrix_alt(),
            high_impact=float(self.found.high_impact),
            high_frequency=float(self.found.high_frequency),
        )
        return figure(self.words, "matrix", self.say("matrix_caption"), scenes)

    def _matrix_alt(self) -> str:
        keys = self.form.join(item.issue.id for item in self.found.core)
        with unnoted():
            key = "matrix_alt" if keys else "matrix_alt_none"
            return self.say(key, n=self.count, core=self.found.core_count, keys=keys)

    def _quadrants(self) -> tuple[QuadrantLine, ...]:
        return tuple(
            QuadrantLine(
                self.say(f"quadrant_{q.value}"),
                self.say(f"rule_{q.value}"),
                self.form.fact(self.found.quadrant_count(q)),
                dashed(" ".join(item.issue.id for item in items)),
            )
            for q, items in self.found.by_quadrant
        )

    # The rest

    def _rating(self) -> tuple[RatingLine, ...]:
        given = {(row.what, row.level): row for row in self.findings.project.rating}
        lines = []
        for n in range(5, 0, -1):
            pair = [given.get((what, n)) for what in (Rated.IMPACT, Rated.FREQUENCY)]
            first = next(filter(None, pair), None)
            if first is not None:
                meanings = [dashed(row.meaning if row else None) for row in pair]
                lines.append(RatingLine(dashed(self.form.fact(filled(first, "level"))), *meanings))
        return tuple(lines)


__all__ = ["IssuesContext", "context"]
