"""The house stands as site/docs describes it: arrows one way, rooms small, one place for words and for printing."""

from __future__ import annotations

import ast
import re
import tokenize
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src"
PACKAGE = SOURCE / "fixdocs"

MODULE_LINES, FUNCTION_LINES = 400, 40

# What each room of src/fixdocs may import, itself apart. A room is what stands directly under fixdocs; where a room is
# divided (DIVIDED), each of its parts. Nothing imports cli.
FLOOR = {"words", "look", "errors", "characters", "markup", "opc"}
METHOD = {"project", "schema", "diagnostics"}
WORD = {"word", "word/render", "word/template", "word/finish", "word/pdf"}
REPORT = {f"reports/{path.name}" for path in (PACKAGE / "reports").iterdir() if (path / "report.py").is_file()}
WORKBOOK = {"workbook/open", "workbook/read", "workbook/author", "workbook/annotate"}
DIVIDED = {"word", "reports", "workbook"}
ARROWS: dict[str, set[str]] = {
    "look": set(),
    "errors": set(),
    "characters": set(),
    "markup": {"characters"},
    "opc": set(),
    "schema": set(),
    "words": set(),
    "pack": {"errors"},
    "diagnostics": {"schema", "errors", "words"},
    "project": {"schema", "diagnostics", "errors"},
    # Rules ask what the analysis knows (is a step reachable, which option leads) instead of working it out again.
    "rules": {"analysis", *METHOD, "words", "errors"},
    "analysis": {"project", "schema", "errors"},
    # What draws and what writes Word files knows nothing of the method, and none of the three knows the others.
    "diagrams": {"look", "errors", "characters", "markup"},
    "charts": {"look", "errors", "characters", "opc"},
    "word": {"words", "errors", "characters", "markup"},
    "word/template": {"word", "words", "errors", "opc"},
    "word/render": {"word", "word/template", "errors", "characters", "opc"},
    "word/finish": {"word", "markup"},
    "word/pdf": {"word", "errors", "opc"},
    "output": {"words", "errors"},
    # What reports say: a report knows what all share, never another report.
    "reports/shared": {"word", "diagrams", "charts", "analysis", *METHOD, *FLOOR},
    **{room: {"reports/shared", "word", "diagrams", "charts", "analysis", *METHOD, *FLOOR} for room in REPORT},
    "reports": {"reports/shared", "word/template", "word/finish", "analysis", *METHOD, *FLOOR},
    # They read into a project's records and its places; they compute nothing from them.
    "workbook": {"schema", "words"},
    "workbook/open": {"diagnostics", *FLOOR},
    "workbook/read": {"workbook", "workbook/open", *METHOD, *FLOOR},
    # The author takes nothing of the reader but the headings' text.
    "workbook/author": {"workbook", *METHOD, *FLOOR},
    "workbook/annotate": {"workbook/open", "diagnostics", "look", "markup", "opc"},
    "sources": {"reports", "reports/shared", "word/finish", "analysis", *METHOD, *FLOOR},
    "sample": {"workbook/author", *METHOD, "words", "errors"},
    "teamwork": {"output", "reports", "analysis", "rules", *WORKBOOK, *METHOD, "pack", *FLOOR},
    # It opens the ledger that the reports' one writer notes in.
    "pipeline": {
        "output",
        "sources",
        "reports",
        "reports/shared",
        "analysis",
        "rules",
        "workbook/read",
        *WORD,
        *METHOD,
        "pack",
        "words",
        "errors",
    },
    # new writes blank workbooks, fields and templates check are about templates: no project, so no pipeline.
    # --version, and the log of a fault: the version stands in __init__.
    "cli": {
        "__init__",
        "pipeline",
        "teamwork",
        "sample",
        "workbook/open",
        "workbook/author",
        "output",
        "reports",
        *WORD,
        *METHOD,
        "pack",
        *FLOOR,
    },
    "__init__": {"pipeline", "teamwork", "project", "diagnostics", "errors", "pack"},
    "__main__": {"cli"},
}

# Packages of others that one place alone knows, and why.
KEPT_IN: dict[str, tuple[str, ...]] = {
    # Pinned, its faults worked round: one module to change.
    "docxtpl": ("fixdocs.word.render.engine",),
    "python_calamine": ("fixdocs.workbook",),
    "typer": ("fixdocs.cli",),
    "zipfile": ("fixdocs.opc",),
    "rich": ("fixdocs.cli",),
}
# Modules beside the command line that may write to a stream, and why.
WRITING = {"fixdocs.word.render.sandbox_child": "a child process answers its parent by its output"}
# Rooms that compute and touch no file and no format.
PURE = ("fixdocs.schema", "fixdocs.analysis", "fixdocs.rules", "fixdocs.look", "fixdocs.errors", "fixdocs.characters")
IMPURE = {"docx", "docxtpl", "lxml", "openpyxl", "os", "pathlib", "python_calamine", "shutil", "subprocess",
          "tempfile", "xlsxwriter", "zipfile"}  # fmt: skip

