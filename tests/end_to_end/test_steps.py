"""A project on its way: what can be built is built, what cannot is named with its reason."""

from __future__ import annotations

import json

from fixdocs.reports import REPORTS

from .folder import Folder


def test_step_one_builds_report_one(sample: Folder) -> None:
    for number in (2, 3, 4, 5):
        sample.book(number).unlink()
    done = sample.build()
    assert done.code == 0, done.out
    assert sample.reports().keys() == {"survey"}
    for title in ("服务流程问题清单", "根因分析报告", "服务流程改进方案说明书", "方案评估报告"):
        assert f"《{title}》 暂不生成" in done.out


def test_asked_for_by_name_and_not_filled_is_an_error(sample: Folder) -> None:
    sample.book(5).unlink()
    assert sample.build("--only", "5").code == 1
    assert sample.build("--only", "survey,2").code == 0
    assert sample.reports().keys() == {"survey", "issues"}


def test_an_error_blocks_only_what_depends_on_it(sample: Folder) -> None:
    assert sample.build().code == 0
    before = sample.reports()
    sample.set(5, "评分", "E01|S01", "可行性", 9)
    sample.set(2, "问题清单", "P16", "影响范围", "改了一处")
    done = sample.build()
    assert done.code == 1
    after = sample.reports()
    assert after["evaluation"] == before["evaluation"], "the blocked one stays as it was"
    assert after["issues"] != before["issues"], "the others are written"
    assert "《方案评估报告》 没有生成" in done.out
    assert "FD903" in done.out


def test_a_gap_is_an_error_for_the_step_that_should_fill_it(sample: Folder) -> None:
    """A root cause without a measure blocks the plan, and nothing before it."""
    sample.clear(4, "改进措施")
    answer = json.loads(sample.build("--format", "json").out)
    status = {report["report"]: report["status"] for report in answer["reports"]}
    assert {status[name] for name in ("survey", "issues", "causes")} == {"written"}
    assert status["plan"] in ("blocked", "unfilled")


def test_json_says_the_same_as_text(sample: Folder) -> None:
    sample.set(2, "问题清单", "P01", "影响程度", 8)
    answer = json.loads(sample.check("--format", "json").out)
    text = sample.check().out
    assert answer["errors"] >= 1
    for diagnostic in answer["diagnostics"]:
        assert diagnostic["code"] in text
    fault = next(d for d in answer["diagnostics"] if d["severity"] == "error")
    assert (fault["file"], fault["sheet"]) == ("02-问题清单.xlsx", "问题清单")
    assert f"02-问题清单.xlsx > 问题清单 > {fault['cell']} 影响程度" in text


def test_blank_workbooks_say_what_is_missing(tmp_path_factory) -> None:
    from .folder import run

    path = tmp_path_factory.mktemp("leer") / "新项目"
    assert run("new", str(path)).code == 0
    done = run("build", str(path))
    assert done.code in (0, 1)
    assert "暂不生成" in done.out
    assert "Traceback" not in done.out + done.err
    assert len(REPORTS) == done.out.count("暂不生成")
