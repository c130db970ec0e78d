"""Chains of reasons for one effect → a tree from the effect down to the roots, a scene or as many as it takes.

Chains that begin alike share their beginning. Levels are rows that carry their number at the left, the end of
each chain is marked as a root and carries the result of reading the chain in reverse.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from msgspec import Struct, field
from msgspec.structs import replace

from fixdocs.diagrams.parts import Block, Names, block, clip, even, label, paged
from fixdocs.diagrams.scene import Dash, Item, Line, Scene, Shape, Text
from fixdocs.diagrams.text import block_height, text_width
from fixdocs.look import (
    LANDSCAPE_HEIGHT,
    LANDSCAPE_WIDTH,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    SIZE_FIGURE,
    SIZE_FIGURE_MIN,
)

Check = Literal["passed", "failed"]

_GAP = 20.0  # between levels
_BETWEEN = 12.0  # between boxes of a level
_INSET = 4.0
_EDGE = 1.0
_CAPTION = 40.0
_BADGE = 4.0  # how much higher than its text a badge is
_WIDEST = 216.0  # of a box, unless the text needs more
_SHARED = 1.7  # how much wider than the others a box with several chains below it may be


class Chain(Struct, frozen=True):
    """One chain of reasons: ``links`` from the first why to the root.

    ``start`` is the cause the chain sets out from, ``check`` the result of reading it in reverse (None: not
    done), ``root`` the key of the root cause drawn from it.
    """

    key: str
    links: tuple[str, ...]
    start: str = ""
    check: Check | None = None
    root: str = ""


class Words(Struct, frozen=True):
    """The labels of the levels and of a chain's end; ``why`` has the field ``{n}``."""

    effect: str
    start: str
    why: str
    root: str
    passed: str
    failed: str
    unchecked: str
    part: str = "{alt} ({page}/{pages})"


class _Node(Struct):
    """A text of the tree; an empty one is a level that a chain passes without a box."""

    text: str
    level: int
    children: list[_Node] = field(default_factory=list)
    ends: list[Chain] = field(default_factory=list)
    leaves: int = 1
    left: float = 0.0  # of the room that it shares with what hangs on it
    centre: float = 0.0
    top: float = 0.0
    width: float = 0.0
    head: tuple[str, ...] = ()  # the line above the text of a root
    block: Block | None = None
    badges: tuple[Block, ...] = ()
    names: list[str] = field(default_factory=list)  # of the shapes, from the top down

    @property
    def height(self) -> float:
        """With the badges of the chains that end here; 0 for a level passed over."""
        return self.box_height + sum(b.height + _BADGE for b in self.badges)

    @property
    def box_height(self) -> float:
        """Of the box alone."""
        if self.block is None:
            return 0.0
        return self.block.height + block_height(len(self.head), SIZE_FIGURE_MIN) + 2 * _INSET

    def walk(self) -> Iterator[_Node]:
        """This node and all below it, a chain after the other."""
        yield self
        for child in self.children:
            yield from child.walk()


class _Part(NamedTuple):
    """What one scene shows: chains from their link number ``first`` on; ``more``: they go on elsewhere."""

    effect: str
    chains: tuple[Chain, ...]
    first: int = 1
    more: bool = False


class _Sheet(NamedTuple):
    width: float
    height: float
    size: float
    widest: float = _WIDEST


_PORTRAIT = _Sheet(PAGE_WIDTH, PAGE_HEIGHT - _CAPTION, SIZE_FIGURE)
_LANDSCAPE = _Sheet(LANDSCAPE_WIDTH, LANDSCAPE_HEIGHT - _CAPTION, SIZE_FIGURE)
_SMALL = _PORTRAIT._replace(size=SIZE_FIGURE_MIN)
_WIDE = _SMALL._replace(widest=PAGE_WIDTH)
_ENDLESS = _WIDE._replace(height=100_000.0)


def layout(effect: str, chains: Sequence[Chain], words: Words, *, name: str, alt: str) -> list[Scene]:
    """Place the chains of ``effect``; ``name`` and ``alt`` are the figure's own.

    All chains stand in one scene where boxes stay legible, otherwise neighbours are divided between several;
    a chain too tall for a page goes on from its last link on the next. Blank links are
    passed over; no chains give no scene.
    """
    written = (replace(chain, links=tuple(link for link in chain.links if link.strip())) for chain in chains)
    whole = tuple(chain for chain in written if chain.links)
    if not whole:
        return []
    drawn = _drawn(_Part(effect, whole), words)
    total = len(drawn)
    return [
        tree.scene(paged(name, "{alt} {page}", page, total), paged(alt, words.part, page, total))
        for page, tree in enumerate(drawn, 1)
    ]


