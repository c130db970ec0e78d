"""The child process that renders an untrusted template: data in on stdin, rendered XML out on stdout, nothing else.

It imports what it needs first, then gives up what it no longer needs (memory, time, new files, new processes, the
network), then touches the template.
"""

from __future__ import annotations

import base64
import json
import os
import sys
from collections.abc import Callable
from typing import Any, Final

from markupsafe import Markup
from msgspec.structs import asdict

from .engine import RenderError, render_parts
from .sandbox_wire import MarkedRecord, decode_context

_LONGEST_OUTPUT: Final = 256 << 20
_FORBIDDEN_EVENTS: Final = (
    "ctypes.",
    "ftplib.",
    "os.",
    "pty.",
    "shutil.",
    "signal.",
    "smtplib.",
    "socket.",
    "subprocess.",
    "urllib.",
    "webbrowser.",
    "winreg.",
)
_HARMLESS_EVENTS: Final = ("os.listdir", "os.scandir", "os.putenv")  # the import system's; entries of a folder only
_WRITING: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def main() -> None:
    """Read the order, render, write the outcome."""
    order = json.loads(sys.stdin.buffer.read().decode("utf-8"))
    context = decode_context(order["context"])
    template = base64.b64decode(order["template"])
    _give_up(order["memory"], order["seconds"])
    answer = json.dumps(_answer(template, context), ensure_ascii=False).encode("utf-8", "replace")
    if len(answer) > _LONGEST_OUTPUT:
        answer = json.dumps({"failed": "MemoryError", "message": "", "part": "", "line": 0}).encode()
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()


def _answer(template: bytes, context: dict[str, object]) -> dict[str, Any]:
    try:
        rendered, _ = render_parts(template, context, _mark)
    except RenderError as error:
        return _failure(error.cause, error.part, error.line)
    except Exception as error:  # whatever a hostile package provokes is an answer, not a traceback
        return _failure(error, "", 0)
    return asdict(rendered)


def _failure(error: BaseException, part: str, line: int) -> dict[str, Any]:
    return {"failed": type(error).__name__, "message": str(error)[:300], "part": part, "line": line}


def _mark(value: object) -> Markup:
    return value.mark() if isinstance(value, MarkedRecord) else Markup("")


def _give_up(memory: int, seconds: int) -> None:
    """Limit this process for good; ``memory`` is bytes. What a system does not have (Windows: all of it) is left out:
    there the parent's clock and the events below remain.
    """
    try:
        import resource
    except ImportError:
        pass
    else:
        for name, value in (
            ("RLIMIT_AS", memory),
            ("RLIMIT_CPU", seconds + 1),
            ("RLIMIT_FSIZE", 0),
            ("RLIMIT_NPROC", 0),
            ("RLIMIT_CORE", 0),
        ):
            _limit(resource, name, value)
    sys.addaudithook(_auditor())


def _limit(resource: Any, name: str, value: int) -> None:
    number = getattr(resource, name, None)
    if number is None:
        return
    _, hard = resource.getrlimit(number)
    ceiling = value if hard == resource.RLIM_INFINITY else min(value, hard)
    try:
        resource.setrlimit(number, (ceiling, ceiling))
    except (ValueError, OSError):  # macOS refuses some that it lists
        return


def _auditor() -> Callable[[str, tuple[Any, ...]], None]:
    """A hook that lets files be read only where Python and its packages lie, and nothing be written or started."""
    readable = tuple(os.path.realpath(path) + os.sep for path in (*sys.path, sys.prefix, sys.base_prefix) if path)

    def audit(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open":
            path, _, flags = arguments
            inside = isinstance(path, str) and os.path.realpath(path).startswith(readable)
            if not inside or (flags or 0) & _WRITING:
                raise PermissionError(event)
        elif event.startswith(_FORBIDDEN_EVENTS) and event not in _HARMLESS_EVENTS:
            raise PermissionError(event)

    return audit
