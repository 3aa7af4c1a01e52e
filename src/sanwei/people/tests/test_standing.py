from __future__ import annotations

from datetime import date, timedelta

import pytest

from sanwei.facts.actor import ACTOR
from sanwei.people.models import OfficerConfirmation, Posting
from sanwei.people.queries import standing, standings
from sanwei.people.tests.conftest import grant, make_body, make_certificate, make_officer

pytestmark = pytest.mark.django_db
DAY = date(2026, 5, 6)
ONE = timedelta(days=1)
POWER = "ZZCG-0001"
NOTHING_KNOWN = {
    "certificate_no": None,
    "certificate_from": None,
    "certificate_until": None,
    "certificate_revoked_on": None,
    "officer_confirmed_on": None,
    "officer_confirmed_year": None,
    "officer_of_body": True,
    "posted": False,
    "posted_under": None,
    "posting_from": None,
    "posting_until": None,
    "posting_covers_power": None,
    "legally_qualified": False,
    "first_review_on": None,
    "roles": [],
}


@pytest.fixture
def officer(town):
    return make_officer("O1", town.bureau)


def some(facts: dict, *names: str) -> list:
    return [facts[name] for name in names]


def certificate(facts: dict) -> list:
    return some(facts, "certificate_no", "certificate_from", "certificate_until", "certificate_revoked_on")


def posting(facts: dict) -> list:
    return some(facts, "posted", "posted_under", "posting_from", "posting_until", "posting_covers_power")


def test_the_keys_are_facts_of_the_vocabulary_but_for_two():
    ours = {"actor_code", *NOTHING_KNOWN}
    assert ours - set(ACTOR.facts) == {"posted_under", "roles"}


def test_of_a_bare_officer_only_the_membership_is_known(town, officer):
    assert standing(officer, town.bureau, POWER, DAY) == {"actor_code": "O1", **NOTHING_KNOWN}


def test_everything_known_is_laid(town, officer):
    officer.legal_qualification, officer.legal_qualification_on = True, date(2019, 3, 1)
    officer.first_review_on = date(2021, 8, 1)
    officer.save()
    make_certificate(officer, "A1", date(2025, 1, 1), date(2029, 12, 31))
    OfficerConfirmation.objects.create(officer=officer, year=2026, confirmed_on=date(2026, 2, 3))
    grant(officer, "reviewer", town.bureau)
    grant(officer, "officer", town.city)
    grant(officer, "leader", town.bureau, last=DAY - ONE)
    grant(officer, "clerk", town.unit)
    assert standing(officer, town.bureau, POWER, DAY) == {
        **NOTHING_KNOWN,
        "actor_code": "O1",
        "certificate_no": "A1",
        "certificate_from": date(2025, 1, 1),
        "certificate_until": date(2029, 12, 31),
        "officer_confirmed_on": date(2026, 2, 3),
        "officer_confirmed_year": 2026,
        "legally_qualified": True,
        "first_review_on": date(2021, 8, 1),
        "roles": ["officer", "reviewer"],
    }


def test_one_officer_or_five_take_one_query(town, officer, django_assert_num_queries):
    others = [make_officer(f"P{index}", town.bureau) for index in range(4)]
    for person in (officer, *others):
        make_certificate(person, f"A-{person.code}", DAY)
        grant(person, "officer", town.bureau)
    with django_assert_num_queries(1):
        standing(officer, town.bureau, POWER, DAY)
    with django_assert_num_queries(1):
        known = standings([officer, *others], town.bureau, POWER, DAY)
    assert {code: facts["certificate_no"] for code, facts in known.items()} == {
        code: f"A-{code}" for code in ("O1", "P0", "P1", "P2", "P3")
    }
    with django_assert_num_queries(0):
        assert standings([], town.bureau, POWER, DAY) == {}


def test_the_certificate_in_force_is_laid_before_a_newer_revoked_one(town, officer):
    make_certificate(officer, "A1", date(2024, 1, 1))
    make_certificate(officer, "A2", date(2026, 1, 1), revoked_on=DAY - ONE)
    assert certificate(standing(officer, town.bureau, POWER, DAY))[0] == "A1"
    assert certificate(standing(officer, town.bureau, POWER, DAY - 2 * ONE))[0] == "A2"


def test_a_lapsed_or_revoked_certificate_is_laid_with_its_days(town, officer):
    make_certificate(officer, "A1", date(2020, 1, 1), date(2024, 12, 31))
    make_certificate(officer, "A2", date(2025, 1, 1), date(2025, 12, 31), revoked_on=date(2025, 6, 1))
    expected = ["A2", date(2025, 1, 1), date(2025, 12, 31), date(2025, 6, 1)]
    assert certificate(standing(officer, town.bureau, POWER, DAY)) == expected


