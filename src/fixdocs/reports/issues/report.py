"""Findings → the context of 《服务流程问题清单》. A list first: the reader meets it on page 3."""

from __future__ import annotations

from collections import Counter
from typing import Annotated

from msgspec import Struct

from ...analysis.findings import Findings
from ...analysis.issues import Quadrant, RatedIssue
from ...schema import WHOLE
from ...schema.choices import Rated, Treatment
from ...word.inline import Prose, prose, ref
from ...word.printed import Printed
from ...words import Words
from ..shared.figures import Figure, figure
from ..shared.format import dashed
from ..shared.front import Front, KeyFigure, KeyFigures, Summary, front, points
from ..shared.texts import bare, clipped
from .base import IssuesWriter
from .core import CoreIssue, CoreWriter, SourceLine
from .deferred import Deferred, DeferredLine

_MOST_CORE = 5  # core issues the summary names by their texts
_SHORT = 20  # characters of such a text
_MOST_STEPS = 3  # steps that share the first place and are still worth a sentence
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
        self.count = len(self.found.rated)

    def context(self, draft: bool) -> IssuesContext:
        deferred = Deferred(self.findings, self.words)
        sources = self.core.sources()
        several = len(self.found.by_class) > 1
        return IssuesContext(
            front=front(self.findings.project, self.words, self.words.say("reports.issues"), draft=draft),
            summary=Summary(self._key_figures(), points(self._summary())),
            list_finding=prose(self._list_finding()),
            issues=tuple(self._line(item) for item in self.found.rated) if self.count > 1 else (),
            threshold=self.say("threshold", impact=self.found.high_impact, frequency=self.found.high_frequency),
            overview_finding=self._overview() if self.count > 1 else "",
            classes_lead=prose(self._classes_lead()) if several else "",
            classes=self._classes() if several else (),
            class_chart=self._class_chart(),
            matrix_lead=prose(self._matrix_lead()) if self.count > 1 else "",
            matrix=self._matrix() if self.count > 1 else None,
            quadrants=self._quadrants() if self.count > 1 else (),
            core_finding=self.core.finding(),
            core=self.core.issues(),
            nearest=self._nearest(),
            deferred_finding=prose(deferred.finding()),
            deferred=deferred.lines if len(deferred.lines) > 1 else (),
            rating_lead=prose(self.say("rating_lead", table=ref("rating"))) if self.findings.project.rating else "",
            rating=self._rating(),
            sources_lead=prose(self.core.sources_lead(sources)),
            sources=sources if len(sources) > 1 else (),
        )

    # The list

    def _line(self, item: RatedIssue) -> IssueLine:
        issue = item.issue
        return IssueLine(
            number=issue.id,
            description=issue.description,
            kind=self.class_name(issue.kind),
            steps=dashed(self.steps(issue.steps)),
            scope=issue.scope,
            source=dashed(" ".join(issue.evidence)),
            impact=str(issue.impact),
            frequency=str(issue.frequency),
            value=str(item.value),
            quadrant=self.say(f"quadrant_{item.quadrant.value}") + self._core_mark(item),
            department=dashed(self.form.text(issue.department)),
            treatment=dashed(self.words.choice(issue.treatment) if issue.treatment else None),
        )

    def _core_mark(self, item: RatedIssue) -> str:
        if item.overridden:
            return self.say("core_by_hand") if item.core else self.say("not_core_by_hand")
        return self.say("core_yes") if item.core else ""

    def _list_finding(self) -> str:
        if self.count == 1:
            return self._only(self.found.rated[0])
        if not self.found.core:
            return self.say("list_none", n=self.count, table=ref("issues"))
        keys = self.few([item.issue.id for item in self.found.core])
        return self.say("list_finding", n=self.count, core=len(self.found.core), keys=keys, table=ref("issues"))

    def _only(self, item: RatedIssue) -> str:
        """The whole list of one issue, as a sentence."""
        line = self._line(item)
        return self.say(
            "list_one", key=line.number, text=bare(line.description), kind=line.kind, impact=line.impact,
            frequency=line.frequency, quadrant=line.quadrant, scope=bare(line.scope),
        )  # fmt: skip

    def _key_figures(self) -> KeyFigures:
        figures = [
            KeyFigure(str(self.count), self.say("key_issues"), self.say("key_classes", n=len(self.found.by_class))),
            KeyFigure(
                str(len(self.found.core)),
                self.say("key_core"),
                self.say("key_share", share=self.form.percent(len(self.found.core) / self.count, 0)),
            ),
        ]
        if self.count > 1:
            figures += self._key_class()
        if self.found.untreated:
            figures.append(KeyFigure(str(len(self.found.untreated)), self.say("key_untreated")))
        return KeyFigures(tuple(figures))

    def _key_class(self) -> list[KeyFigure]:
        """The largest class, or two as large; more of them tell nothing."""
        count, names = self._top_classes()
        key = "key_top_classes" if len(names) > 1 else "key_top_class"
        return [KeyFigure(str(count), dashed(self.form.join(names)), self.say(key))] if len(names) < 3 else []

    def _top_classes(self) -> tuple[int, list[str]]:
        """How many issues the largest class holds, and which classes are as large."""
        count = self.found.by_class[0][1]
        return count, [self.class_name(kind) for kind, n, _ in self.found.by_class if n == count]

    def _summary(self) -> list[str]:
        return [
            self._opening(),
            self._override_sentence(),
            self._overview() if self.count > 1 else "",
            self._step_sentence(),
            self._treatment_sentence(),
            self._nearest() or self._sourceless(),
        ]

    def _opening(self) -> str:
        """The summary's first sentence: how many issues, and the core ones by their texts (a few of many)."""
        if self.count == 1 or not self.found.core:
            return self._list_finding()
        shown = self.found.core[:_MOST_CORE]
        items = self.clauses(self.named(i.issue.id, clipped(i.issue.description, _SHORT)) for i in shown)
        key = "opening" if len(shown) == len(self.found.core) else "opening_first"
        return self.say(key, n=self.count, core=len(self.found.core), items=items, table=ref("issues"))

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
        return self.say(key, n=len(by_hand), items=items)

    def _step_sentence(self) -> str:
        """The steps that most issues touch, where it is more than one issue and not half of all steps."""
        counts = Counter(key for item in self.found.rated for key in item.issue.steps if key != WHOLE)
        most = max(counts.values(), default=0)
        keys = tuple(key for key, n in counts.items() if n == most)
        if most < 2 or len(keys) > _MOST_STEPS:
            return ""
        names = self.steps(keys)
        return self.say("steps_sentence" if len(keys) > 1 else "step_sentence", step=names, n=most)

    def _treatment_sentence(self) -> str:
        """What is to become of the issues, where that is decided at all."""
        counts = Counter(item.issue.treatment for item in self.found.rated)
        if set(counts) == {None}:
            return ""
        parts = [
            self.say("treatment_item", name=self.words.choice(each), n=counts[each])
            for each in Treatment
            if counts[each]
        ]
        if counts[None]:
            parts.append(self.say("treatment_open", n=counts[None]))
        return self.say("treatment_sentence", items=self.form.join(parts)) + self._deferred_where()

    def _deferred_where(self) -> str:
        return self.say("deferred_where", table=ref("deferred")) if len(self.found.untreated) > 1 else ""

    def _sourceless(self) -> str:
        keys = self.core.sourceless()
        return self.say("sourceless", n=len(keys), keys=self.few(keys)) if keys else ""

    # The overview

    def _overview(self) -> str:
        count, tied = self._top_classes()
        names = self.form.join(tied)
        if len(self.found.by_class) == 1:
            return self.say("overview_one", name=names, n=count)
        key = "overview_tied" if len(tied) > 1 else "overview"
        return self.say(key, name=names, n=count, share=self.form.percent(count / self.count, 0))

    def _classes_lead(self) -> str:
        """Where the core issues lie among the classes."""
        if not self.found.core:
            return self.say("classes_lead", figure=ref("issue_classes"), table=ref("classes"))
        most = max(core for _, _, core in self.found.by_class)
        names = [self.class_name(kind) for kind, _, core in self.found.by_class if core == most]
        key = "classes_core_tied" if len(names) > 1 else "classes_core"
        finding = self.say(key, name=self.form.join(names), n=most)
        return self.say("classes_lead", figure=ref("issue_classes"), table=ref("classes")) + finding

    def _matrix_lead(self) -> str:
        counts = {quadrant: len(items) for quadrant, items in self.found.by_quadrant}
        key = "matrix_lead" if self.count > 1 else "matrix_lead_one"
        return self.say(
            key, figure=ref("matrix"), table=ref("quadrants"), n=self.count, core=counts[Quadrant.CORE],
        )  # fmt: skip

    def _classes(self) -> tuple[ClassLine, ...]:
        return tuple(
            ClassLine(self.class_name(k), str(n), self.form.percent(n / self.count, 0), str(core))
            for k, n, core in self.found.by_class
        )

    def _class_chart(self) -> Figure | None:
        if len(self.found.by_class) < 2:
            return None
        from ...charts import Axis, Series, Stacked

        rows = self.found.by_class
        chart = Stacked(
            alt=self._overview(),
            categories=tuple(self.class_name(k) for k, _, _ in rows),
            value=Axis(self.say("axis_count")),
            series=tuple(
                Series(name, values, colour)
                for name, values, colour in (
                    (self.say("core_issues"), tuple(core for _, _, core in rows), "accent"),
                    (self.say("other_issues"), tuple(n - core for _, n, core in rows), "primary"),
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
        keys = self.form.join(item.issue.id for item in self.found.core)
        scenes = matrix.layout(
            [
                matrix.Issue(i.issue.id, i.issue.impact, i.issue.frequency, i.core, i.overridden)
                for i in self.found.rated
            ],
            texts,
            name=self.say("matrix_caption"),
            alt=self.say("matrix_alt", n=self.count, core=len(self.found.core), keys=keys),
            high_impact=self.found.high_impact,
            high_frequency=self.found.high_frequency,
        )
        return figure(self.words, "matrix", self.say("matrix_caption"), scenes)

    def _quadrants(self) -> tuple[QuadrantLine, ...]:
        return tuple(
            QuadrantLine(
                self.say(f"quadrant_{q.value}"),
                self.say(f"rule_{q.value}"),
                str(len(items)),
                dashed(" ".join(item.issue.id for item in items)),
            )
            for q, items in self.found.by_quadrant
        )

    # The rest

    def _nearest(self) -> str:
        if self.found.core:
            return ""
        near = self.form.join(
            self.say("near_item", key=i.issue.id, impact=i.issue.impact, frequency=i.issue.frequency)
            for i in self.found.nearest
        )
        return self.say("nearest", impact=self.found.high_impact, frequency=self.found.high_frequency, near=near)

    def _rating(self) -> tuple[RatingLine, ...]:
        given = {(row.what, row.level): row.meaning for row in self.findings.project.rating}
        return tuple(
            RatingLine(str(n), dashed(given.get((Rated.IMPACT, n))), dashed(given.get((Rated.FREQUENCY, n))))
            for n in range(5, 0, -1)
            if (Rated.IMPACT, n) in given or (Rated.FREQUENCY, n) in given
        )


__all__ = ["IssuesContext", "context"]