# Where elements of WordprocessingML stand in literals beside the one module that spells them, and why.
SPELLING = "fixdocs.word.xml"
SPELLED_TOO: dict[str, str] = {
    "fixdocs.word.render": "patterns and edits over a template's own text, while it is rendered",
    "fixdocs.word.pdf.paginate": "patterns that find the contents' entries in a finished document",
    "fixdocs.diagrams.drawingml": "paragraphs inside shapes: diagrams stand beside word, not above it",
    "fixdocs.charts.attach": "the element a chart is shown by: charts stand beside word, not above it",
}

# Modules that may be longer than MODULE_LINES, and why.
LONG_MODULES: dict[str, str] = {}

# Functions that may be longer than FUNCTION_LINES, and why.
LONG_FUNCTIONS: dict[str, str] = {}

# Where Chinese may stand in code: the words, the sample's data, and these, each with its reason.
CHINESE_ROOMS = ("fixdocs.words", "fixdocs.sample")
CHINESE_MODULES: dict[str, str] = {
    "fixdocs.word.finish.number": "Chinese numerals, as Word's list numbers count",
    "fixdocs.look": "names of Chinese fonts",
    "fixdocs.analysis.voices": "what questionnaire exports write where nobody answered",
    "fixdocs.word.template.places": "the name that a Chinese Word gives its heading styles",
}


