"""What may be said of the loose ends of an analysis of causes: what is unproven, unused, or written in two ways."""

from __future__ import annotations

from collections.abc import Sequence

from ...schema.choices import Verdict
from ...schema.improve import Cause, Chain
from ..causes import CauseFindings, IssueCauses
from ..chain import Links, RootKeys, RootLink, Standing
from ..claim import Claim, Keys, claims
from ..facts import tally
from ..open_items import OpenItems, Reason
from .causes import two_texts

_WANTED = (Standing.ANSWERS, Standing.PROPOSED)  # measures that may still be carried out


@claims("causes.first_roots", "causes.first_measures")
def first(roots: Sequence[RootLink]) -> Claim | None:
    """What waits for open items: the measures against root causes that rest on them, or these being devised."""
    held = {m.measure.id: m.measure for link in roots for m in link.measures if m.standing in _WANTED}
    if not roots:
        return None
    return Claim("causes.first_measures", {"measures": tuple(held.values())}) if held else Claim("causes.first_roots")


@claims("causes.open_bearing", "causes.open_all", "causes.open_free", "causes.open_before", "causes.open_rest")
def open_counted(links: Links, held: OpenItems) -> Claim | None:
    """How many things are open and whether root causes rest on them."""
    if len(held.items) < 2:
        return None
    slots = {"n": held.count}
    if held.bearing:
        told = {"bearing": held.bearing, "roots": RootKeys(held.roots), "first": first(held.roots)}
        key = "causes.open_all" if held.bearing == held.count else "causes.open_bearing"
        return Claim(key, {**slots, **told})
    if not links.roots:
        return Claim("causes.open_before", slots)
    unrooted = any(item.reason is Reason.UNROOTED for item in held.items)
    return Claim("causes.open_rest" if unrooted else "causes.open_free", slots)


@claims("causes.texts_differ")
def texts_differ(found: CauseFindings) -> Claim | None:
    """Root causes whose text is not that of the end of a chain they were drawn from."""
    ends = [link for link in found.links.roots if any(two_texts(chain, link) for chain in found.chains)]
    return Claim("causes.texts_differ", {"keys": Keys(link.root.id for link in ends)}) if ends else None


@claims("causes.chain_elsewhere")
def chain_elsewhere(chain: Chain, link: RootLink) -> Claim | None:
    """A chain of an issue leads to a root cause that is not counted for that issue."""
    if chain.id not in link.root.sources or chain.issue in link.root.issues:
        return None
    return Claim("causes.chain_elsewhere", {"key": link.root.id, "issue": chain.issue})


@claims("causes.excluded_start", "causes.excluded_start_rootless")
def excluded_start(chain: Chain, causes: Sequence[Cause], links: Links) -> Claim | None:
    """A chain starts from a cause that is excluded: whatever it reads in reverse, it does not hold."""
    held = any(cause.id == chain.start and cause.verdict is Verdict.EXCLUDED for cause in causes)
    used = any(chain.id in link.root.sources for link in links.roots)
    key = "causes.excluded_start" if used else "causes.excluded_start_rootless"
    return Claim(key, {"chain": chain.id, "key": chain.start}) if held else None


@claims("causes.chainless")
def chainless(found: CauseFindings) -> Claim | None:
    """Root causes drawn from causes of the fishbone alone, where others come from a chain of whys."""
    causes, chains = {cause.id for cause in found.causes}, {chain.id for chain in found.chains}
    held = [link for link in found.links.roots if link.root.sources and set(link.root.sources) <= causes]
    others = any(chains.intersection(link.root.sources) for link in found.links.roots)
    return Claim("causes.chainless", {"keys": Keys(link.root.id for link in held)}) if held and others else None


@claims("causes.framed", "causes.framed_some")
def framed(found: CauseFindings) -> Claim | None:
    """Which issues of the report are framed by the six questions: each of them, or some."""
    told = (*found.core, *found.other)
    held = [item for item in told if item.frame]
    if not held:
        return None
    whole = len(held) == len(told) > 1
    keys = Keys(item.issue.id for item in held)
    return Claim("causes.framed") if whole else Claim("causes.framed_some", {"keys": keys})


@claims("causes.idle")
def idle(found: CauseFindings, item: IssueCauses) -> Claim | None:
    """Confirmed causes of an issue that no chain starts from and no root cause stands on, nor on one above or below."""
    above = {cause.id: cause.parent for cause in item.causes}
    used = {key for link in found.links.roots for key in link.root.sources} | {c.start for c in found.chains}
    used |= {above[key] for key in used if key in above}
    rest = [c for c in item.causes if c.verdict is Verdict.CONFIRMED and not {c.id, c.parent} & used - {None}]
    keys = Keys(cause.id for cause in rest)
    return Claim("causes.idle", {"keys": keys}) if keys and (found.links.roots or found.chains) else None


@claims("causes.unlisted_evidence")
def unlisted_evidence(links: Links) -> Claim | None:
    """Confirmed root causes without evidence of their own."""
    keys = Keys(link.root.id for link in links.roots if link.confirmed and not link.root.evidence)
    return Claim("causes.unlisted_evidence", {"keys": keys}) if keys else None


@claims("causes.causes_elsewhere")
def causes_elsewhere(found: CauseFindings) -> Claim | None:
    """The causes, of all that are counted, that are no core issue's."""
    held = [item for item in found.other if item.causes] if found.core and found.counts.total > 1 else []
    n = tally("causes.elsewhere", [cause for item in held for cause in item.causes], "causes", ("issue",))
    return Claim("causes.causes_elsewhere", {"of": found.counts.total, "n": n, "keys": _keys(held)}) if held else None


@claims("causes.chains_elsewhere")
def chains_elsewhere(found: CauseFindings) -> Claim | None:
    """The chains, of all that are counted, that are no core issue's."""
    held = [item for item in found.other if item.chains] if found.core and found.chain_counts.total > 1 else []
    n = tally("causes.chains_elsewhere", [chain for item in held for chain in item.chains], "chains", ("issue",))
    return (
        Claim("causes.chains_elsewhere", {"of": found.chain_counts.total, "n": n, "keys": _keys(held)})
        if held
        else None
    )


def _keys(items: Sequence[IssueCauses]) -> Keys:
    return Keys(item.issue.id for item in items)
