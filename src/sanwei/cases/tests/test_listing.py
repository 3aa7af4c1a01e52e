"""The list of cases: whose are shown, how it is narrowed, its pages at their edges, its sheet."""

from __future__ import annotations

import datetime as dt
import io
from uuid import UUID

import pytest
from django.http import Http404
from django.test import Client
from openpyxl import load_workbook

from sanwei.acts import clock
from sanwei.cases.models import Case
from sanwei.cases.queries import page
from sanwei.cases.views.listing import HEAD
from sanwei.people.models import Body, Officer, RoleGrant
from walking import walk

pytestmark = pytest.mark.django_db
MOMENT = dt.datetime(2026, 3, 2, 1, tzinfo=dt.UTC)


def case(body: Body, officer: Officer | None = None, **words) -> Case:
    usual = {
        "title": "擅自堆放物料",
        "party_name": "示例公司",
        "number": f"第{Case.objects.count()}号",
        "stage": "investigating",
    }
    usual |= {"power_code": "ZZCG-0001", "opened_on": MOMENT.date(), "touched_at": MOMENT}
    return Case.objects.create(body=body, officer=officer, **usual | words)


@pytest.fixture
def as_officer():
    with clock.at(dt.date(2026, 4, 20)):

        def signed_in(officer: Officer) -> Client:
            client = Client()
            client.force_login(officer.user)
            return client

        yield signed_in


def numbers(answer) -> list[str]:
    return [case.number for case in answer.context["cases"]]


def test_each_sees_the_cases_of_his_bodies(cast, as_officer) -> None:
    case(cast.city, cast.officer, number="城")
    case(cast.county, cast.stranger, number="县")
    assert numbers(as_officer(cast.officer).get("/cases/")) == ["城"]
    assert numbers(as_officer(cast.stranger).get("/cases/")) == ["县"]
    assert set(numbers(as_officer(cast.supervisor).get("/cases/"))) == {"城", "县"}
    assert numbers(as_officer(cast.admin).get("/cases/")) == []


def test_the_tabs_part_the_cases(cast, as_officer) -> None:
    case(cast.city, cast.officer, number="在办")
    case(cast.city, cast.partner, number="结案", stage="closed", closed_on=dt.date(2026, 4, 2))
    case(cast.city, cast.officer, number="销案", stage="terminated")
    case(cast.city, cast.partner, number="不立", stage="refused")
    case(cast.city, cast.partner, number="等批", stage="filing", waiting_for="leader")
    case(cast.city, cast.partner, number="等审", stage="reviewing", waiting_for="reviewer")
    client = as_officer(cast.officer)
    assert set(numbers(client.get("/cases/?tab=mine"))) == {"在办", "销案"}
    assert set(numbers(client.get("/cases/?tab=open"))) == {"在办", "等批", "等审"}
    assert set(numbers(client.get("/cases/?tab=closed"))) == {"结案", "销案", "不立"}
    assert numbers(client.get("/cases/?tab=waiting")) == []
    assert numbers(as_officer(cast.leader).get("/cases/?tab=waiting")) == ["等批"]
    assert numbers(as_officer(cast.reviewer).get("/cases/?tab=waiting")) == ["等审"]
    assert len(numbers(client.get("/cases/?tab=nonsense"))) == 6


def test_a_leader_of_one_body_is_not_asked_by_another_although_he_may_see_it(cast, as_officer) -> None:
    case(cast.county, cast.stranger, stage="filing", waiting_for="leader")
    RoleGrant.objects.create(officer=cast.leader, role="officer", body=cast.county, valid_from=dt.date(2020, 1, 1))
    client = as_officer(cast.leader)
    assert len(numbers(client.get("/cases/"))) == 1
    assert numbers(client.get("/cases/?tab=waiting")) == []


def test_stage_body_and_month_narrow_the_list(cast, as_officer) -> None:
    case(cast.city, cast.officer, number="三月", stage="closed", closed_on=dt.date(2026, 3, 31))
    case(cast.city, cast.officer, number="四月初", stage="closed", closed_on=dt.date(2026, 4, 1))
    case(cast.county, cast.stranger, number="四月末", stage="closed", closed_on=dt.date(2026, 4, 30))
    case(cast.county, cast.stranger, number="十二月", stage="closed", closed_on=dt.date(2025, 12, 31))
    case(cast.city, cast.officer, number="在办", stage="serving")
    client = as_officer(cast.supervisor)
    assert set(numbers(client.get("/cases/?month=2026-04"))) == {"四月初", "四月末"}
    assert numbers(client.get("/cases/?month=2025-12")) == ["十二月"]
    assert numbers(client.get("/cases/?stage=serving")) == ["在办"]
    assert numbers(client.get("/cases/?month=2026-04&body=JSCG")) == ["四月末"]
    assert len(numbers(client.get("/cases/?month=2026-4&stage=x"))) == 5
    assert numbers(client.get("/cases/?body=NOSUCH")) == []


