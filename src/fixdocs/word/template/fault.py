"""What is wrong with a Word template, and where: values for the catalogue's sentences (``say_template.py``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from ...errors import TemplateError

if TYPE_CHECKING:
    from ...words import Words


class Spot(Struct, frozen=True):
    """A place in a template, as a person finds it in Word.

    ``part`` is ``body``, ``header``, ``footer``, ``footnotes``, ``properties`` or ``package``. ``heading``
    is the text of the nearest heading above, ``paragraph`` counts from 1 below it (0: the heading itself, or nowhere).
    In a table, ``table`` counts below the heading, ``row`` in the table, and ``paragraph`` is 0.
    """

    part: str = "body"
    heading: str = ""
    paragraph: int = 0
    table: int = 0
    row: int = 0


NOWHERE = Spot("package")


class TemplateFault(Struct, frozen=True):
    """One fault. ``key`` is its sentence in the catalogue, ``near`` the name that was probably meant.

    ``values`` fill the sentence beside ``found`` and ``near``.
    """

    key: str
    template: str
    spot: Spot = NOWHERE
    found: str = ""
    near: str = ""
    values: dict[str, str] = field(default_factory=dict)

    def message(self, words: Words) -> str:
        """The fault as one sentence: template, place, what was found, the near miss, the cure."""
        parts = [words.say(f"template.{self.key}", found=self.found, **self.values)]
        if self.near:
            parts.append(words.say("template.near_miss", near=self.near))
        return words.say(
            "template.fault", template=self.template, place=self._place(words), text="".join(parts)
        ).strip()

    def _place(self, words: Words) -> str:
        spot = self.spot
        pieces = [words.say(f"template.part_{spot.part}")]
        if spot.heading:
            pieces.append(words.say("template.below_heading", heading=spot.heading))
        if spot.table:
            pieces.append(words.say("template.table_row", table=str(spot.table), row=str(spot.row)))
        elif spot.paragraph:
            pieces.append(words.say("template.paragraph", paragraph=str(spot.paragraph)))
        return words.say("template.place_joint").join(pieces)


class TemplateFaults(TemplateError):
    """A template that cannot be rendered; ``faults`` says why, each with its place."""

    def __init__(self, template: str, faults: tuple[TemplateFault, ...]) -> None:
        super().__init__("template.faults", template=template, count=str(len(faults)))
        self.template = template
        self.faults = faults
