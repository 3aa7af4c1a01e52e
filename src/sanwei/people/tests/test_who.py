from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser, User
from django.http import HttpRequest, HttpResponse

from sanwei import clock
from sanwei.people.middleware import OfficerMiddleware
from sanwei.people.tests.conftest import make_officer
from sanwei.people.who import current, officer_of

DAY = date(2026, 5, 6)


@pytest.fixture
def user(town):
    user = User.objects.create_user("o1")
    make_officer("O1", town.bureau, user=user, active_until=DAY)
    return user


@pytest.fixture(autouse=True)
def on_the_day():
    with clock.at(DAY):
        yield


def request_of(user) -> HttpRequest:
    request = HttpRequest()
    request.user = user
    return request


def test_an_account_leads_to_its_officer_and_body_with_one_query(user, django_assert_num_queries):
    with django_assert_num_queries(1):
        officer = officer_of(user, DAY)
        assert (officer.code, officer.body.code) == ("O1", "ZZCG")


def test_who_left_his_post_is_no_officer_any_more(user):
    assert officer_of(user, DAY + timedelta(days=1)) is None


def test_the_day_of_a_request_is_that_of_the_clock(user):
    with clock.at(DAY + timedelta(days=1)):
        assert current(request_of(user)) is None
    assert current(request_of(user)).code == "O1"


def test_an_account_without_officer_and_a_visitor_are_nobody(user, django_assert_num_queries):
    assert officer_of(User.objects.create_user("x"), DAY) is None
    with django_assert_num_queries(0):
        assert officer_of(AnonymousUser(), DAY) is None


def test_a_request_asks_once_and_only_when_somebody_wants_to_know(user, django_assert_num_queries):
    seen = []

    def page(request):
        seen.append(request)
        return HttpResponse()

    with django_assert_num_queries(0):
        OfficerMiddleware(page)(request_of(user))
    (request,) = seen
    with django_assert_num_queries(1):
        assert request.officer.code == "O1"
        assert request.officer.body.code == "ZZCG"
        assert current(request) == request.officer


@pytest.mark.django_db
def test_a_request_of_nobody_has_a_false_officer_and_asks_once(django_assert_num_queries):
    request = request_of(User.objects.create_user("x"))
    OfficerMiddleware(lambda request: HttpResponse())(request)
    with django_assert_num_queries(1):
        assert not request.officer
        assert current(request) is None
        assert current(request) is None
