"""Tasks with dates and what they wait for → Gantt scenes by day, week or month, a page each.

A row a task: number, name and responsible post at the left, its bar on the scale at the right; milestones are
diamonds, a line leads from the end of a task to the start of the one that waits for it. A task that waits for
one on another page says so under its name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from math import ceil
from typing import NamedTuple

from msgspec import Struct

from fixdocs.diagrams.gantt_route import OUT, Bar, Router
from fixdocs.diagrams.gantt_time import LEAST, Axis, Calendar, Cell, Span
from fixdocs.diagrams.parts import Block, Names, block, clip, even, label, paged
from fixdocs.diagrams.scene import Item, Line, Scene, Shape, ShapeKind, Text
from fixdocs.diagrams.text import block_height, text_width
from fixdocs.look import (
    LANDSCAPE_HEIGHT,
    LANDSCAPE_WIDTH,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    SIZE_FIGURE_MIN,
)

__all__ = ["Calendar", "Task", "Words", "layout"]

_SIZE = 8.5
_HEADING = 14.0  # height of each of the two rows of headings
_ROW = 18.0
_BAR = 11.5
_DIAMOND = 11.0
_PAD = 3.0
_LANE = 9.0  # free for lines at both ends of the scale
_LEGEND = 22.0
_CAPTION = 45.0
_EDGE = 1.0
_DAY = timedelta(days=1)


class Task(Struct, frozen=True):
    """A task from the start of its first day to the end of its last; a milestone stands on its last day.

    ``after`` holds the keys of the tasks it waits for, ``labels`` what may be written at its bar, the longest
    first: the first that fits is taken.
    """

    key: str
    name: str
    owner: str
    start: date
    end: date
    milestone: bool = False
    after: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()


class Words(Struct, frozen=True):
    """Headings of the columns and the legend; ``after`` has the field ``{keys}``."""

    number: str
    name: str
    owner: str
    task: str
    milestone: str
    dependency: str
    day_off: str
    after: str = "← {keys}"
    part: str = "{alt} ({page}/{pages})"


def layout(
    tasks: Sequence[Task],
    words: Words,
    calendar: Calendar,
    *,
    name: str,
    alt: str,
    days_off: frozenset[int] = frozenset({5, 6}),
) -> list[Scene]:
    """Place the tasks in the order given; ``name`` and ``alt`` are the figure's own.

    ``days_off`` are weekdays (Monday is 0) shaded on a scale of days. All pages share one scale. No tasks give
    no scene.
    """
    if not tasks:
        return []
    frame = _frame(tasks, words)
    everyone = {task.key for task in tasks}
    pages = _pages([_Row.of(task, frame, everyone, words) for task in tasks], frame, words)
    scenes, first = [], 0
    for page, count in enumerate(pages, 1):
        shown = tasks[first : first + count]
        first += count
        chart = _Chart(shown, frame, words, calendar, days_off)
        scenes.append(
            chart.scene(paged(name, "{alt} {page}", page, len(pages)), paged(alt, words.part, page, len(pages)))
        )
    return scenes


class _Frame(NamedTuple):
    """What all pages share: the columns' widths and the scale."""

    width: float
    height: float
    number: float
    name: float
    owner: float
    axis: Axis

    @property
    def left(self) -> float:
        """Where the chart begins."""
        return _EDGE + self.number + self.name + self.owner


def _frame(tasks: Sequence[Task], words: Words) -> _Frame:
    """Portrait if the scale's units are wide enough there."""
    starts = [min(task.start, task.end) for task in tasks]
    span = Span.over(min(starts), max(task.end for task in tasks))
    upright = _fitted(tasks, words, span, (PAGE_WIDTH, PAGE_HEIGHT - _CAPTION), (126.0, 62.0))
    if upright.axis.width / span.count >= LEAST[span.unit]:
        return upright
    return _fitted(tasks, words, span, (LANDSCAPE_WIDTH, LANDSCAPE_HEIGHT - _CAPTION), (180.0, 84.0))


