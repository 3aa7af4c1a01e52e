"""The invented city's accounts are shown in the demonstration only, and its mark stops production."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from django.core.checks import ERROR, Tags, run_checks
from django.core.management import call_command

from sanwei.desk import checks, demo
from sanwei.desk.models import DemoMarker

pytestmark = pytest.mark.django_db


def mark() -> DemoMarker:
    return DemoMarker.objects.create(built_on=dt.date(2026, 4, 20), version="1")


def shown() -> str:
    out = io.StringIO()
    call_command("show_logins", stdout=out)
    return out.getvalue()


def test_production_refuses_to_start_while_the_city_stands(settings) -> None:
    mark()
    settings.SANWEI_DEMO = False
    assert [said.id for said in checks.no_demo_city(None, databases=["default"])] == ["desk.E001"]
    assert checks.no_demo_city(None, databases=None) == []
    DemoMarker.objects.all().delete()
    assert checks.no_demo_city(None, databases=["default"]) == []


def test_the_demonstration_starts_with_the_city(settings) -> None:
    mark()
    settings.SANWEI_DEMO = True
    assert checks.no_demo_city(None, databases=["default"]) == []


def test_the_check_is_among_those_asked_before_a_production_process_starts(settings) -> None:
    mark()
    settings.SANWEI_DEMO = False
    found = run_checks(tags=[Tags.database], databases=["default"])
    assert [said.id for said in found if said.level >= ERROR] == ["desk.E001"]


def test_logins_are_shown_with_the_city_and_not_without(cast, client, settings) -> None:
    settings.SANWEI_DEMO = True
    assert "没有演示账号" in shown()
    assert "演示账号" not in client.get("/login").content.decode()
    mark()
    page = client.get("/login").content.decode()
    assert demo.password() in page and "supervisor" in page
    assert demo.password() in shown()


def test_no_login_is_shown_outside_the_demonstration(cast, client, settings) -> None:
    mark()
    settings.SANWEI_DEMO = False
    assert demo.logins() == []
    assert demo.password() not in shown()
    assert demo.password() not in client.get("/login", secure=True).content.decode()


def test_each_role_is_shown_with_two_accounts_at_most_in_the_order_of_roles(cast, settings) -> None:
    settings.SANWEI_DEMO = True
    mark()
    told = [(one["role"], one["username"]) for one in demo.logins()]
    assert told == [
        ("执法人员", "expired"),
        ("执法人员", "officer"),
        ("执法机构负责人", "head"),
        ("法制审核人员", "reviewer"),
        ("行政机关负责人", "county_leader"),
        ("行政机关负责人", "leader"),
        ("执法监督人员", "supervisor"),
        ("系统管理员", "admin"),
    ]


def test_the_table_on_the_terminal_stands_in_columns(cast, settings) -> None:
    settings.SANWEI_DEMO = True
    mark()
    lines = shown().splitlines()
    assert lines[0].split() == ["身份", "用户名", "密码", "姓名", "单位"]
    assert ["法制审核人员", "reviewer", demo.password(), "丁审核", "郑州市城市管理局"] in [
        line.split() for line in lines
    ]
