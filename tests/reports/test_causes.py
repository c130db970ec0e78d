"""《根因分析报告》 read back: its chapters, its figures recomputed, its sentences for every state, thin and large projects."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest

from fixdocs.diagrams.text import text_width
from fixdocs.project import Project, project_of
from fixdocs.sample import project as sample
from fixdocs.schema.choices import Control, Dimension, ReverseCheck, Verdict
from fixdocs.schema.improve import Cause, Chain, FiveW, Issue, RootCause
from tests.reports.reading import Read, built, dangling, info

LONG = "跨部门协同流程缺少统一牵头岗位导致责任边界模糊处理反复" * 8
YES, NO, OPEN = Verdict.CONFIRMED, Verdict.EXCLUDED, Verdict.PENDING
PASSED, FAILED = ReverseCheck.PASSED, ReverseCheck.FAILED


@pytest.fixture(scope="module")
def report() -> Read:
    return Read(built("causes", sample()))


def issue(key: str = "P01", impact: int = 5, **changes: Any) -> Issue:
    text = changes.pop("description", f"{key} 的描述")
    return Issue(id=key, description=text, kind="efficiency", scope="全体员工", impact=impact, frequency=5, **changes)


def cause(key: str, verdict: Verdict | None = YES, dimension: Dimension = Dimension.METHOD, **changes: Any) -> Cause:
    given = {"issue": "P01", "text": f"{key} 的说明", "evidence": "抽查" if verdict is YES else None, **changes}
    return Cause(id=key, dimension=dimension, verdict=verdict, **given)


def chain(key: str = "W01", reverse: ReverseCheck | None = PASSED, **changes: Any) -> Chain:
    return Chain(**{"id": key, "issue": "P01", "whys": ("表层原因", "深层原因"), "reverse": reverse, **changes})


def root(key: str = "R01", **changes: Any) -> RootCause:
    given = {"issues": ("P01",), "sources": ("C01",), "description": f"{key} 的描述", "evidence": "记录", **changes}
    return RootCause(id=key, **given)


def read(*rows: Any, draft: bool = False) -> Read:
    return Read(built("causes", project_of([info(), *rows]), draft=draft))


# The sample


def test_chapters_are_those_of_the_deliverable(report: Read) -> None:
    assert report.headings() == ["分析结论", "核心问题分析", "问题与根因对照", "待验证事项"]
    core = [text.split()[0] for text in report.headings(2)]
    assert sorted(core) == ["P01", "P02", "P03", "P04", "P05"]
    assert report.headings(3) == ["问题界定", "原因排查", "追问根因", "查出的根因"] * 5
    assert "另有 8 个问题（P06、P07、P08、P09、P10、P11、P12、P13）引用以上根因，没有单独分析。" in report.text


def test_conclusions_name_every_root_with_its_figure(report: Read) -> None:
    rows = report.table("根因汇总")[1:]
    held = sample().roots
    assert [row[0] for row in rows] == [r.id for r in held]
    assert {row[0]: row[3] for row in rows} == {
        "R01": "83%", "R02": "2 工作日", "R03": "—", "R04": "30%", "R05": "1.5 工作日", "R06": "5 件", "R07": "—",
    }  # fmt: skip
    assert rows[5][1] == f"{held[5].description}（待验证）"
    assert all(
        row[1].removesuffix("（待验证）") == r.description and row[5] == r.evidence
        for row, r in zip(rows, held, strict=True)
    )
    assert rows[1][4].split() == ["P02", "P03", "P06", "P09", "P10", "P12", "P13"]


def test_summary_counts_as_the_sheets_do(report: Read) -> None:
    held = sample()
    verdicts = Counter(c.verdict for c in held.causes)
    by_bone = Counter(c.dimension for c in held.causes if c.verdict is YES)
    bone, most = by_bone.most_common(1)[0]
    said, chapter = "".join(report.points()), report.texts("核心问题分析")
    assert bone is Dimension.METHOD
    total = len(held.causes)
    assert f"共排查 {total} 条可能原因：确认 {verdicts[YES]} 条（{100 * verdicts[YES] / total:.1f}%）" in chapter
    assert f"排除 {verdicts[NO]} 条、待验证 {verdicts[OPEN]} 条" in chapter
    assert f"“法”最多，有 {most} 条。" in chapter
    assert "8 条因果链中，反向验证通过 7 条；不通过 1 条（W07）" in said
    assert "7 个根因中可控的 5 个" in said
    assert "部分可控的 2 个须与相关方共同解决：R02、R05" in said
    assert len(report.points()) <= 6


def test_an_issue_is_told_from_frame_to_root(report: Read) -> None:
    heading = "P05 同一客户"
    text = report.texts(heading)
    assert "质量类问题，影响程度 5 分，发生频率 3 分" in text
    assert "根因有 2 个：R06（待验证）、R07；5 条可能原因中确认 4 条、待验证 1 条" in text
    assert "反向验证通过 1 条；不通过 1 条（W07）" in text
    frame = report.table("P05 的界定（5W1H）")
    assert [row[0] for row in frame[1:]] == [
        "何事（What）", "何地（Where）", "何时（When）", "何人（Who）", "为何必须解决（Why）", "程度如何（How）",
    ]  # fmt: skip
    causes = report.table("P05 的可能原因与判定")
    assert {(row[0], row[3]) for row in causes[1:]} == {
        ("C22", "确认"), ("C23", "确认"), ("C24", "确认"), ("C25", "待验证"), ("C26", "确认"),
    }  # fmt: skip
    assert len([b for b in report.under(heading) if b.drawing]) == 2


def test_chains_read_back_from_root_to_issue(report: Read) -> None:
    held = {c.id: c for c in sample().chains}
    causes = {c.id: c.text for c in sample().causes}
    text = report.text
    for item in held.values():
        links = [*reversed(item.whys), causes[str(item.start)]]
        reading = f"因{links[0]}，" + "，".join(f"故{link}" for link in links[1:])
        assert reading in text
    assert "W07，反向验证不通过，得出 R06（待验证）：" in text
    assert "W01，反向验证通过，得出 R01：" in text


def test_roots_say_what_they_stand_on(report: Read) -> None:
    text = report.texts("P05 同一客户")
    assert "R06 处理规范以处理完成为终点，不以故障消除为终点（法，待验证）。量化值：5 件。" in text
    assert "来源：W07、C22、C23。其中因果链 W07 反向验证不通过。可控。" in text
    assert "同时是 P11 的根因。" in text


def test_the_grid_marks_who_shares_a_root(report: Read) -> None:
    head, *rows = report.table("问题与根因对照")
    marks = {(row[0], head[n]): row[n] for row in rows for n in range(2, 9) if row[n] in ("●", "○")}
    wanted = {(key, r.id) for r in sample().roots for key in r.issues}
    assert set(marks) == wanted
    assert {pair for pair, mark in marks.items() if mark == "○"} == {
        *((key, "R02") for key in ("P03", "P06", "P09", "P10", "P12", "P13")),
        ("P08", "R03"), ("P07", "R04"), ("P11", "R07"),
    }  # fmt: skip
    assert rows[-1][1:9] == ("对应问题数", "1", "7", "2", "2", "1", "1", "2")


def test_what_is_open_and_what_rests_on_it(report: Read) -> None:
    rows = {row[0]: row for row in report.table("待验证事项")[1:]}
    assert list(rows) == ["C04", "C11", "C15", "C25", "W07"]
    assert rows["C04"][5] == "不是根因的依据"
    assert rows["W07"][4:] == ("反向验证不通过", "R06 的依据之一，R06 另有 C22、C23 支持")
    said = report.texts("分析结论")
    assert "R06 的来源没有全部通过验证，列为待验证。W07 从根因读不回现象，据此得出的 R06 不能视为已确认。" in said


def test_every_table_and_figure_is_led_to(report: Read) -> None:
    """Each caption's number is named in a sentence before it."""
    text = "\n".join(b.text for b in report.blocks if b.style not in ("TableCaption", "FigureCaption"))
    for style, word in (("TableCaption", "表"), ("FigureCaption", "图")):
        numbers = [b.text.partition("\u3000")[0] for b in report.blocks if b.style == style]
        assert numbers == [f"{word} {n}" for n in range(1, len(numbers) + 1)]
        assert [n for n in numbers if not re.search(rf"{n}(?!\d)", text)] == []


