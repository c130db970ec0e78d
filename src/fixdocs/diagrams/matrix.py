"""Issues rated on two scales → a matrix scene: impact upwards, frequency to the right, the core at the top right.

Every issue stands in its cell as a badge with its key; cells grow until all badges are inside. Lines at the two
thresholds part the quadrants, whose names stand in the outer corners.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil
from typing import NamedTuple

from msgspec import Struct

from fixdocs.diagrams.parts import Block, Names, block, clip, label, paged
from fixdocs.diagrams.scene import Item, Line, Scene, Shape
from fixdocs.diagrams.text import block_height, text_width
from fixdocs.look import PAGE_HEIGHT, PAGE_WIDTH, SIZE_FIGURE, SIZE_FIGURE_MIN

_EDGE = 1.0
_AXIS = 20.0  # the scale's numbers at the left
_TITLE = 18.0  # the title of the upright axis, above the grid
_FOOT = 31.0  # the scale's numbers and the other title, below the grid
_LEGEND = 17.0
_TIP = 17.0  # how far the axes reach beyond the grid
_GRID = PAGE_WIDTH - _AXIS - _TIP - 2 * _EDGE  # width
_TALLEST = PAGE_HEIGHT - 50.0  # of the figure; the rest is for its caption
_LEAST_ROW = 48.0
_PAD = 5.0  # between a cell's edge and its badges
_BETWEEN = 4.0  # badges
_FACE_X = 9.0  # what a badge is larger than its text
_FACE_Y = 4.0


class Issue(Struct, frozen=True):
    """An issue on the scales 1 … ``levels``; ``manual`` says that a person decided whether it is core."""

    key: str
    impact: int
    frequency: int
    core: bool = False
    manual: bool = False


class Words(Struct, frozen=True):
    """Titles of the axes, names of the quadrants and the legend."""

    impact: str
    frequency: str
    core_quadrant: str  # high impact, high frequency
    impact_quadrant: str  # high impact, low frequency
    frequency_quadrant: str  # low impact, high frequency
    low_quadrant: str
    core: str
    other: str
    manual_core: str
    manual_other: str
    part: str = "{alt} ({page}/{pages})"


def layout(
    issues: Sequence[Issue],
    words: Words,
    *,
    name: str,
    alt: str,
    high_impact: float = 4,
    high_frequency: float = 4,
    levels: int = 5,
) -> list[Scene]:
    """Place the issues; a value at a threshold or above it counts as high.

    ``name`` and ``alt`` are the figure's own. One scene, or several where a page cannot hold all badges.
    Raises ValueError for a value off the scale.
    """
    for issue in issues:
        if not (1 <= issue.impact <= levels and 1 <= issue.frequency <= levels):
            raise ValueError(f"{issue.key}: impact {issue.impact}, frequency {issue.frequency}: not on 1…{levels}")
    groups = [tuple(issues)]
    while True:
        grids = [_Grid(group, words, ceil(high_impact), ceil(high_frequency), levels) for group in groups]
        if all(grid.fits for grid in grids):
            break
        size = ceil(len(issues) / (len(groups) + 1))
        groups = [tuple(issues[i : i + size]) for i in range(0, len(issues), size)]
    total = len(grids)
    return [
        grid.scene(paged(name, "{alt} {page}", page, total), paged(alt, words.part, page, total))
        for page, grid in enumerate(grids, 1)
    ]


class _Corner(NamedTuple):
    """A quadrant's name and the corner it stands in."""

    block: Block
    right: bool
    top: bool

    @property
    def core(self) -> bool:
        return self.right and self.top


