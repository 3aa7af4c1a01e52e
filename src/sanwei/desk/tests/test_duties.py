"""Whose a time limit is, which are asked for, how they are shown and paged."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from django.http import Http404, QueryDict
from openpyxl import load_workbook

from sanwei.acts.models import Duty
from sanwei.desk import duties
from sanwei.desk.me import Me
from sanwei.lawbook import lawbook
from sanwei.people.models import Officer, RoleGrant
from sanwei.people.queries import known_on
from walking import walk

from .conftest import TODAY, make_case, make_duty

pytestmark = pytest.mark.django_db


def me(officer: Officer) -> Me:
    known = known_on(officer, TODAY)
    return Me(officer, known.certificate, known.grants)


def asked(query: str, officer: Officer) -> duties.Asked:
    return duties.Asked.read(QueryDict(query), me(officer))


def test_mine_are_the_duties_of_the_cases_i_handle(cast) -> None:
    own = make_duty(make_case(cast.city, cast.officer), TODAY)
    make_duty(make_case(cast.city, cast.partner), TODAY)
    make_duty(make_case(cast.city, cast.officer), TODAY, state=Duty.DONE)
    make_duty(make_case(cast.city, cast.officer), TODAY, state=Duty.VOID)
    assert list(duties.mine(me(cast.officer))) == [own]


def test_a_reviewers_duty_is_every_reviewers_of_that_body_and_nobody_elses(cast) -> None:
    asked_of_reviewer = make_duty(make_case(cast.city, cast.officer), TODAY, owner="reviewer")
    make_duty(make_case(cast.county, cast.stranger), TODAY, owner="reviewer")
    assert list(duties.mine(me(cast.reviewer))) == [asked_of_reviewer]
    assert list(duties.mine(me(cast.leader))) == []
    assert list(duties.mine(me(cast.officer))) == [asked_of_reviewer]  # he handles the case


def test_a_role_that_has_ended_brings_no_duties(cast) -> None:
    make_duty(make_case(cast.city, cast.officer), TODAY, owner="reviewer")
    RoleGrant.objects.filter(officer=cast.reviewer).update(valid_until=dt.date(2026, 4, 19))
    assert list(duties.mine(me(cast.reviewer))) == []


def test_who_oversees_sees_the_duties_of_his_bodies_only(cast) -> None:
    city = make_duty(make_case(cast.city, cast.officer), TODAY)
    county = make_duty(make_case(cast.county, cast.stranger), TODAY)
    assert set(duties.overseen(me(cast.leader))) == {city}
    assert set(duties.overseen(me(cast.supervisor))) == {city, county}
    assert set(duties.overseen(me(cast.officer))) == set()
    assert set(duties.overseen(me(cast.admin))) == set()


def test_all_bodies_are_asked_for_only_by_who_oversees(cast) -> None:
    assert asked("scope=all", cast.leader).whole
    assert not asked("scope=all", cast.officer).whole
    assert asked("when=nonsense&part=nonsense", cast.officer) == duties.Asked()


@pytest.mark.parametrize(
    ("when", "days"),
    [
        ("overdue", [-30, -1]),
        ("today", [0]),
        ("soon", [0, 1, 3]),  # Monday: Thursday is the third working day
        ("week", [0, 1, 3, 4, 6]),
        ("undated", [None]),
    ],
)
def test_each_filter_holds_its_days(cast, when, days) -> None:
    case = make_case(cast.city, cast.officer)
    every = [None, -30, -1, 0, 1, 3, 4, 6, 7, 60]
    for gap in every:
        make_duty(case, None if gap is None else TODAY + dt.timedelta(days=gap))
    found = duties.wanted(me(cast.officer), duties.Asked(when=when), lawbook(), TODAY)
    gaps = {None if duty.due is None else (duty.due - TODAY).days for duty in found}
    assert gaps == set(days)


def test_three_days_are_working_days(cast) -> None:
    """Thursday 30 April: the holiday of May lies between."""
    assert duties.soon(lawbook(), dt.date(2026, 4, 30)) == dt.date(2026, 5, 8)


def test_the_numbers_are_those_of_the_lists(cast) -> None:
    case = make_case(cast.city, cast.officer)
    for gap in (-2, 0, 0, 2, 40):
        make_duty(case, TODAY + dt.timedelta(days=gap))
    make_duty(case, None, control="disclosure.city-three-days")
    known, book = me(cast.officer), lawbook()
    counted = duties.counts(duties.mine(known), book, TODAY, by_part=True)
    for when in duties.WHEN:
        listed = duties.wanted(known, duties.Asked(when=when), book, TODAY).count()
        assert counted[when] == listed, when
    for part in duties.parts():
        assert counted[part] == duties.wanted(known, duties.Asked(part=part), book, TODAY).count(), part
    assert counted["all"] == 6 and counted["case"] == 5


def test_pages_run_by_due_day_there_and_back_and_end_with_the_undated(cast) -> None:
    case = make_case(cast.city, cast.officer)
    for n in range(23):
        make_duty(case, TODAY + dt.timedelta(days=n // 3))
    for _ in range(4):
        make_duty(case, None)
    every = list(Duty.objects.exclude(due=None).order_by("due", "pk")) + list(Duty.objects.filter(due=None))
    pages, after = [], ""
    while True:
        page = duties.page(Duty.objects.all(), after=after, size=5)
        pages.append(page)
        after = page.later
        if not after:
            break
    assert [duty for page in pages for duty in page.items] == every
    assert pages[0].earlier == "" and all(page.earlier for page in pages[1:])
    back, before = [pages[-1].items], pages[-1].earlier
    while before:
        page = duties.page(Duty.objects.all(), before=before, size=5)
        back.insert(0, page.items)
        assert page.later
        before = page.earlier
    assert [duty for items in back for duty in items] == every


def test_a_list_of_exactly_one_page_has_no_second(cast) -> None:
    case = make_case(cast.city, cast.officer)
    for _ in range(5):
        make_duty(case, TODAY)
    assert duties.page(Duty.objects.all(), size=5).later == ""
    assert duties.page(Duty.objects.none(), size=5) == duties.Page([])


@pytest.mark.parametrize("cursor", ["x", "2026-04-20", "2026-13-40~1", "~", "2026-04-20~x", "~1~2"])
def test_a_cursor_that_was_not_given_out_is_not_found(cast, cursor) -> None:
    for way in ("after", "before"):
        with pytest.raises(Http404):
            duties.page(Duty.objects.all(), **{way: cursor})


def test_a_duty_missed_over_a_weekend_is_late_although_no_working_day_has_passed() -> None:
    saturday, sunday = dt.date(2026, 4, 18), dt.date(2026, 4, 19)
    book = lawbook()
    assert book.calendar.working_days_between(sunday, saturday) == 0
    assert duties.left(Duty(due=saturday), book, sunday) == -1
    assert duties.left(Duty(due=None), book, sunday) is None
    assert duties.left(Duty(due=dt.date(2026, 4, 21)), book, TODAY) == 1


def test_the_clause_shown_is_the_one_in_force_when_the_limit_began() -> None:
    book = lawbook()
    old = duties.cite(Duty(control="case.served-in-time", since=dt.date(2015, 3, 2)), book)
    new = duties.cite(Duty(control="case.served-in-time", since=dt.date(2026, 3, 2)), book)
    assert "2009" in old and "2021" not in old
    assert "2021" in new and "2009" not in new


def test_the_button_is_there_for_who_may_and_when_it_belongs(cast) -> None:
    case = walk(cast, "serving")
    stored = list(Duty.objects.filter(matter_id=case.pk, control="case.served-in-time"))
    assert stored, "a decision made sets the limit of its service"

    def button(officer: Officer) -> str:
        told = duties.shown(stored, duties.heads(stored), me(officer), lawbook(), TODAY)
        return told[0]["act_label"]

    assert button(cast.officer) == "送达决定书"
    assert button(cast.leader) == ""
    case.stage = "investigating"
    case.save()
    assert button(cast.officer) == ""


def test_a_provisional_day_says_why(cast) -> None:
    duty = make_duty(make_case(cast.city, cast.officer), dt.date(2027, 2, 10), provisional=True)
    told = duties.shown([duty], duties.heads([duty]), me(cast.officer), lawbook(), TODAY)
    assert told[0]["provisional"]
    assert told[0]["left"] > 150


def test_the_list_narrows_by_body_for_who_oversees(cast, today, signed_in) -> None:
    make_duty(make_case(cast.city, cast.officer, party_name="城里公司"), TODAY)
    make_duty(make_case(cast.county, cast.stranger, party_name="县里公司"), TODAY)
    client = signed_in(cast.supervisor)
    page = client.get("/duties?scope=all&body=JSCG").content.decode()
    assert "县里公司" in page and "城里公司" not in page
    page = client.get("/duties?scope=all").content.decode()
    assert "县里公司" in page and "城里公司" in page


def test_the_overview_has_the_body_with_most_overdue_first(cast, today, signed_in) -> None:
    make_duty(make_case(cast.city, cast.officer), TODAY)
    for _ in range(2):
        make_duty(make_case(cast.county, cast.stranger), TODAY - dt.timedelta(days=9))
    page = signed_in(cast.supervisor).get("/duties/overview")
    assert [(row["body__code"], row["overdue"], row["all"]) for row in page.context["rows"]] == [
        ("JSCG", 2, 2),
        ("ZZCG", 0, 1),
    ]
    assert page.context["sums"] == {"overdue": 2, "soon": 1, "undated": 0, "all": 3}


def test_the_sheet_holds_what_the_list_shows(cast, today, signed_in) -> None:
    make_duty(make_case(cast.city, cast.officer, party_name="=HYPERLINK(1)"), TODAY)
    make_duty(make_case(cast.city, cast.partner), TODAY)
    answer = signed_in(cast.officer).get("/duties.xlsx")
    sheet = load_workbook(io.BytesIO(answer.content)).active
    assert [cell.value for cell in sheet[1]] == [name for name, _ in duties.HEAD]
    assert sheet.max_row == 2
    row = [cell.value for cell in sheet[2]]
    assert row[3] == "'=HYPERLINK(1)" and row[9].date() == TODAY and row[10] == 0
    assert "2021" in row[7]
