"""The plain part of a template, filled without compiling it.

Compiling is most of what Jinja costs on a report, about 0.15 ms a tag, and the sandbox most of what a long table
costs. The pack's templates leave logic to the context, so nearly all of their tags are plain: a path to a value
(``{{ project.name }}``), a loop over one (``{% for issue in issues %}``), a condition on one (``{% if goals %}``,
``{% if not goals %}``). They are taken out before Jinja reads the source; what of them stands in the branches that
Jinja took is filled afterwards, with the environment's own rules for attributes, undefined names and escaping. Whatever
else a team writes (filters, comparisons, ``loop.index``, ``set``, macros) stays with Jinja.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import jinja2
from markupsafe import escape

from .rows import LongRows, is_plain_row

_TOKEN: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_PATH: Final = r"([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)"
_OUTPUT: Final = re.compile(r"\{\{\s*" + _PATH + r"\s*\}\}")
_FOR: Final = re.compile(r"\{%\s*for\s+([A-Za-z_]\w*)\s+in\s+" + _PATH + r"\s*%\}")
_IF: Final = re.compile(r"\{%\s*(?:el)?if\s+(not\s+)?" + _PATH + r"\s*%\}")
_STATEMENT: Final = re.compile(r"\{%\s*(\w+)")
_TARGETS: Final = re.compile(r"\{%\s*(?:for\s+(.+?)\s+in\b|set\s+(.+?)=)", re.DOTALL)
_NAME: Final = re.compile(r"[A-Za-z_]\w*")
_PLACE: Final = re.compile("\ue002([0-9]+)\ue003")
_HARMLESS: Final = re.compile("[ !#-%(-;=?-~\u00a0-\u2027\u202a-\ud7ff\uf900-\ufdcf\ufdf0-\ufefe\uff00-\uffef]*")
_KNOWN: Final = {"for", "endfor", "if", "elif", "else", "endif", "set"}
_NEVER_PLAIN: Final = {"loop", "self", "caller", "super"}


class PathError(Exception):
    """A path led nowhere; ``line`` is the line of its tag in the source, counted from 1."""

    def __init__(self, line: int, cause: Exception) -> None:
        super().__init__(line, str(cause))
        self.line = line
        self.cause = cause


@dataclass(slots=True)
class _Node:
    """A piece of source: a text, an output, a loop, or a condition with its branches.

    ``roots`` are the names it takes from outside; ``plain`` is false where Jinja must see it.
    """

    kind: str
    start: int
    end: int = 0
    path: tuple[str, ...] = ()
    target: str = ""
    text: str = ""
    plain: bool = True
    negated: bool = False
    bound: frozenset[str] = frozenset()
    roots: set[str] = field(default_factory=set)
    children: list[_Node] = field(default_factory=list)

    def adopt(self, children: list[_Node]) -> None:
        self.children += children
        self.plain = self.plain and all(child.plain for child in children)
        for child in children:
            self.roots |= child.roots
        self.roots -= self.bound

    def is_plain_row(self) -> bool:
        """Whether this loop makes table rows that no later step looks at, each with all its paragraphs."""
        branches = [child for child in self.children if child.kind not in ("text", "output")]
        optional = any("<w:" in text.text for branch in branches for text in branch.texts())
        return not optional and is_plain_row("".join(node.text for node in self.children))

    def texts(self) -> Iterator[_Node]:
        """Every text below this node."""
        for child in self.children:
            if child.kind == "text":
                yield child
            yield from child.texts()


class _NotBalanced(Exception):
    """The source's blocks don't match, or it holds a statement that may change what a name means."""


class _Reader:
    """Source → nodes."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._tokens = _TOKEN.finditer(source)
        self._done = 0

    def block(self, ends: tuple[str, ...] = ()) -> tuple[list[_Node], re.Match[str] | None]:
        """The nodes up to a statement of ``ends``, and that statement."""
        nodes: list[_Node] = []
        for token in self._tokens:
            if token.start() > self._done:
                nodes.append(self._text(token.start()))
            self._done = token.end()
            tag = token[0]
            if tag.startswith("{{"):
                nodes.append(_output(token))
            elif tag.startswith("{%"):
                word = _statement(tag)
                if word in ends:
                    return nodes, token
                nodes.append(self._statement(word, token))
        if ends:
            raise _NotBalanced
        if self._done < len(self._source):
            nodes.append(self._text(len(self._source)))
        return nodes, None

    def _text(self, end: int) -> _Node:
        text = self._source[self._done : end].replace("\n<w:p", "<w:p")  # lines have told what they tell
        return _Node("text", self._done, end, text=text)

    def _statement(self, word: str, token: re.Match[str]) -> _Node:
        if word == "for":
            return self._loop(token)
        if word == "if":
            return self._choice(token)
        if word == "set" and "=" in token[0]:
            return _Node("set", token.start(), token.end(), plain=False)
        raise _NotBalanced

    def _loop(self, token: re.Match[str]) -> _Node:
        plain = _FOR.fullmatch(token[0])
        node = _Node("loop", token.start(), plain=plain is not None, bound=_targets(token[0]))
        children, end = self.block(("endfor", "else"))
        if end is not None and _statement(end[0]) == "else":
            node.plain = False
            more, _ = self.block(("endfor",))
            children += more
        node.adopt(children)
        if plain:
            node.target, node.path = plain[1], tuple(plain[2].split("."))
            node.roots.add(node.path[0])
        node.end = self._done
        return node

    def _choice(self, token: re.Match[str]) -> _Node:
        node = _Node("choice", token.start())
        opening: re.Match[str] | None = token
        while opening is not None:
            branch = _branch(opening)
            last = _statement(opening[0]) == "else"
            children, closing = self.block(("endif",) if last else ("endif", "elif", "else"))
            branch.adopt(children)
            node.adopt([branch])
            opening = None if closing is None or _statement(closing[0]) == "endif" else closing
        node.end = self._done
        return node


