from __future__ import annotations

from datetime import date, timedelta

import pytest

from sanwei.facts.actor import STANDING
from sanwei.people.models import BodyConfirmation, BodyPower, Certificate, Concentration, Delegation
from sanwei.people.queries import body_standing
from sanwei.people.tests.conftest import make_officer

pytestmark = pytest.mark.django_db
DAY = date(2026, 5, 6)
ONE = timedelta(days=1)
POWER = "ZZCG-0001"
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
    "entrusted_staff": None,
    "delegated_from": None,
    "delegated_until": None,
    "delegation_covers_power": None,
}


def some(facts: dict, *names: str) -> list:
    return [facts[name] for name in names]


def test_every_key_of_a_body_is_a_fact_of_the_vocabulary():
    assert set(BARE_BODY) <= set(STANDING.facts)


def test_of_a_bare_body_only_kind_and_level_are_known(town, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert body_standing(town.bureau, POWER, DAY) == BARE_BODY


def test_everything_known_of_a_body_is_laid(town, django_assert_num_queries):
    bureau = town.bureau
    bureau.qualified_from, bureau.qualified_until = date(2010, 1, 1), date(2030, 1, 1)
    bureau.save()
    BodyConfirmation.objects.create(body=bureau, year=2025, confirmed_on=date(2025, 3, 1))
    BodyConfirmation.objects.create(body=bureau, year=2026, confirmed_on=date(2026, 3, 1))
    BodyPower.objects.create(
        body=bureau, power_code=POWER, valid_from=date(2020, 8, 5), post="执法", responsible=make_officer("O1", bureau)
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


def test_an_entrusted_organisation_is_counted_by_its_certified_people(town, django_assert_num_queries):
    water = town.water
    water.kind = "entrusted"
    water.save()
    for no, until in (("C1", date(2030, 1, 1)), ("C2", date(2020, 1, 1))):
        Certificate.objects.create(
            officer=make_officer(no, water), number=no, issuer="省政府", valid_from=date(2019, 1, 1), valid_until=until
        )
    with django_assert_num_queries(1):
        assert body_standing(water, POWER, DAY)["entrusted_staff"] == 1
