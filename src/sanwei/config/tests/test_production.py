"""Production refuses what belongs to the demo, and is otherwise clean: asked as an operator would, in a process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.checks import CheckMessage, Tags
from django.core.checks import Warning as CheckWarning
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError

from sanwei.config import checks

ROOT = Path(__file__).resolve().parents[4]
OWN_SECRET = "k3!vQz8w-Rj2xLp5_Ht7yBn4mDc9sFg6aEu1oIi0-Ww2eRr4tTy6uU8"


def env(tmp_path: Path, **values: str) -> dict[str, str]:
    """The environment of a deployment of its own, and nothing of the one that runs the tests."""
    ours = ("SECRET_KEY", "DEBUG", "SANWEI_", "DATABASE_URL", "ALLOWED_HOSTS", "DJANGO_")
    kept = {key: value for key, value in os.environ.items() if not key.startswith(ours)}
    return {**kept, "SANWEI_VAR": str(tmp_path / "var"), **values}


def ran(words: list[str], values: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *words], cwd=ROOT, env=values, capture_output=True, text=True, check=False)


def test_the_deploy_check_is_clean_with_a_production_environment(tmp_path: Path) -> None:
    values = env(tmp_path, SECRET_KEY=OWN_SECRET, ALLOWED_HOSTS="zf.example.gov")
    done = ran(["manage.py", "check", "--deploy", "--fail-level", "WARNING"], values)
    assert done.returncode == 0, done.stderr
    assert "no issues (0 silenced)" in done.stdout


def test_the_deploy_check_refuses_the_demo_s_secret_in_chinese(tmp_path: Path) -> None:
    done = ran(["manage.py", "check", "--deploy"], env(tmp_path, ALLOWED_HOSTS="zf.example.gov"))
    assert done.returncode == 1
    assert "SECRET_KEY 仍是演示用的公开密钥" in done.stderr


def test_the_deploy_check_refuses_the_demo_mode(tmp_path: Path) -> None:
    done = ran(["manage.py", "check", "--deploy"], env(tmp_path, SANWEI_DEMO="1", SECRET_KEY=OWN_SECRET))
    assert done.returncode == 1
    assert "现在是演示模式" in done.stderr


def test_a_web_process_does_not_start_on_the_demo_s_secret(tmp_path: Path) -> None:
    done = ran(["-c", "import sanwei.config.wsgi"], env(tmp_path, ALLOWED_HOSTS="zf.example.gov"))
    assert done.returncode != 0
    assert "正式环境拒绝使用" in done.stderr


def test_production_cookies_are_bound_to_this_host_over_https(tmp_path: Path) -> None:
    names = [
        "DEBUG", "SESSION_COOKIE_NAME", "SESSION_COOKIE_SECURE", "SESSION_COOKIE_HTTPONLY", "SESSION_COOKIE_SAMESITE",
        "CSRF_COOKIE_NAME", "CSRF_COOKIE_SECURE", "CSRF_COOKIE_HTTPONLY", "SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS",
    ]  # fmt: skip
    code = """
import json, sys
import sanwei.config.settings as settings
json.dump({name: getattr(settings, name) for name in sys.argv[1:]}, sys.stdout)
"""
    said = json.loads(ran(["-c", code, *names], env(tmp_path, SECRET_KEY=OWN_SECRET)).stdout)
    assert said["DEBUG"] is False
    assert said["SESSION_COOKIE_NAME"].startswith("__Host-")
    assert said["CSRF_COOKIE_NAME"].startswith("__Host-")
    assert all(said[name] is True for name in names if name.endswith(("SECURE", "HTTPONLY", "SSL_REDIRECT")))
    assert said["SESSION_COOKIE_SAMESITE"] == "Lax"
    assert said["SECURE_HSTS_SECONDS"] >= 31_536_000


@pytest.mark.django_db
def test_a_process_is_refused_with_every_fault_and_the_demo_with_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "SANWEI_DEMO", True)
    checks.insist()
    monkeypatch.setattr(settings, "SANWEI_DEMO", False)
    with pytest.raises(ImproperlyConfigured, match="SECRET_KEY 仍是演示用的公开密钥"):
        checks.insist()


@pytest.mark.django_db
def test_a_process_is_refused_when_a_room_warns_about_the_database(monkeypatch: pytest.MonkeyPatch) -> None:
    def asked(tags: list[str], **rest: Any) -> list[CheckMessage]:
        return [CheckWarning("触发器不见了。", id="journal.W001")] if Tags.database in tags else []

    monkeypatch.setattr(settings, "SANWEI_DEMO", False)
    monkeypatch.setattr(checks, "run_checks", asked)
    with pytest.raises(ImproperlyConfigured, match="触发器不见了"):
        checks.insist()


def test_a_database_that_is_away_does_not_keep_a_process_from_starting(monkeypatch: pytest.MonkeyPatch) -> None:
    def asked(tags: list[str], **rest: Any) -> list[CheckMessage]:
        if Tags.database in tags:
            raise OperationalError("connection refused")
        return []

    monkeypatch.setattr(settings, "SANWEI_DEMO", False)
    monkeypatch.setattr(checks, "run_checks", asked)
    assert checks.faults_at_start() == []