def _statement(tag: str) -> str:
    match = _STATEMENT.match(tag)
    return match[1] if match else ""


def _targets(tag: str) -> frozenset[str]:
    return frozenset(name for groups in _TARGETS.findall(tag) for name in _NAME.findall(" ".join(groups)))


def _output(token: re.Match[str]) -> _Node:
    match = _OUTPUT.fullmatch(token[0])
    if not match:
        return _Node("output", token.start(), token.end(), plain=False)
    path = tuple(match[1].split("."))
    return _Node("output", token.start(), token.end(), path, roots={path[0]})


def _branch(token: re.Match[str]) -> _Node:
    if _statement(token[0]) == "else":
        return _Node("branch", token.start())
    match = _IF.fullmatch(token[0])
    if not match:
        return _Node("branch", token.start(), plain=False)
    path = tuple(match[2].split("."))
    return _Node("branch", token.start(), path=path, negated=bool(match[1]), roots={path[0]})


class Paths:
    """One part's source with its plain pieces taken out; ``source`` is what is left for Jinja."""

    def __init__(self, source: str, context: Mapping[str, object]) -> None:
        self._original = source
        self._context = context
        self._taken: list[_Node] = []
        self.source = source
        if "{%-" in source or "-%}" in source or "{{-" in source or "-}}" in source:
            return
        try:
            nodes, _ = _Reader(source).block()
        except _NotBalanced:
            return
        assigned = _targets(" ".join(tag for tag in _TOKEN.findall(source) if _statement(tag) == "set"))
        free = frozenset(context) - assigned - _NEVER_PLAIN
        self.source = "".join(self._left(nodes, free, 0, len(source)))

    def _left(self, nodes: list[_Node], free: frozenset[str], start: int, end: int) -> Iterator[str]:
        """The source from ``start`` to ``end`` with a place for every plain node that needs only ``free`` names."""
        for node in nodes:
            yield self._original[start : node.start]
            start = node.end
            if node.kind == "text":
                yield self._original[node.start : node.end]
            elif node.plain and node.roots <= free:
                self._taken.append(node)
                yield f"\ue002{len(self._taken) - 1}\ue003"
            elif node.children and node.kind == "loop":
                yield from self._left(node.children, free - node.bound, node.start, node.end)
            elif node.kind == "choice":
                inner = [child for branch in node.children for child in branch.children]
                yield from self._left(inner, free, node.start, node.end)
            else:
                yield self._original[node.start : node.end]
        yield self._original[start:end]

    def fill(self, xml: str, env: jinja2.Environment, rows: LongRows | None = None) -> str:
        """``xml`` as Jinja left it, its places filled; ``rows`` takes the rows of long tables.

        Raises PathError where a path leads nowhere.
        """
        if not self._taken:
            return xml
        filler = _Filler(env, self._original, rows)
        scope = dict(self._context)

        def filled(match: re.Match[str]) -> str:
            pieces: list[str] = []
            filler.run([self._taken[int(match[1])]], scope, pieces)
            return "".join(pieces)

        return _PLACE.sub(filled, xml)


class _Filler:
    """Plain nodes and a scope → text."""

    def __init__(self, env: jinja2.Environment, source: str, rows: LongRows | None) -> None:
        self._rows = rows
        self._getattr = env.getattr
        self._finalize = env.finalize or str
        self._source = source

    def run(self, nodes: list[_Node], scope: dict[str, Any], out: list[str]) -> None:
        """Append what ``nodes`` print to ``out``."""
        append = out.append
        for node in nodes:
            kind = node.kind
            if kind == "text":
                append(node.text)
                continue
            try:
                if kind == "output":
                    append(self._text(self._value(node.path, scope)))
                elif kind == "loop":
                    self._loop(node, scope, out)
                else:
                    self.run(self._chosen(node, scope), scope, out)
            except (jinja2.TemplateError, TypeError, ValueError, LookupError, AttributeError) as error:
                raise PathError(self._source.count("\n", 0, node.start) + 1, error) from error

    def _loop(self, node: _Node, scope: dict[str, Any], out: list[str]) -> None:
        inner, name = dict(scope), node.target
        if self._rows is None or not node.is_plain_row():
            for inner[name] in self._value(node.path, scope):
                self.run(node.children, inner, out)
            return
        made: list[str] = []
        for inner[name] in self._value(node.path, scope):
            pieces: list[str] = []
            self.run(node.children, inner, pieces)
            made.append("".join(pieces))
        out += self._rows.shortened(made)

    def _text(self, value: Any) -> str:
        if type(value) is str and _HARMLESS.fullmatch(value):
            return value
        return str(escape(self._finalize(value)))

    def _value(self, path: tuple[str, ...], scope: dict[str, Any]) -> Any:
        value = scope[path[0]]
        for attribute in path[1:]:
            value = self._getattr(value, attribute)
        return value

    def _chosen(self, choice: _Node, scope: dict[str, Any]) -> list[_Node]:
        for branch in choice.children:
            if not branch.path or bool(self._value(branch.path, scope)) != branch.negated:
                return branch.children
        return []
