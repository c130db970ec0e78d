"""Zips as other programs, and bad ones, make them."""

from __future__ import annotations

import io
import zipfile

import pytest


def zipped(parts: dict[str, bytes], *, twice: bool = False) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
            if twice:
                with pytest.warns(UserWarning, match="Duplicate name"):
                    archive.writestr(name, content)
    return buffer.getvalue()
