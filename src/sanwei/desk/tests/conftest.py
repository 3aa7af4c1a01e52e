"""What the tests of the desk share: a moment, cases and time limits without the acts, a signed-in browser."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

import pytest
from django.test import Client

from sanwei.acts import clock
from sanwei.acts.models import Duty
from sanwei.cases import search
from sanwei.cases.models import Case
from sanwei.people.models import Body, Officer

TODAY = dt.date(2026, 4, 20)  # a Monday
MOMENT = dt.datetime(2026, 3, 2, 1, tzinfo=dt.UTC)


@pytest.fixture
def today() -> Iterator[dt.date]:
    """It is Monday, 20 April 2026."""
    with clock.at(TODAY):
        yield TODAY


def make_case(body: Body, officer: Officer | None = None, **words) -> Case:
    usual = {
        "title": "擅自堆放物料",
        "party_name": "示例公司",
        "number": "郑城管罚立〔2026〕1号",
        "stage": "investigating",
    }
    usual |= {"power_code": "ZZCG-0001", "opened_on": MOMENT.date(), "touched_at": MOMENT}
    case = Case.objects.create(body=body, officer=officer, **usual | words)
    search.index(case)
    return case


def make_duty(case: Case, due: dt.date | None, **words) -> Duty:
    """An open duty of `case`; two of one case need different rows."""
    usual = {"control": "case.served-in-time", "row": f"row-{Duty.objects.count()}", "todo": "送达处罚决定书"}
    usual |= {"owner": "officer", "act": "serve_decision", "since": dt.date(2026, 3, 31), "handler": case.officer}
    return Duty.objects.create(matter_kind="case", matter_id=case.pk, body=case.body, due=due, **usual | words)


@pytest.fixture
def signed_in() -> Callable[[Officer], Client]:
    def as_officer(officer: Officer) -> Client:
        client = Client()
        client.force_login(officer.user)
        client.get("/account")  # the first page of a session writes down when it began
        return client

    return as_officer
