"""Signing in: the limit on wrong passwords, the end of a session, one's own account."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from cast import PASSWORD
from sanwei.desk import middleware, signin
from sanwei.desk.models import SignInTry

pytestmark = pytest.mark.django_db


def tried(name: str = "officer", password: str = "wrong", address: str = "10.0.0.1", client: Client | None = None):
    return (client or Client()).post("/login", {"username": name, "password": password}, REMOTE_ADDR=address)


def test_the_right_password_leads_to_the_workbench(cast) -> None:
    answer = tried(password=PASSWORD)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/")
    assert not SignInTry.objects.exists()


def test_who_is_sent_to_sign_in_comes_back_to_where_he_was_going_but_never_elsewhere(cast) -> None:
    answer = Client().post("/login?next=/cases/", {"username": "officer", "password": PASSWORD, "next": "/cases/"})
    assert answer.headers["Location"] == "/cases/"
    answer = Client().post("/login", {"username": "officer", "password": PASSWORD, "next": "//elsewhere.invalid/"})
    assert answer.headers["Location"] == "/"


def test_unknown_name_wrong_password_and_locked_door_hear_the_same_sentence(cast) -> None:
    said = {str(tried(name="nobody").context["form"].non_field_errors())}
    for _ in range(signin.PAIR + 2):
        said.add(str(tried().context["form"].non_field_errors()))
    assert len(said) == 1 and "15 分钟" in said.pop()


def test_after_five_wrong_passwords_the_right_one_does_not_help_from_there(cast) -> None:
    for _ in range(signin.PAIR):
        assert tried().status_code == 200
    assert tried(password=PASSWORD).status_code == 200
    assert tried(password=PASSWORD, address="10.0.0.2").status_code == 302


def test_other_case_and_width_of_the_name_give_no_fresh_tries(cast) -> None:
    for name in ("officer", "Officer", "OFFICER", "ｏｆｆｉｃｅｒ", "officer"):
        tried(name=name)
    assert tried(password=PASSWORD).status_code == 200


def test_a_lock_ends_after_its_time_although_somebody_goes_on(cast) -> None:
    for _ in range(signin.PAIR):
        tried()
    SignInTry.objects.update(at=timezone.now() - signin.WINDOW + dt.timedelta(minutes=1))
    for _ in range(3):
        assert tried().status_code == 200  # refused unread, and not counted
    assert SignInTry.objects.count() == signin.PAIR
    SignInTry.objects.update(at=timezone.now() - signin.WINDOW - dt.timedelta(seconds=1))
    assert tried(password=PASSWORD).status_code == 302


def test_a_success_forgives_what_came_before(cast) -> None:
    for _ in range(signin.PAIR - 1):
        tried()
    assert tried(password=PASSWORD).status_code == 302
    for _ in range(signin.PAIR - 1):
        tried()
    assert tried(password=PASSWORD).status_code == 302


def test_one_name_from_many_addresses_is_locked_too(cast) -> None:
    for n in range(signin.NAME):
        tried(address=f"10.0.1.{n}")
    assert tried(password=PASSWORD, address="10.0.9.9").status_code == 200


def test_one_address_with_many_names_is_locked_too(cast) -> None:
    for n in range(signin.ADDRESS):
        tried(name=f"guess{n}")
    assert tried(password=PASSWORD).status_code == 200
    assert tried(password=PASSWORD, address="10.0.0.2").status_code == 302


def test_a_header_that_names_another_address_is_not_believed(cast) -> None:
    for n in range(signin.PAIR):
        data = {"username": "officer", "password": "wrong"}
        Client().post("/login", data, REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR=f"10.9.9.{n}")
    assert tried(password=PASSWORD).status_code == 200


def test_old_tries_are_swept_away(cast) -> None:
    tried()
    SignInTry.objects.update(at=timezone.now() - signin.KEPT - dt.timedelta(seconds=1))
    tried(name="partner")
    assert [row.username for row in SignInTry.objects.all()] == ["partner"]


def test_an_account_that_was_shut_cannot_sign_in(cast) -> None:
    cast.officer.user.is_active = False
    cast.officer.user.save()
    assert tried(password=PASSWORD).status_code == 200


def test_an_idle_session_ends_and_says_so(cast, monkeypatch) -> None:
    client = Client()
    tried(password=PASSWORD, client=client)
    at = [1_000_000]
    monkeypatch.setattr(middleware.time, "time", lambda: at[0])
    assert client.get("/account").status_code == 200
    at[0] += middleware.IDLE
    assert client.get("/account").status_code == 200
    at[0] += middleware.IDLE + 1
    answer = client.get("/account")
    assert answer.status_code == 302 and answer.headers["Location"] == "/login?next=/account"
    assert "较长时间没有操作" in client.get("/login").content.decode()
    assert client.get("/account").status_code == 302


def test_a_session_ends_after_twelve_hours_however_busy(cast, monkeypatch) -> None:
    client = Client()
    tried(password=PASSWORD, client=client)
    at = [1_000_000]
    monkeypatch.setattr(middleware.time, "time", lambda: at[0])
    for _ in range(12 * 60 // 20):
        assert client.get("/account").status_code == 200
        at[0] += 20 * 60
    assert client.get("/account").status_code == 200  # twelve hours to the second
    at[0] += 1
    assert client.get("/account").status_code == 302


def test_signing_in_anew_begins_a_new_session(cast, monkeypatch) -> None:
    client = Client()
    at = [1_000_000]
    monkeypatch.setattr(middleware.time, "time", lambda: at[0])
    tried(password=PASSWORD, client=client)
    client.get("/account")
    key = client.session.session_key
    at[0] += middleware.WHOLE + 1
    client.get("/account")
    tried(password=PASSWORD, client=client)
    assert client.get("/account").status_code == 200
    assert client.session.session_key != key


def test_most_requests_of_a_session_write_nothing(cast, django_assert_num_queries) -> None:
    client = Client()
    tried(password=PASSWORD, client=client)
    client.get("/law/")
    with django_assert_num_queries(4):  # session, account, officer, grants
        client.get("/law/")


def test_signing_out_takes_a_post(cast) -> None:
    client = Client()
    tried(password=PASSWORD, client=client)
    assert client.get("/logout").status_code == 405
    assert client.post("/logout").headers["Location"] == "/login"
    assert client.get("/account").status_code == 302


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("short", "至少 10 个字符"),
        ("1234567890123", "不能只有数字"),
        ("password1234", "太常见"),
        ("officer2026!", "太相近"),
    ],
)
def test_a_weak_password_is_refused_in_chinese(cast, password, said) -> None:
    client = Client()
    client.force_login(cast.officer.user)
    new = {"old_password": PASSWORD, "new_password1": password, "new_password2": password}
    errors = " ".join(client.post("/account", new).context["form"].errors["new_password2"])
    assert said in errors


def test_a_new_password_ends_the_other_sessions(cast) -> None:
    here, there = Client(), Client()
    for client in (here, there):
        tried(password=PASSWORD, client=client)
    new = {"old_password": PASSWORD, "new_password1": "moonlit-harbour-31", "new_password2": "moonlit-harbour-31"}
    assert here.post("/account", new).status_code == 302
    assert here.get("/account").status_code == 200
    assert there.get("/account").status_code == 302
