"""The traps of SQLite. Collected on SQLite only."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management.sql import emit_post_migrate_signal
from django.db import IntegrityError, connection, models, transaction
from django.db.migrations.loader import MigrationLoader
from django.test.utils import CaptureQueriesContext

from sanwei.journal.checks import unsafe_settings
from sanwei.journal.models import Content, Entry, Number
from sanwei.journal.numbering import next_number
from sanwei.journal.tests.test_writers import Fleet, sqlite
from sanwei.journal.triggers import install, triggers_in_place
from sanwei.journal.verify import verify

MODELS = (Entry, Content, Number)


@pytest.fixture
def recorded(write):
    for turn in range(3):
        write(matter_id=f"c{turn}")
        with transaction.atomic():
            next_number("甲", 2026, matter_kind="case", matter_id=f"c{turn}")


@pytest.fixture(params=["ON", "OFF"])
def recursive_triggers(request):
    """Another program's connection has them off, which is SQLite's default."""
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA recursive_triggers = {request.param}")
        yield
        cursor.execute("PRAGMA recursive_triggers = ON")


def state() -> list:
    return [list(model.objects.order_by("pk").values()) for model in MODELS]


def copied(model: type[models.Model], where: str, **instead: str) -> str:
    """The tail of an INSERT that copies rows of the table with some columns replaced by expressions."""
    columns = [field.column for field in model._meta.concrete_fields]
    columns += [name for name in instead if name not in columns]
    values = ", ".join(instead.get(column, column) for column in columns)
    table = model._meta.db_table
    return f"INTO {table} ({', '.join(columns)}) SELECT {values} FROM {table} WHERE {where}"


REPLACEMENTS = [
    # every key a row can be met by: its own, another unique one, the hidden rowid
    (Entry, "position = 2", {"act": "'x'"}),
    (Entry, "position = 2", {"position": "4", "act": "'x'"}),
    (Entry, "position = 2", {"position": "4", "id": "'0'", "rowid": "rowid", "act": "'x'"}),
    (Content, "entry_id = 2", {"body": "'{}'"}),
    (Content, "entry_id = 2", {"entry_id": "9", "rowid": "rowid"}),
    (Number, "n = 2", {"label": "'x'"}),
    (Number, "n = 2", {"n": "4", "label": "'x'"}),
    (Number, "n = 2", {"id": "99", "label": "'x'"}),
]


@pytest.mark.django_db
@pytest.mark.parametrize("verb", ["INSERT OR REPLACE", "REPLACE", "INSERT OR IGNORE", "INSERT OR FAIL"])
@pytest.mark.parametrize(("model", "where", "instead"), REPLACEMENTS)
def test_no_insert_overwrites_a_row(verb, model, where, instead, recorded, recursive_triggers):
    before = state()
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"{verb} {copied(model, where, **instead)}")
    assert state() == before


@pytest.mark.django_db
def test_an_update_or_replace_is_refused(recorded, recursive_triggers):
    before = state()
    with pytest.raises(IntegrityError, match="只能追加"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE OR REPLACE journal_entry SET position = 1 WHERE position = 2")
    assert state() == before


@pytest.mark.django_db
def test_an_altered_trigger_is_not_taken_for_the_right_one():
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER journal_entry_no_delete")
        cursor.execute("CREATE TRIGGER journal_entry_no_delete BEFORE DELETE ON journal_entry BEGIN SELECT 1; END")
    assert triggers_in_place() == ["数据表journal_entry的保护触发器journal_entry_no_delete被改动或者停用。"]
    install()
    assert triggers_in_place() == []


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("model", MODELS)
def test_a_table_rebuilt_by_a_migration_loses_its_triggers_and_gets_them_back(model, recorded):
    before = state()
    old = next(field for field in model._meta.concrete_fields if not field.primary_key)
    new = old.clone()
    new.null = True
    new.set_attributes_from_name(old.name)
    new.model = model
    try:
        with connection.schema_editor() as editor:
            editor.alter_field(model, old, new)
        assert len(triggers_in_place()) == 3, "a rebuild drops the three triggers of its table"
        emit_post_migrate_signal(0, False, "default")
        assert triggers_in_place() == []
        assert state() == before
        assert verify().faults == []
        with pytest.raises(IntegrityError), connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {model._meta.db_table}")
    finally:
        with connection.schema_editor() as editor:
            editor.alter_field(model, new, old)
        install()


def test_after_each_migration_of_this_room_the_triggers_stand(tmp_path):
    fleet = Fleet(sqlite(tmp_path / "walk.sqlite3"))
    names = sorted(name for app, name in MigrationLoader(None).disk_migrations if app == "journal")
    for name in names:
        assert fleet.manage("migrate", "journal", name, "--verbosity=0") == (0, "")
        code, words = fleet.manage("journal_check")
        assert (code, words.splitlines()[-1]) == (0, "留痕日志完整。"), name
    assert len(names) >= 2


@pytest.mark.django_db(transaction=True)
def test_a_transaction_takes_the_write_lock_when_it_begins():
    with CaptureQueriesContext(connection) as queries, transaction.atomic():
        Entry.objects.count()
    assert queries[0]["sql"] == "BEGIN IMMEDIATE"


@pytest.mark.django_db
def test_the_connections_of_the_product_have_what_the_journal_needs():
    # the wait for the disk is the one thing that a test run may leave out
    assert [words for words in unsafe_settings(connection) if "synchronous" not in words] == []


UNSAFE = [
    ("", ["transaction_mode", "journal_mode", "recursive_triggers"]),
    (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA recursive_triggers=ON",
        ["transaction_mode", "synchronous"],
    ),
]


@pytest.mark.parametrize(("command", "named"), UNSAFE)
def test_settings_that_lose_entries_in_a_power_cut_or_fail_writers_are_named(tmp_path, command, named):
    database = sqlite(tmp_path / "unsafe.sqlite3")
    database["OPTIONS"] = {"init_command": command} if command else {}
    fleet = Fleet(database)
    code, words = fleet.manage("check", "--database", "default", "--fail-level", "WARNING")
    assert code == 1
    told = [line.partition("SQLite的")[2] for line in words.splitlines() if "journal.W002" in line]
    assert sorted(re.match("[a-z_]*", line)[0] for line in told) == sorted(named)


def test_the_settings_of_the_house_pass_the_check(tmp_path):
    fleet = Fleet(sqlite(tmp_path / "safe.sqlite3"))
    code, words = fleet.manage("check", "--database", "default", "--fail-level", "WARNING")
    assert code == 0, words


def test_a_foreign_program_cannot_change_the_file_either(tmp_path):
    file = tmp_path / "foreign.sqlite3"
    fleet = Fleet(sqlite(file))
    assert fleet.manage("migrate", "--verbosity=0") == (0, "")
    fleet.write(writers=1, rounds=3)
    program = Path(__file__).with_name("foreign.py")
    tries = [
        "UPDATE journal_entry SET act = 'x'",
        "DELETE FROM journal_entry WHERE position = 3",
        "DELETE FROM journal_content",
        "REPLACE INTO journal_content (entry_id, salt, body) VALUES (2, x'00', '{}')",
        f"INSERT OR REPLACE {copied(Entry, 'position = 3', act=chr(39) + 'x' + chr(39))}",
        f"INSERT OR REPLACE {copied(Number, 'n = 3', label=chr(39) + 'x' + chr(39))}",
    ]
    said = subprocess.run(
        [sys.executable, str(program), str(file), *tries], env=os.environ, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    assert said == ["refused"] * len(tries)
    assert fleet.manage("journal_check")[0] == 0
