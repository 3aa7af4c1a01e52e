"""The real calendar against the State Council's days as an independent package holds them, and against the moon."""

import math
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import chinese_calendar
import pytest

from sanwei.lawbook import lawbook
from sanwei.lawbook.assembling import calendar
from sanwei.lawbook.check_calendar import calendar_faults
from sanwei.lawbook.reading import read_tree
from sanwei.lawbook.workdays import slack

LAW = Path(__file__).resolve().parents[4] / "law"
DAY = timedelta(days=1)

# Every day on which our calendar and the package differ, with the reason. None is known: both follow the notices.
EXPLAINED: dict[date, str] = {}


@pytest.fixture(scope="module")
def tree():
    return read_tree(LAW)


@pytest.fixture(scope="module")
def real(tree):
    return calendar(tree)


def differences(real, first, last):
    return {
        first + DAY * step
        for step in range((last - first).days + 1)
        if real.is_working(first + DAY * step) != chinese_calendar.is_workday(first + DAY * step)
    }


def test_every_day_agrees_with_the_package_or_is_explained(real):
    assert differences(real, date(2007, 1, 1), date(2026, 12, 31)) == set(EXPLAINED)


def test_the_comparison_would_notice_a_single_day(real):
    class Wrong:
        def is_working(self, day):
            return real.is_working(day) != (day == date(2019, 5, 2))

    assert differences(Wrong(), date(2019, 1, 1), date(2019, 12, 31)) == {date(2019, 5, 2)}


def test_the_years_are_whole_and_only_the_last_two_wait_for_their_notice(tree, real):
    assert not list(calendar_faults(tree))
    assert [fault for fault in tree.faults if fault.file.startswith("calendar/")] == []
    assert [year.year for year in real.years] == list(range(2007, 2029))
    assert [year.year for year in real.years if not year.published] == [2027, 2028]
    assert all("号" in year.notice for year in real.years if year.published)


def test_days_a_notice_reaches_back_for_stand_in_their_own_year(real):
    worked = [date(2007, 12, 29), date(2011, 12, 31), date(2018, 12, 29)]
    off = [date(2007, 12, 31), date(2018, 12, 31), date(2022, 12, 31)]
    assert [real.is_working(day) for day in worked] == [True] * 3
    assert [real.is_working(day) for day in off] == [False] * 3


def test_later_notices_have_changed_earlier_ones(real):
    assert real.is_working(date(2015, 9, 3)) is False and real.is_working(date(2015, 9, 6)) is True
    assert real.is_working(date(2019, 5, 2)) is False and real.is_working(date(2019, 5, 5)) is True
    assert real.is_working(date(2020, 2, 1)) is False and real.is_working(date(2020, 2, 3)) is True


def test_a_term_over_the_spring_festival_skips_it(real):
    # 2026: off from 15 to 23 February, worked on the Saturdays 14 and 28 February
    assert real.add(date(2026, 2, 13), 3, "working_days").day == date(2026, 2, 25)
    assert real.working_days_between(date(2026, 2, 13), date(2026, 2, 28)) == 6


def test_a_term_into_a_year_not_published_says_so(real):
    due = real.add(date(2026, 12, 30), 3, "working_days")
    assert due.day == date(2027, 1, 5) and due.provisional and "2027 年" in due.why
    assert real.add(date(2028, 12, 28), 7, "working_days").day is None


@pytest.mark.parametrize(
    ("year", "count", "double"),
    [(2027, 13, ()), (2028, 12, (date(2028, 10, 3),))],
)
def test_the_fixed_days_are_those_of_the_regulation(real, year, count, double):
    """全国年节及纪念日放假办法 (2024) article 2: 1 + 4 + 1 + 2 + 1 + 1 + 3 days; 2028 has one day for two festivals."""
    off = real.year(year).off
    names = [name for said in off.values() for name in said.split("、")]
    assert len(off) == count and {day for day, said in off.items() if "、" in said} == set(double)
    expected = {"元旦": 1, "春节": 4, "清明节": 1, "劳动节": 2, "端午节": 1, "中秋节": 1, "国庆节": 3}
    assert {name: names.count(name) for name in names} == expected


# ── the moon and the sun, to the accuracy a day needs (Meeus, Astronomical Algorithms, ch. 25 and 49)
# ──────────────────


