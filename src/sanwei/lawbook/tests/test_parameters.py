from datetime import date, timedelta

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanwei.lawbook import Due, LawError, lawbook
from sanwei.lawbook.tests.small_law import write_law

TERMS = """\
- key: hearing.request
  label: 要求听证
  unit: working_days
  values:
  - {value: 5, from: 2021-07-15, until: null, basis: LAW2 §60, status: read, checked_on: 2026-11-23}
  - {value: 3, unit: calendar_days, roll: next_working_day, from: 2009-08-27, until: 2021-07-14, basis: LAW1 §33,
  status: page}
- key: surcharge.rate
  label: 加处罚款
  unit: percent
  values:
  - {value: 3, from: 2009-08-27, until: 2021-07-14, basis: LAW1 §33, status: page}
  - {value: 2.5, from: 2022-01-01, until: null, basis: LAW2 §60, status: page}
- key: officers.least
  label: 最少人数
  unit: count
  values:
  - {value: 2, from: 2021-07-15, basis: LAW2 §60, status: read, checked_on: 2026-11-23}
- key: limitation
  label: 时效
  unit: years
  values:
  - {value: 2, from: 2021-07-15, basis: LAW2 §60, status: read, checked_on: 2026-11-23}
"""
YEARS = {
    f"calendar/{year}.yaml": f"{{year: {year}, status: published, notice: 某号, off: {{{year}-01-01: 元旦}}}}\n"
    for year in range(2019, 2026)
}


@pytest.fixture(scope="module")
def dated(tmp_path_factory):
    changes = {"far/parameters/more.yaml": TERMS, **YEARS}
    return lawbook(("near",), write_law(tmp_path_factory.mktemp("dated"), changes))


def test_the_nearer_pack_prevails_on_the_days_it_covers(book):
    limit = book.parameter("decision.limit")
    days = [
        date(2021, 7, 14),
        date(2021, 7, 15),
        date(2021, 12, 31),
        date(2022, 1, 1),
        date(2022, 12, 31),
        date(2023, 1, 1),
    ]
    expected = [None, 90, 90, 60, 60, 90]
    assert [value and value.value for value in map(limit.at, days)] == expected
    assert pl.DataFrame({"day": days}).select(limit.at(pl.col("day")).alias("n"))["n"].to_list() == expected
    assert limit.at(date(2022, 6, 1)).pack == "near"


def test_the_day_of_the_act_picks_the_threshold(book):
    fine = book.parameter("summary.fine.person")
    assert fine.at(date(2021, 7, 14)).value == 5000 and fine.at(date(2021, 7, 15)).value == 20000
    assert fine.at(date(2009, 8, 26)) is None


def test_a_value_says_itself_and_whether_somebody_read_it(book, dated):
    assert book.parameter("decision.limit").at(date(2024, 1, 1)).says == "90 日（《某某处罚法》（2021）第六十条）"
    says = book.parameter("summary.fine.person").at(date(2024, 1, 1)).says
    assert says == "200 元（《某某处罚法》（2021）第五十一条至第五十三条）（待核实）"
    assert dated.parameter("surcharge.rate").at(date(2024, 1, 1)).amount == "2.5%"
    assert dated.parameter("officers.least").at(date(2024, 1, 1)).amount == "2"
    assert dated.parameter("hearing.request").at(date(2020, 1, 1)).amount == "3 日"
    assert dated.parameter("hearing.request").at(date(2024, 1, 1)).amount == "5 个工作日"
    assert book.parameter("decision.limit").at(date(2024, 1, 1)).is_verified
    assert not book.parameter("summary.fine.person").at(date(2024, 1, 1)).is_verified


def test_a_value_brings_its_clause(book):
    value = book.parameter("decision.limit").at(date(2022, 1, 1))
    assert (value.basis, value.basis_clause) == ("DOC39 三(三)四", book.clause("DOC39 三(三)四"))
    assert (value.since, value.until, value.unit, value.roll) == (
        date(2022, 1, 1),
        date(2022, 12, 31),
        "calendar_days",
        "none",
    )


