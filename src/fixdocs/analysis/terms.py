"""What analysis must know of the language that the data are in."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field


class Terms(Struct, frozen=True):
    """Words of the data's language that analysis must know, from the catalogue.

    ``other`` are names of the class a Pareto chart puts last; ``lead`` are parts of the name of an indicator that
    states the whole flow's duration, ``satisfied`` of one that states satisfaction; ``units`` maps the words for
    working units to minutes (0: a working day). ``complaints`` are parts of the name of an indicator that counts
    complaints, ``pieces`` the units it counts in.
    """

    other: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    units: Mapping[str, float] = field(default_factory=dict)
    satisfied: tuple[str, ...] = ()
    complaints: tuple[str, ...] = ()
    pieces: tuple[str, ...] = ()