@cache
def modules() -> dict[str, Path]:
    """Every module of the package, by its dotted name; a package's own module by the package's."""
    names = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(SOURCE).with_suffix("").parts
        names[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return names


@cache
def tree(name: str) -> ast.Module:
    return ast.parse(modules()[name].read_text(encoding="utf-8"))


def room(name: str) -> str:
    """The room of a module: what stands directly under fixdocs, or the part of a divided room."""
    parts = name.split(".")
    if len(parts) < 2:
        return "__init__"
    inside = len(parts) > 2 and parts[1] in DIVIDED and (PACKAGE / parts[1] / parts[2]).is_dir()
    return f"{parts[1]}/{parts[2]}" if inside else parts[1]


@cache
def imports(name: str) -> tuple[tuple[str, int], ...]:
    """What a module imports, wherever in it, as dotted names with their lines; ours down to the module."""
    found = []
    for node in ast.walk(tree(name)):
        if isinstance(node, ast.Import):
            found += [(alias.name, node.lineno) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = _absolute(name, node)
            for alias in node.names:
                full = f"{base}.{alias.name}"
                found.append((full if full in modules() else base, node.lineno))
    return tuple(found)


def _absolute(name: str, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    parts = name.split(".")
    is_package = modules()[name].name == "__init__.py"
    parents = parts[: len(parts) - node.level + is_package]
    return ".".join([*parents, *([node.module] if node.module else [])])


def ours(name: str) -> Iterator[tuple[str, int]]:
    for target, line in imports(name):
        if target.partition(".")[0] == "fixdocs":
            yield target, line


def _place(name: str, line: int) -> str:
    return f"{modules()[name].relative_to(ROOT)}:{line}"


def _within(name: str, rooms: tuple[str, ...]) -> bool:
    return any(name == each or name.startswith(f"{each}.") for each in rooms)


def _fail(faults: list[str], rule: str) -> None:
    if faults:
        pytest.fail(f"{rule}:\n  " + "\n  ".join(faults), pytrace=False)


def test_every_room_has_its_arrows() -> None:
    unknown = {room(name) for name in modules()} - ARROWS.keys()
    assert not unknown, f"say in ARROWS what these may import: {', '.join(sorted(unknown))}"


def test_arrows_run_one_way() -> None:
    faults = [
        f"{_place(name, line)}: {room(name)} must not import {target}"
        for name in modules()
        for target, line in ours(name)
        if room(target) not in ARROWS.get(room(name), set()) | {room(name)}
    ]
    _fail(faults, "An import against the arrows of the architecture")


def test_the_arrows_themselves_have_no_cycle() -> None:
    assert _cycle({start: sorted(ends) for start, ends in ARROWS.items()}) is None


def test_no_cycle_among_modules() -> None:
    graph = {name: sorted({target for target, _ in ours(name)} & modules().keys() - {name}) for name in modules()}
    cycle = _cycle(graph)
    assert cycle is None, f"modules import one another in a circle: {' → '.join(cycle)}"


def test_a_cycle_would_be_found() -> None:
    assert _cycle({"a": ["b"], "b": ["c"], "c": ["b"], "d": ["a"]}) == ["b", "c", "b"]


def _cycle(graph: dict[str, list[str]]) -> list[str] | None:
    """One circle of the graph, its first node repeated at the end, or None."""
    done: set[str] = set()

    def walk(path: list[str]) -> list[str] | None:
        for target in graph.get(path[-1], []):
            if target in path:
                return [*path[path.index(target) :], target]
            if target not in done and (found := walk([*path, target])):
                return found
        done.add(path[-1])
        return None

    return next(filter(None, (walk([start]) for start in graph if start not in done)), None)


def test_no_private_name_is_imported() -> None:
    faults = [
        f"{_place(name, node.lineno)}: {alias.name}"
        for name in modules()
        for node in ast.walk(tree(name))
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if re.match("_[^_]", alias.name)
    ]
    _fail(faults, "A private name stays in its module")


def test_packages_of_others_keep_their_place() -> None:
    faults = [
        f"{_place(name, line)}: {target} belongs in {', '.join(KEPT_IN[target.partition('.')[0]])}"
        for name in modules()
        for target, line in imports(name)
        if target.partition(".")[0] in KEPT_IN and not _within(name, KEPT_IN[target.partition(".")[0]])
    ]
    _fail(faults, "A package that one place alone knows is imported elsewhere")


def test_pure_rooms_touch_nothing_outside() -> None:
    faults = [
        f"{_place(name, line)}: {target}"
        for name in modules()
        if _within(name, PURE)
        for target, line in imports(name)
        if target.partition(".")[0] in IMPURE
    ]
    faults += [
        f"{_place(name, node.lineno)}: open()"
        for name in modules()
        if _within(name, PURE)
        for node in ast.walk(tree(name))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "open"
    ]
    _fail(faults, "A room that only computes reaches for a file or a format")


def test_only_the_command_line_prints_and_exits() -> None:
    faults = []
    for name in modules():
        if room(name) in {"cli", "__main__"} or name in WRITING:
            continue
        for node in ast.walk(tree(name)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"print", "exit"}:
                faults.append(f"{_place(name, node.lineno)}: {node.func.id}()")
            elif (
                isinstance(node, ast.Attribute)
                and isinstance(node.value, ast.Name)
                and node.value.id == "sys"
                and node.attr in {"stdout", "stderr", "exit"}
            ):
                faults.append(f"{_place(name, node.lineno)}: sys.{node.attr}")
    _fail(faults, "Only cli prints and exits")


# Where the dash for what is not known is spelled, and the function that puts it into a cell.
DASH, DASH_HOME, DASHED = "\u2014", "fixdocs.reports.shared.format", "dashed"


def test_the_dash_is_never_compared() -> None:
    faults = [
        f"{_place(name, line)}: {what}"
        for name in modules()
        if _within(name, ("fixdocs.reports",))
        for line, what in _dashes(tree(name), name == DASH_HOME)
    ]
    _fail(faults, "None travels until it is printed: test the value, not the text that stands for none")


def _dashes(parsed: ast.Module, home: bool = False) -> Iterator[tuple[int, str]]:
    """Where code asks a text whether it is the dash, and where the dash is spelled outside its home."""
    held = {
        target.id
        for node in ast.walk(parsed)
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant) and node.value.value == DASH
        for target in node.targets
        if isinstance(target, ast.Name)
    }

    def is_dash(node: ast.AST) -> bool:
        called = node.func if isinstance(node, ast.Call) else None
        name = called.id if isinstance(called, ast.Name) else called.attr if isinstance(called, ast.Attribute) else ""
        return (
            (isinstance(node, ast.Constant) and node.value == DASH)
            or (isinstance(node, ast.Name) and node.id in held)
            or name == DASHED
        )

    for node in ast.walk(parsed):
        if isinstance(node, ast.Compare) and any(map(is_dash, ast.walk(node))):
            yield node.lineno, "compared"
        if isinstance(node, ast.Constant) and node.value == DASH and not home:
            yield node.lineno, "spelled"


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("NONE = '\u2014'\nx = text != NONE\n", ["compared"]),
        ("x = text in ('', '\u2014')\n", ["compared"]),
        ("x = dashed(a) == dashed(b)\n", ["compared"]),
        ("x = {'\u2014'} == cells\n", ["compared"]),
        ("NONE = '\u2014'\nx = text or NONE\n", []),
        ("x = dashed(a) if a is None else a\n", []),
    ],
)
def test_a_comparison_with_the_dash_would_be_found(source: str, found: list[str]) -> None:
    assert [what for _, what in _dashes(ast.parse(source), home=True)] == found


def test_a_dash_spelled_elsewhere_would_be_found() -> None:
    assert [*_dashes(ast.parse("x = text or '\u2014'\n"))] == [(1, "spelled")]


