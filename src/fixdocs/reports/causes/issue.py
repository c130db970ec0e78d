"""One analysed issue: its frame, its fishbone with verdicts, its why tree read back, its root causes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from msgspec import Struct

from ...analysis.causes import CauseNode, IssueCauses, root_value, same_text
from ...analysis.chain import RootKeys, RootLink
from ...analysis.claims import causes as about
from ...analysis.claims import unproven
from ...analysis.facts import filled
from ...analysis.findings import Findings
from ...schema.choices import Dimension, ReverseCheck, Verdict
from ...schema.improve import Cause, Chain
from ...word.inline import Prose, gap, prose, ref, strong
from ...word.printed import Printed
from ...words import Words
from ..shared.figures import Figure, figure
from ..shared.format import dashed
from ..shared.front import Point, points
from ..shared.ledger import unnoted
from ..shared.texts import bare, clipped
from .base import CausesWriter

if TYPE_CHECKING:
    from ...diagrams import fishbone

_DEPTH = 3  # levels of causes a fishbone draws


class FrameLine(Struct, frozen=True):
    """One of the six questions with its answer."""

    question: Annotated[str, Printed(24)]
    answer: Annotated[str, Printed(76)]


class CauseLine(Struct, frozen=True):
    """A possible cause with the verdict on it and what the verdict rests on."""

    number: Annotated[str, Printed(8, "code")]
    dimension: Annotated[str, Printed(7, "code")]
    text: Annotated[str, Printed(34)]
    verdict: Annotated[str, Printed(10, "code")]
    basis: Annotated[str, Printed(41)]


class IssueAnalysis(Struct, frozen=True):
    """An issue from what it is to its root causes. Leads are empty where their table or figure is absent."""

    number: str
    heading: str
    description: str
    finding: str | Prose
    scope: str
    frame_lead: str | Prose
    frame: tuple[FrameLine, ...]
    fishbone_lead: str | Prose
    fishbone: Figure | None
    causes: tuple[CauseLine, ...]
    chains_lead: str | Prose
    why_tree: Figure | None
    chains: tuple[Point, ...]
    roots: tuple[Point, ...]


class IssueWriter(CausesWriter):
    """Writes the part of the report that is about one issue."""

    def __init__(self, findings: Findings, words: Words) -> None:
        super().__init__(findings, words)
        self._roots_of: dict[str, list[RootLink]] = {}
        for link in self.links.roots:
            for key in link.root.sources:
                self._roots_of.setdefault(key, []).append(link)
        self._texts = {c.id: c.text for c in findings.project.causes}

    def write(self, item: IssueCauses) -> IssueAnalysis:
        """Everything about ``item``."""
        issue = item.issue
        frame = self._frame(item)
        drawn = self._fishbone(item)
        text = bare(issue.description)
        short = clipped(text)
        return IssueAnalysis(
            number=issue.id,
            heading=self.named(issue.id, short),
            description=self.say("full_text", text=text) + self.stop if short != text else "",
            finding=prose(self._finding(item)),
            scope=self._scope(item),
            frame_lead=prose(self._frame_lead(frame)),
            frame=frame if len(frame) > 1 else (),
            fishbone_lead=prose(self._fishbone_lead(item)) if drawn else "",
            fishbone=drawn,
            causes=self._causes(item) if len(item.causes) > 1 else (),
            chains_lead=prose(self._chains_lead(item)),
            why_tree=self._why_tree(item),
            chains=points([self._chain(item, chain) for chain in item.chains]),
            roots=points([self._root(item, link) for link in item.link.roots]),
        )

    # What it is

    def _finding(self, item: IssueCauses) -> str:
        """Roots, causes and chains of the issue in one sentence."""
        none = self.claim(about.issue_rootless(item))
        if none:
            parts = [gap(none) if item.core else none]
        else:
            keys = self.slot(RootKeys(item.link.roots))
            parts = [
                self.say("issue_roots" if len(item.link.roots) > 1 else "issue_root", n=item.root_count, keys=keys)
            ]
        parts += self._causes_part(item)
        parts += self._chains_part(item)
        return self.clauses(parts) + self.stop

    def _causes_part(self, item: IssueCauses) -> list[str]:
        counts = item.counts
        if not item.causes:
            return []
        if len(item.causes) == 1:
            verdict = item.causes[0].verdict or Verdict.PENDING
            said = self.say(f"issue_cause_{verdict.value}")
            return [self.say("issue_cause", n=counts.total, parts=said)]
        if counts.total in (counts.confirmed, counts.excluded, counts.pending):
            verdict = item.causes[0].verdict or Verdict.PENDING
            return [self.say("issue_causes_all", n=counts.total, parts=self.say(f"issue_cause_{verdict.value}"))]
        return [self.say("issue_causes", n=counts.total, parts=self.form.join(self.counted(counts)))]

    def _chains_part(self, item: IssueCauses) -> list[str]:
        chains, counts = item.chains, item.chain_counts
        said = self.claim(about.only_chain(chains)) or self.claim(about.chains(counts, chains))
        return [bare(said)] if said else []

    def _scope(self, item: IssueCauses) -> str:
        issue = item.issue
        said = self.say(
            "issue_is_steps" if issue.steps else "issue_is",
            kind=self.class_name(issue.kind),
            impact=filled(issue, "impact"),
            frequency=filled(issue, "frequency"),
            scope=bare(issue.scope),
            steps=self.steps(issue.steps),
        )
        return self.sentences(said, self.claim(about.issue_closed(item)))

    def _frame(self, item: IssueCauses) -> tuple[FrameLine, ...]:
        given = item.frame
        if given is None:
            return ()
        answers = (
            ("what", given.what), ("where", given.where), ("when", given.when), ("who", given.who),
            ("why", given.why), ("how", given.how),
        )  # fmt: skip
        return tuple(FrameLine(self.say(f"question_{key}"), text.strip()) for key, text in answers if text)

    def _frame_lead(self, frame: tuple[FrameLine, ...]) -> str:
        if not frame:
            return ""
        if len(frame) == 1:
            return self.say("frame_one", question=frame[0].question, answer=bare(frame[0].answer))
        return self.say("frame_lead", table=ref("frame"))

    # The fishbone

    def _fishbone(self, item: IssueCauses) -> Figure | None:
        from ...diagrams import fishbone

        if not item.bones:
            return None
        held = dict(item.bones)
        bones = [
            fishbone.Bone(self.words.choice(d), tuple(self._twig(node, 1) for node in held.get(d, ())))
            for d in Dimension
        ]
        texts = fishbone.Words(
            self.say("fishbone_confirmed"), self.say("fishbone_excluded"), self.say("fishbone_pending"),
            self.say("fishbone_more"), self.say("figure_part"),
        )  # fmt: skip
        caption = self.say("fishbone_caption", key=item.issue.id)
        scenes = fishbone.layout(item.issue.description, bones, texts, name=caption, alt=self._fishbone_alt(item, held))
        return figure(self.words, "fishbone", caption, scenes)

    def _fishbone_alt(self, item: IssueCauses, held: dict[Dimension, tuple[CauseNode, ...]]) -> str:
        parts = [
            self.say(
                "fishbone_dimension",
                name=self.words.choice(dimension),
                causes=self.form.join(clipped(node.cause.text, 30) for node in nodes),
            )
            for dimension, nodes in held.items()
        ]
        return self.say(
            "fishbone_alt",
            key=item.issue.id,
            text=clipped(item.issue.description),
            parts=self.clauses(parts),
        )

    def _twig(self, node: CauseNode, level: int) -> fishbone.Cause:
        """A cause of the figure. What stands deeper than a fishbone shows is only in the table (the check says so)."""
        from ...diagrams import fishbone

        cause = node.cause
        inner = tuple(self._twig(child, level + 1) for child in node.children) if level < _DEPTH else ()
        verdict: Any = (cause.verdict or Verdict.PENDING).value
        return fishbone.Cause(cause.text, verdict, inner, cause.id)

    def _fishbone_lead(self, item: IssueCauses) -> str:
        if len(item.causes) == 1:
            return self.say("fishbone_lead_one", figure=ref("fishbone"), cause=self._cause_sentence(item.causes[0]))
        found = self.claim(about.fishbone(item))
        sign = self._common_sign(item)
        return self.say(
            "fishbone_lead" if any(map(self._basis, item.causes)) else "fishbone_lead_bare",
            figure=ref("fishbone"), table=ref("causes"), found=found,
            sign=self.say("fishbone_sign", sign=sign) if sign else "",
        ) + self.claim(unproven.idle(self.found, item))  # fmt: skip

    def _common_sign(self, item: IssueCauses) -> str:
        """By whom and when all causes were verified, where that is one and the same; then no row says it."""
        signs = {self._sign(cause) for cause in item.causes if cause.verdict not in (None, Verdict.PENDING)}
        return signs.pop() if len(signs) == 1 else ""

    def _sign(self, cause: Cause) -> str:
        parts = (cause.checker or "", self.form.day(cause.day) if cause.day else "")
        return self.phrases(parts)

    def _cause_sentence(self, cause: Cause) -> str:
        basis = self._basis(cause)
        return self.say(
            "cause_sentence",
            key=cause.id,
            text=bare(cause.text),
            dimension=self.words.choice(cause.dimension),
            verdict=self.say(f"issue_cause_{(cause.verdict or Verdict.PENDING).value}"),
            evidence=self.say("cause_evidence", evidence=bare(basis)) if basis else "",
        )

    def _causes(self, item: IssueCauses) -> tuple[CauseLine, ...]:
        """The causes in the order of the figure: by dimension, sub-causes below their cause."""
        ordered = [cause for _, nodes in item.bones for node in nodes for cause in _flat(node)]
        rest = [cause for cause in item.causes if cause not in ordered]
        keys = {cause.id for cause in item.causes}
        sign = self._common_sign(item)
        return tuple(self._cause_line(cause, keys, sign) for cause in (*ordered, *rest))

    def _cause_line(self, cause: Cause, keys: set[str], sign: str) -> CauseLine:
        under = cause.parent is not None and cause.parent in keys
        text = self.say("cause_under", text=cause.text, parent=cause.parent) if under else cause.text
        return CauseLine(
            cause.id,
            self.words.choice(cause.dimension),
            text,
            self.words.choice(cause.verdict or Verdict.PENDING),
            dashed(self._basis(cause, sign)),
        )

    def _basis(self, cause: Cause, said: str = "") -> str:
        """How the verdict was reached, what it rests on, by whom and when unless that is ``said`` already."""
        method, evidence = (cause.method or "").strip(), (cause.evidence or "").strip()
        sign = self._sign(cause)
        text, added = evidence or method, [method if evidence else "", "" if sign == said else sign]
        if text and any(added):
            return self.say("evidence_sign", text=text, sign=self.phrases(added))
        return text or self.phrases(added)

    # The chains

    def _why_tree(self, item: IssueCauses) -> Figure | None:
        from ...diagrams import why_tree

        texts = why_tree.Words(
            effect=self.say("tree_effect"), start=self.say("tree_start"), why=self.say("tree_why"),
            root="", passed=self.say("tree_passed"), failed=self.say("tree_failed"),
            unchecked=self.say("tree_unchecked"), part=self.say("figure_part"),
        )  # fmt: skip
        drawn = [
            why_tree.Chain(
                chain.id,
                self._links(chain),
                self._texts.get(chain.start or "", ""),
                None if chain.reverse is None else "passed" if chain.reverse is ReverseCheck.PASSED else "failed",
                self._end(chain),
            )
            for chain in item.chains
        ]
        caption = self.say("chain_caption", key=item.issue.id)
        ends = [self.say("chain_alt_item", key=c.id, end=clipped(c.whys[-1], 40)) for c in item.chains if c.whys]
        with unnoted():
            alt = self.say("chain_alt", key=item.issue.id, n=item.chain_counts.total, parts=self.clauses(ends))
        return figure(
            self.words, "why_tree", caption,
            why_tree.layout(item.issue.description, drawn, texts, name=caption, alt=alt),
        )  # fmt: skip

    def _links(self, chain: Chain) -> tuple[str, ...]:
        """The chain's links; its end in the words of the root cause, or both where they say something else."""
        links = tuple(text for text in chain.whys if text.strip())
        roots = [link.root for link in self._roots_of.get(chain.id, ())]
        if not links or not roots:
            return links
        same = next((root for root in roots if same_text(links[-1], root.description)), None)
        end = links[-1] if same is None else same.description
        others = [self.named(root.id, bare(root.description)) for root in roots if not same_text(end, root.description)]
        if others:
            end = self.say("tree_both", end=bare(end), roots=self.clauses(others))
        return (*links[:-1], end)

    def _end(self, chain: Chain) -> str:
        """What the tree writes over a chain's end: the root causes drawn from it, or that there is none."""
        roots = self._roots_of.get(chain.id, [])
        if not roots:
            return self.say("tree_rootless")
        return self.say("tree_root", keys=self.slot(RootKeys(roots)))

    def _chains_lead(self, item: IssueCauses) -> str:
        if not item.chains:
            return ""
        key = "chains_lead" if len(item.chains) > 1 else "chains_lead_one"
        return self.say(key, figure=ref("why_tree"), n=item.chain_counts.total)

    def _chain(self, item: IssueCauses, chain: Chain) -> str:
        """The chain read back, from its end to the issue, with the result the team recorded."""
        start = self._texts.get(chain.start or "", "")
        texts = [bare(text) for text in (*reversed(chain.whys), start, item.issue.description) if text.strip()]
        if len(texts) < 2:
            return ""
        steps = [self.say("chain_because", text=texts[0]), *(self.say("chain_so", text=t) for t in texts[1:])]
        roots = self._roots_of.get(chain.id, [])
        result = {ReverseCheck.PASSED: "chain_passed", ReverseCheck.FAILED: "chain_failed"}
        read = self.say(
            "chain_line",
            key=strong(chain.id),
            result=self.say(result[chain.reverse] if chain.reverse else "chain_unchecked"),
            root=self.say("chain_root", keys=self.slot(RootKeys(roots))) if roots else "",
            reading=self.phrases(steps),
        )
        return self.sentences(
            read,
            *(self.claim(about.two_texts(chain, link)) for link in roots),
            *(self.claim(unproven.chain_elsewhere(chain, link)) for link in roots),
            self.claim(about.foreign_start(chain, self.found.causes)),
            self.claim(unproven.excluded_start(chain, self.found.causes, self.found.links)),
        )

    # The roots

    def _root(self, item: IssueCauses, link: RootLink) -> str:
        root, issue = link.root, item.issue.id
        others = [key for key in root.issues if key != issue]
        value = root_value(root)
        details = [
            self.say("root_value", value=value) if value is not None else "",
            self.say("root_evidence", evidence=bare(root.evidence)) if root.evidence else "",
            self.say("root_sources", keys=self.form.join(root.sources)),
            self.claim(about.foreign_causes(issue, link, self.found.causes)),
            self.claim(about.foreign_chains(issue, link, self.found.chains)),
            self.claim(about.doubts(link)),
            self.say("root_control", control=self.words.choice(root.control)) if root.control else "",
            self.say("root_shared", keys=self.form.join(others)) if others else "",
        ]
        dimension = self.words.choice(root.dimension) if root.dimension else ""
        notes = self.phrases([dimension, "" if link.confirmed else self.say("root_open")])
        return self.say(
            "root_line",
            root=strong(self.named(root.id, bare(root.description))),
            notes=self.say("root_notes", notes=notes) if notes else "",
            details=self.sentences(*details),
        )


def _flat(node: CauseNode) -> list[Cause]:
    return [node.cause, *(cause for child in node.children for cause in _flat(child))]
