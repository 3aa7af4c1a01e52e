"""The server's part of drafts: whose key, and what a script may ask before it sends."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from cast import PASSWORD
from sanwei.acts.models import Submission
from sanwei.desk.middleware import IDLE, USED
from sanwei.people import device

pytestmark = pytest.mark.django_db
TOKEN = "a" * 32


def signed_in(name: str) -> Client:
    client = Client()
    client.post(reverse("login"), {"username": name, "password": PASSWORD})
    return client


def key_of(client: Client) -> str:
    return client.cookies[device.COOKIE].value


def ask(client: Client, **asked: str):
    return client.get(reverse("acts:sent"), {"act": "decide_on_the_spot", "token": TOKEN, **asked})


def test_each_person_has_a_key_of_his_own_and_the_same_one_on_another_day(cast) -> None:
    assert key_of(signed_in("officer")) == key_of(signed_in("officer")) == device.ticket(cast.officer.user_id)
    assert key_of(signed_in("officer")) != key_of(signed_in("partner"))
    cookie = signed_in("officer").cookies[device.COOKIE]
    assert cookie["samesite"] == "Strict" and cookie["max-age"] == 12 * 3600 and not cookie["httponly"]


def test_signing_out_takes_the_key_away_and_an_expired_session_leaves_it(cast) -> None:
    client = signed_in("officer")
    client.get(reverse("desk:home"))
    session = client.session
    session[USED] -= IDLE + 1
    session.save()
    assert client.get(reverse("desk:home")).status_code == 302
    assert key_of(client) == device.ticket(cast.officer.user_id)
    client = signed_in("officer")
    client.post(reverse("logout"))
    assert key_of(client) == ""


def test_a_script_learns_about_its_own_form_and_about_no_other(cast) -> None:
    case = _spot(cast)
    mine = ask(signed_in("officer")).json()
    assert mine["done"] and mine["url"] == case.get_absolute_url() and mine["csrf"]
    assert mine["person"] == device.mark(cast.officer.user_id)
    for other in (ask(signed_in("partner")), ask(signed_in("officer"), token="b" * 32)):
        assert other.json()["done"] is False and other.json()["url"] == ""
    assert ask(signed_in("officer"), act="no-such-act").json()["done"] is False
    assert ask(signed_in("officer"), matter="no-such-case").json()["done"] is True
    assert ask(signed_in("officer"), matter=str(case.pk)).json()["done"] is False


def test_without_a_session_it_only_learns_that(cast) -> None:
    answer = ask(Client())
    assert (answer.status_code, answer.json()) == (401, {"login": True})


def test_the_page_without_network_is_the_same_for_everybody_and_names_nobody(cast) -> None:
    seen = {client.get(reverse("desk:offline")).content for client in (Client(), signed_in("officer"))}
    assert len(seen) == 1 and "甲办案" not in seen.pop().decode()
    worker = Client().get(reverse("desk:worker"))
    assert worker.headers["Content-Type"].startswith("text/javascript")
    assert "looks/drafts.js" in worker.content.decode() and reverse("desk:offline") in worker.content.decode()


def _spot(cast):
    """A lead stands for the act: only the spent number matters here."""
    from walking import LEAD, day, do

    case = do("register_lead", cast.officer, day(3, 2), LEAD)
    spent = Submission.key(TOKEN, "decide_on_the_spot", cast.officer.code, None)
    Submission.objects.create(token=spent, matter_id=case.pk, act="decide_on_the_spot", position=1)
    return case
