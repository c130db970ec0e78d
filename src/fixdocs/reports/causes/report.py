"""Findings → the context of 《根因分析报告》: the root causes first, then how each was found, then what is open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from msgspec import Struct

from ...analysis.chain import rootless
from ...analysis.findings import Findings
from ...schema.choices import Control, Dimension, Verdict
from ...schema.improve import RootCause
from ...word.inline import Prose, prose, ref
from ...word.printed import Printed
from ...words import Words
from ..shared.figures import Figure, figure
from ..shared.format import dashed
from ..shared.front import Front, KeyFigure, KeyFigures, Summary, front, points
from ..shared.texts import bare
from .base import CausesWriter
from .issue import IssueAnalysis, IssueWriter
from .open import OpenItems, OpenLine
from .trace import Trace, TracePart

_NAMED = 5  # figures that a sentence of the summary lists at most


class RootLine(Struct, frozen=True):
    """A root cause in the table of conclusions."""

    number: Annotated[str, Printed(7, "code")]
    description: Annotated[str, Printed(30)]
    dimension: Annotated[str, Printed(7, "code")]
    value: Annotated[str, Printed(12, "code")]
    issues: Annotated[str, Printed(12, "code")]
    evidence: Annotated[str, Printed(26)]
    control: Annotated[str, Printed(11, "code")]


class CausesContext(Struct, frozen=True):
    """Every name the template of the root cause report may use."""

    front: Front
    summary: Summary
    finding: str | Prose
    roots: tuple[RootLine, ...]
    control: str
    shared: str
    doubt: str | Prose
    dimensions_lead: str | Prose
    dimensions: Figure | None
    reading: str
    core_finding: str | Prose
    core: tuple[IssueAnalysis, ...]
    other_finding: str
    other: tuple[IssueAnalysis, ...]
    trace_finding: str | Prose
    trace: tuple[TracePart, ...]
    trace_wide: bool
    trace_note: str
    open_one: str
    open_finding: str | Prose
    open: tuple[OpenLine, ...]


def context(findings: Findings, words: Words, *, draft: bool = False) -> CausesContext:
    """The context; needs the form and causes, chains or root causes of a rated issue."""
    return _Composer(findings, words).context(draft)


class _Composer(CausesWriter):
    def __init__(self, findings: Findings, words: Words) -> None:
        super().__init__(findings, words)
        found = self.found
        self.core = [item for item in found.issues if item.core]
        self.other = [item for item in found.issues if not item.core]
        self.chains = [chain for item in found.issues for chain in item.chains]
        self.open = OpenItems(findings, words)

    def context(self, draft: bool) -> CausesContext:
        writer = IssueWriter(self.findings, self.words)
        trace = Trace(self.findings, self.words)
        parts = trace.parts()
        lines = self.open.lines()
        roots = self.found.roots
        return CausesContext(
            front=front(self.findings.project, self.words, self.words.say("reports.causes"), draft=draft),
            summary=Summary(self._key_figures(len(lines)), points(self._summary(lines))),
            finding=prose(self._finding()),
            roots=tuple(self._root_line(root) for root in roots) if len(roots) > 1 else (),
            control=self._control(),
            shared=self._shared(),
            doubt=prose(self._doubt()),
            dimensions_lead=prose(self._dimensions_lead()),
            dimensions=self._dimensions(),
            reading=self._reading(),
            core_finding=self._core_finding(),
            core=tuple(writer.write(item) for item in self.core),
            other_finding=self._other_finding(),
            other=tuple(writer.write(item) for item in self.other),
            trace_finding=prose(trace.finding(self._shared())) if parts else "",
            trace=parts,
            trace_wide=trace.wide,
            trace_note=trace.note() if parts else "",
            open_one=self.say("open_only", item=self._open_sentence(lines[0])) if len(lines) == 1 else "",
            open_finding=prose(self._open_finding(lines)),
            open=lines if len(lines) > 1 else (),
        )

    # Conclusions

    def _finding(self) -> str:
        roots, issues = self.found.roots, self.core or self.other
        missing = [issue.id for issue in rootless([item.issue for item in issues], roots)]
        if not roots:
            return self.say("roots_none", n=len(issues))
        if len(roots) == 1:
            line = self._root_sentence(roots[0])
            return self.say("roots_one", issues=self.form.join(roots[0].issues), root=line)
        values: dict[str, object] = {"n": len(issues), "roots": len(roots), "table": ref("roots")}
        values["bones"] = self._bones()
        if not self.core:
            return self.say("roots_found_other", **values)
        if missing:
            return self.say(
                "roots_partly",
                rooted=len(issues) - len(missing),
                missing=self.few(missing),
                **values,
            )
        return self.say("roots_found", **values)

    def _bones(self) -> str:
        """The root causes by dimension, the most first, where each has one: （法 5 个、机 1 个）."""
        given = [root.dimension for root in self.found.roots if root.dimension]
        if len(given) < len(self.found.roots):
            return ""
        counts = sorted(((-given.count(d), n, d) for n, d in enumerate(Dimension) if d in given))
        parts = (self.say("bones_item", name=self.words.choice(d), n=-n) for n, _, d in counts)
        return self.say("bones", items=self.form.join(parts))

    def _root_sentence(self, root: RootCause) -> str:
        value = self.form.value(root.value, root.unit) or ""
        return self.phrases([self.named(root.id, bare(root.description)), value, bare(root.evidence)])

    def _root_line(self, root: RootCause) -> RootLine:
        return RootLine(
            number=root.id,
            description=root.description,
            dimension=dashed(self.words.choice(root.dimension) if root.dimension else None),
            value=dashed(self.form.value(root.value, root.unit)),
            issues=" ".join(root.issues),
            evidence=dashed(self.form.text(root.evidence)),
            control=dashed(self.words.choice(root.control) if root.control else None),
        )

    def _control(self) -> str:
        """What can be acted upon, where controllability is stated at all."""
        groups = {control: self._with_control(control) for control in (*Control, None)}
        total = len(self.found.roots)
        full = len(groups[Control.FULL])
        if total < 2 or len(groups[None]) == total:
            return ""
        if full == total:
            return self.say("control_all", n=total)
        rest = self.clauses(
            self.say(f"control_{name}", n=len(keys), keys=self.few(keys))
            for name, keys in (
                ("partial", groups[Control.PARTIAL]),
                ("none", groups[Control.NONE]),
                ("unknown", groups[None]),
            )
            if keys
        )
        return self.say("control_some" if full else "control_none_full", n=total, full=full, rest=rest)

    def _with_control(self, control: Control | None) -> list[str]:
        return [root.id for root in self.found.roots if root.control is control]

    def _shared(self, named: bool = False) -> str:
        """The roots that bear on the most issues, where that is more than one; ``named`` spells them out."""
        most = max((len(root.issues) for root in self.found.roots), default=0)
        if most < 2 or len(self.found.roots) < 2:
            return ""
        widest = [root for root in self.found.roots if len(root.issues) == most]
        if len(widest) > _NAMED:
            return self.say("shared_many", count=len(widest), n=most)
        key = "shared_named" if named else "shared_item"
        keys = [
            self.say(key, key=root.id, issues=self.form.join(root.issues), text=bare(root.description))
            for root in widest
        ]
        return self.say("shared_root" if len(keys) > 1 else "shared_one", keys=self.few(keys), n=most)

    def _doubt(self) -> str:
        """The roots of the table that rest, in part or wholly, on something that is not verified."""
        keys = [item.root.id for item in self.found.bases if item.doubtful]
        return self.say("doubt", keys=self.few(keys), table=ref("open")) if keys else ""

    def _measured(self) -> str:
        """The root causes with a figure, and what the figure says; a few of many."""
        given = [root for root in self.found.roots if root.value is not None]
        if len(self.found.roots) < 2:
            return ""
        if not given:
            return self.say("measured_none")
        items = [
            self.say(
                "measured_item" if root.evidence else "measured_bare",
                key=root.id, value=self.form.value(root.value, root.unit), text=bare(root.evidence or ""),
            )
            for root in given[:_NAMED]
        ]  # fmt: skip
        key = "measured" if len(given) <= _NAMED else "measured_some"
        return self.say(key, n=len(given), items=self.clauses(items))

    # The summary

    def _key_figures(self, open_items: int) -> KeyFigures:
        rooted = sum(bool(item.roots) for item in self.core)
        confirmed, excluded, pending = self.found.verdicts
        causes = confirmed + excluded + pending
        share = self.form.percent(confirmed / causes, 0) if causes else ""
        controlled = len(self._with_control(Control.FULL))
        passed = len(self.chains) - len(self.found.failed_chains) - len(self.found.unchecked_chains)
        strip = [
            KeyFigure(str(len(self.core)), self.say("key_core"), self.say("key_core_rooted", n=rooted))
            if self.core
            else KeyFigure(str(len(self.other)), self.say("key_other")),
            KeyFigure(str(causes), self.say("key_causes"), self.say("key_confirmed", n=confirmed, share=share)),
            KeyFigure(
                str(len(self.found.roots)),
                self.say("key_roots"),
                self.say("key_control", n=controlled) if controlled else "",
            ),
            KeyFigure(str(len(self.chains)), self.say("key_chains"), self.say("key_chains_passed", n=passed)),
            KeyFigure(str(open_items), self.say("key_open"), self.say("key_open_note")),
        ]
        return KeyFigures(tuple(item for item in strip if item.value != "0"))

    def _summary(self, lines: Sequence[OpenLine]) -> list[str]:
        return [
            self._finding(),
            self._shared(named=True),
            self._control(),
            self._measured(),
            self._causes_counted() + self._dimension_finding(),
            self._chains_counted() + self._open_summary(lines),
        ]

    def _causes_counted(self) -> str:
        names = ("confirmed", "excluded", "pending")
        total = sum(self.found.verdicts)
        if total < 2:
            return ""
        parts = [
            self.say(f"causes_{name}", n=n, share=self.form.percent(n / total, 0))
            for name, n in zip(names, self.found.verdicts, strict=True)
            if n
        ]
        return self.say("causes_counted", n=total, parts=self.form.join(parts))

    def _chains_counted(self) -> str:
        if not self.chains:
            return ""
        if len(self.chains) == 1:
            result = self.chains[0].reverse.value if self.chains[0].reverse else "unchecked"
            return self.say(f"chain_{result}_only", key=self.chains[0].id)
        if not self.found.failed_chains and not self.found.unchecked_chains:
            return self.say("chains_counted", n=len(self.chains))
        parts = self.chain_counts(self.chains)
        return self.say("chains_mixed", n=len(self.chains), parts=parts)

    def _open_summary(self, lines: Sequence[OpenLine]) -> str:
        if not lines:
            return ""
        if len(lines) == 1:
            return self.say("open_one", item=self._open_sentence(lines[0]))
        keys = self.open.roots()
        none = "open_counted_none" if self.found.roots else "open_counted_before"
        return self.say(
            "open_counted" if keys else none,
            n=len(lines),
            roots=self.few(keys),
            table=ref("open"),
        )

    # Where the causes lie

    def _dimension_finding(self) -> str:
        total = self.found.verdicts[0]
        counts = self.found.by_dimension
        if total < 2:
            return ""
        most = max(n for _, n in counts)
        tied = [self.say("dimension_quoted", name=self.words.choice(d)) for d, n in counts if n == most]
        share = self.form.percent(most / total, 0)
        if len(counts) == 1:
            return self.say("dimension_one", n=total, name=self.words.choice(counts[0][0]))
        if len(tied) > 1:
            return self.say("dimension_tied", n=total, names=self.form.join(tied), count=most, share=share)
        name = next(self.words.choice(d) for d, n in counts if n == most)
        return self.say("dimension_top", n=total, name=name, count=most, share=share)

    def _dimensions_lead(self) -> str:
        if not self._charted():
            return ""
        return self.say(
            "dimension_lead", figure=ref("dimensions"), n=sum(self.found.verdicts), finding=self._dimension_finding()
        )

    def _charted(self) -> bool:
        """Whether the causes lie on more dimensions than a sentence would tell."""
        return len({cause.dimension for item in self.found.issues for cause in item.causes}) > 2

    def _dimensions(self) -> Figure | None:
        if not self._charted():
            return None
        from ...charts import Axis, Series, Stacked

        causes = [cause for item in self.found.issues for cause in item.causes]
        rows = [d for d in Dimension if any(cause.dimension is d for cause in causes)]
        series = []
        for verdict, colour in (
            (Verdict.CONFIRMED, "accent"),
            (Verdict.PENDING, "changed"),
            (Verdict.EXCLUDED, "line"),
        ):
            counts = tuple(
                sum(c.dimension is d and (c.verdict or Verdict.PENDING) is verdict for c in causes) for d in rows
            )
            if any(counts):
                series.append(Series(self.words.choice(verdict), counts, colour))
        chart = Stacked(
            alt=self._dimension_finding() or self._causes_counted(),
            categories=tuple(self.words.choice(d) for d in rows),
            value=Axis(self.say("dimension_axis")),
            series=tuple(series),
        )
        return figure(self.words, "dimensions", self.say("dimension_caption"), [chart])

    def _reading(self) -> str:
        """How the figures are to be read, said once; only of the tools that were used."""
        used = (
            ("frame", any(item.frame for item in self.found.issues)),
            ("fishbone", any(item.bones for item in self.found.issues)),
            ("chains", bool(self.chains)),
        )
        return "".join(self.say(f"reading_{name}") for name, given in used if given)

    def _core_finding(self) -> str:
        if not self.core:
            return ""
        roots = {root.id for item in self.core for root in item.roots}
        key = "core_finding_one" if len(self.core) == 1 else "core_finding"
        opening = self.say(
            key if roots else f"{key}_none", n=len(self.core), key=self.core[0].issue.id, roots=len(roots)
        )
        return opening + self._causes_counted() + self._chains_counted()

    def _other_finding(self) -> str:
        if not self.other:
            return ""
        if self.core:
            return self.say("other_finding", n=len(self.other))
        return self.say("other_only", n=len(self.other)) + self._causes_counted() + self._chains_counted()

    # What is open

    def _open_finding(self, lines: Sequence[OpenLine]) -> str:
        if len(lines) < 2:
            return ""
        keys = self.open.roots()
        bearing = sum(line.effect != self.say("open_effect_none") for line in lines)
        roots = self.say("open_no_roots" if self.found.roots else "open_before_roots")
        if keys:
            roots = self.say("open_roots", n=bearing, keys=self.few(keys))
        return self.say("open_finding", n=len(lines), table=ref("open"), roots=roots)

    def _open_sentence(self, line: OpenLine) -> str:
        return self.say(
            "open_sentence",
            number=line.number, issue=line.issue, text=line.text, reason=line.reason, effect=line.effect,
        )  # fmt: skip


__all__ = ["CausesContext", "context"]
