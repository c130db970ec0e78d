"""The projects that every test of truth runs over."""

from __future__ import annotations

from collections.abc import Callable

from fixdocs.project import Project
from fixdocs.sample import project as sample

from .lab import lab, lab_two
from .library import library
from .minimum import minimum

PROJECTS: dict[str, Callable[[], Project]] = {
    "sample": sample,
    "minimum": minimum,
    "library": library,
    "lab": lab,
    "lab with two issues": lab_two,
}
