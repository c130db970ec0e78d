"""What must hold between what is said of a project and what is said of it once it was changed.

Each relation takes what was noticed of a project before (of which ``found.project`` is the project) and asserts what
it says of the project turned. None names a project: they hold for any.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable

import pytest

from fixdocs.analysis.claims import running
from fixdocs.analysis.facts import Fact
from fixdocs.schema import SHEETS

from . import turned as c
from .noticed import Noticed, noticed

OWN_ORDER = ("steps", "to_be", "parties", "indicators", "complaints", "duties", "criteria", "five_w")
"""Sheets without numbers, or in whose rows the team walks its flow: lists and tables follow the rows."""

ORDERED = tuple(
    name for name, sheet in SHEETS.items() if sheet.shape != "form" and name not in ("mapping", "revisions")
)
"""Sheets whose rows are turned: a column mapping reads files in its order, and revisions are printed as they stand."""

TURNED = {"rise": "fall", "rose": "fell", "better": "worse", "improving": "worsening"}


def differing(one: dict[str, float], two: dict[str, float]) -> dict[str, tuple[float | None, float | None]]:
    """The facts whose values differ by more than rounding, or that only one has."""
    return {
        key: (one.get(key), two.get(key))
        for key in one.keys() | two.keys()
        if key not in one or key not in two or one[key] != pytest.approx(two[key], rel=1e-9, abs=1e-9)
    }


def parts(line: str, names: Iterable[str]) -> list[str]:
    """What a line lists, in no order: the names that an item begins with (a number and a name) apart from what is said
    before them (由, 权重为) and after.
    """
    any_name = "|".join(sorted(map(re.escape, names), key=len, reverse=True)) or "$^"
    first = re.compile(f"(?:{any_name})(?: (?:{any_name}))*")
    found = []
    for item in re.split(r"[、，；。：（）\n]| [+=] ", line):
        name = first.search(item)
        found += [item[: name.start()], name[0], item[name.end() :]] if name else [item]
    return sorted(part for part in found if part)


def own_words(held: Noticed, sheet: str) -> list[str]:
    """The team's words in the rows of ``sheet``."""
    rows = held.found.project.rows(sheet)
    return sorted({value for row in rows for value in row.model_dump().values() if isinstance(value, str) and value})


# The order of rows


def order(held: Noticed, sheet: str) -> None:
    """The rows the other way round: the same facts, claims and sentences; lists follow rows only in ``OWN_ORDER``."""
    project = held.found.project
    if sheet in c.FLOWS:
        project = c.with_ways_written(project)
        held = noticed(project)
    turned = noticed(c.reordered(project, sheet))
    assert differing(held.values, turned.values) == {}
    assert held.claims == turned.claims
    if SHEETS[sheet].prefix and sheet not in c.FLOWS:
        assert held.texts == turned.texts
    names = own_words(held, sheet) if sheet in OWN_ORDER else []
    one, two = (Counter(tuple(parts(line, names) if names else [line]) for line in n.lines) for n in (held, turned))
    assert (list(one - two), list(two - one)) == ([], [])


# Names


def posts(held: Noticed) -> None:
    """Other names of posts: the same sentences with the new names in them."""
    project, names = c.with_other_posts(held.found.project)

    def old(text: str) -> str:
        return re.sub("|".join(names) or "$^", lambda m: names[m[0]], text)

    turned = noticed(project)
    assert {old(key): value for key, value in turned.values.items()} == held.values
    assert {report: [old(line) for line in lines] for report, lines in turned.texts.items()} == held.texts
    assert turned.claims == held.claims


# Times


def durations(held: Noticed) -> None:
    """Twice the durations: every time of the flows is twice as long, every share and count is the same."""
    turned = noticed(c.slower(held.found.project, 2))
    times = 0
    for key, (fact, value) in held.facts.items():
        if fact.kind.startswith(("flow.", "change.")) and sheets(fact) <= {*c.FLOWS, "project"}:
            factor = 2 if fact.unit in ("working", "calendar") else 1
            times += factor == 2 and value != 0
            assert turned.values[key] == pytest.approx(factor * value), key
    timed = any((step.touch and step.touch_unit) or (step.wait and step.wait_unit) for step in held.found.project.steps)
    assert times or not timed or not held.texts.keys() & {"survey"}
    assert of(turned.claims, "flow.") == of(held.claims, "flow.")


