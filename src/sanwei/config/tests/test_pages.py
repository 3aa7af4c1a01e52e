"""What every answer carries: the content policy, a number, no trace, nothing kept for who is logged in."""

from __future__ import annotations

import json
import logging
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.checks import Warning as CheckWarning
from django.db import OperationalError, ProgrammingError
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory, override_settings
from django.urls import path

from sanwei.config import errors, health
from sanwei.config.logs import JsonLine, request_id
from sanwei.config.middleware import CONTENT_POLICY


def fails(kind: type[Exception], words: str) -> Any:
    def view(request: HttpRequest) -> HttpResponse:
        raise kind(words)

    return view


urlpatterns = [
    path("health", health.health),
    path("plain", lambda request: HttpResponse("好")),
    path("away", fails(OperationalError, "server closed the connection 10.9.8.7")),
    path("unmigrated", fails(OperationalError, "no such table: cases_case")),
    path("fault", fails(ProgrammingError, "secret detail")),
]
handler404 = "sanwei.config.errors.page_not_found"
handler500 = "sanwei.config.errors.server_error"

here = pytest.mark.urls(__name__)


@pytest.fixture
def quiet() -> Client:
    """A client that gets the error page as a browser would."""
    return Client(raise_request_exception=False)


@here
def test_every_answer_carries_the_content_policy_and_its_kin(client: Client) -> None:
    for address in ("/plain", "/nothing-here"):
        headers = client.get(address).headers
        assert headers["Content-Security-Policy"] == CONTENT_POLICY
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["Referrer-Policy"] == "same-origin"
        assert headers["Cross-Origin-Opener-Policy"] == "same-origin"


def test_the_content_policy_allows_no_inline_script_and_no_stranger() -> None:
    rules = dict(rule.split(" ", 1) for rule in CONTENT_POLICY.split("; "))
    assert rules["default-src"] == rules["script-src"] == rules["style-src"] == rules["form-action"] == "'self'"
    assert rules["img-src"] == "'self' data:"
    assert rules["object-src"] == rules["base-uri"] == rules["frame-ancestors"] == "'none'"
    assert "unsafe" not in CONTENT_POLICY
    assert "http" not in CONTENT_POLICY


@here
def test_each_answer_has_a_number_of_its_own_that_the_client_cannot_choose(client: Client) -> None:
    first = client.get("/plain", headers={"X-Request-ID": "chosen"})["X-Request-ID"]
    second = client.get("/plain")["X-Request-ID"]
    assert first != second
    assert "chosen" not in (first, second)


@here
@pytest.mark.django_db
def test_a_page_for_somebody_logged_in_is_kept_nowhere(client: Client) -> None:
    assert "no-store" not in client.get("/plain").get("Cache-Control", "")
    client.force_login(get_user_model().objects.create_user("officer"))
    assert client.get("/plain")["Cache-Control"] == "no-store, private"


@here
def test_a_database_that_is_away_gives_503_without_a_trace(quiet: Client) -> None:
    answer = quiet.get("/away")
    assert answer.status_code == 503
    assert answer["Retry-After"] == errors.RETRY_SECONDS
    page = answer.content.decode()
    assert "10.9.8.7" not in page
    assert "Traceback" not in page


@here
@pytest.mark.parametrize("address", ["/fault", "/unmigrated"])
def test_a_fault_of_ours_gives_500_without_a_trace(quiet: Client, address: str) -> None:
    answer = quiet.get(address)
    assert answer.status_code == 500
    page = answer.content.decode()
    assert "secret detail" not in page
    assert "cases_case" not in page


def test_without_any_template_a_bare_page_says_the_sentence_and_the_number(settings: Any) -> None:
    settings.TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates"}]
    request = RequestFactory().get("/")
    request.request_id = "abc123"  # type: ignore[attr-defined]
    for status, sentence in errors.SENTENCES.items():
        answer = errors.error_page(request, status)
        assert answer.status_code == status
        assert sentence in answer.content.decode()
        assert "abc123" in answer.content.decode()


@here
@pytest.mark.django_db
def test_health_answers_for_database_migrations_and_record(client: Client) -> None:
    answer = client.get("/health")
    assert answer.status_code == 200
    assert answer.json() == {"status": "ok", "checks": {"database": "ok", "migrations": "ok", "record": "ok"}}


@here
@pytest.mark.django_db
def test_health_fails_when_a_room_warns_and_tells_strangers_no_details(
    client: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(health.checks, "run_checks", lambda **asked: [CheckWarning("触发器不见了", id="journal.W001")])
    answer = client.get("/health")
    assert answer.status_code == 503
    assert answer.json()["checks"] == {"database": "ok", "migrations": "ok", "record": "failed"}
    assert "触发器不见了" not in answer.content.decode()
    assert "触发器不见了" in caplog.text


def test_a_health_check_that_raises_has_failed() -> None:
    def broken() -> list[str]:
        raise OperationalError("password=hunter2")

    assert health.problems({"database": broken}) == {"database": ["检查未能完成：OperationalError"]}


@here
def test_health_takes_no_posts(client: Client) -> None:
    assert client.post("/health").status_code == 405


@here
def test_a_log_line_holds_the_path_and_the_number_but_never_the_query(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, logger="sanwei.request"):
        answer = client.get("/plain?q=410101199001011234")
    (record,) = [record for record in caplog.records if record.name == "sanwei.request"]
    token = request_id.set(answer["X-Request-ID"])
    line = JsonLine().format(record)
    request_id.reset(token)
    read = json.loads(line)
    assert (read["path"], read["status"], read["request"]) == ("/plain", 200, answer["X-Request-ID"])
    assert "410101199001011234" not in line


def test_a_line_break_in_a_value_cannot_forge_a_log_line() -> None:
    record = logging.LogRecord("x", logging.WARNING, "", 1, '一\n{"level": "INFO"}', None, None)
    assert "\n" not in JsonLine().format(record)


@here
@override_settings(SECURE_SSL_REDIRECT=True, SECURE_HSTS_SECONDS=60)
def test_in_production_a_page_asked_over_http_is_sent_to_https_but_health_answers(client: Client) -> None:
    sent_on = client.get("/plain").headers
    assert sent_on["Location"].startswith("https://")
    assert sent_on["Content-Security-Policy"] == CONTENT_POLICY
    assert client.get("/plain", secure=True).headers["Strict-Transport-Security"].startswith("max-age=60")
    assert settings.SECURE_REDIRECT_EXEMPT == [r"^health$"]
