"""Whether a worksheet formula parses, and which sheets and names it refers to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from openpyxl.formula import Tokenizer
from openpyxl.formula.tokenizer import Token, TokenizerError
from openpyxl.utils import FORMULAE

_SHEET = r"(?:'(?P<quoted>(?:[^']|'')+)'|(?P<plain>[^\W\d][\w.]*))!"
_CELL = r"\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}"
_AREA = rf"(?:{_CELL}(?::{_CELL})?\#?|\$?[A-Za-z]{{1,3}}:\$?[A-Za-z]{{1,3}}|\$?\d+:\$?\d+)"
_NAME = r"(?P<name>[^\W\d][\w.\\?]*)"
_OPERAND = re.compile(rf"(?:{_SHEET})?(?:(?P<area>{_AREA})|{_NAME}(?P<inside>\[.*\])?)", re.DOTALL)
_NEW = ("_xlfn.", "_xlws.", "_xlpm.", "_xlfn._xlws.")
_MOST = 8192  # characters in a formula, says Excel


@dataclass
class Formula:
    """A formula taken apart: the first thing wrong with it, and what it refers to."""

    fault: str = ""
    sheets: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    unknown_functions: list[str] = field(default_factory=list)


def parse(text: str) -> Formula:
    """Take a formula apart; a leading = may be there or not."""
    formula = Formula()
    body = text.strip().removeprefix("=")
    if not body or len(body) > _MOST:
        formula.fault = f"longer than {_MOST} characters" if body else "empty"
        return formula
    try:
        tokens = Tokenizer(f"={body}").items
    except (TokenizerError, IndexError) as error:
        formula.fault = "a bracket closes nothing" if isinstance(error, IndexError) else str(error)
        return formula
    formula.fault = _Grammar().check(tokens)
    for token in tokens:
        if token.type == Token.OPERAND and token.subtype == Token.RANGE:
            _note_operand(formula, token.value)
        elif token.type == Token.FUNC and token.subtype == Token.OPEN:
            function = token.value[:-1]
            if function.upper() not in FORMULAE and not function.startswith(_NEW):
                formula.unknown_functions.append(function)
    return formula


def _note_operand(formula: Formula, value: str) -> None:
    match = _OPERAND.fullmatch(value)
    if match is None:
        formula.fault = formula.fault or f"{value} is no reference"
        return
    sheet = match["plain"] or (match["quoted"] or "").replace("''", "'")
    if sheet:
        formula.sheets.append(sheet)
    elif match["name"] and not match["name"].startswith(_NEW):
        formula.names.append(match["name"])


class _Grammar:
    """Operands and operators in turn, brackets closed in the order they were opened."""

    def __init__(self) -> None:
        self.open: list[str] = []
        self.wanted = True  # an operand must come next
        self.may_be_empty = False  # just after ( or , of a function, where an argument can be left out

    def check(self, tokens: list[Token]) -> str:
        """The first fault, or ''."""
        for token in tokens:
            fault = self._take(token)
            if fault:
                return fault
        if self.open:
            return f"{self.open[-1]} is never closed"
        return "ends where an operand is wanted" if self.wanted else ""

    def _take(self, token: Token) -> str:
        kind, empty_allowed = token.type, self.may_be_empty
        if kind == Token.WSPACE:
            return ""
        self.may_be_empty = False
        if kind == Token.OPERAND:
            fault = "" if self.wanted else f"no operator before {token.value}"
            self.wanted = False
            return fault
        if kind in {Token.FUNC, Token.PAREN, Token.ARRAY, "ARRAYROW"}:
            return self._bracket(token, empty_allowed)
        if kind == Token.SEP:
            return self._separate(token, empty_allowed)
        if kind == Token.OP_PRE:
            return "" if self.wanted else f"no operand before {token.value}"
        fault = f"no operand before {token.value}" if self.wanted else ""
        self.wanted = kind == Token.OP_IN
        return fault

    def _bracket(self, token: Token, empty_allowed: bool) -> str:
        if token.subtype == Token.OPEN:
            fault = "" if self.wanted else f"no operator before {token.value}"
            self.open.append(token.value)
            self.wanted, self.may_be_empty = True, token.type == Token.FUNC
            return fault
        if not self.open:
            return f"{token.value} closes nothing"
        if self.wanted and not empty_allowed:
            return f"no operand before {token.value}"
        self.open.pop()
        self.wanted = False
        return ""

    def _separate(self, token: Token, empty_allowed: bool) -> str:
        if not self.open:
            return f"{token.value} outside brackets"
        if self.wanted and not empty_allowed:
            return f"no operand before {token.value}"
        self.wanted = True
        self.may_be_empty = self.open[-1] not in {"(", "{"}
        return ""