def test_figures_tell_their_content_in_words(report: Read) -> None:
    told = report.drawings()
    assert len(told) == 11
    assert sum("鱼骨图" in each and "：" in each for each in told) == 5
    assert sum("因果树" in each for each in told) == 5


def test_nothing_dangles(report: Read) -> None:
    assert dangling(report.text) == []
    assert "显著" not in report.text


# Sentences by state


def base(*more: Any) -> list[Any]:
    return [issue(), cause("C01"), root(), *more]


@pytest.mark.parametrize(
    ("controls", "said"),
    [
        ((Control.FULL, Control.FULL), "2 个根因全部可控，本组织自己就能改变。"),
        ((Control.FULL, Control.PARTIAL), "可控的 1 个，本组织自己就能改变；部分可控的 1 个须与相关方共同解决：R02"),
        ((Control.NONE, Control.PARTIAL), "2 个根因都不完全可控：部分可控的 1 个须与相关方共同解决：R02"),
        ((Control.FULL, None), "未标明可控性的 1 个：R02"),
    ],
)
def test_control(controls: tuple[Control | None, ...], said: str) -> None:
    roots = [root(f"R{n:02}", control=each) for n, each in enumerate(controls, 1)]
    assert said in read(issue(), cause("C01"), *roots).text


def test_control_unknown_throughout_is_not_spoken_of() -> None:
    assert "可控的" not in read(issue(), cause("C01"), root(), root("R02")).texts("分析结论")


