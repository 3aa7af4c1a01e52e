"""A form that comes after the session has ended: what was typed comes back after signing in, to its own person only."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from cast import PASSWORD
from sanwei.acts import unsent
from sanwei.desk import middleware
from sanwei.journal.models import Entry
from unit.answering import lost, sent_again
from walking import LEAD

pytestmark = pytest.mark.django_db
PAGE = "/cases/new/register_lead"
TYPED = {
    name: "no" if value is False else value.isoformat() if hasattr(value, "isoformat") else value
    for name, value in LEAD.items()
}


@pytest.fixture
def moving(monkeypatch) -> Callable[[int], None]:
    """Moves the clock of sessions by seconds."""
    at = [1_000_000]
    monkeypatch.setattr(middleware.time, "time", lambda: at[0])

    def move(seconds: int) -> None:
        at[0] += seconds

    return move


def sign_in(client: Client, who: str = "officer", to: str = "/login"):
    return client.post(to, {"username": who, "password": PASSWORD})


def opened(client: Client) -> dict[str, str]:
    """The form as the browser has it, with what the person typed."""
    form = sent_again(client.get(PAGE))
    hidden = ("token", "whose", "csrfmiddlewaretoken")
    return TYPED | {name: form[name][0] for name in hidden if name in form}


def test_what_was_typed_comes_back_after_signing_in_and_is_done_only_when_sent_again(cast, moving) -> None:
    client = Client(enforce_csrf_checks=True)
    page = client.get("/login")
    client.post(
        "/login",
        {
            "username": "officer",
            "password": PASSWORD,
            "csrfmiddlewaretoken": sent_again(page)["csrfmiddlewaretoken"][0],
        },
    )
    typed = opened(client)
    moving(middleware.IDLE + 1)
    late = client.post(PAGE, typed)
    assert (late.status_code, late.url) == (302, f"/login?next={PAGE}")
    page = client.get(late.url)
    assert "已经保留" in page.content.decode()
    token = sent_again(page)["csrfmiddlewaretoken"][0]
    back = client.post(
        late.url, {"username": "officer", "password": PASSWORD, "csrfmiddlewaretoken": token, "next": PAGE}
    )
    assert (back.status_code, back.url) == (302, PAGE)
    form = client.get(PAGE)
    assert form.status_code == 200 and "退出之前填写" in form.content.decode()
    assert lost(form, TYPED) == []
    assert not Entry.objects.exists(), "nothing is done before the person presses"
    again = {name: values[0] for name, values in sent_again(form).items()}
    assert client.post(PAGE, again).status_code == 302
    assert Entry.objects.get().act == "register_lead"
    assert "退出之前填写" not in client.get(PAGE).content.decode()


def test_it_comes_back_also_when_the_session_is_gone_altogether(cast) -> None:
    client = Client()
    sign_in(client)
    typed = opened(client)
    client.cookies.clear()
    assert client.post(PAGE, typed).url == f"/login?next={PAGE}"
    sign_in(client)
    assert lost(client.get(PAGE), TYPED) == []


def test_files_are_not_kept_and_the_page_says_so(cast, moving) -> None:
    client = Client()
    sign_in(client)
    typed = opened(client)
    moving(middleware.IDLE + 1)
    client.post(PAGE, typed | {"files": SimpleUploadedFile("现场.jpg", b"x")})
    assert "选择的文件不能保留" in client.get("/login").content.decode()
    sign_in(client)
    assert "请重新选择" in client.get(PAGE).content.decode()


def test_who_signs_in_instead_sees_nothing_of_it(cast, moving) -> None:
    client = Client()
    sign_in(client)
    typed = opened(client)
    moving(middleware.IDLE + 1)
    client.post(PAGE, typed)
    sign_in(client, "partner")
    assert TYPED["lead_summary"] not in client.get(PAGE).content.decode()
    client.post("/logout")
    sign_in(client)
    assert TYPED["lead_summary"] not in client.get(PAGE).content.decode()


def test_it_is_shown_only_where_it_was_sent_and_not_for_ever(cast, moving) -> None:
    client = Client()
    sign_in(client)
    typed = opened(client)
    moving(middleware.IDLE + 1)
    client.post(PAGE, typed)
    sign_in(client)
    assert TYPED["lead_summary"] not in client.get("/cases/new/decide_on_the_spot").content.decode()
    assert TYPED["lead_summary"] not in client.get(f"{PAGE}?blank=1").content.decode()
    assert TYPED["lead_summary"] in client.get(PAGE).content.decode()
    for _ in range(5):
        moving(unsent.KEPT // 5 + 1)
        client.get("/account")
    sign_in(client)
    assert TYPED["lead_summary"] not in client.get(PAGE).content.decode()


def test_another_site_cannot_plant_answers(cast, moving) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.officer.user)
    typed = opened(client)
    typed.pop("csrfmiddlewaretoken")
    moving(middleware.IDLE + 1)
    assert client.post(PAGE, typed).status_code == 403
    assert unsent.KEY not in client.session
    stranger = Client()
    assert stranger.post(PAGE, TYPED | {"whose": "forged"}).status_code == 302
    assert unsent.KEY not in stranger.session


def test_what_is_kept_lies_sealed(cast, moving) -> None:
    client = Client()
    sign_in(client)
    typed = opened(client)
    moving(middleware.IDLE + 1)
    client.post(PAGE, typed)
    assert TYPED["party_name"] not in str(dict(client.session.items()))
    assert "csrfmiddlewaretoken" not in unsent.open_text(client.session[unsent.KEY]["sealed"])


def test_passwords_are_never_kept_and_signing_in_is_not_interrupted(cast, moving) -> None:
    client = Client()
    sign_in(client)
    client.get("/account")
    moving(middleware.IDLE + 1)
    answer = client.post("/account", {"old_password": PASSWORD, "new_password1": "x", "new_password2": "x"})
    assert answer.url == "/login?next=/" and unsent.KEY not in client.session
    sign_in(client)
    client.get("/account")
    moving(middleware.IDLE + 1)
    assert sign_in(client).url == "/"
    assert client.get("/account").status_code == 200