def new_moons(first, last):
    """Days (Beijing time) of the new moons between two days."""
    found = []
    for k in range(math.floor((first.year - 2000) * 12.3685) - 1, math.ceil((last.year - 1999) * 12.3685) + 1):
        t = k / 1236.85
        jde = 2451550.09766 + 29.530588861 * k + 0.00015437 * t * t
        sun, moon, lat, node = (
            math.radians(base + step * k)
            for base, step in (
                (2.5534, 29.1053567),
                (201.5643, 385.81693528),
                (160.7108, 390.67050284),
                (124.7746, -1.56375588),
            )
        )
        jde += -0.4072 * math.sin(moon) + 0.17241 * math.sin(sun) + 0.01608 * math.sin(2 * moon)
        jde += 0.01039 * math.sin(2 * lat) + 0.00739 * math.sin(moon - sun) - 0.00514 * math.sin(moon + sun)
        jde += 0.00208 * math.sin(2 * sun) - 0.00111 * math.sin(moon - 2 * lat) - 0.00017 * math.sin(node)
        day = beijing_day(jde)
        if first <= day <= last:
            found.append(day)
    return found


def beijing_day(jde):
    """The civil day in Beijing of a dynamical Julian day; the clock difference of some 75 seconds is taken off."""
    return date(2000, 1, 1) + DAY * math.floor(jde - 75 / 86400 + 8 / 24 - 2451544.5)


def sun_longitude(day):
    """Apparent longitude of the sun in degrees at the end of a day in Beijing."""
    t = ((day - date(2000, 1, 1)).days + 1 - 8 / 24 - 0.5) / 36525
    mean = math.radians(357.52911 + 35999.05029 * t)
    centre = (1.914602 - 0.004817 * t) * math.sin(mean) + 0.019993 * math.sin(2 * mean) + 0.000289 * math.sin(3 * mean)
    node = math.radians(125.04 - 1934.136 * t)
    return (280.46646 + 36000.76983 * t + centre - 0.00569 - 0.00478 * math.sin(node)) % 360


def lunar_month(year, number):
    """First day of lunar month `number`: the month in which the sun reaches 330° + 30° × (number - 1).

    Holds in years without a leap month before it, as 2027 and (up to the fifth month) 2028 are.
    """
    moons = new_moons(date(year, 1, 1), date(year, 12, 31))
    goal = (330 + 30 * (number - 1)) % 360
    for start, end in pairwise(moons):
        before, after = ((sun_longitude(day - DAY) - goal + 180) % 360 - 180 for day in (start, end))
        if before < 0 <= after and after - before < 60:
            return start
    raise AssertionError(f"no month {number} in {year}")


def test_the_reckoning_of_the_moon_is_right_for_years_that_were_published(real):
    assert [lunar_month(year, 1) for year in (2018, 2019, 2021, 2022, 2024, 2026)] == [
        date(2018, 2, 16), date(2019, 2, 5), date(2021, 2, 12), date(2022, 2, 1), date(2024, 2, 10), date(2026, 2, 17)
    ]  # fmt: skip


@pytest.mark.parametrize("year", [2027, 2028])
def test_the_lunar_days_of_years_not_published_are_right(real, year):
    named = {}
    for day, said in real.year(year).off.items():
        for name in said.split("、"):
            named.setdefault(name, []).append(day)
    new_year, fifth, eighth = (lunar_month(year, month) for month in (1, 5, 8))
    assert named["春节"] == [new_year + DAY * step for step in (-1, 0, 1, 2)]
    assert named["端午节"] == [fifth + DAY * 4]
    assert named["中秋节"] == [eighth + DAY * 14]
    (qingming,) = named["清明节"]
    assert sun_longitude(qingming - DAY) < 15 <= sun_longitude(qingming)


def test_no_published_year_broke_the_bounds_by_which_an_unpublished_one_is_judged():
    """Whatever the notices did since 2007, a term of working days never ended later than `slack` allows."""
    known = lawbook().calendar
    last = known.open_from - timedelta(days=60)
    for n in range(1, 21):
        most = timedelta(days=n + slack(n, "working_days", "none"))
        ordinals, days = known.ordinals, known.workdays
        for spot in range((last - known.base).days):
            day = known.base + timedelta(days=spot)
            assert day + timedelta(days=n) <= days[ordinals[spot] + n - 1] <= day + most
