from __future__ import annotations

from datetime import date, timedelta

import pytest

from sanwei.facts.actor import ACTOR, STANDING
from sanwei.people.models import (
    BodyConfirmation,
    BodyPower,
    Concentration,
    Delegation,
    OfficerConfirmation,
    Posting,
)
from sanwei.people.queries import body_standing, standing, standings
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


BARE_BODY = {
    "body_kind": "organ",
    "body_level": "city",
    "body_qualified_from": None,
    "body_qualified_until": None,
    "body_confirmed_on": None,
    "body_confirmed_year": None,
    "power_listed_from": None,
    "power_listed_until": None,
    "power_given_up_on": None,
    "power_received_on": None,
    "concentration_surveyed_on": None,
    "concentration_approved_on": None,
    "delegated_from": None,
    "delegated_until": None,
    "delegation_covers_power": None,
}


def test_every_key_of_a_body_is_a_fact_of_the_vocabulary():
    assert set(BARE_BODY) <= set(STANDING.facts)


def test_of_a_bare_body_only_kind_and_level_are_known(town, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert body_standing(town.bureau, POWER, DAY) == BARE_BODY


def test_everything_known_of_a_body_is_laid(town, officer, django_assert_num_queries):
    bureau = town.bureau
    bureau.qualified_from, bureau.qualified_until = date(2010, 1, 1), date(2030, 1, 1)
    bureau.save()
    BodyConfirmation.objects.create(body=bureau, year=2025, confirmed_on=date(2025, 3, 1))
    BodyConfirmation.objects.create(body=bureau, year=2026, confirmed_on=date(2026, 3, 1))
    BodyPower.objects.create(
        body=bureau, power_code=POWER, valid_from=date(2020, 8, 5), post="执法", responsible=officer
    )
    BodyPower.objects.create(body=bureau, power_code="B", valid_from=date(2011, 8, 5))
    Concentration.objects.create(
        power_code=POWER, from_body=town.water, to_body=bureau, survey_on=date(2020, 5, 1),
        approved_on=date(2020, 7, 1), in_force_from=date(2020, 8, 1),
    )  # fmt: skip
    Delegation.objects.create(
        from_body=town.city, to_body=bureau, powers=[POWER], document_no="委1号", valid_from=date(2024, 1, 1)
    )
    with django_assert_num_queries(1):
        facts = body_standing(bureau, POWER, DAY)
    assert facts == {
        **BARE_BODY,
        "body_qualified_from": date(2010, 1, 1),
        "body_qualified_until": date(2030, 1, 1),
        "body_confirmed_on": date(2026, 3, 1),
        "body_confirmed_year": 2026,
        "power_listed_from": date(2020, 8, 5),
        "power_received_on": date(2020, 8, 1),
        "concentration_surveyed_on": date(2020, 5, 1),
        "concentration_approved_on": date(2020, 7, 1),
        "delegated_from": date(2024, 1, 1),
        "delegation_covers_power": True,
    }


def test_until_this_years_confirmation_last_years_is_laid(town):
    BodyConfirmation.objects.create(body=town.bureau, year=2025, confirmed_on=date(2025, 3, 1))
    BodyConfirmation.objects.create(body=town.bureau, year=2026, confirmed_on=DAY)
    names = ("body_confirmed_on", "body_confirmed_year")
    assert some(body_standing(town.bureau, POWER, DAY - ONE), *names) == [date(2025, 3, 1), 2025]
    assert some(body_standing(town.bureau, POWER, DAY), *names) == [DAY, 2026]


def test_a_power_struck_from_the_list_is_laid_with_its_last_day(town):
    BodyPower.objects.create(body=town.bureau, power_code=POWER, valid_from=date(2020, 1, 1), valid_until=DAY - ONE)
    names = ("power_listed_from", "power_listed_until")
    assert some(body_standing(town.bureau, POWER, DAY), *names) == [date(2020, 1, 1), DAY - ONE]
    BodyPower.objects.create(body=town.bureau, power_code=POWER, valid_from=DAY)
    assert some(body_standing(town.bureau, POWER, DAY), *names) == [DAY, None]


def moved(away, to, day, **words) -> Concentration:
    return Concentration.objects.create(power_code=POWER, from_body=away, to_body=to, in_force_from=day, **words)


MOVES = ("power_given_up_on", "power_received_on", "concentration_surveyed_on", "concentration_approved_on")


def test_who_gave_a_power_up_has_given_it_up_from_that_day_and_is_told_before(town):
    moved(town.water, town.bureau, DAY, approved_on=date(2026, 4, 1))
    for day in (DAY - ONE, DAY, DAY + ONE):
        assert some(body_standing(town.water, POWER, day), *MOVES) == [DAY, None, None, None]
        assert some(body_standing(town.bureau, POWER, day), *MOVES) == [None, DAY, None, date(2026, 4, 1)]
    assert some(body_standing(town.water, "B", DAY), *MOVES) == [None] * 4


def test_a_power_that_came_back_is_not_given_up(town):
    moved(town.water, town.bureau, DAY)
    moved(town.bureau, town.water, DAY + 10 * ONE, survey_on=DAY + ONE)
    back = DAY + 10 * ONE
    assert some(body_standing(town.water, POWER, back), *MOVES) == [None, back, DAY + ONE, None]
    assert some(body_standing(town.bureau, POWER, back), *MOVES) == [back, None, None, None]
    assert some(body_standing(town.water, POWER, DAY), *MOVES) == [DAY, None, None, None]
    assert some(body_standing(town.bureau, POWER, DAY), *MOVES) == [back, DAY, None, None]


def test_a_move_not_yet_in_force_changes_nothing(town):
    moved(town.water, town.bureau, None, survey_on=date(2026, 4, 1))
    assert some(body_standing(town.water, POWER, DAY), *MOVES) == [None] * 4


DELEGATED = ("delegated_from", "delegated_until", "delegation_covers_power")


def delegate(town, powers: list[str], first: date, last: date | None = None) -> Delegation:
    return Delegation.objects.create(
        from_body=town.bureau, to_body=town.unit, powers=powers, document_no="委1号", valid_from=first, valid_until=last
    )


def test_the_delegation_that_covers_the_power_is_laid_before_others(town):
    delegate(town, ["B"], date(2026, 1, 1))
    assert some(body_standing(town.unit, POWER, DAY), *DELEGATED) == [date(2026, 1, 1), None, False]
    delegate(town, [POWER], date(2020, 1, 1), date(2024, 12, 31))
    assert some(body_standing(town.unit, POWER, DAY), *DELEGATED) == [date(2020, 1, 1), date(2024, 12, 31), True]
    delegate(town, ["*"], date(2025, 1, 1))
    assert some(body_standing(town.unit, POWER, DAY), *DELEGATED) == [date(2025, 1, 1), None, True]
    # what the bureau gave away by delegation says nothing of the bureau itself
    assert some(body_standing(town.bureau, POWER, DAY), *DELEGATED) == [None, None, None]
