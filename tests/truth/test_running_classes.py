"""集中在 is said only of few classes among many; ties, equal classes and a largest 其他 are named."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from fixdocs.reports.survey.close import CloseWriter

from .running_data import WORDS, claimed, classes, complaints, everything, found, project, tickets

COUNTS = st.dictionaries(st.sampled_from([*"甲乙丙丁戊己庚辛", "其他"]), st.integers(0, 60), min_size=1, max_size=9)


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        (dict.fromkeys("甲乙丙丁戊", 20), "丁、丙、乙、戊、甲数量相同，各 20 件，没有集中的类别。"),
        ({"甲": 21, "乙": 20, "丙": 20, "丁": 19, "戊": 20}, "数量接近，最多 21 件，最少 19 件，没有集中的类别。"),
        ({"甲": 60, "乙": 30, "丙": 5, "丁": 5}, "投诉集中在甲、乙，合计占 90.0%（共 4 类）。"),
        ({"甲": 60, "乙": 30, "丙": 10}, "甲的数量最多，有 60 件，占 60.0%。"),
        ({"甲": 8, "乙": 1, "丙": 1}, "甲的数量最多，有 8 件，占 80.0%。"),
        ({"甲": 40, "乙": 40, "丙": 20}, "乙、甲的数量并列最多，各 40 件，各占 40.0%。"),
        ({"甲": 30, "乙": 20, "其他": 50}, "“其他”的数量超过其余每一类，有 50 件，占 50.0%，应细分后再看。"),
        ({"甲": 40, "乙": 20, "其他": 40}, "“其他”与甲并列最多，有 40 件，占 40.0%，应细分后再看。"),
        ({"甲": 33}, "投诉只有“甲”一类，共 33 件。"),
    ],
)
def test_kind_13_what_is_said_of_classes(counts: Mapping[str, int], said: str) -> None:
    text = classes(counts)
    assert said in text
    assert ("集中在" in text) == ("集中在" in said)


def test_kind_13_five_equal_classes_do_not_concentrate_anywhere() -> None:
    held = project(complaints=complaints(dict.fromkeys("甲乙丙丁戊", 20)))
    assert "集中在" not in everything(held)
    close = CloseWriter(found(held), WORDS)
    assert all("集中在" not in finding.text for finding in close.findings_list())
    held = project(complaints=complaints({"甲": 60, "乙": 30, "丙": 5, "丁": 5}))
    assert any("投诉集中在甲、乙" in each.text for each in CloseWriter(found(held), WORDS).findings_list())


def test_kind_13_classes_tied_at_the_edge_count_together() -> None:
    text = classes({"甲": 66, "乙": 14, "丙": 14, "丁": 2, "戊": 2, "己": 2})
    assert "投诉集中在甲、丙、乙，合计占 94.0%（共 6 类）。其中丙、乙数量相同，各 14 件，一并计入。" in text
    assert "数量相同" not in classes({"甲": 60, "乙": 14, "丙": 14, "丁": 4, "戊": 4, "己": 4})  # both are needed
    assert "数量相同" not in classes({"甲": 60, "乙": 20, "丙": 8, "丁": 4, "戊": 4, "己": 4})
    # four of six are more than half
    assert "集中在" not in classes({"甲": 40, "乙": 14, "丙": 14, "丁": 14, "戊": 14, "己": 4})


def test_kind_13_the_rest_is_named_only_where_it_is_large() -> None:
    large, small = classes({"甲": 30, "乙": 20, "其他": 50}), classes({"甲": 30, "乙": 20, "其他": 5})
    assert "其余类别中，甲的数量最多，有 30 件" in large
    assert "应细分" not in small
    assert "其余类别中" not in small
    assert "其余类别中，乙、甲的数量并列最多" in classes({"甲": 30, "乙": 30, "丙": 1, "其他": 50})


def test_kind_13_a_small_sample_is_never_concentrated() -> None:
    small, large = ({"甲": 20 * k, "乙": k, "丙": k, "丁": k} for k in (1, 2))
    assert "集中在" not in classes(small)
    assert "集中在" in classes(large)


def test_kind_13_classes_of_tickets_say_what_has_no_class() -> None:
    held = tickets([60.0] * 40)
    kinds = ["甲"] * 30 + ["乙"] * 2 + ["丙"] * 2 + ["丁"] * 2 + [None] * 4
    held = type(held)(held.sheet, {**held.values, "kind": kinds}, held.rows, held.sources, held.origin, held.positions)
    text = everything(project(tickets=held))
    assert "注明类型的工单有 36 张，分为 4 类" in text
    assert "工单集中在甲，合计占 83.3%（共 4 类）。" in text
    assert "另有 4 张没有注明类型，没有计入。" in text


@given(COUNTS, st.randoms())
def test_kind_13_the_order_of_rows_decides_nothing(counts: dict[str, int], chance) -> None:
    assume(sum(counts.values()))
    pairs = list(counts.items())
    chance.shuffle(pairs)
    assert classes(dict(pairs)) == classes(counts)


@given(COUNTS)
def test_kind_13_concentration_is_what_pandas_computes(counts: dict[str, int]) -> None:
    assume(sum(counts.values()))
    frame = pd.Series(counts)
    named = frame.drop("其他", errors="ignore").sort_values(ascending=False, kind="stable")
    share = named.cumsum() / frame.sum()
    few = share[share.shift(fill_value=0) < 0.8 - 1e-12]
    edge = named[few.index].min() if len(few) else 0
    few = named[named >= max(edge, 1)]
    stands = (
        len(few) > 0 and 2 * len(few) <= len(named) and few.sum() / frame.sum() >= 0.8 - 1e-12 and frame.sum() >= 30
    )
    keys = claimed(project(complaints=complaints(counts)))
    assert ("running.concentrated_complaints" in keys) == stands
    other = counts.get("其他", 0)
    largest = other > 0 and len(named) > 0 and other >= named.max()
    assert bool({"running.rest_largest", "running.rest_tied"} & set(keys)) == largest


@pytest.mark.parametrize(
    ("name", "rest"),
    [
        ("其他", True),
        ("其它", True),
        ("其他问题", True),
        ("其他（咨询、建议）", True),
        ("其他部门推诿", False),
        ("态度", False),
    ],
)
def test_kind_13_the_rest_is_known_by_its_name(name: str, rest: bool) -> None:
    assert ("应细分" in classes({"甲": 10, "乙": 5, name: 50})) == rest
