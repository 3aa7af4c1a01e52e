"""Texts, proofs, answers and refusals of benchmarks."""

from __future__ import annotations

import datetime as dt

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanwei.discretion.bulk import weigh_all
from sanwei.discretion.loading import table_of
from sanwei.discretion.proving import prove
from sanwei.discretion.texts import read_sums
from sanwei.discretion.weighing import Unweighed, changes, weigh


def raw(rows: list[dict], **more) -> dict:
    told = {"code": "T", "item": "乱扔废弃物", "version": "一", "from": dt.date(2024, 1, 1), "basis": ["示例 §48"]}
    facts = {"places": {"label": "处数", "kind": "数字", "unit": "处"}, "mended": {"label": "已经改正", "kind": "是否"}}
    return told | {"facts": facts, "rows": rows, "statute": [{"standard": "处20元以上50元以下罚款"}]} | more


SOUND = [
    {"grade": "none", "when": {"mended": True}},
    {"grade": "light", "when": {"mended": False, "places": "不满2处"}, "standard": "处20元以上不满30元罚款"},
    {"grade": "normal", "when": {"mended": False, "places": "2处以上不满4处"}, "standard": "处30元以上不满40元罚款"},
    {"grade": "serious", "when": {"mended": False, "places": "4处以上"}, "standard": "处40元以上50元以下罚款"},
]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("酌情处以罚款", "酌情处以罚款"),
        ("处5倍以上罚款", "5倍"),
        ("按前款规定从重处罚", "从重"),
        ("处10%—20%罚款", "10%"),
    ],
)
def test_what_is_not_understood_stays_visible(text: str, left: str) -> None:
    assert left in read_sums(text).left
    table = table_of(raw([{"grade": "normal", "standard": text}]))
    assert "unread" in {fault.kind for fault in prove(table)}


def test_a_sound_table_has_no_fault() -> None:
    assert prove(table_of(raw(SOUND))) == []


@pytest.mark.parametrize(
    ("rows", "kind", "words"),
    [
        (SOUND[:3], "gap", "没有一档适用"),
        (
            [*SOUND[:3], SOUND[3] | {"when": {"mended": False, "places": "3处以上"}}],
            "overlap",
            "第 3 档和第 4 档同时适用",
        ),
        ([*SOUND[:3], SOUND[3] | {"standard": "处40元以上60元以下罚款"}], "outside", "超过法定最高数额"),
        ([SOUND[0], SOUND[1] | {"standard": "处10元以上不满30元罚款"}, *SOUND[2:]], "outside", "低于法定最低数额"),
        ([*SOUND[:2], SOUND[2] | {"standard": "处30元以上不满35元罚款"}, SOUND[3]], "gap", "之间的数额没有规定"),
        ([*SOUND[:3], SOUND[3] | {"as": "9", "standard": ""}], "pointer", "不存在"),
    ],
)
def test_a_fault_of_a_table_is_found_with_row_and_example(rows, kind: str, words: str) -> None:
    found = [fault for fault in prove(table_of(raw(rows))) if fault.kind == kind]
    assert any(words in fault.says for fault in found), prove(table_of(raw(rows)))


def test_a_graver_row_that_costs_less_is_out_of_order() -> None:
    rows = [
        SOUND[0],
        SOUND[1] | {"standard": "处40元以上50元以下罚款"},
        SOUND[2],
        SOUND[3] | {"standard": "处20元以上不满30元罚款"},
    ]
    assert "order" in {fault.kind for fault in prove(table_of(raw(rows)))}


def test_what_the_law_leaves_open_every_row_settles() -> None:
    statute = [{"standard": "处20元以上50元以下罚款，可以并处吊销许可证"}]
    found = prove(table_of(raw(SOUND, statute=statute)))
    assert [fault.rows for fault in found if fault.kind == "unsettled"] == [("2",), ("3",), ("4",)]
    settled = [SOUND[0], *(row | {"besides": {"revoke_licence": "no"}} for row in SOUND[1:])]
    assert prove(table_of(raw(settled, statute=statute))) == []


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"mended": False, "places": -1000}, "不能是负数"),
        ({"mended": False}, "还缺少：处数"),
        ({"colour": 1}, "没有“colour”这一项"),
        ({"mended": 1, "places": 1000}, "只能回答是或者否"),
        ({"mended": False, "places": 1.5}, "要填写数字"),
    ],
)
def test_what_cannot_be_weighed_is_said_and_not_guessed(facts: dict, words: str) -> None:
    with pytest.raises(Unweighed, match=words):
        weigh(table_of(raw(SOUND)), facts)


def test_two_rows_at_once_are_said_to_be_two() -> None:
    rows = [*SOUND[:3], SOUND[3] | {"when": {"mended": False, "places": "3处以上"}}]
    with pytest.raises(Unweighed, match="同时符合第 3 档（一般）、第 4 档（严重）"):
        weigh(table_of(raw(rows)), {"mended": False, "places": 3000})


def test_the_page_says_what_would_change_the_answer() -> None:
    weighed = weigh(table_of(raw(SOUND)), {"mended": False, "places": 5000})
    assert [(turned, other.row.number) for turned, other in changes(weighed)] == [("若已经改正", "1")]
    assert weighed.holds(4000) and weighed.holds(5000) and not weighed.holds(3999) and not weighed.holds(5001)


@given(places=st.integers(0, 10_000), mended=st.booleans())
def test_same_facts_same_answer_and_inside_the_statute(places: int, mended: bool) -> None:
    table = table_of(raw(SOUND))
    one, again = (weigh(table, {"mended": mended, "places": places}) for _ in range(2))
    assert (one.row, one.least_fen, one.most_fen) == (again.row, again.least_fen, again.most_fen)
    if one.reckoned:
        assert isinstance(one.least_fen, int) and isinstance(one.most_fen, int)
        assert 2000 <= one.least_fen <= one.most_fen <= 5000


@given(a=st.integers(0, 10_000), b=st.integers(0, 10_000))
def test_more_places_never_cost_less(a: int, b: int) -> None:
    table = table_of(raw(SOUND))
    fewer, more = (weigh(table, {"mended": False, "places": n}) for n in sorted((a, b)))
    assert fewer.least_fen <= more.least_fen and fewer.most_fen <= more.most_fen


@given(st.lists(st.tuples(st.none() | st.booleans(), st.none() | st.integers(0, 8_000)), min_size=1, max_size=30))
def test_columns_answer_as_one_by_one(told) -> None:
    table = table_of(raw([*SOUND[:3], SOUND[3] | {"when": {"mended": False, "places": "3处以上"}}]))
    frame = pl.DataFrame(told, schema={"mended": pl.Boolean, "places": pl.Int64}, orient="row")
    for row in weigh_all(table, frame).collect().iter_rows(named=True):
        facts = {"mended": row["mended"], "places": row["places"]}
        try:
            one = weigh(table, facts)
        except Unweighed as error:
            assert row["answer"] == ("missing" if error.missing else "two"), (facts, row)
        else:
            assert (row["answer"], row["row"], row["least_fen"], row["most_fen"]) == (
                "one", one.row.number, one.least_fen, one.most_fen,
            )  # fmt: skip