def _fitted(
    tasks: Sequence[Task], words: Words, span: Span, page: tuple[float, float], most: tuple[float, float]
) -> _Frame:
    """The columns on a page; ``most`` are the greatest widths for names and posts."""
    number = _column([task.key for task in tasks], words.number, 24, 54)
    name = _column([task.name for task in tasks], words.name, 60, most[0])
    owner = _column([task.owner for task in tasks], words.owner, 36, most[1])
    left = _EDGE + number + name + owner
    return _Frame(*page, number, name, owner, Axis(span, left + _LANE, page[0] - left - 2 * _LANE - _EDGE))


def _column(texts: Sequence[str], heading: str, least: float, most: float) -> float:
    """The width of a column by what stands in it."""
    widest = max(text_width(clip(text), _SIZE) for text in texts)
    return (
        min(max(widest, text_width(heading, SIZE_FIGURE_MIN, bold=True), least - 2 * _PAD), most - 2 * _PAD) + 2 * _PAD
    )


class _Row(NamedTuple):
    """A task's texts broken to their columns."""

    task: Task
    number: Block
    name: Block
    after: tuple[str, ...]  # lines below the name
    owner: Block

    @classmethod
    def of(cls, task: Task, frame: _Frame, here: set[str], words: Words) -> _Row:
        """The row of ``task`` on a page that shows the tasks ``here``."""
        elsewhere = [key for key in task.after if key not in here]
        after = _waits(elsewhere, frame, words)
        return cls(
            task,
            block(clip(task.key, 40), frame.number - 2 * _PAD, SIZE_FIGURE_MIN),
            even(clip(task.name, 120), frame.name - 2 * _PAD, _SIZE, bold=task.milestone),
            after if here else (),
            even(clip(task.owner, 60), frame.owner - 2 * _PAD, SIZE_FIGURE_MIN),
        )

    @property
    def height(self) -> float:
        """Of the row."""
        return self.with_lines(len(self.after))

    def with_lines(self, after: int) -> float:
        """The row's height with ``after`` lines below the name."""
        name = self.name.height + block_height(after, SIZE_FIGURE_MIN)
        return max(_ROW, name + 6, self.number.height + 6, self.owner.height + 6)


def _waits(keys: Sequence[str], frame: _Frame, words: Words) -> tuple[str, ...]:
    """The lines that name the tasks on other pages that a task waits for."""
    if not keys:
        return ()
    return block(words.after.format(keys=" ".join(keys)), frame.name - 2 * _PAD, SIZE_FIGURE_MIN).lines


def _pages(rows: Sequence[_Row], frame: _Frame, words: Words) -> list[int]:
    """How many tasks go on each page, pages alike full, as if all that a task waits for were on another one."""
    room = frame.height - 2 * _HEADING - _LEGEND
    if sum(row.height for row in rows) <= room:
        return [len(rows)]
    heights = [row.with_lines(len(_waits(row.task.after, frame, words))) for row in rows]
    total = sum(heights)
    for pages in range(max(2, ceil(total / room)), len(rows)):
        counts, sums, used = [0] * pages, [0.0] * pages, 0.0
        for tall in heights:
            page = min(pages - 1, int((used + tall / 2) * pages / total))
            counts[page] += 1
            sums[page] += tall
            used += tall
        if max(sums) <= room:
            return [count for count in counts if count]
    return [1] * len(rows)