def _drawn(part: _Part, words: Words) -> list[_Tree]:
    for sheet in (_PORTRAIT, _LANDSCAPE, _SMALL):
        tree = _Tree(part, words)
        if tree.fit(sheet):
            return [tree]
    chains = _in_tree_order(part)
    for count in range(2, len(chains) + 1):
        for sheet in (_PORTRAIT, _SMALL):
            trees = [_Tree(part._replace(chains=group), words) for group in _divided(chains, count)]
            if all(tree.fit(sheet) for tree in trees):
                return trees
    return [tree for chain in chains for tree in _single(part._replace(chains=(chain,)), words)]


def _divided(chains: tuple[Chain, ...], count: int) -> list[tuple[Chain, ...]]:
    """``count`` runs of neighbours, alike long."""
    size = len(chains)
    return [chains[size * i // count : size * (i + 1) // count] for i in range(count)]


def _single(part: _Part, words: Words) -> list[_Tree]:
    """One chain on a page, or on several where its texts are very long."""
    tree = _Tree(part, words)
    if tree.fit(_SMALL) or tree.fit(_WIDE):
        return [tree]
    chain = part.chains[0]
    for cut in range(len(chain.links) - 1, 0, -1):
        above = _Tree(part._replace(chains=(replace(chain, links=chain.links[:cut]),), more=True), words)
        if above.fit(_WIDE):
            rest = replace(chain, links=chain.links[cut:], start="")
            below = _Part(chain.links[cut - 1], (rest,), part.first + cut)
            return [above, *_single(below, words)]
    tree.fit(_ENDLESS)
    return [tree]


def _in_tree_order(part: _Part) -> tuple[Chain, ...]:
    """The chains as the tree draws them, so that neighbours share their beginnings."""
    return tuple(chain for node in _grown(part).walk() for chain in node.ends)


def _grown(part: _Part) -> _Node:
    """The tree of a part: equal beginnings become one."""
    root = _Node(clip(part.effect), 0)
    starts = any(chain.start for chain in part.chains)
    for chain in part.chains:
        node = root
        for text in (chain.start, *chain.links) if starts else chain.links:
            found = next((child for child in node.children if _same(child.text, text)), None)
            if found is None:
                found = _Node(clip(text), node.level + 1)
                node.children.append(found)
            node = found
        node.ends.append(chain)
    _count(root)
    return root


def _same(one: str, other: str) -> bool:
    return _key(one) == _key(clip(other))


def _key(text: str) -> str:
    """What makes two texts the same: width, case, spaces and a full stop don't matter."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split()).rstrip("。.")


def _count(node: _Node) -> int:
    node.leaves = sum(map(_count, node.children)) or 1
    return node.leaves


class _Tree:
    """One scene in the making: grown, fitted to a sheet, then drawn."""

    def __init__(self, part: _Part, words: Words) -> None:
        self.part = part
        self.words = words
        self.root = _grown(part)
        self.nodes = list(self.root.walk())
        self.labels = self._labels(any(chain.start for chain in part.chains))
        self.gutter = max(text_width(text, SIZE_FIGURE_MIN, bold=True) for text in self.labels) + 10
        self.rows: list[tuple[float, float]] = []  # top and height of each level
        self.width = self.height = 0.0

    def _labels(self, starts: bool) -> list[str]:
        deepest = max(node.level for node in self.nodes)
        head = [self.words.effect, self.words.start] if starts else [self.words.effect]
        if self.part.first > 1:
            head = [self.words.why.format(n=self.part.first - 1)]
        return head + [self.words.why.format(n=self.part.first + i) for i in range(deepest + 1 - len(head))]

    def fit(self, sheet: _Sheet) -> bool:
        """Place everything for a sheet; False where boxes get too narrow or the tree too tall."""
        room = sheet.width - self.gutter - 2 * _EDGE
        slot = min(room / self.root.leaves, sheet.widest + _BETWEEN)
        if slot - _BETWEEN < 8 * sheet.size + 2 * _INSET:
            return False
        self.width = self.gutter + slot * self.root.leaves + 2 * _EDGE
        self._across(self.root, self.gutter + _EDGE, slot)
        for node in self.nodes:
            self._fill(node, sheet.size)
        self._down()
        return self.height <= sheet.height

    def _across(self, node: _Node, left: float, slot: float) -> None:
        """Give a node its room and its centre, children first."""
        node.left, x = left, left
        for child in node.children:
            self._across(child, x, slot)
            x += child.leaves * slot
        right = left + node.leaves * slot
        ends = (node.children[0].centre, node.children[-1].centre) if node.children else (left, right)
        node.centre = (ends[0] + ends[1]) / 2
        free = 2 * min(node.centre - left, right - node.centre) - _BETWEEN
        node.width = min(free, slot * _SHARED if node.level else max(slot, _WIDEST))

    def _fill(self, node: _Node, size: float) -> None:
        """Break a node's texts to its width; a box is no wider than its text needs."""
        if not node.text:
            return
        room = node.width - 2 * _INSET
        root = bool(node.ends) and not self.part.more
        node.block = even(node.text, room, size, bold=root or node.level == 0)
        if root:
            keys = " ".join(dict.fromkeys(chain.root for chain in node.ends if chain.root))
            node.head = block(f"{self.words.root} {keys}".strip(), room, SIZE_FIGURE_MIN).lines
            node.badges = tuple(block(self._result(chain), room, SIZE_FIGURE_MIN) for chain in node.ends)

    def _result(self, chain: Chain) -> str:
        words = {"passed": self.words.passed, "failed": self.words.failed}
        return f"{chain.key} {words.get(chain.check or '', self.words.unchecked)}".strip()

    def _down(self) -> None:
        self.rows = []
        y = _GAP / 2
        for level in range(len(self.labels)):
            tall = max((node.height for node in self.nodes if node.level == level), default=0.0)
            self.rows.append((y, tall))
            y += tall + _GAP
        self.height = y - _GAP / 2
        for node in self.nodes:
            node.top = self.rows[node.level][0]

    def scene(self, name: str, alt: str) -> Scene:
        """The drawing as last fitted."""
        names = Names()
        bands = [item for level in range(len(self.rows)) for item in self._band(names, level)]
        for node in self.nodes:
            node.names = [names(node.text), *(names("".join(badge.lines)) for badge in node.badges)]
        lines = list(self._lines(self.root, self.root, names))
        shapes = [item for node in self.nodes if node.block for item in self._box(node)]
        return Scene(name, self.width, self.height, (*bands, *lines, *shapes), alt)

    def _band(self, names: Names, level: int) -> Iterator[Shape]:
        """The level's label at the left, every second level on a shade."""
        top, tall = self.rows[level]
        text = self.labels[level]
        if level % 2 == 0:
            yield Shape(
                names(f"{text} ="), "rect", 0, top - _GAP / 2, self.width, tall + _GAP, fill="shade", role="lane"
            )
        y = top + (tall - block_height(1, SIZE_FIGURE_MIN)) / 2 - 1
        yield label(names(text), text, _EDGE + 3, y, bold=True)

    def _lines(self, parent: _Node, node: _Node, names: Names) -> Iterator[Line]:
        """Lines from ``parent`` to the next boxes below ``node``, which are its own but for levels passed over."""
        bus = self.rows[parent.level][0] + self.rows[parent.level][1] + _GAP * 0.4
        for child in node.children:
            if not child.text:
                yield from self._lines(parent, child, names)
                continue
            start, end = (parent.centre, parent.top + parent.height), (child.centre, child.top)
            bend = ((parent.centre, bus), (child.centre, bus)) if abs(start[0] - end[0]) > 0.01 else ()
            joins = (parent.names[-1], child.names[0])
            yield Line(names(f"{parent.text} → {child.text}"), (start, *bend, end), arrow_end=True, joins=joins)
            yield from self._lines(child, child, names)

    def _box(self, node: _Node) -> Iterator[Item]:
        found = node.block
        if found is None:
            return
        root = bool(node.head)
        text = Text(
            node.head + found.lines, found.size, found.bold, "paper" if node.level == 0 else "ink", inset=_INSET,
            minor=tuple(range(len(node.head))), minor_colour="accent",
        )  # fmt: skip
        fill, stroke = ("accent_tint", "accent") if root else ("paper", "primary")
        fill = "primary" if node.level == 0 else fill
        size = (node.width, node.box_height)
        x, y = node.centre - node.width / 2, node.top
        yield Shape(node.names[0], "rect", x, y, *size, text, fill, stroke, 1.75 if root else 0.75)
        y += node.box_height
        for badge, chain, name in zip(node.badges, node.ends, node.names[1:], strict=root):
            yield _badge(name, badge, chain.check, x, y, node.width)
            y += badge.height + _BADGE


def _badge(name: str, found: Block, check: Check | None, x: float, y: float, width: float) -> Shape:
    """The result of the check in reverse, in words; the outline differs, too."""
    looks: dict[str, tuple[str, str, Dash]] = {
        "passed": ("added_tint", "added", "solid"),
        "failed": ("removed_tint", "removed", "dash"),
    }
    fill, stroke, dash = looks.get(check or "", ("paper", "line", "dot"))
    text = found.text(inset=_BADGE / 2)
    return Shape(name, "rect", x, y, width, found.height + _BADGE, text, fill, stroke, dash=dash, role="badge")