@pytest.mark.parametrize(
    ("bones", "said"),
    [
        ("method method people", "确认的 3 条原因以“法”最多，有 2 条。"),
        ("method method people people machine", "确认的 5 条原因以“人、法”为多，各有 2 条。"),
        ("method people", "确认的 2 条原因分属“人、法”，各有 1 条。"),
        ("method method", "确认的 2 条原因都属于“法”。"),
    ],
)
def test_where_the_causes_lie(bones: str, said: str) -> None:
    causes = [cause(f"C{n:02}", dimension=Dimension(bone)) for n, bone in enumerate(bones.split(), 1)]
    assert said in read(issue(), *causes, root()).texts("核心问题分析")


def test_no_cause_confirmed_yet() -> None:
    found = read(issue(), cause("C01", OPEN), cause("C02", None), root(sources=("C01",)))
    assert "待验证 2 条。" in found.text
    assert "其中还没有一条得到确认" in found.text
    assert "确认的" not in "".join(found.points())


@pytest.mark.parametrize(
    ("results", "said"),
    [
        ((PASSED, PASSED), "2 条因果链反向验证全部通过。"),
        ((PASSED, FAILED), "2 条因果链中，反向验证通过 1 条；不通过 1 条（W02）。"),
        ((None, FAILED), "反向验证不通过 1 条（W02）；未做的 1 条（W01）。"),
        ((PASSED,), "因果链 W01 反向验证通过。"),
        ((FAILED,), "因果链 W01 反向验证不通过。"),
        ((None,), "因果链 W01 未做反向验证。"),
    ],
)
def test_the_check_in_reverse(results: tuple[ReverseCheck | None, ...], said: str) -> None:
    chains = [chain(f"W{n:02}", result) for n, result in enumerate(results, 1)]
    assert said in "".join(read(issue(), *chains, root(sources=("W01",))).points())


def test_shared_roots() -> None:
    two = read(issue(), issue("P02"), cause("C01"), root(issues=("P01", "P02")), root("R02"))
    assert "牵涉问题最多的根因是 R01 R01 的描述（2 个），宜优先考虑。" in two.text
    none = read(issue(), issue("P02"), cause("C01"), root(), root("R02", issues=("P02",)))
    assert "每个根因只对应一个问题。" in none.text


def test_measured_roots() -> None:
    roots = [root(value=2.5, unit="天"), root("R02", value=-12.0, unit="%", evidence=None), root("R03")]
    found = read(issue(), cause("C01"), *roots)
    assert [row[2] for row in found.table("根因汇总")[1:]] == ["2.5 天", "−12%", "—"]
    assert "量化值" not in "".join(found.points())
    assert "根因都还没有量化值。" in "".join(read(issue(), cause("C01"), root(), root("R02")).points())


def test_a_root_on_unverified_ground_is_said() -> None:
    text = read(issue(), cause("C01", OPEN), cause("C02"), root()).text
    assert "C01（P01）C01 的说明，尚无验证结果；R01 的依据。" in text


def test_a_chain_that_starts_from_an_open_cause_is_no_support() -> None:
    found = read(
        issue(),
        cause("C01", OPEN),
        chain(start="C01"),
        root(sources=("W01",)),
        root("R02", sources=("C09",), evidence=None),
    )
    rows = {row[0]: row[5] for row in found.table("待验证事项")[1:]}
    assert rows == {"C01": "R01 的依据", "R02": "R02 尚无独立证据"}


def test_a_core_issue_without_root_is_named() -> None:
    found = read(issue(), issue("P02"), cause("C01"), root(), root("R02"), draft=True)
    assert (
        "2 个核心问题中，1 个的根因已确认；1 个尚未找到根因（P02）。查出的 2 个根因都已确认。根因汇总于表 1。"
        in found.text
    )
    assert "尚未查出根因" in found.texts("P02 的描述")


