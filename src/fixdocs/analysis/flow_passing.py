"""Which steps of the as-is flow fewer cases meet in the flow to be: what can now be bypassed."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from ..schema.choices import StepKind
from ..schema.survey import Step
from .facts import Cells, Fact, Quantity, known, sources
from .flow_routes import Routes

_TOLD = (StepKind.ACTIVITY, StepKind.DECISION)
_SHARES = tuple(f"exits[{n}].{name}" for n in range(1, 5) for name in ("target", "share"))
_LEAST = 5e-4  # a share of the cases that is printed as more than nothing


class Passage(Struct, frozen=True):
    """A step of the as-is flow that fewer cases meet in the flow to be, as ``steps``.

    ``before`` and ``after`` are the shares of the cases that meet it at least once (None where shares are missing),
    ``bypassed`` the share that does not any more, of a step that no case could avoid (``always``) or that a new way
    jumps over.
    """

    step: Step
    steps: tuple[Step, ...]
    always: bool
    before: Quantity | None
    after: Quantity | None
    bypassed: Quantity | None

    @property
    def avoided(self) -> bool:
        """Whether cases can now go round the step, rather than fewer of them being led to it."""
        return self.always or self.after is None


def passages(old: Routes, new: Routes, became: Mapping[str, tuple[str, ...]], name: str) -> tuple[Passage, ...]:
    """The steps that can be bypassed, or that fewer cases meet, in the order of the as-is flow; ``name`` is the flow's.

    Eliminated steps are none of them: nobody meets those. A flow that comes to no end tells nothing.
    """
    if not old.ends() or not new.ends():
        return ()
    found = (_passage(step, old, new, became, name) for step in old.steps.values() if step.kind in _TOLD)
    return tuple(passage for passage in found if passage)


def _passage(step: Step, old: Routes, new: Routes, became: Mapping[str, tuple[str, ...]], name: str) -> Passage | None:
    keys = became.get(step.id, ())
    if not keys:
        return None
    always = old.must((step.id,))
    one, two = old.share_meeting((step.id,)), new.share_meeting(keys)
    steps = tuple(new.steps[key] for key in keys)
    if always and not new.must(keys):
        after = _met("after", two, new, steps, (name, step.id))
        out = known(None if two is None else 1 - two, Fact("change.bypassed", (name, step.id), sources(after), "share"))
        return Passage(step, steps, True, _met("before", one, old, (step,), (step.id,)), after, out)
    if one is not None and two is not None:
        if one - two < _LEAST:
            return None
        before = _met("before", one, old, (step,), (step.id,))
        return Passage(step, steps, False, before, _met("after", two, new, steps, (name, step.id)), None)
    if not always and _jumped(step, old, new, became):
        return Passage(step, steps, False, None, None, None)
    return None


def _met(
    side: str, value: float | None, routes: Routes, steps: tuple[Step, ...], about: tuple[str, ...]
) -> Quantity | None:
    """The share of the cases that meet one of ``steps``, from the ways out of the whole flow."""
    cells = Cells(type(steps[0]).sheet.name, _SHARES, tuple(routes.steps.values()))
    return known(value, Fact(f"change.met_{side}", about, (cells,), "share"))


def _jumped(step: Step, old: Routes, new: Routes, became: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether a new way leads from a step before ``step`` to one behind it, where every old way passed it."""
    back: dict[str, list[str]] = {}
    for key, fresh in became.items():
        for one in fresh:
            back.setdefault(one, []).append(key)
    for way in new.edges:
        for source in back.get(way.source, ()):
            for target in back.get(way.target, ()):
                if step.id not in (source, target) and _between(step.id, source, target, old):
                    return True
    return False


def _between(key: str, source: str, target: str, old: Routes) -> bool:
    first = old.reaches(source, key, "") and old.reaches(key, target, "")
    return first and not old.reaches(source, target, key)
