"""How wide, how high and on how many pages a fishbone stands: measures causes and shares out the room.

Between two parallel bones the room for text is the same at every height, which makes the widths of the columns
independent of the order of the causes. All lengths are points.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil, sqrt
from typing import Final, Literal, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from fixdocs.diagrams.parts import Block, balanced, clip, even
from fixdocs.diagrams.text import LINE_HEIGHT, block_height, text_width
from fixdocs.look import LANDSCAPE_HEIGHT, LANDSCAPE_WIDTH, PAGE_WIDTH, SIZE_FIGURE, SIZE_FIGURE_MIN

Verdict = Literal["confirmed", "excluded", "pending"]

SLOPE: Final = 0.54  # sideways for each point up or down: bones lean at 62°
INDENT: Final = 9.0  # between a bone and the small bone of a cause's own causes
INSET: Final = 1.0  # above and below a text
ASIDE: Final = 3.0  # at its sides
MARK: Final = 10.0  # room of a mark before a text
HEAD_GAP: Final = 15.0
SPINE_GAP: Final = 8.0
OUTER_GAP: Final = 5.0
GAP_BONE: Final = 4.0  # between a text and the bone its twig ends at
TITLE_HEIGHT: Final = 18.0
EDGE: Final = 1.0  # keeps outlines inside the figure
STUB: Final = 40.0  # length of a bone without causes
ROW: Final = 2 * INSET + 4.0  # a row beside its text, with the gap to the next
_GAP_BACK = 6.0  # between a text and the bone behind it
_HEAD_PAD = 8.0
_SPARE = 30.0  # the most a column is widened beyond what its texts need


class Cause(Struct, frozen=True):
    """A cause, the verdict on it and what causes it in turn (two levels deep); ``key`` only names its shape."""

    text: str
    verdict: Verdict | None = None
    causes: tuple[Cause, ...] = ()
    key: str = ""


class Bone(Struct, frozen=True):
    """A dimension of causes; without causes its title is drawn all the same."""

    title: str
    causes: tuple[Cause, ...] = ()


class Sheet(NamedTuple):
    """The room for a figure with its caption taken off."""

    width: float
    height: float


PORTRAIT: Final = Sheet(PAGE_WIDTH, 470.0)
LANDSCAPE: Final = Sheet(LANDSCAPE_WIDTH, LANDSCAPE_HEIGHT - 30)
ENDLESS: Final = Sheet(LANDSCAPE_WIDTH, 100_000.0)
ANY: Final = 99  # lines
# Tried in this order: sheet, size of type, the most lines a cause may take, the least characters of a line.
CHOICES: Final = (
    (PORTRAIT, SIZE_FIGURE, 4, 5.0),
    (LANDSCAPE, SIZE_FIGURE, 3, 7.5),
    (PORTRAIT, SIZE_FIGURE_MIN, 4, 5.5),
    (LANDSCAPE, SIZE_FIGURE_MIN, 4, 7.5),
)


class Row(NamedTuple):
    """One cause on its twig; ``level`` counts from 1, ``inner`` tells whether it has causes of its own."""

    cause: Cause
    level: int
    inner: bool
    size: float
    natural: float  # the text's width on one line
    fixed: float  # what a column needs beside the text and the slant of its sides
    slant: float  # what it needs for the slant, a line of text

    @classmethod
    def of(cls, cause: Cause, level: int, size: float) -> Row:
        """The row of a cause, measured."""
        inner = bool(cause.causes)
        natural = text_width(clip(cause.text), size, bold=cause.verdict == "confirmed")
        mark = MARK if cause.verdict in ("excluded", "pending") else 0.0
        fixed = (level - 1 + inner) * INDENT + GAP_BONE + _GAP_BACK + mark + 2 * (ASIDE + SLOPE * INSET)
        return cls(cause, level, inner, size, natural, fixed, SLOPE * block_height(1, size))

    @property
    def bold(self) -> bool:
        """Confirmed causes stand out."""
        return self.cause.verdict == "confirmed"

    @property
    def mark(self) -> float:
        """The room of the mark before the text."""
        return MARK if self.cause.verdict in ("excluded", "pending") else 0.0

    def overhead(self, lines: int) -> float:
        """What a column needs beside the text itself."""
        return self.fixed + self.slant * lines

    def guess(self, pitch: float) -> int:
        """How many lines the text takes in a column, estimated from its width.

        The smallest n with n · (room - slant · n) ≥ width, where the room shrinks as the lines lean.
        """
        room = pitch - self.fixed
        if self.natural <= room - self.slant:
            return 1
        room -= 0.8 * self.size
        under = room * room - 4 * self.slant * self.natural
        return max(2, ceil((room - sqrt(under)) / (2 * self.slant))) if under > 0 and room > 0 else ANY

    def block(self, pitch: float) -> Block:
        """The text wrapped to a column."""
        lines = 1
        while True:
            room = max(pitch - self.overhead(lines), 2 * self.size)
            found = even(clip(self.cause.text), room, self.size, bold=self.bold)
            if len(found.lines) <= lines or lines >= ANY:
                return found
            lines = len(found.lines)


class Rib(NamedTuple):
    """A bone in its column: rows from the top down, wrapped once the column's width is known."""

    title: str
    rows: tuple[Row, ...]
    blocks: tuple[Block, ...] = ()

    @property
    def title_width(self) -> float:
        """The width of the title with its box."""
        return max(34.0, text_width(self.title, SIZE_FIGURE + 1, bold=True) + 16)

    def need(self, pitch: float) -> float:
        """The height of all rows in a column, estimated."""
        return sum([row.guess(pitch) * row.size * LINE_HEIGHT + ROW for row in self.rows])

    def height(self) -> float:
        """The height of all rows as wrapped."""
        return sum(b.height + ROW for b in self.blocks)

    def wrapped(self, pitch: float) -> Rib:
        """The bone with its rows broken into lines for a column."""
        return self._replace(blocks=tuple(row.block(pitch) for row in self.rows))


