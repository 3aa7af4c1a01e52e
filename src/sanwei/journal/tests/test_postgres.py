"""The traps of PostgreSQL. Collected on PostgreSQL only."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest
from django.core.management.sql import emit_post_migrate_signal
from django.db import DatabaseError, IntegrityError, ProgrammingError, connection, transaction
from django.test.utils import CaptureQueriesContext

from sanwei.journal.checks import unsafe_settings
from sanwei.journal.grants import grants_for
from sanwei.journal.models import Content, Entry, Head, Number
from sanwei.journal.triggers import install, triggers_in_place

MODELS = (Entry, Content, Number)


def run(*statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement",
    [
        "TRUNCATE journal_number",
        "TRUNCATE journal_content",
        "TRUNCATE journal_entry CASCADE",
        "TRUNCATE journal_entry, journal_content",
    ],
)
def test_truncate_is_refused(statement, write):
    write()
    # the foreign key is checked at the commit; until then PostgreSQL itself refuses to truncate
    run("SET CONSTRAINTS ALL IMMEDIATE")
    with pytest.raises(IntegrityError, match="只能追加"), transaction.atomic():
        run(statement)
    assert (Entry.objects.count(), Content.objects.count()) == (1, 1)


@pytest.mark.django_db
@pytest.mark.parametrize("statement", ["DELETE FROM journal_content", "UPDATE journal_entry SET act = 'x'"])
def test_the_replica_role_does_not_pass_the_triggers(statement, write):
    write()
    with pytest.raises(IntegrityError, match="只能追加"), transaction.atomic():
        run("SET LOCAL session_replication_role = replica", statement)


@pytest.mark.django_db
def test_a_temporary_table_of_the_same_name_does_not_deceive_the_order(write):
    write()
    with pytest.raises(IntegrityError, match="按序号"), transaction.atomic():
        run(
            "CREATE TEMPORARY TABLE journal_entry (position bigint) ON COMMIT DROP",
            "INSERT INTO journal_entry VALUES (6)",
        )
        columns = ", ".join(field.column for field in Entry._meta.concrete_fields)
        values = columns.replace("position", "7").replace("id", "gen_random_uuid()", 1)
        run(f"INSERT INTO public.journal_entry ({columns}) SELECT {values} FROM public.journal_entry")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement",
    [
        "ALTER TABLE journal_entry DISABLE TRIGGER journal_entry_no_change",
        "ALTER TABLE journal_entry ENABLE TRIGGER journal_entry_no_change",
        "CREATE OR REPLACE FUNCTION journal_refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
        "DROP TRIGGER journal_entry_no_change ON journal_entry; CREATE TRIGGER journal_entry_no_change "
        "BEFORE UPDATE ON journal_entry FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse();"
        "ALTER TABLE journal_entry ENABLE ALWAYS TRIGGER journal_entry_no_change",
        "DROP TRIGGER journal_entry_no_change ON journal_entry; CREATE TRIGGER journal_entry_no_change BEFORE "
        "UPDATE OF act OR DELETE ON journal_entry FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse();"
        "ALTER TABLE journal_entry ENABLE ALWAYS TRIGGER journal_entry_no_change",
    ],
)
def test_a_disabled_or_altered_trigger_is_found_and_put_right(statement):
    run(statement)
    assert "数据表journal_entry的保护触发器journal_entry_no_change被改动或者停用。" in triggers_in_place()
    install()
    assert triggers_in_place() == []


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("model", MODELS)
def test_an_altered_table_keeps_its_triggers(model, write):
    write()
    old = next(field for field in model._meta.concrete_fields if not field.primary_key)
    new = old.clone()
    new.null = True
    new.set_attributes_from_name(old.name)
    new.model = model
    try:
        with connection.schema_editor() as editor:
            editor.alter_field(model, old, new)
        assert triggers_in_place() == []
        emit_post_migrate_signal(0, False, "default")
        assert triggers_in_place() == []
    finally:
        # Django's own way back would first UPDATE the rows that have no value, and is refused
        run(f"ALTER TABLE {model._meta.db_table} ALTER COLUMN {old.column} SET NOT NULL")


@pytest.mark.django_db
def test_the_head_row_is_held_before_the_entry_is_written(write):
    with CaptureQueriesContext(connection) as queries:
        write()
    said = [query["sql"] for query in queries if "SAVEPOINT" not in query["sql"]]
    assert "journal_head" in said[0]
    assert [sql.split()[0] for sql in said] == ["UPDATE", "INSERT", "INSERT"]


@contextmanager
def another_writer(**settings: str) -> Iterator:
    """A second connection that holds the head's row and says nothing more."""
    other = connection.copy()
    try:
        other.set_autocommit(False)
        with other.cursor() as cursor:
            for name, value in settings.items():
                cursor.execute(f"SET {name} = '{value}'")
            cursor.execute("SELECT size FROM journal_head FOR UPDATE")
        yield other
    finally:
        other.close()


@pytest.mark.django_db(transaction=True)
def test_a_writer_that_waits_too_long_for_the_head_gives_up_instead_of_standing_for_ever(write):
    with another_writer(idle_in_transaction_session_timeout="60s"):
        run("SET lock_timeout = '200ms'")
        try:
            with pytest.raises(DatabaseError, match="lock timeout"):
                write()
        finally:
            run("RESET lock_timeout")
    assert write().position == 1


@pytest.mark.django_db(transaction=True)
def test_a_silent_client_loses_its_lock_and_the_others_go_on(write):
    with another_writer(idle_in_transaction_session_timeout="200ms"):
        assert write().position == 1


@pytest.mark.django_db
def test_the_connections_of_the_product_have_what_the_journal_needs():
    assert unsafe_settings(connection) == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    "setting", ["synchronous_commit = off", "lock_timeout = 0", "idle_in_transaction_session_timeout = 0"]
)
def test_settings_that_lose_entries_or_stall_writers_are_named(setting):
    run(f"SET LOCAL {setting}")
    (words,) = unsafe_settings(connection)
    assert setting.split()[0] in words


@pytest.mark.django_db
def test_the_role_of_the_web_process_may_read_and_add_and_no_more(write):
    run("CREATE ROLE sanwei_test_app", *grants_for("sanwei_test_app"), "SET LOCAL ROLE sanwei_test_app")
    write()
    write(at=datetime(2026, 5, 7, tzinfo=UTC))
    run("SET CONSTRAINTS ALL IMMEDIATE")
    assert Entry.objects.count() == Head.objects.get().size == 2
    for statement in (
        "UPDATE journal_entry SET act = 'x'",
        "DELETE FROM journal_content",
        "TRUNCATE journal_number",
        "ALTER TABLE journal_entry DISABLE TRIGGER ALL",
        "DROP TRIGGER journal_entry_no_change ON journal_entry",
        "DELETE FROM journal_head",
        "SET LOCAL session_replication_role = replica",
    ):
        with pytest.raises(ProgrammingError, match=r"permission denied|must be owner"), transaction.atomic():
            run(statement)
