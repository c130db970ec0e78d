"""What a cell takes: dropdowns, prompts and checks while typing, over whole columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from msgspec import Struct

from ...schema import SHEETS, Cell, Column, Sheet
from ...words import Words
from .joint import Rows, joint_list
from .layout import Layout
from .lists import Lists, list_key
from .meanings import explained

_TITLE, _TEXT = 32, 255
"""Characters that Excel takes in the title and the text of a prompt or a fault."""


class Checks(Struct):
    """Makes the checks of a workbook. ``layouts`` are the sheets in it, ``scores`` the scales of its criteria."""

    words: Words
    lists: Lists
    layouts: Mapping[str, Layout]
    scores: Mapping[str, tuple[float, float]]
    rows: Mapping[str, Rows]

    def options(self, layout: Layout, cell: Cell, given: Mapping[str, Sequence[str]]) -> dict[str, Any]:
        """The data validation of a physical column; ``given`` are lists from other workbooks, by column key."""
        column = cell.column
        computed = column.formula is not None
        found = {} if computed else self._listed(layout, cell, given) or self._typed(layout, cell)
        if message := self._prompt(layout, cell, bool(found.get("source"))):
            found |= {"input_title": cut(layout.headings[cell.id].split("\n")[0].rstrip(" *"), _TITLE)}
            found |= {"input_message": message}
        if not found:
            return {}
        found.setdefault("validate", "any")
        if found["validate"] == "list" and (column.many or column.open or _is_own(layout, column)):
            # Suggestions: other words are welcome, several too, and steps ahead that are not filled yet.
            found |= {"show_error": False, "error_type": "information"}
            found.pop("error_message", None)
        if "error_message" in found:
            found["error_title"] = self.words.say("workbook.fault")
            found["error_message"] = cut(found["error_message"], _TEXT)
        return found

    def _listed(self, layout: Layout, cell: Cell, given: Mapping[str, Sequence[str]]) -> dict[str, Any]:
        """A dropdown, where the cell takes one of a list."""
        column = cell.column
        if column.key in given or cell.id in given:
            values = given.get(cell.id) or given[column.key]
            source = self.lists.add(list_key(values), layout.headings[cell.id].split("\n")[0].rstrip(" *"), values)
            suggested = {} if column.kind == "reference" else {"show_error": False, "error_type": "information"}
            return {"validate": "list", "source": f"={source}", **self._softly("bad_reference"), **suggested}
        if column.choices is not None:
            values = [self.words.choice(member) for member in column.choices]
            name = self.words.label(layout.sheet.name, self._key(cell), "")
            source = self.lists.add(column.choices.__name__, name, values)
            return {"validate": "list", "source": f"={source}", "error_message": self.words.say("workbook.bad_list")}
        if column.spread is not None and column.spread.source == "criteria":
            return self._score(cell)
        return self._reference(layout, column) if column.reference is not None else {}

    def _softly(self, key: str) -> dict[str, Any]:
        return {"error_type": "warning", "error_message": self.words.say(f"workbook.{key}")}

    def _reference(self, layout: Layout, column: Column) -> dict[str, Any]:
        """The keys of the filled rows of the sheets a reference may name, as far as they are in this workbook."""
        assert column.reference is not None
        named = [layout.sheet.name if target == "self" else target for target in column.reference.targets]
        here = [self.layouts[name] for name in named if name in self.layouts and SHEETS[name].shape == "table"]
        if not here:
            return {}
        parts = [(each, _key(each.sheet), self.rows.get(each.sheet.name, ())) for each in here]
        if len(parts) == 1:
            source = here[0].filled_keys(parts[0][1])
        else:
            source = joint_list(self.lists, self.words.label(layout.sheet.name, column.key), parts)
        return {"validate": "list", "source": f"={source}", **self._softly("bad_reference")}

    def _score(self, cell: Cell) -> dict[str, Any]:
        low, high = self.scores.get(str(cell.index), (1.0, 5.0))
        if low != int(low) or high != int(high) or high - low > 20:
            return {}
        values = [*range(int(low), int(high) + 1), self.words.module("say_input").ABSTAIN[0]]
        source = self.lists.add(f"scores {low} {high}", str(cell.index), values)
        return {"validate": "list", "source": f"={source}", "error_message": self.words.say("workbook.bad_list")}

    def _typed(self, layout: Layout, cell: Cell) -> dict[str, Any]:
        """A check of numbers and dates."""
        column = cell.column
        match column.kind:
            case "date" | "datetime":
                return self._date(layout, cell)
            case "percent":
                return {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 1,
                        "error_message": self.words.say("workbook.bad_percent")}  # fmt: skip
            case "integer" | "number":
                low, high = column.minimum, column.maximum
                text = self.words.say(f"workbook.bad_{column.kind}", range=self._range(column))
                kind = "decimal" if column.kind == "number" else "integer"
                return {"validate": kind, "criteria": "between", "minimum": _plain(low, -1e12),
                        "maximum": _plain(high, 1e12), "error_message": text}  # fmt: skip
        return {}

    def _date(self, layout: Layout, cell: Cell) -> dict[str, Any]:
        if cell.column.not_before is None:
            first, last = date(1990, 1, 1), date(2199, 12, 31)
            return {"validate": "date", "criteria": "between", "minimum": first, "maximum": last,
                    "error_message": self.words.say("workbook.bad_date")}  # fmt: skip
        earlier = cell.column.not_before.attribute
        other = f"$B${layout.at[earlier]}" if layout.sheet.shape == "form" else layout.here(earlier)
        text = self.words.say("workbook.bad_date_after", column=self.words.label(layout.sheet.name, earlier))
        return {"validate": "date", "criteria": ">=", "value": f"=MAX(32874,{other})", "error_message": text}

    def _range(self, column: Column) -> str:
        low, high = column.minimum, column.maximum
        if low is not None and high is not None:
            return self.words.say("workbook.range_between", low=f"{low:g}", high=f"{high:g}")
        return self.words.say("workbook.range_at_least", low=f"{low:g}") if low is not None else ""

    def hint(self, layout: Layout, cell: Cell, listed: bool) -> tuple[str, str, str]:
        """Help, how to fill, example: what a prompt or a form's third column says; each may be empty."""
        known = self.words.column(layout.sheet.name, self._key(cell))
        help_text, example = (text.replace("{n}", str(cell.index)) for text in (known.help, known.example))
        if cell.column.formula is not None:
            return help_text, "", ""
        take = self._take(cell, listed)
        return help_text, take, self.words.say("workbook.example", text=example) if example else ""

    def _prompt(self, layout: Layout, cell: Cell, listed: bool) -> str:
        help_text, take, example = self.hint(layout, cell, listed)
        kept = [part for part in (help_text, take, example) if part]
        while kept and len("\n".join(kept)) > _TEXT:
            if len(kept) == 1:
                return cut(kept[0], _TEXT)
            kept.pop(1)
        return "\n".join(kept)

    def _take(self, cell: Cell, listed: bool) -> str:
        """How a cell is filled, by its kind."""
        column, say = cell.column, self.words.say
        if column.spread is not None and column.spread.source == "criteria" and listed:
            return say("workbook.take_score", abstain=self.words.module("say_input").ABSTAIN[0])
        if column.many:
            return say("workbook.take_many_list" if listed else "workbook.take_many")
        if listed:
            if column.open:
                return say("workbook.take_open")
            return say("workbook.take_list_explained" if explained(column, self.words) else "workbook.take_list")
        if column.kind == "reference" and column.reference is not None and "self" not in column.reference.targets:
            titles = say("workbook.joint").join(self.words.sheet(name).title for name in column.reference.targets)
            return say("workbook.take_key", target=titles)
        if column.kind in ("date", "datetime", "percent"):
            return say(f"workbook.take_{column.kind}")
        if column.kind in ("integer", "number"):
            return say(f"workbook.take_{column.kind}", range=self._range(column))
        return ""

    @staticmethod
    def _key(cell: Cell) -> str:
        return cell.column.key if cell.owner is cell.column else f"{cell.owner.key}.{cell.column.key}"


def _key(sheet: Sheet) -> str:
    """The column that references to a sheet name; interviews have no key, their rows share an id."""
    return sheet.key[0] if sheet.key else "id"


def _is_own(layout: Layout, column: Column) -> bool:
    """Whether a cell refers to its own sheet."""
    return column.reference is not None and not {"self", layout.sheet.name}.isdisjoint(column.reference.targets)


def cut(text: str, most: int) -> str:
    """Text shortened to ``most`` characters."""
    return text if len(text) <= most else text[: most - 1] + "…"


def _plain(value: float | None, default: float) -> float:
    if value is None:
        return default
    return int(value) if value == int(value) else value
