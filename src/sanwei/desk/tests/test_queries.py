"""How many queries each staff page costs, and that more cases cost no more."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from sanwei.acts.act import Refused
from sanwei.cases.models import Case
from sanwei.people.models import Body, Officer, RoleGrant
from walking import day, do, walk

from .conftest import TODAY, make_case, make_duty

pytestmark = pytest.mark.django_db

# page → most queries for whoever sees most of it
PAGES = {
    "/": 12,
    "/?at=2": 12,
    "/duties": 10,
    "/duties?scope=all&when=overdue": 10,
    "/duties.xlsx": 8,
    "/duties/overview": 6,
    "/search": 6,
    "/search?q=示例": 8,
    "/search?q=41010001": 8,
    "/refusals": 10,
    "/readings": 10,
    "/account": 8,
    "/drafts": 4,
    "/drafts/offline": 1,  # the session
    "/worker.js": 1,
    "/acts/sent": 4,
    "/cases/": 10,
    "/cases/?tab=waiting": 10,
    "/cases/?tab=closed&stage=closed&month=2026-04&who=me": 10,
    "/cases/export.xlsx": 8,
    "/cases/rules": 10,
    "/law/": 5,
    "/law/ZZ39": 5,
    "/law/duties": 5,
    "/law/parameters": 5,
    "/law/controls": 5,
    "/law/controls/case.served-in-time": 5,
}
CASE_PAGE = 12


@pytest.fixture
def all_in_one(cast) -> Officer:
    """One person with every role a page has something for."""
    for role in ("officer", "reviewer", "leader", "supervisor"):
        RoleGrant.objects.create(officer=cast.head, role=role, body=cast.city, valid_from=dt.date(2020, 1, 1))
    return cast.head


def fill(body: Body, officer: Officer, number: int) -> None:
    for n in range(number):
        stage = ("filing", "reviewing", "closed")[n % 3]
        waits = {"filing": "leader", "reviewing": "reviewer"}.get(stage, "")
        days = {"filed_on": TODAY, "closed_on": TODAY if stage == "closed" else None}
        case = make_case(body, officer, stage=stage, waiting_for=waits, number=f"示例{n}号", **days)
        make_duty(case, TODAY + dt.timedelta(days=n - 5))
        make_duty(case, None)


def cost(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(path)
    assert answer.status_code == 200, path
    return len(queries)


def test_no_page_costs_more_than_its_budget_and_more_cases_cost_no_more(cast, all_in_one, today, signed_in) -> None:
    fill(cast.city, all_in_one, 3)
    case = walk(cast, "reviewing")
    for _ in range(3):
        with pytest.raises(Refused):
            do("issue_decision", cast.leader, day(3, 13), {}, case)
    client = signed_in(all_in_one)
    few = {path: cost(client, path) for path in PAGES}
    assert {path: n for path, n in few.items() if n > PAGES[path]} == {}
    fill(cast.city, all_in_one, 30)
    many = {path: cost(client, path) for path in PAGES}
    assert {path: (few[path], n) for path, n in many.items() if n > few[path]} == {}


@pytest.mark.parametrize("stage", ["lead", "reviewing", "serving", "closed"])
def test_the_page_of_a_case_keeps_its_budget_in_every_stage(cast, today, signed_in, stage) -> None:
    case = walk(cast, stage)
    for who in (cast.officer, cast.leader, cast.supervisor):
        assert cost(signed_in(who), case.get_absolute_url()) <= CASE_PAGE, who.name


def test_a_page_far_down_costs_what_the_first_costs(cast, all_in_one, today, signed_in) -> None:
    fill(cast.city, all_in_one, 65)
    client = signed_in(all_in_one)
    for path in ("/cases/", "/duties", "/search?q=示例"):
        first, url, pages = cost(client, path), path, 0
        while url and pages < 9:
            last, pages = url, pages + 1
            url = client.get(url).context["pager"]["next"]
        assert pages > 2
        assert cost(client, last) <= first, path
    assert Case.objects.count() == 65
