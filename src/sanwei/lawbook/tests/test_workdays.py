from datetime import UTC, date, datetime, timedelta

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanwei.lawbook import Calendar, Due, LawError
from sanwei.lawbook.calendars import make_calendar
from sanwei.lawbook.workdays import Year, add_months

DAY = timedelta(days=1)
YEARS = [
    Year(2024, True, "甲号", {date(2024, 1, 1): "元旦", date(2024, 10, 1): "国庆节"}, {date(2024, 9, 29): "国庆节"}),
    Year(2025, True, "乙号", {date(2025, 1, 1): "元旦", date(2025, 1, 28): "春节"}, {date(2025, 1, 26): "春节"}),
    Year(2026, False, "", {date(2026, 1, 1): "元旦"}, {}, "通知尚未公布。"),
]
CALENDAR = make_calendar(YEARS)
DAYS = st.dates(date(2023, 12, 20), date(2027, 1, 15))
UNITS = st.sampled_from(["calendar_days", "working_days", "months", "years"])
ROLLS = st.sampled_from(["none", "next_working_day"])


def works(day):
    """Plainly: is it a working day, by the years above (None outside them)?"""
    year = next((year for year in YEARS if year.year == day.year), None)
    return None if year is None else day not in year.off and (day in year.on or day.weekday() < 5)


def slowly(day, n, unit, roll):
    """The end of a term, counted day by day; None when a day outside the calendar would have to be judged."""
    if unit == "working_days" and n:
        step, left = (DAY, n) if n > 0 else (-DAY, -n)
        if n > 0 and works(day) is None:
            return None
        while left:
            day += step
            if works(day) is None:
                return None
            left -= works(day)
    elif unit == "calendar_days":
        day += DAY * n
    elif unit in ("months", "years"):
        day = add_months(day, n * (12 if unit == "years" else 1))
    while roll == "next_working_day" and not works(day):
        if works(day) is None:
            return None
        day += DAY
    return day


@given(DAYS, st.integers(0, 40), UNITS, ROLLS)
def test_a_term_ends_where_counting_day_by_day_ends(day, n, unit, roll):
    due = CALENDAR.add(day, n, unit, roll)
    assert due.day == slowly(day, n, unit, roll)
    assert due.provisional == (
        due.day is not None
        and (unit == "working_days" and n > 0 or roll != "none")
        and max(day if unit == "working_days" else due.day, due.day) >= date(2026, 1, 1)
    )
    assert bool(due.why) == (due.provisional or due.day is None)


@given(DAYS, st.integers(-40, -1), UNITS)
def test_a_term_counted_back_ends_where_counting_day_by_day_ends(day, n, unit):
    assert CALENDAR.add(day, n, unit).day == slowly(day, n, unit, "none")


@given(DAYS, DAYS)
def test_the_distance_is_the_number_of_working_days_after_one_up_to_the_other(a, b):
    found = CALENDAR.working_days_between(a, b)
    if works(a) is None or works(b) is None:
        assert found is None
    else:
        low, high = min(a, b), max(a, b)
        counted = sum(works(low + DAY * step) for step in range(1, (high - low).days + 1))
        assert found == (counted if a <= b else -counted)


@given(
    st.lists(st.tuples(st.none() | DAYS, st.none() | st.integers(-30, 30), st.none() | DAYS), max_size=15), UNITS, ROLLS
)
def test_a_column_is_counted_as_each_row_is(rows, unit, roll):
    frame = pl.DataFrame(rows, schema={"day": pl.Date, "n": pl.Int32, "other": pl.Date}, orient="row")
    due = CALENDAR.add_expr(pl.col("day"), pl.col("n"), unit, roll)
    found = frame.select(
        due=due,
        provisional=CALENDAR.provisional_expr(pl.col("day"), due, unit, roll),
        between=CALENDAR.working_between_expr(pl.col("day"), pl.col("other")),
        ordinal=CALENDAR.ordinal_expr(pl.col("day")),
    )
    for (day, n, other), row in zip(rows, found.iter_rows(named=True), strict=True):
        countable = day is not None and n is not None and (n >= 0 or roll == "none")
        one = CALENDAR.add(day, n, unit, roll) if countable else Due(None)
        assert (row["due"], row["provisional"]) == (one.day, one.provisional)
        assert row["between"] == (CALENDAR.working_days_between(day, other) if day and other else None)
        assert row["ordinal"] == (CALENDAR.ordinal(day) if day else None)


@pytest.mark.parametrize("unit", ["calendar_days", "working_days", "months", "years"])
@pytest.mark.parametrize("n", [-5, -1, 0, 1, 7])
def test_a_fixed_number_counts_like_a_column_of_it(unit, n):
    frame = pl.DataFrame({"day": [date(2024, 1, 1) + DAY * step for step in range(0, 1000, 13)]})
    fixed = frame.select(CALENDAR.add_expr(pl.col("day"), n, unit).alias("due"))["due"]
    assert fixed.to_list() == [CALENDAR.add(day, n, unit).day for day in frame["day"]]