Column = tuple[Rib | None, Rib | None]  # above and below the spine


class Plan(NamedTuple):
    """A fishbone that fits its sheet: columns from left to right with the distance of each to the one before."""

    head: Block
    columns: tuple[Column, ...]
    pitches: tuple[float, ...]
    above: float  # height of the bones above the spine
    below: float

    @property
    def head_width(self) -> float:
        """The width of the head with its box."""
        return self.head.width + 2 * _HEAD_PAD

    @property
    def tail(self) -> int:
        """How many columns at the tail have no causes; their bones are short."""
        return _tail(self.columns)

    @property
    def tail_gap(self) -> float:
        """Room beside the last short bone for its title."""
        return _tail_gap(self.columns)

    @property
    def start(self) -> float:
        """Where the spine begins: the longest bones and texts reach over the short bones of the tail."""
        return EDGE + _lean(self.columns, self.pitches, max(self.above, self.below))

    @property
    def width(self) -> float:
        """The width of the whole figure."""
        return self.start + sum(self.pitches) + self.tail_gap + HEAD_GAP + self.head_width + EDGE

    @property
    def lines(self) -> int:
        """The lines of the longest cause."""
        return max((len(b.lines) for pair in self.columns for rib in pair if rib for b in rib.blocks), default=0)

    @property
    def spine(self) -> float:
        """The spine's place below the figure's top edge."""
        return EDGE + max(self.above + TITLE_HEIGHT, self.head.height / 2 + 10)

    @property
    def height(self) -> float:
        """The height of the figure without a legend below it."""
        return self.spine + max(self.below + TITLE_HEIGHT, self.head.height / 2 + 10) + EDGE


def head(effect: str) -> Block:
    """The effect's text; long ones get a wider head."""
    text = clip(effect)
    width = 58.0 if len(text) <= 40 else 76.0 if len(text) <= 90 else 130.0
    return balanced(text, width, SIZE_FIGURE + 0.5, bold=True)


def plan(
    head: Block, bones: Sequence[Bone], sheet: Sheet, size: float, most_lines: int = ANY, least: float = 7.5
) -> Plan | None:
    """The bones placed on a sheet at a size of type, or None where they do not fit.

    ``least`` is the number of characters that a line must have room for, ``most_lines`` bounds a cause's lines.
    """
    columns = _columns([Rib(clip(bone.title, 16), tuple(_rows(bone.causes, 1, size))) for bone in bones])
    titles = _title_pitches(columns)
    above = below = STUB
    for _ in range(8):
        width = sheet.width - _lean(columns, titles, max(above, below)) - _tail_gap(columns)
        room = width - HEAD_GAP - head.width - 2 * _HEAD_PAD - 2 * EDGE
        pitches = _pitches(columns, titles, room, least * size)
        if pitches is None:
            return None
        up, down = (max(map(_need, side, pitches)) for side in zip(*columns, strict=True))
        if up + down + 2 * TITLE_HEIGHT > sheet.height + size:
            return None
        if max(up, down) <= max(above, below) + 0.1:
            found = _wrapped(head, columns, pitches)
            if found.width <= sheet.width + 0.01:
                return found if found.lines <= most_lines and found.height <= sheet.height else None
            up, down = found.above, found.below
        above, below = max(up, above), max(down, below)
    return None


def _rows(causes: tuple[Cause, ...], level: int, size: float) -> Iterator[Row]:
    """The rows of a bone below the spine: a cause, then its own causes."""
    small = size if level == 1 else max(SIZE_FIGURE_MIN, size - 0.5)
    for cause in causes:
        yield Row.of(cause, level, small)
        yield from _rows(cause.causes, level + 1, size)