def test_a_value_that_must_be_there_is_asked_for_by_name(book):
    assert book.parameter("decision.limit").require(date(2024, 1, 1)).value == 90
    with pytest.raises(LawError, match="在 2001-01-01 没有生效的值"):
        book.parameter("decision.limit").require(date(2001, 1, 1))


def test_numbers_of_a_column_are_whole_unless_one_is_a_fraction(book, dated):
    days = pl.DataFrame({"day": [date(2020, 1, 1), date(2021, 12, 1), date(2024, 1, 1), None]})
    rate = days.select(dated.parameter("surcharge.rate").at(pl.col("day")).alias("n"))["n"]
    fine = days.select(book.parameter("summary.fine.person").at(pl.col("day")).alias("n"))["n"]
    assert (rate.dtype, rate.to_list()) == (pl.Float64, [3.0, None, 2.5, None])
    assert (fine.dtype, fine.to_list()) == (pl.Int64, [5000, 20000, 20000, None])


@given(st.lists(st.none() | st.dates(date(2005, 1, 1), date(2030, 1, 1)), max_size=20))
def test_a_column_says_what_each_day_says(dated, days):
    frame = pl.DataFrame({"day": days}, schema={"day": pl.Date})
    for parameter in dated.parameters:
        one_by_one = [None if day is None or (value := parameter.at(day)) is None else value.value for day in days]
        assert frame.select(parameter.at(pl.col("day")).alias("n"))["n"].to_list() == one_by_one


def test_a_term_is_counted_as_the_law_of_its_day_counted(dated):
    # Friday 2021-01-01 was a day off; three days run on by the calendar and roll, five working days do not count
    # weekends
    assert dated.due("hearing.request", date(2020, 12, 30)) == Due(date(2021, 1, 4))
    assert dated.due("hearing.request", date(2021, 8, 6)) == Due(date(2021, 8, 13))
    assert dated.due("hearing.request", date(2021, 7, 14), on=date(2021, 7, 15)) == Due(date(2021, 7, 21))
    assert dated.due("hearing.request", date(2001, 1, 1)) is None
    assert dated.due("limitation", date(2024, 2, 29)) == Due(date(2026, 2, 28))


@given(st.lists(st.tuples(*[st.none() | st.dates(date(2018, 12, 1), date(2027, 3, 1))] * 2), max_size=12))
def test_a_column_of_terms_ends_where_each_term_ends(dated, rows):
    frame = pl.DataFrame(rows, schema={"trigger": pl.Date, "on": pl.Date}, orient="row")
    for key in ("hearing.request", "limitation"):
        dues = [dated.due(key, trigger, on) if trigger and on else None for trigger, on in rows]
        found = frame.select(
            due=dated.due_expr(key, pl.col("trigger"), pl.col("on")),
            provisional=dated.provisional_expr(key, pl.col("trigger"), pl.col("on")),
        )
        assert found["due"].to_list() == [due and due.day for due in dues]
        assert found["provisional"].to_list() == [bool(due and due.provisional) for due in dues]


def test_the_unit_of_each_day_can_be_read(dated):
    days = pl.DataFrame({"day": [date(2020, 1, 1), date(2024, 1, 1), date(2001, 1, 1)]})
    units = days.select(dated.parameter("hearing.request").unit_at(pl.col("day")).alias("unit"))["unit"]
    assert units.to_list() == ["calendar_days", "working_days", None]


def test_money_is_no_term(book):
    with pytest.raises(LawError, match="不是期间"):
        book.due("summary.fine.person", date(2024, 1, 1))
    with pytest.raises(LawError, match="不是期间"):
        book.due_expr("summary.fine.person", pl.col("day"))


def test_a_term_of_a_year_not_published_is_provisional(dated):
    due = dated.due("hearing.request", date(2025, 12, 30))
    assert (due.day, due.provisional) == (date(2026, 1, 7), True) and "2026 年" in due.why
    assert dated.due("hearing.request", date(2026, 12, 30)).day is None
    assert not dated.due("hearing.request", date(2025, 12, 30) - timedelta(days=10)).provisional
