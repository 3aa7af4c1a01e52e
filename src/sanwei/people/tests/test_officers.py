from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from sanwei.people.models import (
    BodyPower,
    Certificate,
    Concentration,
    Delegation,
    Officer,
    OfficerConfirmation,
    Posting,
    RoleGrant,
)
from sanwei.people.queries import bodies_in_scope, certificate_on, certificates_on, roles_on, scope_paths
from sanwei.people.tests.conftest import grant, make_certificate, make_officer

pytestmark = pytest.mark.django_db
DAY = date(2026, 5, 6)
ONE = timedelta(days=1)


@pytest.fixture
def officer(town):
    return make_officer("O1", town.bureau)


def test_no_field_holds_an_identity_number():
    names = {field.name for field in Officer._meta.get_fields()}
    assert not [name for name in names if "identity" in name or "id_card" in name or "id_number" in name]


def test_a_certificate_holds_on_both_its_ends_and_not_beyond(officer):
    held = make_certificate(officer, "A1", DAY, DAY + 10 * ONE)
    assert certificate_on(officer, DAY - ONE) is None
    assert certificate_on(officer, DAY) == held
    assert certificate_on(officer, DAY + 10 * ONE) == held
    assert certificate_on(officer, DAY + 11 * ONE) is None


def test_a_certificate_is_gone_on_the_day_of_its_revocation(officer):
    held = make_certificate(officer, "A1", DAY, revoked_on=DAY + 3 * ONE)
    assert certificate_on(officer, DAY + 2 * ONE) == held
    assert certificate_on(officer, DAY + 3 * ONE) is None
    assert [held.valid_on(DAY + 2 * ONE), held.valid_on(DAY + 3 * ONE), held.valid_on(DAY - ONE)] == [
        True,
        False,
        False,
    ]


def test_of_two_certificates_the_latest_begun_is_shown_and_each_kind_stands_for_itself(officer):
    make_certificate(officer, "A1", DAY - 400 * ONE)
    newer = make_certificate(officer, "A2", DAY - 4 * ONE)
    make_certificate(officer, "A3", DAY + 4 * ONE)
    supervision = make_certificate(officer, "J1", DAY - ONE, kind="supervision")
    assert certificate_on(officer, DAY) == newer
    assert certificate_on(officer, DAY, "supervision") == supervision


def test_certificate_numbers_are_unique(officer, town):
    make_certificate(officer, "A1", DAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_certificate(make_officer("O2", town.bureau), "A1", DAY)


SPANS = [
    lambda town, officer: Certificate(officer=officer, number="A1", issuer="市人民政府"),
    lambda town, officer: RoleGrant(officer=officer, role="officer", body=town.bureau),
    lambda town, officer: Delegation(from_body=town.bureau, to_body=town.unit, powers=["*"], document_no="1号"),
    lambda town, officer: Posting(officer=officer, to_body=town.water, powers=["*"], document_no="1号"),
    lambda town, officer: BodyPower(body=town.bureau, power_code="ZZCG-0001"),
]


@pytest.mark.parametrize("make", SPANS)
def test_no_span_ends_before_it_begins(make, town, officer):
    row = make(town, officer)
    row.valid_from, row.valid_until = DAY, DAY
    row.full_clean()
    row.valid_until = DAY - ONE
    with pytest.raises(ValidationError, match="失效日期不得早于生效日期"):
        row.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ({"active_until": date(2019, 12, 31)}, "离岗日期不得早于到岗日期"),
        ({"legal_qualification_on": date(2019, 1, 1)}, "应当勾选"),
    ],
)
def test_an_officer_with_contradictory_days_is_refused(words, says, town):
    row = Officer(code="O9", name="甲", body=town.bureau, active_from=date(2020, 1, 1), **words)
    with pytest.raises(ValidationError, match=says):
        row.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_an_officer_is_confirmed_once_a_year(officer):
    OfficerConfirmation.objects.create(officer=officer, year=2026, confirmed_on=DAY)
    with pytest.raises(ValidationError, match="本年度已经确认"):
        OfficerConfirmation(officer=officer, year=2026, confirmed_on=DAY).full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        OfficerConfirmation.objects.create(officer=officer, year=2026, confirmed_on=DAY)


