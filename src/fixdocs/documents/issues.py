"""Findings → the context of 《服务流程问题清单》. A list first: the reader meets it on page 3."""

from __future__ import annotations

from dataclasses import dataclass

from ..analysis.findings import Findings
from ..analysis.issues import IssueFindings, RatedIssue
from ..schema.choices import Rated, Treatment
from ..words import Words
from .evidence import Evidence, EvidenceLine, class_name, step_names
from .figures import Figure, figure
from .format import NONE, Formatter
from .front import Front, KeyFigure, KeyFigures, Summary, front, points
from .inline import Prose, prose, ref


@dataclass(frozen=True, slots=True)
class IssueLine:
    """One issue in the list by priority."""

    number: str
    description: str
    kind: str
    steps: str
    scope: str
    impact: str
    frequency: str
    value: str
    quadrant: str
    core: str
    department: str
    treatment: str


@dataclass(frozen=True, slots=True)
class ClassLine:
    """A class of issues and how many it holds."""

    name: str
    count: str
    share: str
    core: str


@dataclass(frozen=True, slots=True)
class QuadrantLine:
    """A quadrant of the matrix, its policy and its issues."""

    name: str
    rule: str
    count: str
    issues: str


@dataclass(frozen=True, slots=True)
class CoreIssue:
    """A core issue with all that speaks for it."""

    number: str
    description: str
    intro: str
    scope: str
    steps: str
    goals: str
    override: str
    evidence: tuple[EvidenceLine, ...]


@dataclass(frozen=True, slots=True)
class DeferredLine:
    """An issue that is put off or not treated."""

    number: str
    description: str
    rating: str
    treatment: str
    reason: str


@dataclass(frozen=True, slots=True)
class RatingLine:
    """A level of the rating standard."""

    level: str
    impact: str
    frequency: str


@dataclass(frozen=True, slots=True)
class IssuesContext:
    """Every name the template of the issue list may use."""

    front: Front
    summary: Summary
    list_finding: str | Prose
    issues: tuple[IssueLine, ...]
    threshold: str
    overview_finding: str | Prose
    classes: tuple[ClassLine, ...]
    one_class: str
    class_chart: Figure | None
    matrix_lead: str | Prose
    matrix: Figure | None
    quadrants: tuple[QuadrantLine, ...]
    core_finding: str
    core: tuple[CoreIssue, ...]
    nearest: str
    deferred_finding: str
    deferred: tuple[DeferredLine, ...]
    rating_lead: str
    rating: tuple[RatingLine, ...]


def context(findings: Findings, words: Words, *, draft: bool = False) -> IssuesContext:
    """The context; needs the form and at least one issue."""
    found = findings.issues
    info = findings.project.info
    if found is None or info is None:
        raise ValueError("the issue list needs the project's form and an issue")
    return _Composer(findings, found, words, Formatter(words, info.hours_per_day)).context(draft)