def test_the_day_after_the_event_is_day_one():
    assert CALENDAR.add(date(2024, 5, 6), 1, "working_days") == Due(date(2024, 5, 7))
    assert CALENDAR.add(date(2024, 5, 6), 7, "calendar_days") == Due(date(2024, 5, 13))


def test_an_event_on_a_day_off_has_the_next_working_day_as_day_one():
    assert CALENDAR.add(date(2024, 5, 4), 1, "working_days").day == date(2024, 5, 6)
    assert CALENDAR.add(date(2024, 9, 28), 1, "working_days").day == date(2024, 9, 29)  # a Sunday that was worked


def test_months_and_years_end_on_the_same_day_or_the_last():
    assert CALENDAR.add(date(2024, 1, 31), 1, "months").day == date(2024, 2, 29)
    assert CALENDAR.add(date(2024, 2, 29), 1, "years").day == date(2025, 2, 28)
    assert CALENDAR.add(date(2024, 3, 31), -1, "months").day == date(2024, 2, 29)
    assert CALENDAR.add(date(2024, 11, 15), 2, "months").day == date(2025, 1, 15)


def test_a_last_day_off_rolls_to_the_next_working_day():
    assert CALENDAR.add(date(2024, 9, 30), 1, "calendar_days", "next_working_day").day == date(2024, 10, 2)
    assert CALENDAR.add(date(2024, 9, 30), 1, "calendar_days").day == date(2024, 10, 1)
    assert CALENDAR.add(date(2024, 4, 4), 1, "months", "next_working_day").day == date(2024, 5, 6)


def test_a_year_not_published_is_said_and_never_taken_for_weekdays():
    assert CALENDAR.is_working(date(2026, 3, 4)) is None and CALENDAR.is_working(date(2026, 1, 1)) is None
    assert CALENDAR.is_working(date(2027, 3, 4)) is None and CALENDAR.is_working(date(2023, 3, 4)) is None
    due = CALENDAR.add(date(2025, 12, 30), 3, "working_days")
    assert due.day == date(2026, 1, 5) and due.provisional
    assert due.why == "2026 年的放假安排尚未公布，暂按放假办法固定的假日推算；国务院通知公布后重新计算。"
    assert CALENDAR.is_provisional(date(2025, 12, 30), date(2026, 1, 5)) and not CALENDAR.is_provisional(
        date(2025, 12, 31)
    )


def test_a_count_back_out_of_a_year_not_published_is_provisional_and_nought_days_are_not():
    frame = pl.DataFrame({"day": [date(2026, 1, 5), date(2026, 1, 5), date(2025, 12, 30)], "n": [-3, 0, 0]})
    due = CALENDAR.add_expr(pl.col("day"), pl.col("n"), "working_days")
    marked = CALENDAR.provisional_expr(pl.col("day"), due, "working_days")
    found = frame.select(due.alias("due"), marked.alias("marked")).rows()
    assert found == [(date(2025, 12, 30), True), (date(2026, 1, 5), False), (date(2025, 12, 30), False)]
    assert [CALENDAR.add(day, n, "working_days").provisional for day, n in frame.rows()] == [True, False, False]


def test_a_term_without_working_days_needs_no_notice():
    assert CALENDAR.add(date(2025, 12, 30), 90, "calendar_days") == Due(date(2026, 3, 30))
    assert CALENDAR.add(date(2029, 1, 1), 90, "calendar_days") == Due(date(2029, 4, 1))
    assert CALENDAR.add(date(2025, 12, 30), 90, "calendar_days", "next_working_day").provisional


def test_a_year_without_a_file_gives_no_day_and_says_why():
    for due in (
        CALENDAR.add(date(2026, 12, 30), 7, "working_days"),
        CALENDAR.add(date(2029, 1, 1), 7, "working_days"),
        CALENDAR.add(date(2026, 12, 30), 7, "calendar_days", "next_working_day"),
    ):
        assert due.day is None and not due.provisional and "2024 年到 2026 年" in due.why
    assert "之前" in CALENDAR.add(date(2024, 1, 2), -3, "working_days").why


def test_a_calendar_without_years_knows_nothing():
    empty = Calendar()
    assert empty.is_working(date(2024, 1, 2)) is None and empty.ordinal(date(2024, 1, 2)) is None
    assert "没有任何年份" in empty.add(date(2024, 1, 2), 1, "working_days").why
    assert empty.add(date(2024, 1, 2), 1, "calendar_days").day == date(2024, 1, 3)
    frame = pl.DataFrame({"day": [date(2024, 1, 2), None]})
    found = frame.select(
        a=empty.add_expr(pl.col("day"), 1, "working_days"), b=empty.working_between_expr(pl.col("day"), pl.col("day"))
    )
    assert found.rows() == [(None, None), (None, None)]
    assert found.schema["a"] == pl.Date