def test_officers_active_on_a_day(town):
    make_officer("O2", town.bureau, active_until=DAY)
    make_officer("O3", town.bureau, active_from=DAY + ONE)
    assert [row.code for row in Officer.objects.active_on(DAY)] == ["O2"]
    assert [row.code for row in Officer.objects.active_on(DAY + ONE)] == ["O3"]


@pytest.mark.parametrize("powers", ["*", [""], [" A"], [1], ["A", "A"], ["*", "A"], {"A": 1}])
def test_a_malformed_list_of_powers_is_refused(powers, town):
    row = Delegation(from_body=town.bureau, to_body=town.unit, powers=powers, document_no="1号", valid_from=DAY)
    with pytest.raises(ValidationError, match="职权"):
        row.full_clean()


def test_a_posting_goes_to_a_body_or_to_an_area_not_to_both(town, officer):
    words = {"officer": officer, "powers": ["*"], "document_no": "1号", "valid_from": DAY}
    for place in ({}, {"to_body": town.water, "area_code": "410171"}):
        with pytest.raises(ValidationError, match="填写一项"):
            Posting(**words, **place).full_clean()
        with pytest.raises(IntegrityError), transaction.atomic():
            Posting.objects.create(**words, **place)
    Posting.objects.create(**words, area_code="410171", area_name="经济技术开发区")


def test_nobody_delegates_or_gives_powers_to_himself(town):
    with pytest.raises(ValidationError, match="不能委托自己"):
        Delegation(from_body=town.unit, to_body=town.unit, powers=["*"], document_no="1号", valid_from=DAY).full_clean()
    with pytest.raises(ValidationError, match="不能是同一个"):
        Concentration(power_code="A", from_body=town.unit, to_body=town.unit).full_clean()


def test_the_person_answering_for_a_power_belongs_to_the_body(town, officer):
    BodyPower(body=town.bureau, power_code="A", valid_from=DAY, responsible=officer).full_clean()
    with pytest.raises(ValidationError, match="责任人员"):
        BodyPower(body=town.water, power_code="A", valid_from=DAY, responsible=officer).full_clean()


def test_roles_hold_in_their_span_and_over_their_subtree(town, officer):
    grant(officer, "officer", town.bureau, DAY, DAY + ONE)
    grant(officer, "reviewer", town.unit, DAY)
    assert roles_on(officer, DAY - ONE) == frozenset()
    assert roles_on(officer, DAY) == {"officer", "reviewer"}
    assert roles_on(officer, DAY + 2 * ONE) == {"reviewer"}
    assert roles_on(officer, DAY, town.bureau) == {"officer"}
    assert roles_on(officer, DAY, town.unit) == {"officer", "reviewer"}
    assert roles_on(officer, DAY, town.city) == frozenset()


@pytest.mark.parametrize(
    ("first", "second"),
    [("system_admin", "security_admin"), ("security_admin", "audit_admin"), ("audit_admin", "system_admin")],
)
def test_one_person_is_not_two_administrators_at_once(town, officer, first, second):
    grant(officer, first, town.city, DAY, DAY + 10 * ONE)
    with pytest.raises(ValidationError, match="不得兼任"):
        grant(officer, second, town.water, DAY + 10 * ONE)
    with pytest.raises(ValidationError, match="不得兼任"):
        RoleGrant(officer=officer, role=second, body=town.city, valid_from=DAY).full_clean()
    grant(officer, second, town.city, DAY + 11 * ONE)
    grant(make_officer("O2", town.city), second, town.city, DAY)
    assert RoleGrant.objects.count() == 3


def test_the_same_administrator_may_be_granted_again_and_lengthened(town, officer):
    row = grant(officer, "system_admin", town.city, DAY, DAY + ONE)
    row.valid_until = DAY + 5 * ONE
    row.save()
    grant(officer, "system_admin", town.water, DAY)
    assert roles_on(officer, DAY) == {"system_admin"}