def test_the_filters_stay_when_one_turns_the_page(cast, as_officer) -> None:
    for _ in range(25):
        case(cast.city, cast.officer, stage="closed", closed_on=dt.date(2026, 4, 2))
    case(cast.city, cast.officer, stage="serving")
    client = as_officer(cast.officer)
    first = client.get("/cases/?tab=closed&stage=closed&who=me&month=2026-04")
    second = client.get(first.context["pager"]["next"])
    assert len(numbers(first)) == 20 and len(numbers(second)) == 5
    assert second.context["asked"] == first.context["asked"]
    assert numbers(client.get(second.context["pager"]["previous"])) == numbers(first)


def walked(size: int) -> tuple[list[Case], list[Case]]:
    """All cases page by page down, and again up."""
    down, after, last = [], "", None
    while True:
        last = page(Case.objects.all(), after=after, size=size)
        down += last.items
        if not last.older:
            break
        after = last.older
    up, before = list(last.items), last.newer
    while before:
        last = page(Case.objects.all(), before=before, size=size)
        up = last.items + up
        before = last.newer
    return down, up


@pytest.mark.parametrize("number", [0, 1, 4, 5, 6, 10, 11])
def test_pages_hold_every_case_once_there_and_back(cast, number) -> None:
    """Several cases were touched at the same moment; some pages are just full."""
    for n in range(number):
        case(cast.city, touched_at=MOMENT + dt.timedelta(seconds=n // 3))
    every = list(Case.objects.order_by("-touched_at", "-id"))
    assert walked(5) == (every, every)


def test_the_first_page_has_nothing_newer_and_the_last_nothing_older(cast) -> None:
    for n in range(10):
        case(cast.city, touched_at=MOMENT + dt.timedelta(seconds=n))
    first = page(Case.objects.all(), size=5)
    second = page(Case.objects.all(), after=first.older, size=5)
    assert (first.newer, second.older) == ("", "")
    again = page(Case.objects.all(), before=second.newer, size=5)
    assert (again.items, again.newer, again.older) == (first.items, "", first.older)


def test_a_case_touched_meanwhile_moves_to_the_front_and_is_not_lost(cast) -> None:
    cases = [case(cast.city, touched_at=MOMENT + dt.timedelta(seconds=n)) for n in range(10)]
    first = page(Case.objects.all(), size=5)
    Case.objects.filter(pk=cases[2].pk).update(touched_at=MOMENT + dt.timedelta(days=1))
    second = page(Case.objects.all(), after=first.older, size=5)
    assert [c.pk for c in second.items] == [cases[n].pk for n in (4, 3, 1, 0)]
    newer = page(Case.objects.all(), before=second.newer, size=5)
    assert newer.newer != ""
    assert page(Case.objects.all(), before=newer.newer, size=5).items[0].pk == cases[2].pk


@pytest.mark.parametrize(
    "cursor", ["x", "~", "2026-03-02~x", "2026-03-02T01:00:00+00:00", "a~b~c", f"2026-03-02T01:00:00~{UUID(int=7)}"]
)
def test_a_cursor_that_was_not_given_out_is_not_found(cast, cursor) -> None:
    for way in ("after", "before"):
        with pytest.raises(Http404):
            page(Case.objects.all(), **{way: cursor})


def test_the_sheet_has_a_stable_first_column_and_no_formula(cast, as_officer) -> None:
    made = case(cast.city, cast.officer, party_name="=1+1", fine_fen=30050, partner=cast.partner)
    case(cast.county, cast.stranger)
    answer = as_officer(cast.officer).get("/cases/export.xlsx")
    sheet = load_workbook(io.BytesIO(answer.content)).active
    assert [cell.value for cell in sheet[1]] == [name for name, _ in HEAD]
    assert sheet.max_row == 2
    row = [cell.value for cell in sheet[2]]
    assert row[0] == str(made.pk) and row[3] == "'=1+1" and row[13] == 300.5
    assert row[7] == "乙办案" and row[14].isoformat() == "2026-03-02T09:00:00"


def test_the_sheet_is_narrowed_like_the_list(cast, as_officer) -> None:
    case(cast.city, cast.officer, stage="closed")
    case(cast.city, cast.officer, stage="serving")
    client = as_officer(cast.officer)
    answer = client.get(client.get("/cases/?stage=serving").context["export"])
    assert load_workbook(io.BytesIO(answer.content)).active.max_row == 2


def test_acts_that_begin_a_case_are_offered_to_handlers_only(cast, as_officer) -> None:
    walk(cast, "lead")
    assert "登记线索</a>" in as_officer(cast.officer).get("/cases/").content.decode()
    page_head = as_officer(cast.leader).get("/cases/").content.decode().partition("</h1>")[2]
    assert "登记线索</a>" not in page_head
