"""Findings → the context of 《根因分析报告》: the root causes first, then how each was found, then what is open."""

from __future__ import annotations

from typing import Annotated

from msgspec import Struct

from ...analysis.causes import root_value
from ...analysis.chain import RootLink
from ...analysis.claims import causes as about
from ...analysis.claims import unproven
from ...analysis.facts import Count
from ...analysis.findings import Findings
from ...schema.choices import Dimension, Verdict
from ...word.inline import Prose, prose, ref
from ...word.printed import Printed
from ...words import Words
from ..shared.figures import Figure, figure
from ..shared.format import dashed
from ..shared.front import Front, KeyFigure, KeyFigures, Summary, front, points
from ..shared.ledger import unnoted
from .base import CausesWriter
from .issue import IssueAnalysis, IssueWriter
from .open import OpenLine, OpenWriter
from .trace import Trace, TracePart


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
        self.open = OpenWriter(findings, words)
        self.lines = self.open.lines()

    def context(self, draft: bool) -> CausesContext:
        writer = IssueWriter(self.findings, self.words)
        trace = Trace(self.findings, self.words)
        parts = trace.parts()
        found, lines, roots = self.found, self.lines, self.links.roots
        return CausesContext(
            front=front(self.findings.project, self.words, self.words.say("reports.causes"), draft=draft),
            summary=Summary(self._key_figures(), points(self._summary())),
            finding=prose(self._finding()),
            roots=tuple(map(self._root_line, roots)) if len(roots) > 1 else (),
            control=self.claim(about.control(found)),
            shared=self._shared(),
            doubt=prose(self._doubt()),
            dimensions_lead=prose(self._dimensions_lead()),
            dimensions=self._dimensions(),
            reading=self._reading(),
            core_finding=self._core_finding(),
            core=tuple(map(writer.write, found.core)),
            other_finding=self._other_finding(),
            other=tuple(map(writer.write, found.other)),
            trace_finding=prose(trace.finding()) if parts else "",
            trace=parts,
            trace_wide=trace.wide,
            trace_note=trace.note() if parts else "",
            open_one=self._open_line("open_only") if len(lines) == 1 else "",
            open_finding=prose(self._open_finding()),
            open=lines if len(lines) > 1 else (),
        )

    # Conclusions

    def _finding(self) -> str:
        """The verdict, and where the root causes stand."""
        table = self.say("roots_table", bones=self._bones(), table=ref("roots")) if len(self.links.roots) > 1 else ""
        return self.sentences(self._verdict(), table, self._without())

    def _verdict(self) -> str:
        """Whether the issues have root causes, and how many of these are confirmed."""
        links = self.links
        return self.sentences(self._found(), self.claimed(about.roots_counted(self.found), about.only_root(links)))

    def _without(self) -> str:
        """The issues whose root causes were not found by an analysis of their own, or not at all."""
        found, links = self.found, self.links
        return self.claimed(about.core_borrowed(found), about.cited(found), about.planned_rootless(links, self.project))

    def _found(self) -> str:
        held = (about.core_roots(self.found), about.only_core(self.found), about.others(self.found))
        return self.claimed(*held)

    def _bones(self) -> str:
        """The root causes by dimension, the most first, where each has one: （法 5 个、机 1 个）."""
        counts = self.found.roots_by_dimension()
        parts = (self.say("bones_item", name=self.words.choice(d), n=n) for d, n in counts)
        return self.say("bones", items=self.form.join(parts)) if counts else ""

    def _root_line(self, link: RootLink) -> RootLine:
        root = link.root
        return RootLine(
            number=root.id,
            description=self.standing(link, root.description),
            dimension=dashed(self.words.choice(root.dimension) if root.dimension else None),
            value=dashed(self.form.fact(root_value(root))),
            issues=" ".join(root.issues),
            evidence=dashed(self.form.text(root.evidence)),
            control=dashed(self.words.choice(root.control) if root.control else None),
        )

    def _doubt(self) -> str:
        """The roots of the table that rest, in part or wholly, on something that is not verified."""
        said = self.claimed(about.unverified(self.links), about.failed_roots(self.found))
        where = self.say("doubt_where", table=ref("open")) if said and len(self.lines) > 1 else ""
        return self.sentences(said + where, self._remarks())

    def _remarks(self) -> str:
        """What stands in the table of root causes and asks for a word."""
        return self.claimed(unproven.unlisted_evidence(self.links), unproven.texts_differ(self.found))

    # The summary

    def _key_figures(self) -> KeyFigures:
        found, fact = self.found, self.form.fact
        counts, chains = found.counts, found.chain_counts
        strip = [
            self._key_issues(),
            (counts.total, "key_causes", self.claim(about.confirmed_causes(counts))),
            (self.links.count("roots"), "key_roots", self._key_standing()),
            (chains.total, "key_chains", self._key_chains()),
            (self.open.held.count, "key_open", self.say("key_open_note") if len(self.lines) > 1 else ""),
        ]
        return KeyFigures(tuple(KeyFigure(fact(n), self.say(label), note) for n, label, note in strip if n))

    def _key_issues(self) -> tuple[Count, str, str]:
        core = self.found.core
        if not core:
            return self.found.other_count, "key_other", ""
        parts = (about.part_confirmed(core, "core"), about.part_unverified(core, "core"))
        return self.found.rated.core_count, "key_core", self.phrases(map(self.claim, parts))

    def _key_chains(self) -> str:
        held = self.found.chains
        made = (about.chains_part(self.found.chain_counts, held, each) for each in ("passed", "failed", "unchecked"))
        return self.say("key_chains_read", parts=self.phrases(map(self.claim, made)))

    def _key_standing(self) -> str:
        confirmed, open_ones = self.links.count("confirmed"), self.links.count("unverified")
        held = (("key_roots_confirmed", confirmed), ("key_roots_unverified", open_ones))
        return self.phrases(self.say(key, n=n) for key, n in held if n)

    def _summary(self) -> list[str]:
        found = self.found
        return [
            self.sentences(self._verdict(), self._without()),
            self._shared(),
            self.claimed(about.control(found), about.unmeasured(found)),
            "" if self.links.roots else self._causes_told(),
            self.sentences(self._chains_counted(), self.claim(about.failed_roots(found)), self._open_summary()),
        ]

    def _shared(self) -> str:
        return self.claimed(about.shared(self.links), about.shared_borrowed(self.links))

    def _causes_counted(self) -> str:
        counts = self.found.counts
        if counts.total < 2:
            return ""
        return self.say("causes_counted", n=counts.total, parts=self.form.join(self.counted(counts, shares=True)))

    def _chains_counted(self) -> str:
        found = self.found
        counted = (about.chains(found.chain_counts, found.chains), about.only_chain(found.chains))
        starts = (unproven.excluded_start(chain, found.causes, found.links) for chain in found.chains)
        return self.claimed(*counted, *starts, unproven.chainless(found))

    def _open_summary(self) -> str:
        if len(self.lines) == 1:
            return self._open_line("open_one")
        said = self.claim(unproven.open_counted(self.links, self.open.held))
        return said + self.say("open_where", table=ref("open")) if said else ""

    # Where the causes lie

    def _dimensions_lead(self) -> str:
        if not self._charted():
            return ""
        return self.say(
            "dimension_lead",
            figure=ref("dimensions"),
            n=self.found.counts.total,
            finding=self.claim(about.dimension(self.found)),
        )

    def _charted(self) -> bool:
        """Whether the causes lie on more dimensions than a sentence would tell."""
        return len({cause.dimension for cause in self.found.causes}) > 2

    def _dimensions(self) -> Figure | None:
        if not self._charted():
            return None
        from ...charts import Axis, Series, Stacked

        causes = self.found.causes
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
        with unnoted():
            alt = self.claim(about.dimension(self.found)) or self._causes_counted()
        chart = Stacked(
            alt=alt,
            categories=tuple(self.words.choice(d) for d in rows),
            value=Axis(self.say("dimension_axis")),
            series=tuple(series),
        )
        return figure(self.words, "dimensions", self.say("dimension_caption"), [chart])

    def _reading(self) -> str:
        """How the figures are to be read, said once; only of the tools that were used."""
        used = (
            ("fishbone", any(item.bones for item in self.found.issues)),
            ("chains", bool(self.found.chains)),
        )
        framed = self.claim(unproven.framed(self.found))
        return self.sentences(framed, *(self.say(f"reading_{name}") for name, given in used if given))

    def _core_finding(self) -> str:
        found = self.found
        if not found.core:
            return ""
        chains = self.sentences(self._chains_counted(), self.claim(unproven.chains_elsewhere(found)))
        return self.sentences(self._opening(), self._causes_told(), chains)

    def _opening(self) -> str:
        """The verdict, where no chapter of conclusions said it."""
        if len(self.links.roots) > 1:
            return ""
        opening = self._found() or self.claim(about.only_root(self.links))
        return self.sentences(opening, self._without(), self._remarks())

    def _causes_told(self) -> str:
        """How the causes were judged, and where they lie unless the figure's sentence says so."""
        where = "" if self._charted() else self.claim(about.dimension(self.found))
        return self.sentences(self._causes_counted(), self.claim(unproven.causes_elsewhere(self.found)), where)

    def _other_finding(self) -> str:
        found = self.found
        if not found.other:
            return ""
        if found.core:
            return self.say("other_finding", n=found.other_count)
        rest = "" if len(self.links.roots) > 1 else self.sentences(self._without(), self._remarks())
        opening = self.say("other_only", n=found.other_count)
        return self.sentences(opening, rest, self._causes_told(), self._chains_counted())

    # What is open

    def _open_finding(self) -> str:
        said = self.claim(unproven.open_counted(self.links, self.open.held))
        return said + self.say("open_table", table=ref("open")) if said else ""

    def _open_line(self, key: str) -> str:
        """The only open item as a sentence."""
        (line,) = self.lines
        item = self.say(
            "open_sentence",
            number=line.number, issue=line.issue, text=line.text, reason=line.reason, effect=line.effect,
        )  # fmt: skip
        return self.say(key, n=self.open.held.count, item=item)


__all__ = ["CausesContext", "context"]