def test_who_verified_is_said_once_where_it_is_one() -> None:
    same = read(*base(cause("C02", checker="王二")), cause("C03", checker="王二"))
    assert "（王二 验证）" not in same.text  # C01 was verified by someone unnamed
    all_one = read(issue(), cause("C01", checker="王二"), cause("C02", NO, checker="王二"), root())
    assert "（王二 验证）" in all_one.text
    assert all("王二" not in row[4] for row in all_one.table("P01 的可能原因与判定"))


# Thin and large projects


def thin() -> Project:
    return project_of([info(), issue(), chain(), root(sources=("W01",))])


def test_a_thin_project_gives_a_thin_report() -> None:
    found = Read(built("causes", thin()))
    assert found.headings() == ["核心问题分析"]
    assert found.headings(3) == ["问题界定", "追问根因", "查出的根因"]
    assert found.points()[0] == "查出 1 个根因：R01 R01 的描述，对应 P01，已确认。"
    assert found.captions() == []  # a table of one row is a sentence
    assert "—" not in found.text
    assert dangling(found.text) == []


def test_root_causes_alone() -> None:
    found = read(issue(), root(evidence=None, sources=("C09",)))
    assert found.headings() == ["核心问题分析"]
    assert "只有 1 项未经证实：R01（P01）R01 的描述，没有可查的来源；R01 尚无独立证据。" in found.text
    assert found.drawings() == []
    assert dangling(found.text) == []


def test_one_cause_is_a_sentence() -> None:
    found = read(*base())
    assert "图 1标出了唯一的一条可能原因：C01 C01 的说明（法），已确认，依据：抽查。" in found.text.replace(
        "图 1 ", "图 1"
    )
    assert found.captions() == []


def test_no_core_issue() -> None:
    found = read(issue(impact=2), cause("C01"), root(), root("R02"))
    assert found.headings() == ["分析结论", "问题分析"]
    assert "没有核心问题" in found.text
    assert "核心问题\n" not in found.text


def test_other_issues_have_a_chapter_of_their_own() -> None:
    found = read(issue(), issue("P02", impact=2), cause("C01"), cause("C02", issue="P02"), root(), root("R02"))
    assert found.headings() == ["分析结论", "核心问题分析", "其他问题分析"]
    assert "以下 1 个问题不属核心问题，也做了原因分析。" in found.text


def test_causes_before_any_root() -> None:
    found = read(issue(), cause("C01", OPEN), cause("C02", OPEN), draft=True)
    assert found.points()[0] == "P01 是唯一的核心问题，还没有查出根因。"
    assert "得出根因之前应先查实" in found.text
    assert dangling(found.text) == []


def test_a_frame_with_one_answer_is_a_sentence() -> None:
    found = read(*base(FiveW(issue="P01", why="客户要求")))
    assert "为何必须解决（Why）：客户要求。" in found.text
    assert found.captions() == []


def test_long_names_are_cut_in_headings_and_stand_in_full_below() -> None:
    found = read(issue(description=LONG), cause("C01", text=LONG), cause("C02", OPEN), root(description=LONG))
    (heading,) = found.headings(2)[:1]
    assert len(heading) < 60
    assert heading.endswith("…")
    assert f"问题全文：{LONG}。" in found.text
    assert dangling(found.text) == []
    assert text_width(heading, 14) < 2 * 454  # two lines at most


def test_many_roots_go_on_landscape_and_on_several_tables() -> None:
    issues = [issue(f"P{n:02}") for n in range(1, 31)]
    roots = [root(f"R{n:02}", issues=(f"P{n % 30 + 1:02}",)) for n in range(1, 51)]
    found = read(*issues, cause("C01"), *roots)
    tables = [c for c in found.captions() if c.startswith("问题与根因对照")]
    assert tables == ["问题与根因对照", "问题与根因对照（续）", "问题与根因对照（续）"]
    at = [n for n, b in enumerate(found.blocks) if b.style == "TableCaption" and "问题与根因对照" in b.text]
    shown = [cell for n in at for cell in found.blocks[n + 1].rows[0] if cell.startswith("R")]
    assert shown == [r.id for r in roots]
    assert found.document.sections[-1].page_width > found.document.sections[-1].page_height
    assert "30 个核心问题的根因都已确认。查出的 50 个根因都已确认。" in found.text


def test_the_same_project_gives_the_same_bytes() -> None:
    assert built("causes", thin()) == built("causes", thin())