@pytest.mark.parametrize("unit", ["fen", "percent", "count", "days"])
def test_what_is_no_length_of_time_is_refused(unit):
    with pytest.raises(LawError, match="不是期间"):
        CALENDAR.add(date(2024, 1, 1), 1, unit)
    with pytest.raises(LawError, match="不是期间"):
        CALENDAR.add_expr(pl.col("day"), 1, unit)
    with pytest.raises(LawError, match="不是期间"):
        CALENDAR.provisional_expr(pl.col("day"), pl.col("due"), unit)


def test_hours_are_counted_from_a_moment_and_never_over_columns():
    moment = datetime(2024, 5, 1, 22, 30, tzinfo=UTC)
    assert CALENDAR.add(moment, 24, "hours").day == moment + timedelta(hours=24)
    with pytest.raises(LawError, match="起算的时刻"):
        CALENDAR.add(date(2024, 5, 1), 24, "hours")
    with pytest.raises(LawError, match="不能按列推算"):
        CALENDAR.add_expr(pl.col("day"), 24, "hours")


def test_a_term_counted_back_cannot_roll_and_an_unknown_roll_is_refused():
    for add in (CALENDAR.add, CALENDAR.add_expr):
        start = date(2024, 5, 1) if add == CALENDAR.add else pl.col("day")
        with pytest.raises(LawError, match="不能顺延"):
            add(start, -1, "calendar_days", "next_working_day")
        with pytest.raises(LawError, match="顺延方式"):
            add(start, 1, "calendar_days", "up")


def test_numbers_beyond_all_reason_give_no_day():
    frame = pl.DataFrame({"day": [date(2024, 5, 1)] * 2, "n": [10**12, -(10**12)]})
    for unit in ("calendar_days", "working_days", "months", "years"):
        assert frame.select(CALENDAR.add_expr(pl.col("day"), pl.col("n"), unit).alias("due"))["due"].to_list() == [
            None,
            None,
        ]
        assert CALENDAR.add(date(2024, 5, 1), 10**12, unit).day is None


def test_the_table_never_counts_from_its_end():
    frame = pl.DataFrame({"day": [date(2023, 12, 31), date(2023, 1, 1), date(2024, 1, 1)]})
    found = frame.select(CALENDAR.add_expr(pl.col("day"), 1, "working_days").alias("due"))["due"]
    assert found.to_list() == [None, None, date(2024, 1, 2)]


def test_columns_are_counted_alike_lazily_in_streams_and_in_groups():
    frame = pl.DataFrame({"day": [date(2024, 1, 1) + DAY * step for step in range(300)], "group": [0, 1, 2] * 100})
    due = CALENDAR.add_expr(pl.col("day"), 5, "working_days").alias("due")
    eager = frame.with_columns(due)
    assert frame.lazy().with_columns(due).collect(engine="streaming")["due"].to_list() == eager["due"].to_list()
    latest = frame.group_by("group", maintain_order=True).agg(due.max())["due"].to_list()
    assert latest == eager.group_by("group", maintain_order=True).agg(pl.col("due").max())["due"].to_list()
    assert frame.head(0).with_columns(due).schema["due"] == pl.Date
    assert frame.select(CALENDAR.add_expr(pl.col("day"), 5, "working_days")).columns == ["day"]


def test_a_day_off_has_the_name_of_its_festival():
    assert CALENDAR.name(date(2024, 10, 1)) == "国庆节" and CALENDAR.name(date(2024, 9, 29)) == "国庆节"
    assert CALENDAR.name(date(2024, 10, 9)) is None and CALENDAR.name(date(1999, 1, 1)) is None


def test_a_calendar_with_a_gap_is_refused():
    with pytest.raises(LawError, match="不连续"):
        make_calendar([YEARS[0], YEARS[2]])


@given(DAYS, st.integers(0, 20), UNITS, ROLLS)
def test_the_bounds_of_a_term_are_one_way_over_columns_and_one_by_one_and_hold_the_day_counted_for_the_time_being(
    day, n, unit, roll
):
    least, most = CALENDAR.bounds(day, n, unit, roll)
    made = pl.DataFrame({"day": [day]}).select(
        **dict(zip(("least", "most"), CALENDAR.bounds_expr(pl.col("day"), n, unit, roll), strict=True))
    )
    assert made.rows() == [(least, most)]
    due = CALENDAR.add(day, n, unit, roll)
    if due.day is None or due.provisional:
        assert due.day is None or least <= due.day <= most
    else:
        assert least == most == due.day
