"""What may be said of causes and root causes: found or not, confirmed or 待验证, shared, controllable, open."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from ...project import Project
from ...schema.choices import Control, IssueStatus, ReverseCheck, Verdict
from ...schema.improve import Cause, Chain
from ..causes import CauseFindings, ChainCounts, Counts, IssueCauses, bearing, foreign, same_text
from ..chain import Doubt, Links, RootKeys, RootLink
from ..claim import Claim, Keys, claims
from ..facts import Count, tally
from ..order import by_number

_TEXTS = 5  # root causes that a sentence tells by their texts


def _standing(*made: Claim | None) -> tuple[Claim, ...]:
    return tuple(claim for claim in made if claim is not None)


def _issues(kind: str, items: Sequence[IssueCauses], group: str) -> Count:
    rows = tuple(item.issue for item in items)
    return tally(f"causes.issues_{kind}", rows, "issues", ("id",), (group,))


# Whether root causes were found


@claims("causes.part_confirmed")
def part_confirmed(items: Sequence[IssueCauses], group: str) -> Claim | None:
    """How many issues have root causes that are all confirmed."""
    held = [item for item in items if item.link.confirmed]
    return Claim("causes.part_confirmed", {"n": _issues("confirmed", held, group)}) if held else None


@claims("causes.part_unverified")
def part_unverified(items: Sequence[IssueCauses], group: str) -> Claim | None:
    """Which issues have a root cause that is 待验证."""
    held = [item for item in items if item.link.roots and not item.link.confirmed]
    slots = {"n": _issues("unverified", held, group), "keys": _keys(held)}
    return Claim("causes.part_unverified", slots) if held else None


@claims("causes.part_missing")
def part_missing(items: Sequence[IssueCauses], group: str) -> Claim | None:
    """Which issues have no root cause."""
    held = [item for item in items if not item.link.roots]
    slots = {"n": _issues("missing", held, group), "keys": _keys(held)}
    return Claim("causes.part_missing", slots) if held else None


def _keys(items: Sequence[IssueCauses]) -> Keys:
    return Keys(item.issue.id for item in items)


def _parts(items: Sequence[IssueCauses], group: str) -> tuple[Claim, ...]:
    return _standing(part_confirmed(items, group), part_unverified(items, group), part_missing(items, group))


@claims("causes.core_confirmed", "causes.core_none", "causes.core_mixed")
def core_roots(found: CauseFindings) -> Claim | None:
    """How many of several core issues have confirmed root causes, unverified ones, or none."""
    core = found.core
    if len(core) < 2:
        return None
    slots = {"n": found.rated.core_count}
    if all(item.link.confirmed for item in core):
        return Claim("causes.core_confirmed", slots)
    if not any(item.link.roots for item in core):
        return Claim("causes.core_none", slots)
    return Claim("causes.core_mixed", {**slots, "parts": _parts(core, "core_issues")})


@claims("causes.only_core_confirmed", "causes.only_core_unverified", "causes.only_core_none")
def only_core(found: CauseFindings) -> Claim | None:
    """The same of the only core issue; where its root cause is the only one, :func:`only_root` says it."""
    if len(found.core) != 1 or (found.core[0].roots and len(found.links.roots) == 1):
        return None
    (item,) = found.core
    slots = {"key": item.issue.id, "n": found.rated.core_count, "roots": item.root_count}
    if not item.link.roots:
        return Claim("causes.only_core_none", slots)
    if item.link.confirmed:
        return Claim("causes.only_core_confirmed", slots)
    return Claim("causes.only_core_unverified", {**slots, "keys": _unverified(item.link.roots)})


@claims("causes.others")
def others(found: CauseFindings) -> Claim | None:
    """The same of the issues that were analysed where none is core."""
    if found.core or not found.other:
        return None
    return Claim("causes.others", {"n": found.other_count, "parts": _parts(found.other, "other_issues")})


@claims("causes.core_borrowed")
def core_borrowed(found: CauseFindings) -> Claim | None:
    """Core issues all of whose root causes come from the analysis of other issues."""
    held = [item for item in found.core if item.link.roots and not any(_own(item, link) for link in item.link.roots)]
    return Claim("causes.core_borrowed", {"keys": _keys(held)}) if held else None


def _own(item: IssueCauses, link: RootLink) -> bool:
    return item.issue.id not in {borrowed.issue for borrowed in link.borrowed}


@claims("causes.issue_closed")
def issue_closed(item: IssueCauses) -> Claim | None:
    """An analysed issue is closed already."""
    return Claim("causes.issue_closed") if item.issue.status is IssueStatus.CLOSED else None


@claims("causes.confirmed_share", "causes.confirmed_all", "causes.confirmed_none")
def confirmed_causes(counts: Counts) -> Claim | None:
    """What part of the causes is confirmed; all and none are said in words."""
    if not counts.total:
        return None
    if counts.confirmed in (0, counts.total):
        return Claim("causes.confirmed_all" if counts.confirmed else "causes.confirmed_none")
    return Claim("causes.confirmed_share", {"n": counts.confirmed, "share": counts.share(counts.confirmed)})


@claims("causes.cited")
def cited(found: CauseFindings) -> Claim | None:
    """Further issues that the root causes are cited for."""
    rows = by_number(item.issue for item in found.cited)
    n = tally("causes.cited", rows, "issues", ("id",))
    return Claim("causes.cited", {"n": n, "keys": Keys(row.id for row in rows)}) if rows else None


def _unverified(roots: Sequence[RootLink]) -> Keys:
    return Keys(link.root.id for link in roots if not link.confirmed)


@claims("causes.roots_confirmed", "causes.roots_unverified", "causes.roots_mixed")
def roots_counted(found: CauseFindings) -> Claim | None:
    """How many of several root causes are confirmed, and which are 待验证, unless :func:`only_core` has said it."""
    links = found.links
    told = only_core(found) is not None and len(found.core[0].roots) == len(links.roots)
    if len(links.roots) < 2 or told:
        return None
    slots = {"n": links.count("roots"), "confirmed": links.count("confirmed"), "open": links.count("unverified")}
    if not links.unverified:
        return Claim("causes.roots_confirmed", slots)
    if not links.confirmed:
        return Claim("causes.roots_unverified", slots)
    return Claim("causes.roots_mixed", {**slots, "keys": _unverified(links.roots)})


@claims("causes.root_confirmed", "causes.root_unverified")
def only_root(links: Links) -> Claim | None:
    """The only root cause, with its standing."""
    if len(links.roots) != 1:
        return None
    (link,) = links.roots
    key = "causes.root_confirmed" if link.confirmed else "causes.root_unverified"
    return Claim(key, {"n": links.count("roots"), "issues": Keys(link.root.issues), "root": link.root})


@claims("causes.unverified")
def unverified(links: Links) -> Claim | None:
    """Root causes that are 待验证, and so named everywhere."""
    return Claim("causes.unverified", {"keys": _unverified(links.roots)}) if links.unverified else None


@claims("causes.doubts")
def doubts(link: RootLink) -> Claim | None:
    """Which sources of a root cause do not hold, and why."""
    parts = _standing(*(doubt_part(link, each) for each in Doubt))
    return Claim("causes.doubts", {"parts": parts}) if parts else None


@claims(*(f"causes.doubt_{each.value}" for each in Doubt))
def doubt_part(link: RootLink, doubt: Doubt) -> Claim | None:
    """The sources that do not hold for one reason."""
    keys = Keys(key for key, why in link.basis.doubts if why is doubt)
    return Claim(f"causes.doubt_{doubt.value}", {"keys": keys}) if keys else None


@claims("causes.issue_rootless")
def issue_rootless(item: IssueCauses) -> Claim | None:
    """An issue has no root cause."""
    return None if item.roots else Claim("causes.issue_rootless")


@claims("causes.fishbone_confirmed", "causes.fishbone_open")
def fishbone(item: IssueCauses) -> Claim | None:
    """Which of several causes of an issue are confirmed, or that none is."""
    if len(item.causes) < 2:
        return None
    keys = Keys(cause.id for cause in item.causes if cause.verdict is Verdict.CONFIRMED)
    slots = {"n": item.counts.confirmed, "keys": keys}
    return Claim("causes.fishbone_confirmed", slots) if keys else Claim("causes.fishbone_open")


# What root causes are like


@claims("causes.control_all", "causes.control_some", "causes.control_limited", "causes.control_parts")
def control(found: CauseFindings) -> Claim | None:
    """What the team can act upon, where controllability is stated at all."""
    n = found.links.count("roots")
    full, silent = found.controlled(Control.FULL), found.controlled(None)
    if n < 2 or len(silent) == n:
        return None
    slots = {"n": n, "full": found.control_count(Control.FULL)}
    if len(full) == n:
        return Claim("causes.control_all", slots)
    rest = _standing(*(control_part(found, each) for each in (Control.PARTIAL, Control.NONE, None)))
    key = "control_some" if full else "control_parts" if silent else "control_limited"
    return Claim(f"causes.{key}", {**slots, "rest": rest})


@claims("causes.control_partial", "causes.control_none", "causes.control_unknown")
def control_part(found: CauseFindings, degree: Control | None) -> Claim | None:
    """Which root causes are not controllable, or only partly, or are not said to be."""
    held = found.controlled(degree)
    if not held or degree is Control.FULL:
        return None
    key = f"causes.control_{degree.value if degree else 'unknown'}"
    return Claim(key, {"n": found.control_count(degree), "keys": RootKeys(held)})


@claims(
    "causes.shared_one", "causes.shared_tied", "causes.shared_one_open", "causes.shared_tied_open", "causes.shared_even"
)
def shared(links: Links) -> Claim | None:
    """The root causes that bear on the most issues, several each; to come first only where they are confirmed."""
    most = max((len(link.root.issues) for link in links.roots), default=0)
    if most < 2 or len(links.roots) < 2:
        return None
    widest = tuple(link for link in links.roots if len(link.root.issues) == most)
    slots = {"n": bearing(widest[0].root), "roots": widest if len(widest) <= _TEXTS else RootKeys(widest)}
    if len(widest) == len(links.roots):
        return Claim("causes.shared_even", slots)
    key = "causes.shared_tied" if len(widest) > 1 else "causes.shared_one"
    return Claim(key if all(link.confirmed for link in widest) else f"{key}_open", slots)


@claims("causes.shared_borrowed", "causes.shared_borrowed_tied")
def shared_borrowed(links: Links) -> Claim | None:
    """Of the issues that the most shared root causes bear on, those that only cite them."""
    most = max((len(link.root.issues) for link in links.roots), default=0)
    widest = [link for link in links.roots if len(link.root.issues) == most]
    cited = sorted({held.issue for link in widest for held in link.borrowed})
    if most < 2 or len(links.roots) < 2 or not cited:
        return None
    names = tuple(link.root.id for link in widest)
    counted = tally("causes.root_borrowed", [link.root for link in widest], "roots", ("issues", "sources"), names)
    slots = {"n": Count(len(cited), replace(counted.fact, n=len(cited))), "keys": Keys(cited)}
    return Claim("causes.shared_borrowed_tied" if len(widest) > 1 else "causes.shared_borrowed", slots)


@claims("causes.unshared")
def unshared(links: Links) -> Claim | None:
    """Every one of several root causes bears on one issue."""
    several = len(links.roots) > 1
    return Claim("causes.unshared") if several and all(len(x.root.issues) == 1 for x in links.roots) else None


@claims("causes.unmeasured")
def unmeasured(found: CauseFindings) -> Claim | None:
    """None of several root causes has a figure."""
    return Claim("causes.unmeasured") if len(found.links.roots) > 1 and not found.measured() else None


@claims("causes.dimension_top", "causes.dimension_tied", "causes.dimension_only", "causes.dimension_even")
def dimension(found: CauseFindings) -> Claim | None:
    """The dimension with the most confirmed causes; those that tie; or that all hold as many."""
    total, rows = found.counts.confirmed, found.by_dimension()
    if total < 2:
        return None
    if len(rows) == 1:
        return Claim("causes.dimension_only", {"n": total, "name": rows[0][0]})
    most = max(count for _, count in rows)
    top = [(name, count) for name, count in rows if count == most]
    slots = {"n": total, "name": tuple(name for name, _ in top), "count": top[0][1]}
    if len(top) == len(rows):
        return Claim("causes.dimension_even", slots)
    return Claim("causes.dimension_tied" if len(top) > 1 else "causes.dimension_top", slots)


# Chains


@claims("causes.chains_all", "causes.chains_mixed")
def chains(counts: ChainCounts, held: Sequence[Chain]) -> Claim | None:
    """How several chains read in reverse."""
    if counts.total < 2:
        return None
    if counts.passed == counts.total:
        return Claim("causes.chains_all", {"n": counts.total})
    parts = (chains_part(counts, held, each) for each in ("passed", "failed", "unchecked"))
    return Claim("causes.chains_mixed", {"n": counts.total, "parts": _standing(*parts)})


@claims("causes.chains_passed", "causes.chains_failed", "causes.chains_unchecked")
def chains_part(counts: ChainCounts, held: Sequence[Chain], result: str) -> Claim | None:
    """How many of the chains have this result, with their numbers where it is not a pass."""
    n: Count = getattr(counts, result)
    keys = Keys(chain.id for chain in held if (chain.reverse.value if chain.reverse else "unchecked") == result)
    return Claim(f"causes.chains_{result}", {"n": n, "keys": keys}) if n else None


@claims("causes.chain_passed", "causes.chain_failed", "causes.chain_unchecked")
def only_chain(held: Sequence[Chain]) -> Claim | None:
    """How the only chain reads in reverse."""
    if len(held) != 1:
        return None
    (chain,) = held
    return Claim(f"causes.chain_{chain.reverse.value if chain.reverse else 'unchecked'}", {"key": chain.id})


@claims("causes.failed_roots")
def failed_roots(found: CauseFindings) -> Claim | None:
    """What it means that chains do not read back: the root causes drawn from them are not confirmed."""
    failed = [chain.id for chain in found.chains if chain.reverse is ReverseCheck.FAILED]
    roots = tuple(link for link in found.links.roots if set(failed) & set(link.root.sources))
    used = Keys(key for key in failed if any(key in link.root.sources for link in roots))
    keys = Keys(link.root.id for link in roots)
    return Claim("causes.failed_roots", {"chains": used, "roots": keys}) if roots else None


@claims("causes.two_texts")
def two_texts(chain: Chain, link: RootLink) -> Claim | None:
    """The last link of a chain says something else than the root cause drawn from it."""
    end = next((text for text in reversed(chain.whys) if text.strip()), "")
    if chain.id not in link.root.sources or not end or same_text(end, link.root.description):
        return None
    return Claim("causes.two_texts", {"chain": chain.id, "key": link.root.id, "text": link.root.description})


# What comes from another issue's analysis


@claims("causes.foreign_causes")
def foreign_causes(issue: str, link: RootLink, causes: Sequence[Cause]) -> Claim | None:
    """Sources of a root cause that stand in other issues' fishbones."""
    held = foreign(issue, causes, link.root.sources)
    keys = Keys(key for group in held.values() for key in group)
    return Claim("causes.foreign_causes", {"keys": keys, "of": Keys(held)}) if held else None


