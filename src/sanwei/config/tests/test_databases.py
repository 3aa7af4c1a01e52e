"""DATABASE_URL becomes settings, and SQLite really is what the journal needs."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError, connection
from django.db.backends.sqlite3.base import DatabaseWrapper

from sanwei.config.databases import database, postgres


@pytest.fixture
def own_connections(django_db_blocker: Any) -> Iterator[None]:
    """Lets a test open connections of its own, beside the test database."""
    with django_db_blocker.unblock():
        yield


def opened(path: Path) -> DatabaseWrapper:
    """A connection of its own to a file, with the settings of the product."""
    wanted = {
        "ATOMIC_REQUESTS": False, "AUTOCOMMIT": True, "TIME_ZONE": None, "USER": "", "PASSWORD": "", "HOST": "",
        "PORT": "", "TEST": {}, **database("", path),
    }  # fmt: skip
    return DatabaseWrapper(wanted, alias="own")


@pytest.mark.usefixtures("own_connections")
def test_a_sqlite_file_is_opened_with_the_pragmas_of_the_house(tmp_path: Path) -> None:
    own = opened(tmp_path / "db.sqlite3")
    with own.cursor() as cursor:
        said = {
            name: cursor.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "recursive_triggers", "foreign_keys", "busy_timeout")
        }
    own.close()
    assert said == {
        "journal_mode": "wal", "synchronous": 2, "recursive_triggers": 1, "foreign_keys": 1, "busy_timeout": 20_000,
    }  # fmt: skip


@pytest.mark.usefixtures("own_connections")
def test_a_transaction_on_sqlite_takes_the_write_lock_at_once(tmp_path: Path) -> None:
    path = tmp_path / "db.sqlite3"
    own = opened(path)
    own.ensure_connection()
    own.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
    stranger = sqlite3.connect(path, timeout=0)
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        stranger.execute("BEGIN IMMEDIATE")
    own.rollback()
    own.close()
    stranger.execute("BEGIN IMMEDIATE")
    stranger.close()


def test_an_empty_address_means_the_file_of_the_deployment(tmp_path: Path) -> None:
    assert database("", tmp_path / "db.sqlite3")["NAME"] == str(tmp_path / "db.sqlite3")


def test_a_sqlite_address_may_be_absolute_or_relative() -> None:
    assert database("sqlite:////srv/a%20b.sqlite3", Path("x"))["NAME"] == "/srv/a b.sqlite3"
    assert database("sqlite:///a.sqlite3", Path("x"))["NAME"] == "a.sqlite3"


def test_a_postgres_address_is_taken_apart_and_unquoted() -> None:
    made = postgres("postgresql://clerk:p%40ss%2Fword@db.internal:6543/sanwei?sslmode=require")
    assert (made["USER"], made["PASSWORD"], made["HOST"], made["PORT"], made["NAME"]) == (
        "clerk", "p@ss/word", "db.internal", "6543", "sanwei",
    )  # fmt: skip
    assert made["OPTIONS"]["sslmode"] == "require"
    assert made["CONN_MAX_AGE"] > 0
    assert made["CONN_HEALTH_CHECKS"] is True


def test_a_postgres_session_lets_go_of_locks_in_time() -> None:
    options = postgres("postgres:///sanwei?host=/run/pg")["OPTIONS"]
    for wanted in ("lock_timeout=5s", "idle_in_transaction_session_timeout=5s", "statement_timeout=30s"):
        assert f"-c {wanted}" in options["options"]
    assert "-c synchronous_commit=on" in options["options"]
    assert (options["connect_timeout"], options["tcp_user_timeout"], options["keepalives_idle"]) == ("3", "4000", "2")
    assert options["application_name"] == "sanwei"


def test_an_option_in_the_address_replaces_the_one_of_the_house() -> None:
    options = postgres("postgres://h/d?statement_timeout=0&connect_timeout=9")["OPTIONS"]
    assert "-c statement_timeout=0" in options["options"]
    assert "30s" not in options["options"]
    assert options["connect_timeout"] == "9"


def test_a_socket_folder_is_the_host() -> None:
    assert postgres("postgres://u@/d?host=%2Frun%2Fpg")["HOST"] == "/run/pg"


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("postgres://u@h", "没有写数据库名"),
        ("postgres://u@h:port/d", "端口不是数字"),
        ("mysql://u@h/d", "只认 postgres:// 和 sqlite:///"),
        ("sqlite:///", "没有写文件名"),
    ],
)
def test_an_address_that_cannot_be_read_is_refused_with_a_sentence(url: str, said: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=said):
        database(url, Path("x"))


@pytest.mark.django_db
def test_the_database_of_these_tests_follows_the_same_settings() -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            assert connection.transaction_mode == "IMMEDIATE"
            assert cursor.execute("PRAGMA recursive_triggers").fetchone() == (1,)
        else:
            cursor.execute("SHOW lock_timeout")
            assert cursor.fetchone() == ("5s",)


@pytest.mark.usefixtures("own_connections")
def test_a_postgres_that_does_not_listen_fails_within_seconds() -> None:
    from django.db.backends.postgresql.base import DatabaseWrapper as Postgres

    wanted = {
        "ATOMIC_REQUESTS": False, "AUTOCOMMIT": True, "TIME_ZONE": None, "TEST": {},
        **postgres("postgres://nobody@127.0.0.1:1/nothing"),
    }  # fmt: skip
    with pytest.raises(OperationalError):
        Postgres(wanted, alias="away").ensure_connection()
