"""A tag's expressions against the names a context has: Jinja's syntax tree, walked with what each name stands for."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from typing import Final

import jinja2
from jinja2 import nodes

from ..environment import Environment
from .fields import ANYTHING, PRINTABLE, Name
from .tags import Finding, Tag, shortened

_TEXT: Final = Name("text")
_NUMBER: Final = Name("number")
_FLAG: Final = Name("flag")
_SAME: Final = ("sort", "reverse", "list", "unique", "selectattr", "rejectattr", "select", "reject", "default", "d")
_OF_ITEM: Final = ("first", "last", "min", "max")
_TEXT_FILTERS: Final = ("join", "upper", "lower", "trim", "replace", "string", "title", "capitalize", "truncate", "e")
_BY_ATTRIBUTE: Final = ("map", "sort", "unique", "selectattr", "rejectattr", "groupby", "sum", "min", "max", "join")


class NameChecker:
    """Goes through the tags of one part in order, keeping the names in scope."""

    def __init__(self, names: Name) -> None:
        self._env = Environment()
        self._scopes: list[dict[str, Name]] = [dict(names.members)]
        self._findings: list[Finding] = []
        self._tag: Tag | None = None
        self.used: set[str] = set()

    def check(self, tag: Tag) -> list[Finding]:
        """What is wrong with ``tag``'s expressions; a loop's or block's names are in scope afterwards."""
        self._findings, self._tag = [], tag
        if tag.mark == "{#":
            return []
        depth = len(self._scopes)
        try:
            for node in self._env.parse(_complete(tag)).body:
                self._statement(node)
        except jinja2.TemplateSyntaxError as error:
            self._find("syntax", tag.source, detail=error.message or "")
        except (RecursionError, ValueError, OverflowError) as error:  # nested or long beyond all measure
            self._find("syntax", shortened(tag.source), detail=type(error).__name__)
        if tag.word in SCOPED and len(self._scopes) == depth:
            self._scopes.append({})
        return self._findings

    def leave(self) -> None:
        """A loop or macro ended: its names are gone."""
        if len(self._scopes) > 1:
            self._scopes.pop()

    def _find(self, key: str, found: str, near: str = "", detail: str = "") -> None:
        if self._tag is not None:
            self._findings.append(Finding(key, self._tag.spot, found, near, detail))

    def _statement(self, node: nodes.Node) -> None:
        match node:
            case nodes.Output():
                for printed in node.nodes:
                    if not isinstance(printed, nodes.TemplateData):
                        self._printed(printed)
            case nodes.For():
                self._loop(node)
            case nodes.Assign():
                self._bind(node.target, self.infer(node.node))
            case nodes.Macro() | nodes.CallBlock():
                for default in node.defaults:
                    self.infer(default)
                if isinstance(node, nodes.Macro):
                    self._scopes[-1][node.name] = ANYTHING
                self._scopes.append({arg.name: ANYTHING for arg in node.args})
            case _:
                for child in node.iter_child_nodes():
                    self.infer(child)

    def _printed(self, node: nodes.Node) -> None:
        tag, name = self._tag, self.infer(node)
        if tag is None or tag.mark != "{{":
            return
        as_block = tag.level in ("p", "r")
        if name.kind in ("list", "record"):
            self._find("not_text", tag.source, detail=", ".join(list(name.members)[:4]))
        elif name.kind == "block" and not as_block:
            self._find("block_inline", tag.source)
        elif name.kind in PRINTABLE and as_block:
            self._find("text_as_block", tag.source)

    def _loop(self, node: nodes.For) -> None:
        listed = self.infer(node.iter)
        if listed.kind not in ("list", "any"):
            self._find("not_a_list", _path(node.iter) or (self._tag.source if self._tag else ""))
        self._scopes.append({"loop": ANYTHING})
        self._bind(node.target, listed.item or ANYTHING)
        if node.test is not None:
            self.infer(node.test)

    def _bind(self, target: nodes.Node, name: Name) -> None:
        if isinstance(target, nodes.Name):
            self._scopes[-1][target.name] = name
        else:
            for found in target.find_all(nodes.Name):
                self._scopes[-1][found.name] = ANYTHING

    def infer(self, node: nodes.Node) -> Name:
        """What ``node`` stands for; unknown names below it are found on the way."""
        match node:
            case nodes.Name():
                return self._looked_up(node)
            case nodes.Getattr():
                return self._attribute(node, self.infer(node.node))
            case nodes.Getitem():
                return self._item(node, self.infer(node.node))
            case nodes.Filter():
                return self._filtered(node)
            case nodes.Test():
                return self._tested(node)
            case nodes.CondExpr():
                self.infer(node.test)
                options = [self.infer(option) for option in (node.expr1, node.expr2) if option is not None]
                return next((option for option in options if option.kind != "any"), ANYTHING)
            case nodes.Const() | nodes.TemplateData():
                return _TEXT if isinstance(getattr(node, "value", ""), str) else ANYTHING
            case _:
                for child in node.iter_child_nodes():
                    self.infer(child)
                return _TEXT if isinstance(node, nodes.Concat) else ANYTHING

    def _looked_up(self, node: nodes.Name) -> Name:
        for scope in reversed(self._scopes):
            if node.name in scope:
                if scope is self._scopes[0]:
                    self.used.add(node.name)
                return scope[node.name]
        if node.name not in self._env.globals:
            known = {name for scope in self._scopes for name in scope}
            self._find("unknown_name", node.name, _near(node.name, known))
        return ANYTHING

    def _attribute(self, node: nodes.Getattr, owner: Name) -> Name:
        if owner.kind in ("record", "block"):
            member = owner.members.get(node.attr)
            if member is None:
                prefix = _path(node.node)
                near = _near(node.attr, owner.members)
                self._find("unknown_attribute", _joined(prefix, node.attr), near and _joined(prefix, near))
                return ANYTHING
            self.used.add(f"{owner.owner}.{node.attr}")
            return member
        if owner.kind == "list" or (owner.kind == "text" and not hasattr(str, node.attr)):
            self._find(f"{owner.kind}_has_no_names", _joined(_path(node.node), node.attr))
        return ANYTHING

    def _item(self, node: nodes.Getitem, owner: Name) -> Name:
        if not isinstance(node.arg, nodes.Const):
            self.infer(node.arg)
        elif owner.kind == "record" and isinstance(node.arg.value, str):
            return self._attribute(nodes.Getattr(node.node, node.arg.value, "load", lineno=1), owner)
        if owner.kind != "list":
            return ANYTHING
        return owner if isinstance(node.arg, nodes.Slice) else owner.item or ANYTHING

    def _filtered(self, node: nodes.Filter) -> Name:
        value = self.infer(node.node) if node.node is not None else ANYTHING
        for argument in (*node.args, *(keyword.value for keyword in node.kwargs)):
            self.infer(argument)
        if node.name not in self._env.filters:
            self._find("unknown_filter", node.name, _near(node.name, self._env.filters))
            return ANYTHING
        mapped = self._by_attribute(node, value.item) if value.item is not None else None
        if node.name in _SAME:
            return value
        if node.name in _OF_ITEM:
            return value.item or ANYTHING
        if node.name == "map":
            return Name("list", item=mapped or ANYTHING)
        if node.name in ("length", "count"):
            return _NUMBER
        return _TEXT if node.name in _TEXT_FILTERS else ANYTHING

    def _by_attribute(self, node: nodes.Filter, item: Name) -> Name | None:
        """What ``map(attribute="x")`` and its like name, checked against the list's items."""
        if node.name not in _BY_ATTRIBUTE:
            return None
        named = [keyword.value for keyword in node.kwargs if keyword.key == "attribute"]
        if node.name in ("selectattr", "rejectattr", "groupby"):
            named += node.args[:1]
        for value in named:
            if isinstance(value, nodes.Const) and isinstance(value.value, str):
                name: Name = item
                for attribute in value.value.split("."):
                    name = self._attribute(nodes.Getattr(node, attribute, "load", lineno=1), name)
                return name
        return None

    def _tested(self, node: nodes.Test) -> Name:
        if node.name not in self._env.tests:
            self._find("unknown_test", node.name, _near(node.name, self._env.tests))
        if node.name not in ("defined", "undefined"):
            self.infer(node.node)
        for argument in node.args:
            self.infer(argument)
        return _FLAG