class _Grid:
    """Rows and columns of the matrix, sized for their badges, then drawn."""

    def __init__(self, issues: tuple[Issue, ...], words: Words, impact: int, frequency: int, levels: int) -> None:
        self.words = words
        self.levels = levels
        self.impact = min(max(impact, 1), levels + 1)
        self.frequency = min(max(frequency, 1), levels + 1)
        self.names = Names()
        self.cells: dict[tuple[int, int], list[tuple[Issue, Block]]] = {}
        room = _GRID / levels - 2 * _PAD - _FACE_X
        for issue in issues:
            face = block(clip(issue.key + "*" * issue.manual, 24), room, SIZE_FIGURE_MIN, bold=issue.core)
            self.cells.setdefault((issue.frequency, issue.impact), []).append((issue, face))
        faces = [face for cell in self.cells.values() for _, face in cell]
        self.used = {(issue.core, issue.manual) for issue in issues}
        self.badge_width = max((face.width for face in faces), default=0.0) + _FACE_X
        self.badge_height = max((face.height for face in faces), default=0.0) + _FACE_Y
        self._set([_GRID / levels] * levels)
        if not self.fits:
            self._set(self._weighted())

    def _weighted(self) -> list[float]:
        """Wider columns where many issues share a cell."""
        scale = range(1, self.levels + 1)
        most = [max(len(self.cells.get((f, i), ())) for i in scale) for f in scale]
        least = self.badge_width + 2 * _PAD
        spare = _GRID - least * self.levels
        return [least + spare * count / sum(most) for count in most]

    def _set(self, columns: list[float]) -> None:
        """Take the columns' widths and find the heights of rows, the topmost first."""
        self.columns = columns
        self.corners = list(self._corners())
        self.strips = [
            max((corner.block.height + 4 for corner in self.corners if corner.top == top), default=0.0)
            for top in (True, False)
        ]
        self.rows = [max(self._needs(impact), _LEAST_ROW) for impact in range(self.levels, 0, -1)]
        self.rows[0] += self.strips[0]
        self.rows[-1] += self.strips[1]

    def _corners(self) -> Iterator[_Corner]:
        words, low = self.words, sum(self.columns[: self.frequency - 1])
        names = (
            (words.impact_quadrant, False, True),
            (words.core_quadrant, True, True),
            (words.low_quadrant, False, False),
            (words.frequency_quadrant, True, False),
        )
        for text, right, top in names:
            wide = sum(self.columns) - low if right else low
            tall = self.impact <= self.levels if top else self.impact > 1
            if wide > 0 and tall:
                yield _Corner(block(text, wide - 8, SIZE_FIGURE, bold=True), right, top)

    def _across(self, frequency: int) -> int:
        """How many badges stand side by side in a column."""
        room = self.columns[frequency - 1] - 2 * _PAD + _BETWEEN
        return max(1, int((room + 0.01) / (self.badge_width + _BETWEEN)))

    def _needs(self, impact: int) -> float:
        """The height of the fullest cell of a row."""
        scale = range(1, self.levels + 1)
        lines = max(ceil(len(self.cells.get((f, impact), ())) / self._across(f)) for f in scale)
        return lines * (self.badge_height + _BETWEEN) - _BETWEEN + 2 * _PAD

    @property
    def height(self) -> float:
        """Of the whole figure."""
        lines = max((line + 1 for _, line, *_ in self._kinds()), default=0)
        return _TITLE + sum(self.rows) + _FOOT + lines * _LEGEND

    @property
    def fits(self) -> bool:
        """Whether the figure goes on a page."""
        return self.height <= _TALLEST

    def scene(self, name: str, alt: str) -> Scene:
        """The drawing; cells lowest, badges on top."""
        parts = (self._cells(), self._thresholds(), self._axes(), self._names(), self._badges(), self._legend())
        return Scene(name, PAGE_WIDTH, self.height, tuple(item for part in parts for item in part), alt)

    def _x(self, frequency: int) -> float:
        """The left edge of a column."""
        return _EDGE + _AXIS + sum(self.columns[: frequency - 1])

    def _y(self, impact: int) -> float:
        """The top edge of a row."""
        return _TITLE + sum(self.rows[: self.levels - impact])

    def _is_core(self, frequency: int, impact: int) -> bool:
        return frequency >= self.frequency and impact >= self.impact

    def _cells(self) -> Iterator[Item]:
        for impact in range(self.levels, 0, -1):
            for frequency in range(1, self.levels + 1):
                fill = "accent_tint" if self._is_core(frequency, impact) else "paper"
                size = (self.columns[frequency - 1], self.rows[self.levels - impact])
                name = self.names(f"{self.words.impact} {impact} · {self.words.frequency} {frequency}")
                yield Shape(
                    name, "rect", self._x(frequency), self._y(impact), *size, fill=fill, stroke="rule", role="lane"
                )

    def _thresholds(self) -> Iterator[Item]:
        left, right, top, bottom = self._x(1), self._x(self.levels + 1), _TITLE, self._y(0)
        if 1 < self.frequency <= self.levels:
            x = self._x(self.frequency)
            name = self.names(f"{self.words.frequency} ≥ {self.frequency}")
            yield Line(name, ((x, top), (x, bottom)), "primary", 1.5)
            yield self._bound(self.frequency, x - 8, top - 14)
        if 1 < self.impact <= self.levels:
            y = self._y(self.impact - 1)
            name = self.names(f"{self.words.impact} ≥ {self.impact}")
            yield Line(name, ((left, y), (right, y)), "primary", 1.5)
            yield self._bound(self.impact, right + 1, y - 6.4)

    def _bound(self, value: int, x: float, y: float) -> Shape:
        """The threshold beside its line."""
        text = f"≥{value}"
        return label(self.names(text), text, x, y, width=_TIP - 1, colour="primary", bold=True, align="center")

    def _axes(self) -> Iterator[Item]:
        words, left, bottom, right = self.words, self._x(1), self._y(0), self._x(self.levels + 1)
        tall = block_height(1, SIZE_FIGURE_MIN) + 2
        up, along = ((left, bottom), (left, _TITLE - _TIP)), ((left, bottom), (right + _TIP, bottom))
        yield Line(self.names(f"{words.impact} ↑"), up, "ink", 1.0, arrow_end=True)
        yield Line(self.names(f"{words.frequency} →"), along, "ink", 1.0, arrow_end=True)
        yield label(self.names(words.impact), words.impact, left + 6, 1, size=SIZE_FIGURE, colour="ink", bold=True)
        wide = text_width(words.frequency, SIZE_FIGURE, bold=True) + 2
        yield label(
            self.names(words.frequency), words.frequency, right + _TIP - wide, bottom + 15.5,
            size=SIZE_FIGURE, colour="ink", bold=True,
        )  # fmt: skip
        for level in range(1, self.levels + 1):
            y = self._y(level) + (self.rows[self.levels - level] - tall) / 2
            yield self._number(level, words.impact, _EDGE, y, _AXIS - 2)
            yield self._number(level, words.frequency, self._x(level), bottom + 2, self.columns[level - 1])

    def _number(self, level: int, axis: str, x: float, y: float, width: float) -> Shape:
        return label(self.names(f"{axis} {level}"), str(level), x, y, width=width, align="center")

    def _names(self) -> Iterator[Item]:
        for corner in self.corners:
            found = corner.block
            wide, tall = found.width + 2, found.height + 2
            x = self._x(self.levels + 1) - wide - 4 if corner.right else self._x(1) + 4
            y = _TITLE + 2 if corner.top else self._y(0) - tall - 2
            text = found.text(
                colour="accent" if corner.core else "muted", align="right" if corner.right else "left", inset=1
            )
            yield Shape(self.names(" ".join(found.lines)), "rect", x, y, wide, tall, text, role="label")

    def _badges(self) -> Iterator[Item]:
        for (frequency, impact), cell in self.cells.items():
            across = self._across(frequency)
            step_x, step_y = self.badge_width + _BETWEEN, self.badge_height + _BETWEEN
            lines = ceil(len(cell) / across)
            top = self._y(impact) + (self.strips[0] if impact == self.levels else 0)
            bottom = self._y(impact - 1) - (self.strips[1] if impact == 1 else 0)
            y = (top + bottom - lines * step_y + _BETWEEN) / 2
            middle = self._x(frequency) + self.columns[frequency - 1] / 2
            for start in range(0, len(cell), across):
                row = cell[start : start + across]
                x = middle - (min(len(cell), across) * step_x - _BETWEEN) / 2
                for issue, face in row:
                    size = (self.badge_width, self.badge_height)
                    yield _badge(self.names(issue.key), x, y, size, issue.core, issue.manual, face)
                    x += step_x
                y += step_y

    def _kinds(self) -> Iterator[tuple[float, int, bool, bool, str]]:
        """What the legend explains, with place and line: the kinds of badges that are in the figure."""
        words, x, line = self.words, self._x(1), 0
        samples = (
            (True, False, words.core),
            (False, False, words.other),
            (True, True, words.manual_core),
            (False, True, words.manual_other),
        )
        for core, manual, word in samples:
            if (core, manual) in self.used:
                wide = text_width(word, SIZE_FIGURE_MIN) + 22
                if x > self._x(1) and x + wide > PAGE_WIDTH:
                    x, line = self._x(1), line + 1
                yield x, line, core, manual, word
                x += wide + 14

    def _legend(self) -> Iterator[Item]:
        """A sample of each kind of badge, below at the left."""
        for x, line, core, manual, word in self._kinds():
            y = self._y(0) + _FOOT + line * _LEGEND
            mark = block("*", 10, SIZE_FIGURE_MIN) if manual else None
            yield _badge(self.names(f"{word} ="), x, y, (18.0, 14.0), core, manual, mark)
            yield label(self.names(word), word, x + 21, y + 0.6)


def _badge(
    name: str, x: float, y: float, size: tuple[float, float], core: bool, manual: bool, face: Block | None
) -> Shape:
    """An issue: dark if core; square with a dashed outline and a star if a person decided."""
    text = face.text(colour="paper" if core else "ink", inset=_FACE_Y / 2) if face else None
    stroke = "ink" if manual else "accent" if core else "primary"
    return Shape(
        name, "rect" if manual else "round", x, y, *size, text, "accent" if core else "paper", stroke,
        1.0 if manual else 0.75, "dash" if manual else "solid", "badge",
    )  # fmt: skip
