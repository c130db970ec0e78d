"""《现状流程调研报告》: its chapters, its figures recomputed independently, and what it says of little data."""

from __future__ import annotations

import io
from datetime import date

import docx
import numpy as np
import pandas as pd
import pytest
from docx.document import Document
from msgspec.structs import replace

from fixdocs import pipeline
from fixdocs.analysis.findings import Findings, analyse
from fixdocs.charts import Stacked
from fixdocs.project import Columns, Project
from fixdocs.reports.survey.cases import CasesWriter
from fixdocs.reports.survey.flow import FlowWriter
from fixdocs.reports.survey.report import context
from fixdocs.reports.survey.voices import VoicesWriter
from fixdocs.sample import project as sample
from fixdocs.schema import SHEETS
from fixdocs.schema.choices import TimeUnit
from fixdocs.schema.survey import Interview
from fixdocs.words import words_of
from tests.end_to_end.folder import texts

WORDS = words_of("zh")


def found(project: Project) -> Findings:
    return analyse(project, pipeline.terms(WORDS))


def document(project: Project) -> Document:
    checked = pipeline.Checked(pipeline.Path("."), project, (), WORDS)
    outcome, content = pipeline._rendered(checked, found(project), "survey", pipeline.Options())
    assert content is not None, outcome.fault
    return docx.Document(io.BytesIO(content))


def written(project: Project) -> list[str]:
    return list(texts(document(project)))


def bare(project: Project) -> Project:
    """Only the form and the steps, without durations."""
    steps = tuple(s.model_copy(update={"touch": None, "wait": None}) for s in project.steps)
    empty = {
        name: Columns(name) if sheet.shape == "mass" else () for name, sheet in SHEETS.items() if sheet.shape != "form"
    }
    return replace(project, **(empty | {"steps": steps}))


@pytest.fixture(scope="module")
def report() -> list[str]:
    return written(sample())


CHAPTERS = ["调研概况", "现状流程", "运行数据", "访谈", "问卷", "现场观察", "数据一致性核对", "初步发现",
            "访谈记录", "问卷作答分布", "观察记录"]  # fmt: skip


def test_it_has_the_chapters_in_order() -> None:
    styles = ("Heading1", "AnnexHeading")
    headings = [p.text for p in document(sample()).paragraphs if p.style is not None and p.style.style_id in styles]
    assert headings == CHAPTERS


def test_tickets_are_what_pandas_computes(report: list[str]) -> None:
    table = sample().tickets
    frame = pd.DataFrame({"created": list(table.column("created")), "closed": list(table.column("closed"))})
    info = sample().info
    assert info is not None
    frame = frame[(frame.created.dt.date >= info.data_from) & (frame.created.dt.date <= info.data_to)]
    days = (frame.closed - frame.created).dropna().dt.total_seconds() / 86400
    text = "\n".join(report)
    assert f"工单共 {len(frame):,} 张" in text
    assert (
        f"中位数为 {days.median():.1f} 个自然日，平均 {days.mean():.1f} 个自然日，P90 为 {np.percentile(days, 90):.1f} 个自然日"
        in text
    )
    by_month = frame.groupby(frame.created.dt.month).size()
    assert all(f"{n}" in report for n in by_month)


def test_the_log_is_what_pandas_computes(report: list[str]) -> None:
    table = sample().log
    frame = pd.DataFrame({name: list(table.column(name)) for name in ("case", "activity", "finished")})
    traces = frame.sort_values("finished", kind="stable").groupby("case").activity.apply(tuple)
    again = traces.map(lambda trace: len(set(trace)) < len(trace))
    expected = (
        f"{len(traces)} 个案例、{len(frame)} 个事件、{frame.activity.nunique()} 种活动，共 {traces.nunique()} 种走法"
    )
    text = "\n".join(report)
    assert expected in text
    assert f"{len(traces)} 个案例中有 {again.sum()} 个出现过重复的活动，返工率为 {again.mean() * 100:.1f}%" in text


def test_complaints_are_sorted_with_their_shares(report: list[str]) -> None:
    rows = pd.Series({row.kind: row.count for row in sample().complaints}).sort_values(ascending=False)
    total = rows.sum()
    named = rows.drop("其他", errors="ignore")
    assert f"登记的投诉共 {total:,} 件" in "\n".join(report)
    shares = named.cumsum() / total
    assert f"{shares.iloc[0] * 100:.1f}%" in report


def test_every_step_stands_in_the_table(report: list[str]) -> None:
    for step in sample().steps:
        assert step.id in report
        assert any(step.name in line for line in report)


@pytest.mark.parametrize(("minutes", "unit"), [(30, "分钟"), (150, "小时"), (1200, "工作日")])
def test_the_chart_of_times_has_the_unit_of_the_sentences(minutes: float, unit: str) -> None:
    project = bare(sample())
    timed = [{"touch": minutes * n, "touch_unit": TimeUnit.MINUTES, "exits": ()} for n in (1, 1.1, 1)]
    steps = tuple(step.model_copy(update=held) for step, held in zip(project.steps[:3], timed))
    chapter = FlowWriter(found(replace(project, steps=steps)), WORDS).chapter()
    assert chapter.times
    (chart,) = chapter.times.drawings
    assert isinstance(chart, Stacked)
    assert chart.value.title == f"每个案例（{unit}）"
    assert unit in chapter.longest


def test_small_samples_are_said() -> None:
    few = replace(
        sample(), tickets=Columns("tickets", {k: v[:12] for k, v in sample().tickets.values.items()}, range(12))
    )
    assert "样本只有" in "\n".join(written(few))
    assert "样本只有" not in CasesWriter(found(sample()), WORDS).tickets(found(sample()).tickets)


def test_tickets_outside_the_period_are_said() -> None:
    info = sample().info
    assert info is not None
    moved = replace(
        sample(), info=info.model_copy(update={"data_from": date(2020, 1, 1), "data_to": date(2020, 6, 30)})
    )
    assert "都在数据期间之外" in "\n".join(written(moved))


def test_one_pain_each_is_no_ranking() -> None:
    rows = tuple(
        Interview(
            id=f"I{n}",
            party=sample().interviews[0].party,
            topic=f"主题{n}",
            nature=sample().interviews[0].nature,
            content="话",
        )
        for n in (1, 2)
    )
    findings = found(replace(sample(), interviews=rows))
    assert findings.interviews is not None
    text = VoicesWriter(findings, WORDS).interview_headline(findings.interviews)
    assert "2 类痛点（主题1、主题2）各有 1 次访谈提到" in text
    assert "最多" not in text


def test_without_data_it_is_thin_and_whole() -> None:
    project = bare(sample())
    straight = tuple(step.model_copy(update={"exits": ()}) for step in project.steps if step.kind != "decision")
    lines = written(replace(project, steps=straight))
    text = "\n".join(lines)
    for chapter in ("运行数据", "访谈", "问卷", "现场观察", "数据一致性核对", "附录 A"):
        assert chapter not in lines
    assert "没有填写耗时" in text
    assert "不足以得出初步发现" in text
    for bad in ("None", "0 个工作日", "nan", "（）"):
        assert bad not in text


def test_a_wide_gap_between_sources_is_named() -> None:
    steps = tuple(s.model_copy(update={"wait": (s.wait or 0) * 4 or None}) for s in sample().steps)
    made = context(found(replace(sample(), steps=steps)), WORDS)
    assert made.check is not None
    assert "相差超过 30%" in made.check.finding
    assert any(row.verdict == "相差超过 30%" for row in made.check.rows)
