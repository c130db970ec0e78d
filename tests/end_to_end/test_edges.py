"""Projects at the edge: sixty issues, names of 200 characters, every optional sheet empty."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from fixdocs import pipeline
from fixdocs.project import Columns, Project
from fixdocs.reports import REPORTS
from fixdocs.sample import project as sample_project
from fixdocs.schema import SHEETS
from tests.support.ooxml_lint import assert_clean
from tests.support.programs import requires
from tests.support.validate import assert_valid

from .folder import WORDS, whole_text

LONG = "客户对处理结果不满意时需要反复致电多个部门说明同一件事情而且每次都要重新提供订单号码与购买凭证" * 5


def long_names(project: Project) -> Project:
    return replace(
        project,
        info=project.info.model_copy(update={"name": LONG[:200], "process": LONG[:200]}),
        issues=tuple(i.model_copy(update={"description": LONG[:200]}) for i in project.issues),
        steps=tuple(s.model_copy(update={"name": s.name + LONG[:54]}) if s.id == "F03" else s for s in project.steps),
        roots=tuple(r.model_copy(update={"description": LONG[:200]}) for r in project.roots),
        measures=tuple(m.model_copy(update={"name": LONG[:200]}) for m in project.measures),
        alternatives=tuple(a.model_copy(update={"name": LONG[:200]}) for a in project.alternatives),
        tasks=tuple(t.model_copy(update={"name": LONG[:200]}) for t in project.tasks),
    )


def sixty_issues(project: Project) -> Project:
    extra = tuple(
        project.issues[n % 16].model_copy(
            update={"id": f"P{n + 1:02}", "impact": 1 + n % 5, "frequency": 1 + n // 5 % 5}
        )
        for n in range(16, 60)
    )
    return replace(project, issues=project.issues + extra)


def only_required(project: Project) -> Project:
    """Every optional sheet empty, every optional cell of the form blank."""
    empty = {
        name: Columns(name) if sheet.shape == "mass" else ()
        for name, sheet in SHEETS.items()
        if sheet.need == "optional" and sheet.shape != "form"
    }
    names = set(project.__struct_fields__)
    info = {name: getattr(project.info, name) for name, f in type(project.info).model_fields.items() if f.is_required()}
    return replace(
        project, info=type(project.info)(**info), **{name: value for name, value in empty.items() if name in names}
    )


EDGES = {"long": long_names, "sixty": sixty_issues, "required": only_required}


@pytest.fixture(scope="module", params=EDGES)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp(request.param)
    checked = pipeline.Checked(folder, EDGES[request.param](sample_project()), (), WORDS)
    outcomes = pipeline.build(checked).outcomes
    assert not [o for o in outcomes if o.fault or o.blocked]
    return {o.report: o.written.path for o in outcomes if o.written}


def test_all_five_are_built(built: dict[str, Path]) -> None:
    assert built.keys() == set(REPORTS)


def test_they_are_clean(built: dict[str, Path]) -> None:
    assert_clean(*built.values())


@requires("validator")
def test_they_are_valid(built: dict[str, Path]) -> None:
    assert_valid(built.values())


def test_nothing_dangles(built: dict[str, Path]) -> None:
    import docx

    for path in built.values():
        text = whole_text(docx.Document(str(path)))
        for bad in ("None", "{{", "（）", "、。", "，。", "：。", "；。", "待补", "《》", "“”"):
            assert bad not in text, f"{path.name}: {bad}"