class _Composer:
    def __init__(self, findings: Findings, found: IssueFindings, words: Words, form: Formatter) -> None:
        self.findings, self.found, self.words, self.form = findings, found, words, form
        self.evidence = Evidence(findings, words, form)
        self.count = len(found.rated)

    def say(self, key: str, /, **values: object) -> str:
        return self.words.say(f"issues.{key}", **values)

    def context(self, draft: bool) -> IssuesContext:
        deferred = self._deferred()
        return IssuesContext(
            front=front(self.findings.project, self.words, self.words.say("reports.issues"), draft=draft),
            summary=Summary(self._key_figures(), points(self._summary())),
            list_finding=prose(self._list_finding()),
            issues=tuple(self._line(item) for item in self.found.rated),
            threshold=self.say("threshold", impact=self.found.high_impact, frequency=self.found.high_frequency),
            overview_finding=prose(self._overview()),
            classes=self._classes() if len(self.found.by_class) > 1 else (),
            one_class=self._one_class(),
            class_chart=self._class_chart(),
            matrix_lead=prose(self.say("matrix_lead", figure=ref("matrix"), n=self.count)),
            matrix=self._matrix(),
            quadrants=self._quadrants(),
            core_finding=self._core_finding(),
            core=tuple(self._core(item) for item in self.found.core),
            nearest=self._nearest(),
            deferred_finding=self.say("deferred_finding", n=len(deferred)) if deferred else "",
            deferred=deferred,
            rating_lead=self.say("rating_lead") if self.findings.project.rating else "",
            rating=self._rating(),
        )

    # The list

    def _line(self, item: RatedIssue) -> IssueLine:
        issue = item.issue
        return IssueLine(
            number=issue.id,
            description=issue.description,
            kind=class_name(issue.kind, self.words),
            steps=step_names(self.findings, self.words, issue.steps, self.form),
            scope=issue.scope,
            impact=str(issue.impact),
            frequency=str(issue.frequency),
            value=str(item.value),
            quadrant=self.say(f"quadrant_{item.quadrant.value}"),
            core=self._core_mark(item),
            department=self.form.text(issue.department),
            treatment=self.words.choice(issue.treatment) if issue.treatment else NONE,
        )

    def _core_mark(self, item: RatedIssue) -> str:
        if item.overridden:
            return self.say("core_by_hand") if item.core else self.say("not_core_by_hand")
        return self.say("core_yes") if item.core else ""

    def _list_finding(self) -> str:
        if not self.found.core:
            return self.say("list_none", n=self.count)
        keys = self.form.join(item.issue.id for item in self.found.core)
        return self.say("list_finding", n=self.count, core=len(self.found.core), keys=keys, table=ref("issues"))

    def _key_figures(self) -> KeyFigures:
        classes = self.found.by_class
        figures = [
            KeyFigure(str(self.count), self.say("key_issues"), self.say("key_classes", n=len(classes))),
            KeyFigure(
                str(len(self.found.core)),
                self.say("key_core"),
                self.say("key_share", share=self.form.percent(len(self.found.core) / self.count, 0)),
            ),
            KeyFigure(str(classes[0][1]), class_name(classes[0][0], self.words), self.say("key_top_class")),
        ]
        if self.found.untreated:
            figures.append(KeyFigure(str(len(self.found.untreated)), self.say("key_untreated")))
        return KeyFigures(tuple(figures))

    def _summary(self) -> list[str]:
        return [
            self._list_finding(),
            self._overview(),
            self._override_sentence(),
            self._step_sentence(),
            self._deferred_sentence(),
            self._nearest(),
        ]

    def _override_sentence(self) -> str:
        by_hand = [item for item in self.found.rated if item.overridden]
        if not by_hand:
            return ""
        parts = [
            self.say("override_item", key=i.issue.id, reason=(i.issue.override_reason or "").rstrip("\u3002"))
            for i in by_hand
        ]
        return self.say("override_sentence", n=len(by_hand), items=self.say("semicolon").join(parts))

    def _step_sentence(self) -> str:
        """The step that most core issues touch, where it is more than one issue."""
        counts: dict[str, int] = {}
        for item in self.found.rated:
            for key in item.issue.steps:
                counts[key] = counts.get(key, 0) + 1
        if not counts:
            return ""
        key, number = max(counts.items(), key=lambda pair: pair[1])
        if number < 2:
            return ""
        return self.say("step_sentence", step=step_names(self.findings, self.words, (key,), self.form), n=number)

    def _deferred_sentence(self) -> str:
        if not self.found.untreated:
            return ""
        keys = self.form.join(item.issue.id for item in self.found.untreated)
        return self.say("deferred_sentence", n=len(self.found.untreated), keys=keys)

    # The overview

    def _overview(self) -> str:
        _, count, _ = self.found.by_class[0]
        tied = [k for k, c, _ in self.found.by_class if c == count]
        names = self.form.join(class_name(k, self.words) for k in tied)
        if len(self.found.by_class) == 1:
            return self.say("overview_one", name=names, n=count)
        key = "overview_tied" if len(tied) > 1 else "overview"
        return self.say(key, name=names, n=count, share=self.form.percent(count / self.count, 0))

    def _classes(self) -> tuple[ClassLine, ...]:
        return tuple(
            ClassLine(class_name(k, self.words), str(n), self.form.percent(n / self.count, 0), str(core))
            for k, n, core in self.found.by_class
        )

    def _one_class(self) -> str:
        return self._overview() if len(self.found.by_class) == 1 else ""

    def _class_chart(self) -> Figure | None:
        if len(self.found.by_class) < 2:
            return None
        from ..charts import Axis, Series, Stacked

        rows = self.found.by_class
        chart = Stacked(
            alt=self._overview(),
            categories=tuple(class_name(k, self.words) for k, _, _ in rows),
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
        from ..diagrams import matrix

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
                self.form.join(item.issue.id for item in items),
            )
            for q, items in self.found.by_quadrant
        )

    # Core issues

    def _core_finding(self) -> str:
        if not self.found.core:
            return ""
        return self.say("core_finding", n=len(self.found.core))

    def _core(self, item: RatedIssue) -> CoreIssue:
        issue = item.issue
        goals = {g.id: g for g in self.findings.project.goals}
        aims = [f"{k} {goals[k].description}" if k in goals else k for k in issue.goals]
        reason = issue.override_reason or ""
        return CoreIssue(
            number=issue.id,
            description=issue.description,
            intro=self.say(
                "core_intro",
                kind=class_name(issue.kind, self.words),
                impact=issue.impact,
                frequency=issue.frequency,
                quadrant=self.say(f"quadrant_{item.quadrant.value}"),
            ),
            scope=issue.scope,
            steps=step_names(self.findings, self.words, issue.steps, self.form),
            goals=self.form.join(aims),
            override=self.say("core_override", reason=reason.rstrip("\u3002")) if item.overridden and reason else "",
            evidence=self.evidence.lines(issue),
        )

    def _nearest(self) -> str:
        if self.found.core:
            return ""
        near = self.form.join(
            self.say("near_item", key=i.issue.id, impact=i.issue.impact, frequency=i.issue.frequency)
            for i in self.found.nearest
        )
        return self.say(
            "nearest", impact=self.found.high_impact, frequency=self.found.high_frequency, near=near
        )

    # The rest

    def _deferred(self) -> tuple[DeferredLine, ...]:
        return tuple(
            DeferredLine(
                item.issue.id,
                item.issue.description,
                self.say("rating_short", impact=item.issue.impact, frequency=item.issue.frequency),
                self.words.choice(item.issue.treatment or Treatment.DEFERRED),
                self.form.text(item.issue.deferral_reason),
            )
            for item in self.found.untreated
        )

    def _rating(self) -> tuple[RatingLine, ...]:
        given = {(row.what, row.level): row.meaning for row in self.findings.project.rating}
        return tuple(
            RatingLine(str(n), given.get((Rated.IMPACT, n), NONE), given.get((Rated.FREQUENCY, n), NONE))
            for n in range(5, 0, -1)
            if (Rated.IMPACT, n) in given or (Rated.FREQUENCY, n) in given
        )


__all__ = ["IssuesContext", "context"]
