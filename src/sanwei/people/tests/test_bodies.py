from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from sanwei.people.models import Body, BodyConfirmation
from sanwei.people.queries import subtree
from sanwei.people.tests.conftest import make_body
from sanwei.people.validators import area_code, credit_code

pytestmark = pytest.mark.django_db


def codes(bodies) -> set[str]:
    return {body.code for body in bodies}


def test_the_path_names_every_body_from_the_top(town):
    assert town.city.path == "/ZZ/"
    assert town.unit.path == "/ZZ/ZZCG/ZZCGZD/"


def test_a_subtree_holds_the_body_and_all_below_and_no_namesake(town):
    # ZZCG is the beginning of ZZCGX: a step of the path ends with a slash
    make_body("ZZCGX", town.city)
    assert codes(subtree(town.bureau)) == {"ZZCG", "ZZCGZD"}
    assert codes(subtree(town.city)) == {"ZZ", "ZZSF", "ZZCG", "ZZCGZD", "ZZSL", "ZZCGX"}


def test_a_body_that_moves_takes_those_below_along(town):
    town.bureau.parent = town.county
    town.bureau.save()
    town.unit.refresh_from_db()
    assert town.unit.path == "/JS/ZZCG/ZZCGZD/"
    assert codes(subtree(town.city)) == {"ZZ", "ZZSF", "ZZSL"}


def test_a_new_code_reaches_those_below_and_nobody_else(town):
    make_body("ZZCGX", town.city)
    town.bureau.code = "ZZCGJ"
    town.bureau.save(update_fields=["code"])
    assert set(Body.objects.values_list("path", flat=True)) >= {
        "/ZZ/ZZCGJ/", "/ZZ/ZZCGJ/ZZCGZD/", "/ZZ/ZZCGX/",
    }  # fmt: skip


def test_a_stale_instance_does_not_bring_the_old_path_back(town):
    stale = Body.objects.get(pk=town.unit.pk)
    town.bureau.parent = town.county
    town.bureau.save()
    stale.phone = "000"
    stale.save()
    assert stale.path == "/JS/ZZCG/ZZCGZD/"


@pytest.mark.parametrize("below", ["bureau", "unit"])
def test_a_body_cannot_stand_below_itself(town, below):
    town.bureau.parent = getattr(town, below)
    with pytest.raises(ValidationError, match="上级不能是自己或者自己的下级"):
        town.bureau.save()


@pytest.mark.parametrize("code", ["", "zz", "Z/Z", "Z Z", "Z_Z", "郑", "Z" * 41])
def test_a_code_that_would_spoil_the_path_is_refused(code):
    with pytest.raises(ValidationError, match="主体编码"):
        make_body(code)


def test_bodies_written_past_save_are_refused_by_the_database():
    with pytest.raises(IntegrityError), transaction.atomic():
        Body.objects.bulk_create([Body(code="A1", name="甲", short_name="甲", level="city", kind="organ")])


def test_a_second_level_unit_stands_below_its_department(town):
    town.unit.full_clean()
    town.unit.second_level_of = town.water
    with pytest.raises(ValidationError, match="所属部门之下"):
        town.unit.full_clean()


def test_a_body_loses_its_standing_no_earlier_than_it_gained_it(town):
    town.bureau.qualified_from, town.bureau.qualified_until = date(2026, 2, 1), date(2026, 1, 31)
    with pytest.raises(ValidationError, match="丧失资格日期不得早于"):
        town.bureau.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        town.bureau.save()


def test_a_body_is_confirmed_once_a_year(town):
    confirmed = {"body": town.bureau, "confirmed_on": date(2026, 3, 1)}
    BodyConfirmation.objects.create(year=2026, **confirmed)
    BodyConfirmation.objects.create(year=2025, **confirmed)
    with pytest.raises(ValidationError, match="本年度已经认定"):
        BodyConfirmation(year=2026, **confirmed).full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        BodyConfirmation.objects.create(year=2026, **confirmed)


def test_nothing_is_published_before_it_is_confirmed(town):
    early = BodyConfirmation(body=town.bureau, year=2026, confirmed_on=date(2026, 3, 2), published_on=date(2026, 3, 1))
    with pytest.raises(ValidationError, match="公布日期不得早于认定日期"):
        early.full_clean()


# the example of python-stdnum, and one of a government organ made by its check-digit rule
@pytest.mark.parametrize("value", ["91110000600037341L", "11410100005252000A"])
def test_a_credit_code_with_its_check_character_is_taken(value):
    from stdnum.cn import uscc

    sound = value[:17] + uscc.calc_check_digit(value[:17])
    credit_code(sound)


@pytest.mark.parametrize(
    "value", ["91110000600037342L", "9111000060003734", "91110000-600037341L", "9111000060003734IL", "x"]
)
def test_a_wrong_credit_code_is_refused_with_a_sentence(value):
    with pytest.raises(ValidationError, match="统一社会信用代码"):
        credit_code(value)


def test_area_codes_have_six_nine_or_twelve_digits():
    for value in ("410100", "410102003", "410102003001"):
        area_code(value)
    for value in ("41010", "4101020", "41010A", "410100\n"):
        with pytest.raises(ValidationError, match="行政区划代码"):
            area_code(value)


def test_bodies_say_their_name(town):
    assert str(town.bureau) == "ZZCG机关"
    assert str(BodyConfirmation(body=town.bureau, year=2026)) == "ZZCG机关2026年度认定"
