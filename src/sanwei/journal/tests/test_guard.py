"""Triggers are looked after, and their absence is told."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from sanwei.journal.checks import guarded, is_test_database, settings_safe, unsafe_settings
from sanwei.journal.errors import JournalError
from sanwei.journal.grants import grants_for
from sanwei.journal.health import CHECKS
from sanwei.journal.models import Head
from sanwei.journal.trigger_sql import POSTGRES, SQLITE
from sanwei.journal.triggers import install, remove, triggers_in_place

TRIGGERS = POSTGRES if connection.vendor == "postgresql" else SQLITE


def drop(trigger) -> None:
    on_table = f" ON {trigger.table}" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER {trigger.name}{on_table}")


@pytest.mark.django_db
def test_after_the_migrations_every_trigger_stands():
    assert triggers_in_place() == []


@pytest.mark.django_db
@pytest.mark.parametrize("trigger", TRIGGERS, ids=lambda trigger: trigger.name)
def test_a_missing_trigger_is_named_by_the_check_and_by_health(trigger):
    drop(trigger)
    (fault,) = triggers_in_place()
    assert trigger.name in fault
    assert [message.id for message in guarded(databases=["default"])] == ["journal.W001"]
    assert CHECKS["triggers"]() == [fault]


@pytest.mark.django_db
def test_install_puts_back_what_is_missing_and_only_that(django_assert_max_num_queries):
    drop(TRIGGERS[0])
    assert len(install()) == 1
    assert triggers_in_place() == []
    with django_assert_max_num_queries(3):
        assert install() == []


@pytest.mark.django_db
def test_remove_takes_all_away():
    remove()
    assert len(triggers_in_place()) == len(TRIGGERS)


@pytest.mark.django_db(transaction=True)
def test_every_migrate_run_puts_triggers_and_head_back():
    drop(TRIGGERS[0])
    Head.objects.all().delete()
    call_command("migrate", verbosity=0)
    assert triggers_in_place() == []
    assert Head.objects.get().size == 0


@pytest.mark.django_db(transaction=True)
def test_a_lost_head_comes_back_at_the_last_entry(write):
    write()
    write()
    Head.objects.all().delete()
    call_command("migrate", verbosity=0)
    assert Head.objects.get().size == 2
    assert write().position == 3


@pytest.mark.django_db
def test_checks_without_a_database_ask_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert guarded(databases=None) == []
        assert settings_safe(databases=None) == []


@pytest.mark.django_db(transaction=True)
def test_flush_empties_a_test_database_and_the_guard_stands_again(write):
    write()
    call_command("flush", interactive=False, verbosity=0)
    assert triggers_in_place() == []
    assert write().position == 1


@pytest.mark.django_db
def test_flush_is_refused_on_any_other_database(write, monkeypatch):
    write()
    monkeypatch.setitem(connection.settings_dict, "NAME", "/srv/sanwei/db.sqlite3")
    with pytest.raises(CommandError, match="不得清空"):
        call_command("flush", interactive=False, verbosity=0)
    assert triggers_in_place() == []


@pytest.mark.parametrize(
    ("name", "is_test"),
    [
        ("test_sanwei", True),
        ("/tmp/test-812.sqlite3", True),
        ("file:memorydb_default?mode=memory&cache=shared", connection.vendor == "sqlite"),
        ("sanwei", False),
        ("/srv/test_1/db.sqlite3", False),
        ("attest_db", False),
        ("testimony", False),
    ],
)
def test_a_test_database_is_known_by_its_name(name, is_test, monkeypatch):
    monkeypatch.setitem(connection.settings_dict, "NAME", name)
    assert is_test_database(connection) is is_test


@pytest.mark.django_db
def test_the_settings_of_a_test_database_are_not_judged():
    assert settings_safe(databases=["default"]) == []


@pytest.mark.django_db
def test_a_head_that_lags_behind_shows_on_the_health_page(write):
    write()
    assert CHECKS["head"]() == []
    Head.objects.update(size=0)
    assert CHECKS["head"]() == ["登记簿首页记有0条，实际到第1条。"]


@pytest.mark.django_db
def test_settings_unsafe_for_a_journal_are_told_on_a_real_database(monkeypatch):
    monkeypatch.setitem(connection.settings_dict, "NAME", "sanwei")
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET synchronous_commit = off")
        else:
            cursor.execute("PRAGMA recursive_triggers = OFF")
    try:
        words = [message.msg for message in settings_safe(databases=["default"])]
        assert any("synchronous_commit" in each or "recursive_triggers" in each for each in words)
        assert words == unsafe_settings(connection)
    finally:
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.execute("RESET synchronous_commit")
            else:
                cursor.execute("PRAGMA recursive_triggers = ON")


def test_the_rights_of_the_web_process_are_listed_for_a_plain_role_name():
    out = StringIO()
    call_command("journal_grants", "sanwei_app", stdout=out)
    assert "GRANT SELECT, INSERT ON journal_entry, journal_content, journal_number TO sanwei_app;" in out.getvalue()
    with pytest.raises(JournalError, match="角色名"):
        grants_for("app; DROP TABLE x")
    with pytest.raises(CommandError, match="角色名"):
        call_command("journal_grants", "App")
