"""An untrusted template and a context → rendered XML, by a child process with limits on time and memory.

Jinja's sandbox keeps a template from the interpreter's insides; it does not keep it from looping for an hour or filling
the memory. So what is not the pack's own is rendered by another process (``sandbox_child``), which is killed when its
time is up. Memory is limited where the system can (Linux, most Unixes); on Windows only time is.
"""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from typing import Any, Final

from msgspec import Struct

from ..environment import Marks
from .sandbox_wire import encode_context

_KEPT_ENVIRONMENT: Final = ("SYSTEMROOT", "SYSTEMDRIVE", "TEMP", "TMP", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
_BOOT: Final = "import sys; sys.path[:] = {paths!r}; from fixdocs.word.render.sandbox_child import main; main()"


class SandboxLimits(Struct, frozen=True):
    """What a template may use: ``seconds`` by the clock, ``memory`` bytes of address space."""

    seconds: int = 20
    memory: int = 1 << 30


class ChildRendered(Struct, frozen=True):
    """What the child answered: XML by part name, core properties, and what was cleaned away."""

    parts: dict[str, str]
    properties: dict[str, str]
    removals: tuple[tuple[str, tuple[str, ...]], ...]


class SandboxFailure(Exception):
    """The child gave no document. ``reason`` is the name of the exception in it, or ``timeout``, ``crash`` or
    ``unavailable``; ``part`` and ``line`` as in RenderError.
    """

    def __init__(self, reason: str, message: str = "", part: str = "", line: int = 0) -> None:
        super().__init__(reason, message)
        self.reason = reason
        self.message = message
        self.part = part
        self.line = line


def render_in_child(
    template: bytes, context: Mapping[str, object], marks: Marks, limits: SandboxLimits | None = None
) -> ChildRendered:
    """Render ``template`` in a child process; objects that give XML are entered in ``marks``.

    Raises SandboxFailure where the template fails, takes too long or too much, or no child can be started.
    """
    limits = limits or SandboxLimits()
    order = {
        "template": base64.b64encode(template).decode("ascii"),
        "context": encode_context(context, marks),
        "memory": limits.memory,
        "seconds": limits.seconds,
    }
    answer = _asked(json.dumps(order, ensure_ascii=False).encode("utf-8", "replace"), limits)
    if "failed" in answer:
        raise SandboxFailure(answer["failed"], answer["message"], answer["part"], answer["line"])
    removals = tuple((str(excerpt), tuple(characters)) for excerpt, characters in answer["removals"])
    return ChildRendered(dict(answer["parts"]), dict(answer["properties"]), removals)


def _asked(order: bytes, limits: SandboxLimits) -> dict[str, Any]:
    paths = [path for path in sys.path if path]  # the child is isolated: it would miss a checkout's src
    environment = {name: os.environ[name] for name in _KEPT_ENVIRONMENT if name in os.environ}
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-B", "-c", _BOOT.format(paths=paths)],
            input=order,
            capture_output=True,
            timeout=limits.seconds,
            env=environment,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise SandboxFailure("timeout") from error
    except OSError as error:
        raise SandboxFailure("unavailable", str(error)) from error
    try:
        answer = json.loads(done.stdout.decode("utf-8"))
    except ValueError as error:
        raise SandboxFailure("crash", done.stderr.decode("utf-8", "replace")[-300:]) from error
    return answer if isinstance(answer, dict) else {"failed": "crash", "message": "", "part": "", "line": 0}