@claims("causes.foreign_chains")
def foreign_chains(issue: str, link: RootLink, held_chains: Sequence[Chain]) -> Claim | None:
    """Sources of a root cause that are other issues' chains."""
    held = foreign(issue, held_chains, link.root.sources)
    keys = Keys(key for group in held.values() for key in group)
    return Claim("causes.foreign_chains", {"keys": keys, "of": Keys(held)}) if held else None


@claims("causes.foreign_start")
def foreign_start(chain: Chain, causes: Sequence[Cause]) -> Claim | None:
    """A chain that starts from a cause in another issue's fishbone."""
    held = foreign(chain.issue, causes, [chain.start] if chain.start else [])
    return Claim("causes.foreign_start", {"chain": chain.id, "key": chain.start, "of": Keys(held)}) if held else None


# Gaps


@claims("causes.planned_rootless", "causes.planned_rootless_now", "causes.planned_rootless_planned")
def planned_rootless(links: Links, project: Project) -> Claim | None:
    """Issues to be solved in this round that have no root cause, once the analysis of causes has begun."""
    begun = project.causes or project.chains or project.roots
    items = [link for link in links.issues if link.planned and not link.roots]
    rows = by_number(link.issue for link in items)
    n = tally("causes.planned_rootless", rows, "issues", ("treatment", "status"))
    decided = {row.treatment for row in rows}
    key = "causes.planned_rootless" + (f"_{rows[0].treatment}" if len(decided) == 1 else "")
    return Claim(key, {"n": n, "keys": Keys(row.id for row in rows)}) if begun and items else None


@claims("causes.planned_measureless")
def planned_measureless(links: Links) -> Claim | None:
    """Issues to be solved in this round whose root causes no measure names, once there are measures."""
    items = [link for link in links.issues if link.planned and link.roots and not link.measures]
    keys = Keys(row.id for row in by_number(link.issue for link in items))
    return Claim("causes.planned_measureless", {"keys": keys}) if links.measures and items else None
