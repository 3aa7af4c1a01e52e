from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest

from sanwei.people.models import Body, Certificate, Officer, RoleGrant


def make_body(code: str, parent: Body | None = None, **words) -> Body:
    usual = {"name": f"{code}机关", "short_name": code, "level": "city", "kind": "organ"}
    return Body.objects.create(code=code, parent=parent, **{**usual, **words})


def make_officer(code: str, body: Body, **words) -> Officer:
    usual = {"name": f"甲{code}", "active_from": date(2020, 1, 1)}
    return Officer.objects.create(code=code, body=body, **{**usual, **words})


def make_certificate(officer: Officer, number: str, first: date, last: date | None = None, **words) -> Certificate:
    return Certificate.objects.create(
        officer=officer, number=number, issuer="市人民政府", valid_from=first, valid_until=last, **words
    )


def grant(
    officer: Officer, role: str, body: Body, first: date = date(2024, 1, 1), last: date | None = None
) -> RoleGrant:
    return RoleGrant.objects.create(officer=officer, role=role, body=body, valid_from=first, valid_until=last)


@pytest.fixture
def town(db) -> SimpleNamespace:
    """A city government with two bureaus, one of them with a second-level unit, and a county bureau elsewhere."""
    city = make_body("ZZ", kind="government")
    justice = make_body("ZZSF", city)
    bureau = make_body("ZZCG", city, area_code="410100", doc_word="郑城管", supervisor=justice)
    unit = make_body("ZZCGZD", bureau, kind="entrusted", second_level_of=bureau)
    water = make_body("ZZSL", city, area_code="410171")
    county = make_body("JS", kind="government", level="county")
    county_bureau = make_body("JSCG", county, level="county", supervisor=justice, area_code="410105")
    return SimpleNamespace(
        city=city, justice=justice, bureau=bureau, unit=unit, water=water, county=county, county_bureau=county_bureau
    )