def months(held: Noticed) -> None:
    """The months the other way round: every word of direction turns, and every verdict with it."""
    turned = noticed(c.backwards(held.found.project))
    info = held.found.project.info
    assert info is not None
    for one, two in zip(held.found.indicators, turned.found.indicators, strict=True):
        before, after = running.trend(one, info), running.trend(two, info)
        assert before is not None
        assert after is not None
        assert after.key == turn(before.key)
        assert two.better == (None if one.better is None else not one.better)
        assert two.mean == pytest.approx(one.mean)
    assert turned.claims & DIRECTIONS == {turn(key) for key in held.claims & DIRECTIONS}


DIRECTIONS = {f"running.{key}" for key in ("rise", "fall", "steady_rise", "steady_fall", "better", "worse")}


def turn(key: str) -> str:
    """The claim that says the opposite of ``key``; the same for one of no direction."""
    both = TURNED | {new: old for old, new in TURNED.items()}
    return re.sub("|".join(both), lambda m: both[m[0]], key)


def dates(held: Noticed) -> None:
    """All dates 52 weeks later, so that every day is the same day of the week: no duration is another but those told
    by calendar months, which begin on other days.
    """
    turned = noticed(c.later(held.found.project, 364))
    for key, (fact, value) in held.facts.items():
        if fact.unit in ("working", "calendar") and not re.search(r"\d{4}-\d\d", key):
            assert turned.values[key] == pytest.approx(value), key


def years(held: Noticed) -> None:
    """All dates 28 years later, when the calendar is the same again: the same sentences with the new years in them."""
    turned = noticed(c.later(held.found.project, 10227))

    def earlier(text: str) -> str:
        return re.sub(r"20[4-9]\d(?=年|-\d|/)", lambda m: str(int(m[0]) - 28), text)

    assert differing({earlier(key): value for key, value in turned.values.items()}, held.values) == {}
    # Anonymous scores are shuffled by what the form says, its dates too.
    assert Counter(map(earlier, turned.lines)) == Counter(held.lines)
    assert turned.claims == held.claims


# Money


def money(held: Noticed) -> None:
    """Ten times the money: every amount is ten times as much, all else is the same, the payback too."""
    turned = noticed(c.dearer(held.found.project, 10))
    due = {key: value * (10 if fact.unit == "money" else 1) for key, (fact, value) in held.facts.items()}
    assert differing(due, turned.values) == {}
    assert turned.claims == held.claims


# Scores


def scores(held: Noticed) -> None:
    """The scores of two alternatives exchanged: each total, rank and figure of one is the other's, in every sentence."""
    project = held.found.project
    if len(project.alternatives) < 2 or held.found.scoring is None:
        return
    one, two = project.alternatives[:2]
    turned = noticed(c.swapped(project, one.id, two.id))
    assert turned.found.scoring is not None
    other = {one.id: two.id, two.id: one.id}
    found, after = ({s.alternative.id: s for s in n.found.scoring.standings} for n in (held, turned))
    for old in found.values():
        new = after[other.get(old.alternative.id, old.alternative.id)]
        assert (new.total, new.rank, new.tied) == (pytest.approx(old.total), old.rank, old.tied)
    names = {one.id: two.id, two.id: one.id, one.name: two.name, two.name: one.name}

    def exchanged(text: str) -> str:
        return re.sub("|".join(sorted(map(re.escape, names), key=len, reverse=True)), lambda m: names[m[0]], text)

    # Where the two are tied, either may stand as the example of both.
    alike = found[one.id].tied and found[one.id].rank == found[two.id].rank
    said = {tuple(parts(line, names)) for line in turned.lines}
    lost = [
        line
        for report in held.texts
        for line, facts in zip(held.texts[report], held.prints[report], strict=True)
        if facts and all(fact.kind.startswith("scoring.") for fact in facts)
        if (one.id in line and two.id in line) or (not alike and any(name in line for name in names))
        if tuple(parts(exchanged(line), names)) not in said
    ]
    assert lost == []


def reviewer(held: Noticed) -> None:
    """One more reviewer who gives the means: every total and rank stays."""
    found = held.found.scoring
    if found is None or any(cell.raw is None for cell in found.cells):
        return
    means = {(cell.alternative, cell.criterion): float(cell.raw) for cell in found.cells if cell.raw is not None}
    turned = noticed(c.with_the_mean(held.found.project, means)).found.scoring
    assert turned is not None
    for old, new in zip(found.standings, turned.standings, strict=True):
        assert (new.alternative, new.rank, new.tied) == (old.alternative, old.rank, old.tied)
        assert new.total == pytest.approx(old.total)


