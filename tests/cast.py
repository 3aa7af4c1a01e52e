"""The fixed cast of the tests: three bodies, their people, what they may do. Everybody and everything is invented.

`cast.officer` and so on are `Officer`s, each with an account (`cast.officer.user`, user name = the attribute's name,
password
`PASSWORD`). The way of a case is walked by `walking.walk`.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import pytest
from django.contrib.auth import get_user_model

from sanwei.people.models import Body, BodyConfirmation, BodyPower, Certificate, Officer, OfficerConfirmation, RoleGrant

PASSWORD = "cast-only-2026"
POWERS = ("ZZCG-0001", "ZZCG-0002", "ZZCG-0003", "ZZSC-0001")  # the last one lets things be seized
YEARS = (2024, 2025, 2026, 2027)
BEGAN = dt.date(2020, 1, 1)


@dataclass(frozen=True)
class Cast:
    """City bureau: officer, partner, head, reviewer, leader, second_leader, expired (certificate lapsed 2025-12-31),
    admin
    (system administrator, sees no matters). County bureau: stranger, county_leader. Justice bureau: supervisor (of
    both)."""

    city: Body
    county: Body
    justice: Body
    officer: Officer
    partner: Officer
    head: Officer
    reviewer: Officer
    leader: Officer
    second_leader: Officer
    expired: Officer
    admin: Officer
    stranger: Officer
    county_leader: Officer
    supervisor: Officer


# attribute → (body, name, title, role, certificate)
_PEOPLE = {
    "officer": ("city", "甲办案", "一级执法员", "officer", "41010001"),
    "partner": ("city", "乙办案", "二级执法员", "officer", "41010002"),
    "head": ("city", "丙队长", "执法大队大队长", "section_head", "41010003"),
    "reviewer": ("city", "丁审核", "法制科科长", "reviewer", "41010004"),
    "leader": ("city", "戊局长", "局长", "leader", "41010005"),
    "second_leader": ("city", "己局长", "副局长", "leader", "41010006"),
    "expired": ("city", "庚过期", "二级执法员", "officer", "41010007"),
    "admin": ("city", "辛系统", "信息科科员", "system_admin", ""),
    "stranger": ("county", "壬县局", "一级执法员", "officer", "41010501"),
    "county_leader": ("county", "癸县局", "局长", "leader", "41010502"),
    "supervisor": ("justice", "子监督", "执法监督科科长", "supervisor", "J4101001"),
}


def build() -> Cast:
    """Write the cast into the database."""
    justice = _body("ZZSF", "郑州市司法局", "市司法局", "city", None)
    city = _body("ZZCG", "郑州市城市管理局", "市城管局", "city", justice, doc_word="郑城管", area_code="410100")
    county = _body("JSCG", "金水区城市管理局", "金水城管局", "county", justice, doc_word="金城管", area_code="410105")
    bodies = {"city": city, "county": county, "justice": justice}
    people = {who: _officer(who, bodies[body], *rest) for who, (body, *rest) in _PEOPLE.items()}
    for body in (city, county):
        BodyPower.objects.bulk_create(
            BodyPower(body=body, power_code=code, valid_from=dt.date(2021, 1, 1)) for code in POWERS
        )
    return Cast(**bodies, **people)


def _body(code: str, name: str, short: str, level: str, supervisor: Body | None, **more) -> Body:
    body = Body.objects.create(
        code=code,
        name=name,
        short_name=short,
        level=level,
        kind="organ",
        supervisor=supervisor,
        qualified_from=BEGAN,
        address="郑州市示例路 1 号",
        phone="0371-00000000",
        review_body_name="郑州市人民政府",
        court_name="郑州铁路运输法院",
        **more,
    )
    BodyConfirmation.objects.bulk_create(
        BodyConfirmation(body=body, year=year, confirmed_on=dt.date(year, 1, 5), published_on=dt.date(year, 1, 8))
        for year in YEARS
    )
    return body


def _officer(who: str, body: Body, name: str, title: str, role: str, number: str) -> Officer:
    reviews = role == "reviewer"
    officer = Officer.objects.create(
        user=get_user_model().objects.create_user(who, password=PASSWORD),
        code=f"R-{who}",
        name=name,
        body=body,
        title=title,
        active_from=BEGAN,
        legal_qualification=reviews,
        legal_qualification_on=dt.date(2015, 6, 1) if reviews else None,
        first_review_on=dt.date(2019, 3, 1) if reviews else None,
    )
    RoleGrant.objects.create(officer=officer, role=role, body=body, valid_from=BEGAN)
    if number:
        kind = "supervision" if role == "supervisor" else "enforcement"
        until = dt.date(2025, 12, 31) if who == "expired" else dt.date(2029, 12, 31)
        Certificate.objects.create(
            officer=officer, number=number, issuer="河南省人民政府", kind=kind, valid_from=BEGAN, valid_until=until
        )
        OfficerConfirmation.objects.bulk_create(
            OfficerConfirmation(officer=officer, year=year, confirmed_on=dt.date(year, 1, 5)) for year in YEARS
        )
    return officer


@pytest.fixture
def cast(db) -> Cast:
    """The cast, in the test's database."""
    return build()
