"""The Jinja source of a part → a template ready to run; what was compiled beforehand is only read.

Compiling is most of what Jinja costs on a report. The pack's own parts are compiled where fixdocs is installed and
kept as Jinja's Python code, one module a part, which Python in turn keeps as bytecode like any module. A module's name
is the digest of all that its code depends on, so an outdated or foreign one is never found and its part is compiled
anew. Modules are code: they are looked for in the installation alone, and never for a team's template.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from importlib.machinery import SourceFileLoader
from pathlib import Path
from typing import Final

import jinja2
from markupsafe import Markup

from ...characters import clean_text
from ..environment import Environment, finalizer

Compile = Callable[[jinja2.Environment, str], jinja2.Template]  # source → template
FILENAME: Final = "<template>"  # stands in a traceback for the source, as Jinja has it


def compile_anew(env: jinja2.Environment, source: str) -> jinja2.Template:
    """The template that ``source`` is, compiled here and now."""
    return env.from_string(source)


def compiled_in(folder: Path | None) -> Compile:
    """Compiles a source, or reads what :func:`keep_compiled` left of it in ``folder``."""
    if folder is None:
        return compile_anew

    def compiled(env: jinja2.Environment, source: str) -> jinja2.Template:
        name = _name(env, source)
        try:
            code = SourceFileLoader(name, str(folder / f"{name}.py")).get_code(name)
            if code is not None:
                code = code.replace(co_filename=FILENAME)
                return env.template_class.from_code(env, code, env.make_globals(None))
        except (OSError, ImportError, SyntaxError, EOFError, LookupError, ValueError):
            pass  # there is none, or it is damaged
        return compile_anew(env, source)

    return compiled


def keep_compiled(sources: Iterable[str], folder: Path) -> list[Path]:
    """Compile ``sources`` into modules in ``folder``, each written whole; modules of other sources go."""
    folder.mkdir(parents=True, exist_ok=True)
    env = Environment(finalizer(clean_text, lambda _: Markup("")))
    kept = {folder / f"{_name(env, source)}.py": source for source in sources}
    for path in set(folder.glob("*.py")) - set(kept):
        path.unlink(missing_ok=True)
    for path, source in kept.items():
        code = env.compile(source, raw=True).encode("utf-8")
        if not path.is_file() or path.read_bytes() != code:
            written = path.with_suffix(".new")
            written.write_bytes(code)
            written.replace(path)
    return sorted(kept)


def _name(env: jinja2.Environment, source: str) -> str:
    """The name of a source's module; Jinja, the environment and the source decide what is compiled."""
    binops = sorted(getattr(env, "intercepted_binops", ()))
    dialect = repr((jinja2.__version__, type(env).__name__, binops, sorted(env.extensions), env.autoescape))
    digest = hashlib.sha256(f"{dialect}\0{source}".encode())
    return f"part_{digest.hexdigest()}"