def test_a_certificate_yet_to_begin_is_laid_only_where_there_was_no_other(town, officer):
    make_certificate(officer, "A9", DAY + ONE)
    assert certificate(standing(officer, town.bureau, POWER, DAY))[:2] == ["A9", DAY + ONE]
    make_certificate(officer, "A1", date(2020, 1, 1), date(2024, 12, 31))
    assert certificate(standing(officer, town.bureau, POWER, DAY))[0] == "A1"


def test_a_supervision_certificate_never_stands_in_for_an_enforcement_one(town, officer):
    make_certificate(officer, "J1", date(2025, 1, 1), kind="supervision")
    assert certificate(standing(officer, town.bureau, POWER, DAY)) == [None] * 4
    assert certificate(standing(officer, town.bureau, POWER, DAY, kind="supervision"))[0] == "J1"


def test_the_latest_confirmation_made_by_the_day_is_laid(town, officer):
    for year, on in ((2024, date(2024, 3, 1)), (2025, date(2025, 3, 1)), (2026, DAY)):
        OfficerConfirmation.objects.create(officer=officer, year=year, confirmed_on=on)
    names = ("officer_confirmed_on", "officer_confirmed_year")
    assert some(standing(officer, town.bureau, POWER, DAY), *names) == [DAY, 2026]
    assert some(standing(officer, town.bureau, POWER, DAY - ONE), *names) == [date(2025, 3, 1), 2025]


def test_the_people_of_units_below_belong_to_the_body_and_not_the_other_way_round(town, officer):
    below = make_officer("U1", town.unit)
    assert standing(below, town.bureau, POWER, DAY)["officer_of_body"] is True
    assert standing(officer, town.unit, POWER, DAY)["officer_of_body"] is False
    assert standing(officer, town.water, POWER, DAY)["officer_of_body"] is False


def test_who_is_not_in_post_that_day_does_not_belong(town, officer):
    officer.active_until = DAY
    officer.save()
    assert standing(officer, town.bureau, POWER, DAY)["officer_of_body"] is True
    assert standing(officer, town.bureau, POWER, DAY + ONE)["officer_of_body"] is False
    assert standing(officer, town.bureau, POWER, date(2019, 12, 31))["officer_of_body"] is False


def test_a_posting_binds_in_its_days_and_lists_its_powers(town, officer):
    Posting.objects.create(
        officer=officer, to_body=town.water, powers=[POWER, "B"], document_no="派1号", valid_from=DAY,
        valid_until=DAY + ONE,
    )  # fmt: skip
    facts = standing(officer, town.water, POWER, DAY + ONE)
    assert facts["officer_of_body"] is True
    assert posting(facts) == [True, "派1号", DAY, DAY + ONE, True]
    other = standing(officer, town.water, "C", DAY)
    assert (other["officer_of_body"], other["posting_covers_power"]) == (True, False)
    lapsed = standing(officer, town.water, POWER, DAY + 2 * ONE)
    assert lapsed["officer_of_body"] is False
    assert posting(lapsed) == [True, "派1号", DAY, DAY + ONE, True]
    assert standing(officer, town.water, None, DAY)["posting_covers_power"] is None


def test_a_posting_elsewhere_does_not_bind_here_nor_restrict_at_home(town, officer):
    Posting.objects.create(officer=officer, to_body=town.unit, powers=["B"], document_no="派1号", valid_from=DAY)
    assert posting(standing(officer, town.water, POWER, DAY)) == [False, None, None, None, None]
    assert posting(standing(officer, town.bureau, POWER, DAY)) == [False, None, None, None, None]


def test_a_posting_to_a_unit_below_counts_for_the_body_above(town):
    guest = make_officer("W1", town.water)
    Posting.objects.create(officer=guest, to_body=town.unit, powers=["*"], document_no="派1号", valid_from=DAY)
    facts = standing(guest, town.bureau, POWER, DAY)
    assert (facts["officer_of_body"], facts["posting_covers_power"]) == (True, True)


def test_a_posting_to_an_area_binds_to_the_bodies_of_that_area(town, officer):
    Posting.objects.create(officer=officer, area_code="410171", powers=["*"], document_no="派2号", valid_from=DAY)
    street = make_body("JKJD", town.city, level="street", area_code="410171003")
    assert posting(standing(officer, town.water, POWER, DAY)) == [True, "派2号", DAY, None, True]
    assert standing(officer, street, POWER, DAY)["officer_of_body"] is True
    assert standing(officer, town.county_bureau, POWER, DAY)["officer_of_body"] is False
    # a body without an area code stands in no area
    assert standing(officer, town.justice, POWER, DAY)["officer_of_body"] is False


def test_a_qualification_counts_from_its_day(town, officer):
    officer.legal_qualification, officer.legal_qualification_on = True, DAY
    officer.save()
    assert standing(officer, town.bureau, POWER, DAY)["legally_qualified"] is True
    assert standing(officer, town.bureau, POWER, DAY - ONE)["legally_qualified"] is False
    officer.legal_qualification_on = None
    officer.save()
    assert standing(officer, town.bureau, POWER, DAY)["legally_qualified"] is True