def _complete(tag: Tag) -> str:
    """The tag as a template of its own that Jinja can parse."""
    if tag.mark == "{{":
        return "{{ " + tag.code + " }}"
    word, _, rest = tag.code.partition(" ")
    if word == "elif":
        return "{% if " + rest + " %}{% endif %}"
    if word == "else" or word.startswith("end"):
        return ""
    closed = word in BLOCKS and not (word == "set" and "=" in rest)
    return "{% " + tag.code + " %}" + ("{% end" + word + " %}" if closed else "")


BLOCKS: Final = frozenset(("for", "if", "set", "macro", "call", "filter", "with", "autoescape", "raw", "block"))
SCOPED: Final = frozenset(("for", "macro", "call"))


def _near(name: str, known: Iterable[str]) -> str:
    found = difflib.get_close_matches(name, sorted(known), n=1, cutoff=0.6)
    return found[0] if found else ""


def _joined(prefix: str, attribute: str) -> str:
    return f"{prefix}.{attribute}" if prefix else attribute


def _path(node: nodes.Node) -> str:
    """``issue.owner`` for a plain path, empty for anything else."""
    return ".".join(reversed(list(_steps(node)))) if _is_path(node) else ""


def _is_path(node: nodes.Node) -> bool:
    while isinstance(node, nodes.Getattr):
        node = node.node
    return isinstance(node, nodes.Name)


def _steps(node: nodes.Node) -> Iterator[str]:
    while isinstance(node, nodes.Getattr):
        yield node.attr
        node = node.node
    if isinstance(node, nodes.Name):
        yield node.name