# Thresholds

STILL = ("flow", "running", "voices", "scoring", "change", "money", "benefit", "alternative")


def threshold(held: Noticed) -> None:
    """Other thresholds: the matrix and what follows change, and nothing else."""
    turned = noticed(c.each(held.found.project, "project", lambda r: c.updated(r, high_impact=3, high_frequency=3)))
    one, two = ({k: v for k, v in noted.values.items() if k.startswith(STILL)} for noted in (held, turned))
    assert differing(one, two) == {}
    filled = held.values.keys() & turned.values.keys() - {"filled:project:high_impact", "filled:project:high_frequency"}
    assert {k: held.values[k] for k in filled if k.startswith("filled:")}.items() <= turned.values.items()


# Blanks


def blank(held: Noticed, sheet: str, column: str) -> None:
    """A column that nobody filled: no figure is told by it but how many lack it, none is 0 for want of it, and every
    sentence still reads.
    """
    if not held.found.project.count(sheet):
        return
    turned = noticed(c.blanked(held.found.project, sheet, column), sheet)
    told = [
        (key, value)
        for key, (fact, value) in turned.facts.items()
        if fact.kind not in LACKING and rests_on(fact, sheet, column)
    ]
    assert told == []
    known = {key: value for key, (fact, value) in turned.facts.items() if fact.kind not in LACKING}
    zero = [key for key, value in known.items() if value == 0 and held.values.get(key)]
    assert zero == []
    assert dangling(turned) == []


def half_blank(held: Noticed, sheet: str) -> None:
    """Every second row without any optional cell: every sentence still reads, and no fact has two values."""
    project = held.found.project
    if project.count(sheet) < 2:
        return
    for column in (column for of, column in BLANKS if of == sheet):
        project = c.blanked(project, sheet, column, every=2)
    assert dangling(noticed(project, sheet)) == []


LACKING = {
    "causes.chains_unchecked", "causes.pending", "change.unfilled",
    "chain.unverified", "flow.untyped", "issues.sourceless", "plan.new_duties", "plan.unowned",
    "scoring.scored", "scoring.trial_blank", "voices.answers", "voices.observations", "causes.confirmed",
    "causes.confirmed_share", "chain.confirmed", "voices.order",
}  # fmt: skip
"""Facts that count what is blank, or that take a blank for what its sheet says it means (nobody, not yet judged)."""


def rests_on(fact: Fact, sheet: str, column: str) -> bool:
    """Whether a fact is told by ``column`` alone in one of its sources."""
    return any(
        cells.sheet == sheet and cells.columns and all(bare(held) == column for held in cells.columns)
        for cells in fact.sources
    )


def bare(column: str) -> str:
    """The attribute of a physical column: ``months`` of ``months[3]``."""
    return re.split(r"[\[.]", column)[0]


def dangling(held: Noticed) -> list[str]:
    """Signs of a sentence that was composed of too little: doubled or dangling marks, None, empty brackets."""
    wrong = r"None|，[。，；、]|。。|；[。；]|、[。，、；]|：[。；]|（）|“”|(?m:^[，。；、])|\{|\}"
    return [line[max(0, m.start() - 12) : m.end() + 6] for line in held.lines for m in re.finditer(wrong, line)]


def sheets(fact: Fact) -> set[str]:
    """The sheets that a fact comes from."""
    return {cells.sheet for cells in fact.sources}


def of(claims: set[str], *heads: str) -> set[str]:
    """The claims whose keys begin with one of ``heads``."""
    return {key for key in claims if key.startswith(heads)}


BLANKS = tuple(pair for pair in c.optional_columns() if pair[0] not in ("revisions", "mapping"))
"""Every optional column whose blank may change a report: revisions are printed as they stand."""

WHOLE: dict[str, Callable[[Noticed], None]] = {
    f.__name__: f for f in (posts, durations, months, dates, years, money, scores, reviewer, threshold)
}
"""The relations of a project as a whole."""

SHEETS_OF_BLANKS = tuple(dict.fromkeys(sheet for sheet, _ in BLANKS))
"""The sheets that have such columns."""
