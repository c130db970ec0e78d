"""Claims about causes and root causes: each with a project in which it stands and a near one in which it does not."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from msgspec.structs import replace

from fixdocs.analysis.claim import CLAIMS, watching
from fixdocs.analysis.claims import causes as about
from fixdocs.analysis.claims import unproven as _  # noqa: F401 - its claims are declared
from fixdocs.analysis.findings import analyse
from fixdocs.project import Project
from fixdocs.sample import project as sample
from fixdocs.schema.choices import Control, IssueStatus, ReverseCheck, Verdict
from fixdocs.schema.improve import Chain, FiveW

from .printed import drawn, said
from .rows import FAILED, FLOPPED, NO, NOW, OPEN, PLANNED, cause, chain, issue, measure, project, root

CLOSED = IssueStatus.CLOSED
FULL, PARTLY, BEYOND = Control.FULL, Control.PARTIAL, Control.NONE
P2, BOTH = {"issues": ("P02",)}, {"issues": ("P01", "P02")}


def held(*rows: Any) -> Project:
    """Two core issues, a confirmed cause of the first and one to be verified, and ``rows``."""
    return project(issue(1), issue(2), cause(1), cause(2, OPEN), *rows)


def one(*rows: Any) -> Project:
    """The same with one core issue."""
    return project(issue(1), cause(1), cause(2, OPEN), *rows)


def controlled(*controls: Control | None) -> Project:
    return held(*(root(n, control=each) for n, each in enumerate(controls, 1)))


def boned(*dimensions: str) -> Project:
    return project(issue(), root(), *(cause(n, dimension=each) for n, each in enumerate(dimensions, 1)))


def chained(*results: ReverseCheck | None) -> Project:
    return project(issue(), root(sources=("W01",)), *(chain(n, each) for n, each in enumerate(results, 1)))


def drawn_from(made: Chain) -> Project:
    return held(made, root(sources=("W01",)))


PENDING = root(2, sources=("C02",), **P2)  # a root cause of P02 on a cause that is to be verified
SURE = root(2, **P2)
BARE = cause(3, evidence=None)

# Claim: a project in which it stands, a near one in which it does not.
GUARDS: dict[str, tuple[Project, Project]] = {
    "causes.core_confirmed": (held(root(), SURE), held(root(), PENDING)),
    "causes.core_mixed": (held(root(), PENDING), held(root(), SURE)),
    "causes.core_none": (held(), held(root())),
    "causes.part_confirmed": (held(root(), PENDING), held(root(sources=("C02",)), PENDING)),
    "causes.part_unverified": (held(root(), PENDING), held(root(), SURE)),
    "causes.part_missing": (held(root()), held(root(), SURE)),
    "causes.only_core_confirmed": (one(root(), root(2)), one(root(), root(2, sources=("C02",)))),
    "causes.only_core_unverified": (one(root(), root(2, sources=("C02",))), one(root(), root(2))),
    "causes.only_core_none": (one(), one(root())),
    "causes.others": (project(issue(1, 1), cause(), root()), project(issue(1), cause(), root())),
    "causes.roots_confirmed": (held(root(), SURE), held(root(), PENDING)),
    "causes.roots_unverified": (held(root(sources=("C02",)), PENDING), held(root(), PENDING)),
    "causes.roots_mixed": (held(root(), PENDING), held(root(), SURE)),
    "causes.core_borrowed": (
        held(root(1, **BOTH)),
        held(root(), SURE, cause(3, issue="P02"), root(3, sources=("C03",), **P2)),
    ),
    "causes.issue_closed": (project(issue(1, status=CLOSED), cause(), root()), one(root())),
    "causes.confirmed_share": (one(root()), boned("method")),
    "causes.confirmed_all": (boned("method"), one(root())),
    "causes.confirmed_none": (project(issue(), cause(1, OPEN)), one(root())),
    "causes.cited": (
        held(root(1, issues=("P01", "P03")), SURE, issue(3, 1)),
        held(root(1, issues=("P01", "P03")), SURE, issue(3, 1), cause(3, issue="P03")),
    ),
    "causes.root_confirmed": (one(root()), one(root(sources=("C02",)))),
    "causes.root_unverified": (one(root(sources=("C02",))), one(root())),
    "causes.unverified": (held(root(), PENDING), held(root(), SURE)),
    "causes.doubts": (held(root(), PENDING), held(root(), SURE)),
    "causes.doubt_pending": (held(root(), PENDING), held(root(sources=("C03",)), cause(3, NO))),
    "causes.doubt_excluded": (held(root(sources=("C03",)), cause(3, NO)), held(root(), PENDING)),
    "causes.doubt_failed": (drawn_from(chain(1, FAILED)), drawn_from(chain(1, None))),
    "causes.doubt_unchecked": (drawn_from(chain(1, None)), drawn_from(chain(1, FAILED))),
    "causes.doubt_start": (drawn_from(chain(1, start="C02")), drawn_from(chain(1, start="C01"))),
    "causes.issue_rootless": (held(root()), held(root(), SURE)),
    "causes.fishbone_confirmed": (held(root()), project(issue(), cause(1, OPEN), cause(2, OPEN), root())),
    "causes.fishbone_open": (project(issue(), cause(1, OPEN), cause(2, OPEN), root()), held(root())),
    "causes.control_all": (controlled(FULL, FULL), controlled(FULL, None)),
    "causes.control_some": (controlled(FULL, PARTLY), controlled(FULL, FULL)),
    "causes.control_limited": (controlled(PARTLY, BEYOND), controlled(PARTLY, None)),
    "causes.control_parts": (controlled(PARTLY, None), controlled(PARTLY, BEYOND)),
    "causes.control_partial": (controlled(FULL, PARTLY), controlled(FULL, BEYOND)),
    "causes.control_none": (controlled(FULL, BEYOND), controlled(FULL, PARTLY)),
    "causes.control_unknown": (controlled(FULL, None), controlled(FULL, PARTLY)),
    "causes.shared_one": (held(root(1, **BOTH), SURE), held(root(), SURE)),
    "causes.shared_tied": (held(root(1, **BOTH), root(2, **BOTH), root(3)), held(root(1, **BOTH), root(2, **BOTH))),
    "causes.shared_one_open": (
        held(root(1, sources=("C02",), **BOTH), SURE),
        held(root(1, **BOTH), SURE),
    ),
    "causes.shared_tied_open": (
        held(root(1, **BOTH), root(2, sources=("C02",), **BOTH), root(3)),
        held(root(1, **BOTH), root(2, **BOTH), root(3)),
    ),
    "causes.shared_borrowed": (
        held(root(1, **BOTH), SURE),
        held(root(1, sources=("C01", "C03"), **BOTH), cause(3, issue="P02"), SURE),
    ),
    "causes.shared_borrowed_tied": (
        held(root(1, **BOTH), root(2, **BOTH), root(3)),
        held(
            root(1, sources=("C01", "C03"), **BOTH),
            root(2, sources=("C01", "C03"), **BOTH),
            root(3),
            cause(3, issue="P02"),
        ),
    ),
    "causes.causes_elsewhere": (held(root(), issue(3, 1), cause(3, issue="P03")), held(root(), cause(3, issue="P02"))),
    "causes.chains_elsewhere": (
        held(root(), issue(3, 1), chain(1), chain(2, issue="P03")),
        held(root(), chain(1), chain(2, issue="P02")),
    ),
    "causes.shared_even": (held(root(1, **BOTH), root(2, **BOTH)), held(root(1, **BOTH), root(2, **BOTH), root(3))),
    "causes.unshared": (held(root(), SURE), held(root(1, **BOTH), SURE)),
    "causes.unmeasured": (held(root(), SURE), held(root(1, value=2.0), SURE)),
    "causes.dimension_top": (boned("method", "method", "people"), boned("method", "people")),
    "causes.dimension_tied": (
        boned("method", "method", "people", "people", "machine"),
        boned("method", "method", "people", "people"),
    ),
    "causes.dimension_only": (boned("method", "method"), boned("method")),
    "causes.dimension_even": (boned("method", "people"), boned("method", "method", "people")),
    "causes.chains_all": (chained(ReverseCheck.PASSED, ReverseCheck.PASSED), chained(ReverseCheck.PASSED, None)),
    "causes.chains_mixed": (chained(ReverseCheck.PASSED, None), chained(ReverseCheck.PASSED, ReverseCheck.PASSED)),
    "causes.chains_passed": (chained(ReverseCheck.PASSED, None), chained(FAILED, None)),
    "causes.chains_failed": (chained(FAILED, None), chained(ReverseCheck.PASSED, None)),
    "causes.chains_unchecked": (chained(FAILED, None), chained(FAILED, ReverseCheck.PASSED)),
    "causes.chain_passed": (chained(ReverseCheck.PASSED), chained(None)),
    "causes.chain_failed": (chained(FAILED), chained(ReverseCheck.PASSED)),
    "causes.chain_unchecked": (chained(None), chained(FAILED)),
    "causes.failed_roots": (held(chain(1, FAILED), root(sources=("W01",)), SURE), held(chain(1, FAILED), root(), SURE)),
    "causes.two_texts": (
        one(chain(), root(sources=("W01",), description="规则不全")),
        one(chain(), root(sources=("W01",), description="没有规则。")),
    ),
    "causes.foreign_causes": (held(root(1, **BOTH)), held(root())),
    "causes.foreign_chains": (held(chain(), root(1, sources=("W01",), **BOTH)), held(chain(), root(sources=("W01",)))),
    "causes.foreign_start": (
        held(chain(1, issue="P02", start="C01"), root()),
        held(chain(1, issue="P01", start="C01"), root()),
    ),
    "causes.planned_rootless": (
        held(root(), SURE, issue(3, 1, treatment=NOW), issue(4, 1, treatment=PLANNED)),
        held(root(), SURE, issue(3, 1, treatment=NOW)),
    ),
    "causes.planned_rootless_now": (held(root(), SURE, issue(3, 1, treatment=NOW)), held(root(), SURE, issue(3, 1))),
    "causes.planned_rootless_planned": (
        held(root(), SURE, issue(3, 1, treatment=PLANNED)),
        held(root(), SURE, issue(3, 1, treatment=NOW)),
    ),
    "causes.texts_differ": (
        held(chain(), root(sources=("W01",), description="规则不全"), SURE),
        held(chain(), root(sources=("W01",), description="没有规则。"), SURE),
    ),
    "causes.chain_elsewhere": (held(chain(), root(sources=("W01",), **P2)), held(chain(), root(sources=("W01",)))),
    "causes.excluded_start": (
        held(cause(3, NO), chain(1, start="C03"), root(sources=("W01",))),
        held(cause(3, NO), chain(1, start="C03"), root()),
    ),
    "causes.excluded_start_rootless": (
        held(cause(3, NO), chain(1, start="C03"), root()),
        held(cause(3, NO), chain(1, start="C01"), root()),
    ),
    "causes.chainless": (
        held(chain(), root(sources=("W01",)), SURE),
        held(chain(), root(sources=("W01",)), root(2, sources=("W01",), **P2)),
    ),
    "causes.framed": (
        held(FiveW(issue="P01", what="等"), FiveW(issue="P02", what="等")),
        held(FiveW(issue="P01", what="等")),
    ),
    "causes.framed_some": (
        held(FiveW(issue="P01", what="等")),
        held(FiveW(issue="P01", what="等"), FiveW(issue="P02", what="等")),
    ),
    "causes.idle": (one(root(), cause(3)), one(root(1, sources=("C01", "C03")), cause(3))),
    "causes.unlisted_evidence": (held(root(evidence=None), SURE), held(root(), SURE)),
    "causes.open_bearing": (held(root(), PENDING, cause(3, OPEN)), held(root(), SURE, cause(3, OPEN))),
    "causes.open_all": (
        project(issue(), cause(1, OPEN), cause(2, OPEN), root(1, sources=("C01", "C02"))),
        held(root(), PENDING, cause(3, OPEN)),
    ),
    "causes.first_roots": (
        held(root(), PENDING, cause(3, OPEN)),
        held(root(), PENDING, cause(3, OPEN), measure(roots=("R02",))),
    ),
    "causes.first_measures": (
        held(root(), PENDING, cause(3, OPEN), measure(roots=("R02",))),
        held(root(), PENDING, cause(3, OPEN), measure(roots=("R02",), trial=FLOPPED)),
    ),
    "causes.open_free": (held(root(), SURE, cause(3, OPEN)), held(root(), PENDING, cause(3, OPEN))),
    "causes.open_before": (one(cause(3, OPEN)), one(root(), cause(3, OPEN))),
    "causes.open_rest": (held(root(), cause(3, OPEN)), held(root(), SURE, cause(3, OPEN))),
}
# Claims that the plan prints: tried here beside the chain they speak of.
ELSEWHERE = {"causes.planned_measureless"}


def test_every_claim_has_both_guards() -> None:
    assert {key for key in CLAIMS if key.startswith("causes.")} == set(GUARDS) | ELSEWHERE


@pytest.mark.parametrize("key", GUARDS)
def test_a_claim_stands_where_it_is_true_and_not_beside_it(key: str) -> None:
    true, near = GUARDS[key]
    with watching() as seen:
        said("causes", true)
    assert True in seen[key]
    with watching() as seen:
        said("causes", near)
    assert True not in seen.get(key, {False})


def test_kind_10_an_issue_in_the_plan_without_measure() -> None:
    def claimed(*rows: Any) -> bool:
        return about.planned_measureless(analyse(project(*rows)).chain) is not None

    rows = [issue(1, treatment=NOW), cause(), root(), root(2)]
    assert claimed(*rows, measure(roots=("R03",)))
    assert not claimed(*rows, measure(roots=("R02",)))
    assert not claimed(*rows), "there is no measure yet"


class TestKind09:
    """A root cause that is 待验证 is so wherever it is named; one code has one text; what is borrowed is said."""

    @pytest.mark.parametrize(
        "doubt",
        [
            {"cause": OPEN},
            {"cause": None},
            {"chain": FAILED},
            {"chain": None},
            {"start": "C02"},
            {"sources": ("C09",)},
        ],
    )
    def test_kind_09_what_is_not_verified_is_not_called_found(self, doubt: dict[str, Any]) -> None:
        sources = doubt.get("sources", ("C01", "W01"))
        rows = [
            cause(1, doubt.get("cause", Verdict.CONFIRMED)),
            cause(2, OPEN),
            chain(1, doubt.get("chain", ReverseCheck.PASSED), start=doubt.get("start", "C01")),
            root(sources=sources),
            root(2, sources=("C03",), **P2),
            cause(3, issue="P02"),
        ]
        text = said("causes", project(issue(1), issue(2), *rows)).text
        assert "2 个核心问题中，1 个的根因已确认；1 个还有根因待验证（P01）。" in text
        assert "查出 2 个根因，已确认 1 个，待验证 1 个（R01）。" in text
        assert "根因都已确认" not in text
        assert "R01 没有规则（待验证）" in text
        assert "R02 没有规则（待验证）" not in text

    def test_kind_09_all_confirmed_is_said_only_then(self) -> None:
        text = said("causes", held(root(), SURE)).text
        assert "2 个核心问题的根因都已确认。查出的 2 个根因都已确认。" in text
        assert "（待验证）" not in text

    def test_kind_09_key_figures_count_as_the_sentences_do(self) -> None:
        found = said("causes", held(root(), PENDING)).texts
        assert "1 个的根因已确认，1 个还有根因待验证（P02）" in found
        assert "已确认 1 个，待验证 1 个" in found

    def test_kind_09_the_tree_ends_in_the_root_cause_s_own_words(self) -> None:
        same = one(chain(), root(sources=("W01",), description="没有规则。"))
        assert "根因表" not in drawn("causes", same)
        other = one(chain(), root(sources=("W01",), description="授权不清"))
        figures = drawn("causes", other).replace("', '", "").replace("\\n", "")
        assert "根因表写作" in figures
        assert "授权不清" in figures
        assert "根因表中 R01 写作“授权不清”。" in said("causes", other).text

    def test_kind_09_a_chain_without_root_cause_ends_in_none(self) -> None:
        assert "未得出根因" in drawn("causes", one(chain(), root()))
        assert "未得出根因" not in drawn("causes", one(chain(), root(sources=("W01",))))

    def test_kind_09_a_cause_cited_for_another_issue_is_said(self) -> None:
        rows = [issue(1), issue(2), cause(5, issue="P02"), root(1, sources=("C05",))]
        text = said("causes", project(*rows)).text
        assert "原因 C05 出自 P02 的鱼骨图，本问题引用。" in text
        own = said("causes", project(*rows[:2], cause(5), root(1, sources=("C05",)))).text
        assert "本问题引用" not in own


class TestKind10:
    """Gaps of the chain are said."""

    def test_kind_10_a_root_cause_without_sources(self) -> None:
        text = said("causes", held(root(sources=("C09",)), SURE)).text
        assert "没有可查的来源" in text
        assert "没有可查的来源" not in said("causes", held(root(), SURE)).text

    def test_kind_10_a_cause_confirmed_without_evidence(self) -> None:
        assert "判定为确认，没有证据" in said("causes", held(root(), SURE, BARE)).text
        assert "判定为确认，没有证据" not in said("causes", held(root(), SURE)).text

    def test_kind_10_a_core_issue_without_root_cause(self) -> None:
        assert "1 个尚未找到根因（P02）" in said("causes", held(root())).text
        assert "尚未找到根因" not in said("causes", held(root(), SURE)).text

    def test_kind_10_an_issue_to_be_solved_without_root_cause(self) -> None:
        gap = "1 个问题（P03）已决定立即处理，还没有根因。"
        assert gap in said("causes", held(root(), SURE, issue(3, 1, treatment=NOW))).text
        assert gap not in said("causes", held(root(), SURE, root(3, issues=("P03",)), issue(3, 1, treatment=NOW))).text


# Recomputed by another way, and by changing the input


def confirmed(held: Project) -> set[str]:
    """The root causes all of whose sources hold, from the columns."""
    causes = pd.DataFrame([{"id": c.id, "good": c.verdict is Verdict.CONFIRMED} for c in held.causes]).set_index("id")
    chains = pd.DataFrame([c.model_dump() for c in held.chains])
    chains["good"] = (chains.reverse == ReverseCheck.PASSED) & chains.start.map(causes.good).fillna(True).astype(bool)
    good = pd.concat([causes.good, chains.set_index("id").good])
    return {root.id for root in held.roots if good.reindex(root.sources).dropna().astype(bool).all()}


def test_every_count_is_that_of_the_rows() -> None:
    held = sample()
    facts = {p.fact.id: p.value for p in said("causes", held).prints}
    sure = confirmed(held)
    assert 0 < len(sure) < len(held.roots)
    assert facts["chain.roots"] == len(held.roots)
    assert facts["chain.confirmed"] == len(sure)
    assert facts["chain.unverified"] == len(held.roots) - len(sure)
    rows = pd.DataFrame([c.model_dump() for c in held.causes])
    assert facts["causes.all"] == len(rows)
    assert facts["causes.confirmed"] == (rows.verdict == Verdict.CONFIRMED).sum()
    assert facts["causes.confirmed_share"] == pytest.approx((rows.verdict == Verdict.CONFIRMED).mean())
    for issue_id, group in rows.groupby("issue"):
        assert facts[f"causes.all:{issue_id}"] == len(group)
    for each in held.roots:
        assert facts[f"causes.root_issues:{each.id}"] == len(each.issues)
        if each.value is not None:
            assert facts[f"filled:roots:{each.id}:value"] == each.value


def test_a_fact_has_one_value_and_one_text_and_its_cells() -> None:
    seen: dict[str, set[tuple[float, str]]] = {}
    for report in ("issues", "causes"):
        for one in said(report, sample()).prints:
            seen.setdefault(one.fact.id, set()).add((float(one.value), one.text))
            assert one.fact.sources or not one.fact.kind.startswith(("issues.", "causes.", "chain.", "filled"))
    assert {key: texts for key, texts in seen.items() if len(texts) > 1} == {}


@pytest.mark.parametrize("key", GUARDS)
def test_the_order_of_rows_changes_nothing(key: str) -> None:
    made = GUARDS[key][0]
    names = ("issues", "causes", "chains", "roots")
    turned = replace(made, **{name: getattr(made, name)[::-1] for name in names})
    assert said("causes", turned).texts == said("causes", made).texts


def test_a_check_in_reverse_turns_the_standing_wherever_it_is_named() -> None:
    made = sample()

    def with_check(result: ReverseCheck) -> Project:
        return replace(made, chains=tuple(c.model_copy(update={"reverse": result}) for c in made.chains))

    drawn_from = {r.id for r in made.roots if set(r.sources) & {c.id for c in made.chains}}
    failed = said("causes", with_check(FAILED))
    text = failed.text
    assert f"查出的 {len(made.roots)} 个根因都待验证。" in text
    assert all(f"{key}（待验证）" in text for key in drawn_from)
    assert {p.fact.id: p.value for p in failed.prints}["chain.unverified"] == len(drawn_from)
    passed = said("causes", with_check(ReverseCheck.PASSED)).text
    assert "（待验证）" not in passed
    assert f"查出的 {len(made.roots)} 个根因都已确认。" in passed


def test_the_sample_s_trees_end_in_the_root_causes_own_words() -> None:
    made = sample()
    roots = {key: r.description for r in made.roots for key in r.sources}
    assert {c.id: c.whys[-1] for c in made.chains} == {c.id: roots[c.id] for c in made.chains}
    assert "在根因表中写作" not in said("causes", made).text


def test_no_share_is_printed_where_all_or_none_is_meant() -> None:
    for made in (project(issue(), cause(1, OPEN), root()), boned("method")):
        found = said("causes", made).texts
        assert not [text for text in found if "0.0%" in text or "100.0%" in text]


def test_what_has_no_basis_is_not_said_to_have_one() -> None:
    bare = project(issue(), cause(1, OPEN), cause(2, OPEN), root())
    assert "判定见" in said("causes", bare).text
    assert "依据见" not in said("causes", bare).text
    assert "依据见" in said("causes", one(root())).text


def test_a_confirmed_root_cause_is_no_open_item() -> None:
    """One status: what the conclusions call confirmed does not wait for proof."""
    text = said("causes", held(root(evidence=None), SURE, cause(3, OPEN))).text
    assert "R01 没有单列证据，依据的是来源的证据。" in text
    assert "没有列出证据" not in text
    doubtful = said("causes", held(root(evidence=None, sources=("C02",)), SURE)).text
    assert "没有列出证据" in doubtful


def test_root_causes_with_commas_are_told_apart() -> None:
    made = held(root(1, description="甲，乙", **BOTH), root(2, description="丙，丁", **BOTH), root(3))
    assert "牵涉问题最多的根因（各 2 个）宜优先考虑：R01 甲，乙；R02 丙，丁。" in said("causes", made).text


def test_a_cause_with_one_verdict_throughout_is_told_by_it() -> None:
    assert "2 条可能原因都已确认" in said("causes", project(issue(), cause(1), cause(2), root())).text
    assert "2 条可能原因都待验证" in said("causes", project(issue(), cause(1, OPEN), cause(2, OPEN), root())).text


def test_a_root_cause_that_others_only_cite_is_said_to_be_cited() -> None:
    text = said("causes", held(root(1, **BOTH), SURE)).text
    assert "宜优先考虑。其中 1 个问题是引用这一根因，没有单独验证。" in text
    assert "○ 该问题引用其他问题分析得出的根因，没有单独验证。" in text


def test_measures_that_are_there_wait_for_proof_and_failed_ones_do_not() -> None:
    open_ones = held(root(), PENDING, cause(3, OPEN), measure(roots=("R02",)))
    assert "应先查实，再实施 M01 立规则。" in said("causes", open_ones).text
    failed = held(root(), PENDING, cause(3, OPEN), measure(roots=("R02",), trial=FLOPPED))
    assert "制定相应措施之前应先查实。" in said("causes", failed).text