def test_modules_stay_small() -> None:
    lengths = {name: len(path.read_text(encoding="utf-8").splitlines()) for name, path in modules().items()}
    faults = [f"{name}: {length} lines" for name, length in lengths.items()
              if length > MODULE_LINES and name not in LONG_MODULES]  # fmt: skip
    _fail(faults, f"Split at {MODULE_LINES} lines, or give the reason in LONG_MODULES")
    stale = [name for name in LONG_MODULES if lengths.get(name, 0) <= MODULE_LINES]
    _fail(stale, "No longer long: take it out of LONG_MODULES")


def test_functions_stay_small() -> None:
    lengths = {place: length for name in modules() for place, length in _functions(name)}
    faults = [f"{place}: {length} lines" for place, length in lengths.items()
              if length > FUNCTION_LINES and place not in LONG_FUNCTIONS]  # fmt: skip
    _fail(faults, f"Split at {FUNCTION_LINES} lines of code, or give the reason in LONG_FUNCTIONS")
    stale = [place for place in LONG_FUNCTIONS if lengths.get(place, 0) <= FUNCTION_LINES]
    _fail(stale, "No longer long: take it out of LONG_FUNCTIONS")


def _functions(name: str) -> Iterator[tuple[str, int]]:
    """Each function with its lines of code: no docstring, comment or blank line, no signature."""
    with tokenize.open(modules()[name]) as source:
        skipped = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT}
        code = {
            line
            for token in tokenize.generate_tokens(source.readline)
            if token.type not in skipped
            for line in range(token.start[0], token.end[0] + 1)
        }
    for node in ast.walk(tree(name)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            if body and node.end_lineno:
                yield f"{name}.{node.name}", len(code & {*range(body[0].lineno, node.end_lineno + 1)})


def test_a_users_words_stand_in_words() -> None:
    faults = []
    for name in modules():
        if _within(name, CHINESE_ROOMS) or name in CHINESE_MODULES:
            continue
        faults += [f"{_place(name, line)}: {text[:30]!r}" for line, text in _chinese_literals(name)]
    _fail(faults, "Chinese in code: it belongs in src/fixdocs/words, or with its reason in CHINESE_MODULES")
    stale = [name for name in CHINESE_MODULES if name not in modules() or not [*_chinese_literals(name)]]
    _fail(stale, "No Chinese there any more: take it out of CHINESE_MODULES")


def test_wordprocessingml_is_spelled_in_one_place() -> None:
    spelled = {name: [*_spelled(name)] for name in modules()}
    faults = [
        f"{_place(name, line)}: {text[:40]!r}"
        for name, found in spelled.items()
        for line, text in found
        if not _within(name, (SPELLING, *SPELLED_TOO))
    ]
    _fail(faults, f"An element of WordprocessingML outside {SPELLING}: use its writers, or say why in SPELLED_TOO")
    stale = [place for place in SPELLED_TOO if not any(found for n, found in spelled.items() if _within(n, (place,)))]
    _fail(stale, "No element stands there any more: take it out of SPELLED_TOO")


def _spelled(name: str) -> Iterator[tuple[int, str]]:
    """Literals that hold an element or an attribute of WordprocessingML, or declare its namespace."""
    for line, text in _literals(name):
        if re.search(r"</?w:[A-Za-z]|\bw:[A-Za-z]+=|wordprocessingml/2006/main", text):
            yield line, text


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("X = f'<w:p>{x}</w:p>'", 2),
        ("X = ' w:val=\"1\"'", 1),
        ("X = f'{W}p' + 'w:p'", 0),
        ('"""``<w:p>``"""\n', 0),
        ("# <w:p>", 0),
    ],
)
def test_spelled_elements_are_told_from_prose(source: str, found: int, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed = ast.parse(source)
    monkeypatch.setattr(f"{__name__}.tree", lambda _: parsed)
    assert len([*_spelled("made-up")]) == found


def _chinese_literals(name: str) -> Iterator[tuple[int, str]]:
    for line, text in _literals(name):
        if re.search("[\u3400-\u9fff]", text):
            yield line, text


def _literals(name: str) -> Iterator[tuple[int, str]]:
    """The texts in a module's code with their lines; docstrings are none."""
    prose = {
        node.value
        for node in ast.walk(tree(name))
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)  # docstrings, of attributes too
    }
    for node in ast.walk(tree(name)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in prose:
            yield node.lineno, node.value


@pytest.mark.parametrize(
    ("source", "found"),
    [('"""中文"""\nX = "中文"\n', 1), ("def f():\n    '''中文'''\n    return f'{f}中'\n", 1), ("X = 1  # 中文\n", 0)],
)
def test_chinese_literals_are_told_from_comments(source: str, found: int, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed = ast.parse(source)
    monkeypatch.setattr(f"{__name__}.tree", lambda _: parsed)
    assert len([*_chinese_literals("made-up")]) == found
