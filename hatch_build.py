"""What a build adds to the files of the checkout: the pack's Word templates, compiled (``word/render/compiled.py``).

They are written into build/compiled/, where a checkout reads them, and packed into a wheel.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledTemplates(BuildHookInterface):  # type: ignore[type-arg] # the class says nothing of what it is generic in
    """Compiles the templates with the libraries that the build asks for."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and tell the wheel of it; ``version`` is ``editable`` where the checkout itself is installed."""
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        try:
            from fixdocs.pack import DOCX, compiled_folder, pack_files
            from fixdocs.word.render.engine import keep_templates
        finally:
            sys.path.pop(0)
        kept = keep_templates((path.read_bytes() for path in pack_files(DOCX)), compiled_folder())
        if version != "editable":
            build_data["force_include"].update({str(path): f"fixdocs/_pack/compiled/{path.name}" for path in kept})