def _upward(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows of a bone above the spine: a cause stands below its own causes, the order is kept otherwise."""
    ordered: list[Row] = []
    waiting: list[Row] = []
    for row in rows:
        while waiting and waiting[-1].level >= row.level:
            ordered.append(waiting.pop())
        waiting.append(row)
    return (*ordered, *waiting[::-1])


def chunks(bone: Bone, most: int, more: str) -> Iterator[Bone]:
    """A bone as several of about ``most`` rows at most; the later titles follow the pattern ``more``."""
    title, causes = bone.title, bone.causes
    most = max(1, most * _ends(causes) // max(1, _all(causes)))
    while True:
        first, causes = _split(causes, most)
        yield Bone(title, first)
        title = more.format(title=bone.title)
        if not causes:
            return


def _ends(causes: Sequence[Cause]) -> int:
    """How many causes have none of their own."""
    return sum(_ends(cause.causes) if cause.causes else 1 for cause in causes)


def _all(causes: Sequence[Cause]) -> int:
    return sum(1 + _all(cause.causes) for cause in causes)


def _split(causes: tuple[Cause, ...], most: int) -> tuple[tuple[Cause, ...], tuple[Cause, ...]]:
    """The first ``most`` end causes and the rest, each with the causes they lead to."""
    kept: list[Cause] = []
    later: list[Cause] = []
    for cause in causes:
        size = _ends((cause,))
        if size <= most:
            kept.append(cause)
        elif most <= 0:
            later.append(cause)
        else:
            first, second = _split(cause.causes, most)
            kept.append(replace(cause, causes=first))
            later.append(replace(cause, causes=second))
        most -= size
    return tuple(kept), tuple(later)


def _columns(ribs: list[Rib]) -> tuple[Column, ...]:
    """The first half above, the rest below, paired from the head on."""
    half = ceil(len(ribs) / 2)
    above = [rib._replace(rows=_upward(rib.rows)) for rib in ribs[:half]]
    below: list[Rib | None] = [None] * (half - len(ribs[half:])) + list(ribs[half:])
    return tuple(zip(above, below, strict=True))


def _tail(columns: tuple[Column, ...]) -> int:
    """How many columns stand before the first with causes."""
    return next((i for i, pair in enumerate(columns) if any(rib and rib.rows for rib in pair)), len(columns))


def _tail_gap(columns: tuple[Column, ...]) -> float:
    tail = _tail(columns)
    if not 0 < tail < len(columns):
        return 0.0
    return max(rib.title_width for rib in columns[tail - 1] if rib) / 2 + _GAP_BACK


def _lean(columns: tuple[Column, ...], pitches: Sequence[float], longest: float) -> float:
    """The room left of the spine's beginning that bones and texts lean over."""
    tail = _tail(columns)
    over = SLOPE * longest - sum(pitches[:tail]) - _tail_gap(columns)
    return max(over, SLOPE * STUB if tail else 0.0)


def _need(rib: Rib | None, pitch: float) -> float:
    """The estimated height of a bone."""
    if rib is None or not rib.rows:
        return STUB
    return max(STUB, SPINE_GAP + OUTER_GAP + rib.need(pitch))


def _pitches(columns: tuple[Column, ...], titles: list[float], room: float, least: float) -> tuple[float, ...] | None:
    """Share ``room`` out: first the least each column needs, then step by step to whichever is the tallest."""
    tail = _tail(columns)
    full = [_natural(column) for column in columns]
    pitches = [
        max(title, min(most, least + _indent(column)))
        for column, title, most in zip(columns, titles, full, strict=True)
    ]
    rest = room - sum(pitches)
    if rest < 0:
        return None
    heights = [max(_need(rib, pitch) for rib in column) for column, pitch in zip(columns, pitches, strict=True)]
    step = max(9.0, rest / 24)
    while rest > step:
        narrow = [i for i in range(tail, len(columns)) if pitches[i] < full[i]]
        if not narrow:
            break
        i = max(narrow, key=lambda i: heights[i])
        pitches[i] += step
        rest -= step
        heights[i] = max(_need(rib, pitches[i]) for rib in columns[i])
    share = min(rest / max(1, len(columns) - tail), _SPARE)
    return tuple(pitch + share * (i >= tail) for i, pitch in enumerate(pitches))


def _natural(column: Column) -> float:
    """The width at which every text of a column stands on one line."""
    return max((row.natural + row.overhead(1) for rib in column if rib for row in rib.rows), default=0.0)


def _indent(column: Column) -> float:
    """What the column's narrowest row leaves for text is its width without this."""
    return max((row.overhead(2) for rib in column if rib for row in rib.rows), default=0.0)


def _title_pitches(columns: tuple[Column, ...]) -> list[float]:
    """The least distances at which titles do not touch."""
    widths = [max(rib.title_width for rib in column if rib) for column in columns]
    return [max(wide, (wide + before) / 2) + 8 for before, wide in zip([0.0, *widths[:-1]], widths, strict=True)]


def _wrapped(head: Block, columns: tuple[Column, ...], pitches: tuple[float, ...]) -> Plan:
    """The plan with real line breaks and the heights that follow from them."""
    done = tuple(
        (above and above.wrapped(pitch), below and below.wrapped(pitch))
        for (above, below), pitch in zip(columns, pitches, strict=True)
    )
    up, down = (
        max((rib.height() + SPINE_GAP + OUTER_GAP for rib in side if rib and rib.rows), default=STUB)
        for side in zip(*done, strict=True)
    )
    return Plan(head, done, pitches, max(STUB, up), max(STUB, down))
