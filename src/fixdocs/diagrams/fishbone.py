"""An effect with its causes by dimension → fishbone scenes, one or as many pages as the causes need.

The head with the effect stands at the right of the spine; main bones lean at about 60° and join the spine in
pairs; causes are twigs parallel to the spine and carry their own causes on small bones, three levels deep.
A figure is as wide as a portrait page where that reads well, otherwise as a landscape page.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct

from fixdocs.diagrams import fishbone_fit as fit
from fixdocs.diagrams.fishbone_fit import Bone, Cause, Plan, Rib, Row, Verdict
from fixdocs.diagrams.parts import Block, Names, label, paged
from fixdocs.diagrams.scene import Item, Line, Scene, Shape, Text
from fixdocs.diagrams.text import block_height, text_width
from fixdocs.look import SIZE_FIGURE, SIZE_FIGURE_MIN

__all__ = ["Bone", "Cause", "Verdict", "Words", "layout"]

_MARKS: dict[Verdict | None, str] = {"excluded": "×", "pending": "?"}
_TAIL = 9.0
_MOST_BONES = 8
_LEGEND_GAP = 16.0
_LEGEND_ROW = 15.0

Shown = list[tuple[int, Bone]]  # the bones of one page with their places among all


class Words(Struct, frozen=True):
    """What the legend says of each verdict, and what becomes of a figure or a bone that has to be divided.

    ``more`` titles a bone's second part (field ``{title}``), ``part`` describes one scene of several (fields
    ``{alt}``, ``{page}``, ``{pages}``).
    """

    confirmed: str
    excluded: str
    pending: str
    more: str = "{title} +"
    part: str = "{alt} ({page}/{pages})"


def layout(effect: str, bones: Sequence[Bone], words: Words, *, name: str, alt: str) -> list[Scene]:
    """Place the causes of ``effect``; ``name`` and ``alt`` are the figure's own.

    The first half of the bones is drawn above the spine, the rest below, each from left to right. Causes that
    do not fit one landscape page at 8 pt go on over further scenes; each scene shows all the titles. No bones
    give no scene.
    """
    if not bones:
        return []
    plans = _plans(effect, list(bones), words.more)
    total = len(plans)
    return [
        _Drawing(plan, words).scene(paged(name, "{alt} {page}", page, total), paged(alt, words.part, page, total))
        for page, plan in enumerate(plans, 1)
    ]


def _plans(effect: str, bones: list[Bone], more: str) -> list[Plan]:
    head = fit.head(effect)
    for choice in fit.CHOICES:
        found = fit.plan(head, bones, *choice)
        if found:
            return [found]
    for most in (10, 6, 3, 1):
        pages = _pages(head, bones, most, more)
        if pages:
            return pages
    return _pages(head, bones, 1, more, fit.ENDLESS)


def _pages(head: Block, bones: list[Bone], most: int, more: str, sheet: fit.Sheet = fit.LANDSCAPE) -> list[Plan]:
    """Pages of bones with at most about ``most`` rows each, alike full; empty if one does not fit a page."""
    parts = [(i, part) for i, bone in enumerate(bones) if bone.causes for part in fit.chunks(bone, most, more)]
    pages = _filled_pages(head, bones, parts, len(parts), sheet)
    alike = _filled_pages(head, bones, parts, -(-len(parts) // len(pages)), sheet) if pages else []
    return alike if len(alike) == len(pages) else pages


def _filled_pages(head: Block, bones: list[Bone], rest: Shown, most: int, sheet: fit.Sheet) -> list[Plan]:
    """As many bones to a page as fit, at most ``most``."""
    plans: list[Plan] = []
    while rest:
        for count in range(min(len(rest), most, _MOST_BONES), 0, -1):
            found = _page(head, bones, rest[:count], sheet)
            if found:
                plans.append(found)
                rest = rest[count:]
                break
        else:
            return []
    return plans


def _page(head: Block, bones: list[Bone], shown: Shown, sheet: fit.Sheet) -> Plan | None:
    """A page of some bones; the others stand at the tail with their titles only."""
    places = {index for index, _ in shown}
    full = [bone for _, bone in shown]
    bare = [Bone(bone.title) for index, bone in enumerate(bones) if index not in places]
    above = -(-len(full) // 2)
    spare = -(-(len(full) + len(bare)) // 2) - above
    ordered = [*bare[:spare], *full[:above], *bare[spare:], *full[above:]]
    return fit.plan(head, ordered, sheet, SIZE_FIGURE_MIN)


class _Placed(NamedTuple):
    row: Row
    block: Block
    top: float
    twig: float  # where its line runs


class _Drawing:
    """Turns a plan into shapes and lines: bones first, then texts, which lie on top."""

    def __init__(self, plan: Plan, words: Words) -> None:
        self.plan = plan
        self.words = words
        self.names = Names()
        self.bones: list[Item] = []
        self.texts: list[Item] = []
        self.used: set[Verdict | None] = set()

    def scene(self, name: str, alt: str) -> Scene:
        plan, foot = self.plan, self.plan.start
        for number, (pair, pitch) in enumerate(zip(plan.columns, plan.pitches, strict=True)):
            foot += pitch + (plan.tail_gap if number == plan.tail else 0)
            for rib, side in zip(pair, (-1, 1), strict=True):
                if rib:
                    full = plan.above if side < 0 else plan.below
                    self._rib(rib, foot, side, fit.STUB if number < plan.tail else full)
        self._spine()
        height = plan.height + self._legend()
        return Scene(name, plan.width, height, (*self.bones, *self.texts), alt)

    def _spine(self) -> None:
        y, x, plan = self.plan.spine, max(self.plan.start, _TAIL + fit.EDGE), self.plan
        left = plan.width - plan.head_width - fit.EDGE
        tall = plan.head.height + 16
        text = plan.head.text(colour="paper", inset=6)
        name = self.names("".join(plan.head.lines))
        head = Shape(name, "round", left, y - tall / 2, plan.head_width, tall, text, "primary")
        for side in (-1, 1):
            fin = ((x - _TAIL, y + side * _TAIL), (x, y))
            self.bones.append(Line(self.names(f"{name} <"), fin, "primary", 1.5))
        self.bones.append(Line(self.names(f"{name} -"), ((x, y), (left, y)), "primary", 2.0, arrow_end=True))
        self.texts.append(head)

    def _rib(self, rib: Rib, foot: float, side: int, length: float) -> None:
        """One bone with its title and rows; ``side`` is -1 above the spine and 1 below."""
        plan = self.plan
        tip = (foot - fit.SLOPE * length, plan.spine + side * length)
        colour = "primary" if rib.rows else "line"
        bone = Line(self.names(f"{rib.title} |"), (tip, (foot, plan.spine)), colour, 1.5 if rib.rows else 1.0)
        self.bones.append(bone)
        self.texts.append(self._title(rib, tip, side))
        placed = self._placed(rib, length, side)
        for index, item in enumerate(placed):
            self._row(item, foot, side)
            if item.row.inner:
                self._small_bone(placed, index, foot, side)

    def _title(self, rib: Rib, tip: tuple[float, float], side: int) -> Shape:
        wide, tall = rib.title_width, fit.TITLE_HEIGHT
        y = tip[1] - tall if side < 0 else tip[1]
        full = bool(rib.rows)
        text = Text((rib.title,), SIZE_FIGURE + 1, True, "primary" if full else "muted", inset=2)
        fill, stroke = ("primary_tint", "primary") if full else ("shade", "line")
        return Shape(self.names(rib.title), "round", tip[0] - wide / 2, y, wide, tall, text, fill, stroke)

    def _placed(self, rib: Rib, length: float, side: int) -> list[_Placed]:
        """The rows from the top down, room to spare shared out between the causes of the first level."""
        starts = [row.level == 1 for row in rib.rows]
        spare = (length - rib.height() - fit.SPINE_GAP - fit.OUTER_GAP) / (sum(starts) + 1)
        y = self.plan.spine + (fit.SPINE_GAP if side > 0 else fit.OUTER_GAP - length)
        placed = []
        for index, (row, found) in enumerate(zip(rib.rows, rib.blocks, strict=True)):
            new_group = starts[index] if side > 0 else index == 0 or starts[index - 1]
            y += spare if new_group else 0
            placed.append(_Placed(row, found, y, y + found.height + 2 * fit.INSET))
            y += found.height + fit.ROW
        return placed

    def _bone_x(self, foot: float, y: float, level: int) -> float:
        """Where the bone that carries twigs of ``level`` passes the height ``y``."""
        return foot - fit.SLOPE * abs(y - self.plan.spine) - (level - 1) * fit.INDENT

    def _row(self, item: _Placed, foot: float, side: int) -> None:
        row, cause = item.row, item.row.cause
        self.used.add(cause.verdict)
        narrow = item.top if side < 0 else item.twig  # where the bone is nearest to the text
        right = self._bone_x(foot, narrow, row.level + row.inner) - fit.GAP_BONE
        wide = item.block.width + 2 * fit.ASIDE
        name = self.names(f"{cause.key} {cause.text}")
        self.texts.append(_cause(name, cause.verdict, item.block, right - wide, item.top))
        if row.mark:
            self.texts.append(self._mark(cause.verdict, name, right - wide - fit.MARK, item.top, row.size))
        ends = ((right - wide - row.mark, item.twig), (self._bone_x(foot, item.twig, row.level), item.twig))
        self.bones.append(_twig(self.names(f"{name} -"), ends, cause.verdict))

    def _mark(self, verdict: Verdict | None, name: str, x: float, y: float, size: float) -> Shape:
        mark = _MARKS[verdict]
        colour = "muted" if verdict == "excluded" else "changed"
        return label(
            self.names(f"{name} {mark}"), mark, x, y, size=size, bold=True, colour=colour,
            inset=fit.INSET, width=fit.MARK, align="center",
        )  # fmt: skip

    def _small_bone(self, placed: list[_Placed], index: int, foot: float, side: int) -> None:
        """The bone of a cause's own causes, from the farthest of them to the cause's twig."""
        item = placed[index]
        far = item
        at = index + side
        while 0 <= at < len(placed) and placed[at].row.level > item.row.level:
            if placed[at].row.level == item.row.level + 1:
                far = placed[at]
            at += side
        level = item.row.level + 1
        ends = tuple((self._bone_x(foot, y, level), y) for y in (far.twig, item.twig))
        self.bones.append(Line(self.names(f"{item.row.cause.text} /"), ends, "line", 0.75))

    def _legend(self) -> float:
        """A sample for every verdict in the figure, below the head if there is room; returns the height it adds."""
        kinds: tuple[tuple[Verdict, str], ...] = (
            ("confirmed", self.words.confirmed),
            ("excluded", self.words.excluded),
            ("pending", self.words.pending),
        )
        shown = [(verdict, word) for verdict, word in kinds if verdict in self.used]
        if not shown:
            return 0.0
        plan = self.plan
        wide = sum(
            text_width(word, SIZE_FIGURE_MIN, bold=True) + 2 * fit.ASIDE + fit.MARK + _LEGEND_GAP for _, word in shown
        )
        x = plan.width - wide
        free = x > max(
            (item.right for item in self.texts if isinstance(item, Shape) and item.y > plan.spine), default=0
        )
        if free and plan.head.height / 2 + 12 < plan.below:
            self._samples(shown, x, plan.height - _LEGEND_ROW)
            return 0.0
        self._samples(shown, fit.EDGE, plan.height + 6)
        return 6 + _LEGEND_ROW

    def _samples(self, shown: list[tuple[Verdict, str]], x: float, y: float) -> None:
        for verdict, word in shown:
            bold = verdict == "confirmed"
            if verdict in _MARKS:
                self.texts.append(self._mark(verdict, word, x, y, SIZE_FIGURE_MIN))
                x += fit.MARK
            wide = text_width(word, SIZE_FIGURE_MIN, bold=bold)
            found = Block((word,), SIZE_FIGURE_MIN, bold, wide, block_height(1, SIZE_FIGURE_MIN))
            self.texts.append(_cause(self.names(word), verdict, found, x, y))
            x += wide + 2 * fit.ASIDE + _LEGEND_GAP


def _cause(name: str, verdict: Verdict | None, found: Block, x: float, y: float) -> Shape:
    """A cause's text: boxed if confirmed, grey and struck through if excluded."""
    out = verdict == "excluded"
    text = Text(found.lines, found.size, found.bold, "muted" if out else "ink", "left", inset=fit.ASIDE, strike=out)
    fill, stroke = ("accent_tint", "accent") if verdict == "confirmed" else (None, None)
    wide, tall = found.width + 2 * fit.ASIDE, found.height + 2 * fit.INSET
    return Shape(name, "rect", x, y, wide, tall, text, fill, stroke, 1.0)


def _twig(name: str, ends: tuple[tuple[float, float], ...], verdict: Verdict | None) -> Line:
    if verdict == "confirmed":
        return Line(name, ends, "accent", 1.0)
    return Line(name, ends, "line", 0.75, "dash" if verdict else "solid")