def test_lengthening_one_administrator_into_another_is_refused(town, officer):
    row = grant(officer, "system_admin", town.city, DAY, DAY + ONE)
    grant(officer, "audit_admin", town.city, DAY + 5 * ONE)
    row.valid_until = DAY + 5 * ONE
    with pytest.raises(ValidationError, match="审计管理员"):
        row.save()


def test_no_way_in_bulk_goes_around_the_separation(town, officer):
    row = grant(officer, "system_admin", town.city, DAY)
    plain = grant(officer, "officer", town.city, DAY)
    tries = [
        lambda: RoleGrant.objects.bulk_create(
            [RoleGrant(officer=officer, role="audit_admin", body=town.city, valid_from=DAY)]
        ),
        lambda: RoleGrant.objects.filter(pk=plain.pk).update(role="audit_admin"),
        lambda: RoleGrant.objects.filter(pk=row.pk).update(valid_until=None),
    ]
    for attempt in tries:
        with pytest.raises(ValidationError, match="逐一授予"):
            attempt()
    RoleGrant.objects.filter(pk=plain.pk).update(valid_until=DAY + ONE)
    other = RoleGrant(officer=officer, role="clerk", body=town.city, valid_from=DAY)
    assert RoleGrant.objects.bulk_create([other])[0].pk


def scope(officer, day=DAY) -> set[str]:
    return {body.code for body in bodies_in_scope(officer, day)}


def test_an_officer_without_a_role_sees_nothing(officer):
    assert scope(officer) == set()


def test_a_role_opens_its_subtree_while_it_holds(town, officer):
    grant(officer, "officer", town.bureau, DAY)
    grant(officer, "reviewer", town.unit, DAY)
    assert scope(officer) == {"ZZCG", "ZZCGZD"}
    assert scope_paths(officer, DAY) == ["/ZZ/ZZCG/"]
    assert scope(officer, DAY - ONE) == set()


def test_a_supervisor_also_sees_whom_his_body_supervises(town):
    supervisor = make_officer("S1", town.justice)
    grant(supervisor, "supervisor", town.justice)
    assert scope(supervisor) == {"ZZSF", "ZZCG", "ZZCGZD", "JSCG"}
    officer = make_officer("S2", town.justice)
    grant(officer, "officer", town.justice)
    assert scope(officer) == {"ZZSF"}


@pytest.mark.parametrize("role", ["system_admin", "security_admin", "audit_admin"])
def test_administrators_see_no_matters(town, officer, role):
    grant(officer, role, town.city)
    assert scope(officer) == set()


def test_the_scope_takes_one_query_and_reading_it_one_more(town, officer, django_assert_num_queries):
    grant(officer, "officer", town.bureau)
    with django_assert_num_queries(1):
        bodies = bodies_in_scope(officer, DAY)
    with django_assert_num_queries(1):
        list(bodies)


def test_rows_say_what_they_are(town, officer):
    certificate = make_certificate(officer, "A1", DAY)
    assert str(officer) == "甲O1（O1）"
    assert str(certificate) == "行政执法证A1"
    assert str(grant(officer, "leader", town.bureau)) == "甲O1（O1）任行政机关负责人，范围ZZCG机关"
    assert str(OfficerConfirmation(officer=officer, year=2026)) == "甲O1（O1）2026年度确认"
    assert str(Posting(officer=officer, area_name="经开区")) == "甲O1（O1）派驻经开区"
    assert str(BodyPower(body=town.bureau, power_code="A")) == "ZZCG机关职权A"
    assert str(Delegation(from_body=town.bureau, to_body=town.unit, document_no="1号")) == (
        "ZZCG机关委托ZZCGZD机关（1号）"
    )
    assert str(Concentration(power_code="A", from_body=town.water, to_body=town.bureau)) == ("A由ZZSL机关划归ZZCG机关")


def test_the_certificates_of_several_are_those_each_may_show(officer, town, django_assert_num_queries):
    other = make_officer("O2", town.bureau)
    make_certificate(officer, "A1", DAY - 400 * ONE)
    make_certificate(officer, "A2", DAY - 4 * ONE)
    make_certificate(other, "B1", DAY - ONE, kind="supervision")
    with django_assert_num_queries(1):
        assert certificates_on([officer, other], DAY) == {officer.pk: "A2"}