class _Chart:
    """One page: rows, scale, bars, lines, and labels where the lines leave room."""

    def __init__(
        self,
        tasks: Sequence[Task],
        frame: _Frame,
        words: Words,
        calendar: Calendar,
        days_off: frozenset[int],
    ) -> None:
        self.frame = frame
        self.words = words
        self.calendar = calendar
        self.names = Names()
        here = {task.key for task in tasks}
        self.rows = [_Row.of(task, frame, here, words) for task in tasks]
        self.shaded = frame.axis.days_off(days_off)
        self.bars: list[Bar] = []
        y = 2 * _HEADING
        for row in self.rows:
            self.bars.append(_bar(row.task, frame.axis, y, y + row.height))
            y += row.height
        self.bottom = y
        self.router = Router(self.bars, frame.left + 2, frame.width - _EDGE - 2)

    def scene(self, name: str, alt: str) -> Scene:
        """The page, background lowest."""
        lines = list(self._lines())
        shapes = [item for row, bar in zip(self.rows, self.bars, strict=True) for item in self._drawn(row.task, bar)]
        legend = list(self._legend(bool(lines)))
        back = (*self._headings(), *self._background(), *self._table())
        height = self.bottom + _LEGEND
        return Scene(name, self.frame.width, height, (*back, *lines, *shapes, *legend), alt)

    def _headings(self) -> Iterator[Item]:
        """The heading of the table's columns, two rows high, and the two rows of the scale."""
        frame, words = self.frame, self.words
        columns = ((words.number, frame.number), (words.name, frame.name), (words.owner, frame.owner))
        x = _EDGE
        for text, wide in columns:
            yield self._heading(text, x, 0, wide, 2 * _HEADING, "primary_tint", bold=True)
            x += wide
        chart = frame.width - _EDGE - x
        yield self._heading("", x, 0, chart, _HEADING, "primary_tint")
        yield self._heading("", x, _HEADING, chart, _HEADING, "paper")
        for cell in frame.axis.major(self.calendar):
            yield self._heading(cell.text, cell.x, 0, cell.width, _HEADING, "primary_tint", bold=True)
        for cell in frame.axis.minor(self.calendar):
            yield self._heading(cell.text, cell.x, _HEADING, cell.width, _HEADING, "paper")

    def _heading(
        self, text: str, x: float, y: float, width: float, height: float, fill: str, *, bold: bool = False
    ) -> Shape:
        inside = Text((text,), SIZE_FIGURE_MIN, bold, "ink", inset=1) if text else None
        return Shape(self.names(text or "="), "rect", x, y, width, height, inside, fill, "rule", 0.5, role="lane")

    def _background(self) -> Iterator[Item]:
        """Days off, or the borders of the larger units, behind everything; then the rules between the rows."""
        top, tall = 2 * _HEADING, self.bottom - 2 * _HEADING
        for cell in self.shaded:
            yield Shape(
                self.names(self.words.day_off), "rect", cell.x, top, cell.width, tall, fill="shade", role="lane"
            )
        borders: list[Cell] = self.frame.axis.major(self.calendar)[1:]
        for cell in borders:
            yield Shape(self.names("|"), "rect", cell.x - 0.25, top, 0.5, tall, fill="rule", role="decoration")
        for bar in self.bars:
            ends = ((_EDGE, bar.bottom), (self.frame.width - _EDGE, bar.bottom))
            yield Line(self.names("-"), ends, "rule", 0.5)

    def _table(self) -> Iterator[Item]:
        frame = self.frame
        for row, bar in zip(self.rows, self.bars, strict=True):
            size = (bar.top, bar.bottom - bar.top)
            x = _EDGE
            yield _cell(self.names(f"{row.task.key} №"), row.number, x, frame.number, *size, align="center")
            x += frame.number
            text = Text(
                row.name.lines + row.after, _SIZE, row.name.bold, "ink", "left", inset=_PAD,
                minor=tuple(range(len(row.name.lines), len(row.name.lines) + len(row.after))),
            )  # fmt: skip
            name = self.names(f"{row.task.key} {row.task.name}")
            yield Shape(name, "rect", x, bar.top, frame.name, size[1], text, role="label")
            x += frame.name
            yield _cell(self.names(f"{row.task.key} {row.task.owner}"), row.owner, x, frame.owner, *size)

    def _shape(self, task: Task, bar: Bar, inside: str) -> Shape:
        name = self.names(f"{task.key} {task.name} {task.start:%Y-%m-%d}–{task.end:%Y-%m-%d}")
        box = (bar.left, bar.middle - bar.half, bar.right - bar.left, 2 * bar.half)
        if task.milestone:
            return Shape(name, "diamond", *box, fill="accent", stroke="accent")
        text = Text((inside,), SIZE_FIGURE_MIN, colour="paper", inset=0) if inside else None
        return Shape(name, "rect", *box, text, "primary", "primary")

    def _lines(self) -> Iterator[Line]:
        places = {row.task.key: i for i, row in reversed(list(enumerate(self.rows)))}
        for end, row in enumerate(self.rows):
            for key in dict.fromkeys(row.task.after):
                start = places.get(key, end)
                if start != end:
                    path = self.router.route(start, end)
                    yield Line(self.names(f"{key} → {row.task.key}"), path, "muted", 0.9, arrow_end=True)

    def _drawn(self, task: Task, bar: Bar) -> Iterator[Shape]:
        """A task's bar with the longest of its labels that fits into it, or beside it without touching a line."""
        tall = block_height(1, SIZE_FIGURE_MIN)
        for text in task.labels:
            wide = text_width(text, SIZE_FIGURE_MIN) + 2
            if not task.milestone and wide + 2 <= bar.right - bar.left:
                yield self._shape(task, bar, text)
                return
            places = [bar.right + 3 * step for step in (1, 3, 4, 5)] + [bar.left - aside - wide for aside in (3, 11)]
            x = next((x for x in places if self._free(x, bar.middle - tall / 2, wide, tall)), None)
            if x is not None:
                yield self._shape(task, bar, "")
                written = Text((text,), SIZE_FIGURE_MIN, colour="muted", inset=1)
                box = (x, bar.middle - tall / 2, wide, tall)
                fill = None if self.shaded else "paper"
                yield Shape(self.names(text), "rect", *box, written, fill, role="label")
                return
        yield self._shape(task, bar, "")

    def _free(self, x: float, y: float, width: float, height: float) -> bool:
        """Whether a label may stand in this part of the chart."""
        if x < self.frame.left + 1 or x + width > self.frame.width - _EDGE - 1:
            return False
        return not self.router.touches(x - 1, y - 1, x + width + 1, y + height + 1)

    def _legend(self, lines: bool) -> Iterator[Item]:
        """What the marks mean, for those that are on the page."""
        words, x = self.words, _EDGE + _PAD
        middle = self.bottom + _LEGEND / 2 + 2
        kinds = {row.task.milestone for row in self.rows}
        marks = (
            (False in kinds, words.task, "rect", 20.0, 8.0, "primary", "primary"),
            (True in kinds, words.milestone, "diamond", _DIAMOND, _DIAMOND, "accent", "accent"),
            (lines, words.dependency, None, 20.0, 0.0, "", ""),
            (bool(self.shaded), words.day_off, "rect", 14.0, 9.0, "shade", "rule"),
        )
        for shown, word, kind, wide, tall, fill, stroke in marks:
            if not shown:
                continue
            name, y = self.names(f"{word} ="), middle - tall / 2
            if kind is None:
                yield Line(name, ((x, middle), (x + wide, middle)), "muted", 0.9, arrow_end=True)
            else:
                shape: ShapeKind = "diamond" if kind == "diamond" else "rect"
                yield Shape(name, shape, x, y, wide, tall, fill=fill, stroke=stroke, role="badge")
            text = label(self.names(word), word, x + wide + 3, middle - 6.4)
            yield text
            x = text.right + 14


def _bar(task: Task, axis: Axis, top: float, bottom: float) -> Bar:
    middle = (top + bottom) / 2
    if task.milestone:
        x = axis.x(task.end) + (axis.x(task.end + _DAY) - axis.x(task.end)) / 2
        half = _DIAMOND / 2
        return Bar(x - half, x + half, middle, half, top, bottom, x)
    left = axis.x(min(task.start, task.end))
    right = max(axis.x(task.end + _DAY), left + 3)
    return Bar(left, right, middle, _BAR / 2, top, bottom, left + min(OUT, (right - left) / 2))


def _cell(name: str, found: Block, x: float, width: float, y: float, height: float, *, align: str = "left") -> Shape:
    text = found.text(colour="muted", align="center" if align == "center" else "left", inset=_PAD)
    return Shape(name, "rect", x, y, width, height, text, role="label")
