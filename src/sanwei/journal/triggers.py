"""Installing the triggers, and seeing whether they stand as they should."""

from __future__ import annotations

from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import DEFAULT_DB_ALIAS

from sanwei.journal.trigger_sql import POSTGRES, POSTGRES_FUNCTIONS, SQLITE, Trigger, function_sql

_PG_STANDING = """
SELECT c.relname, t.tgname, t.tgtype, t.tgenabled, p.proname, p.prosrc, t.tgqual IS NULL AND t.tgattr::text = ''
FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
WHERE NOT t.tgisinternal AND t.tgrelid IN (
  to_regclass('journal_entry'), to_regclass('journal_content'), to_regclass('journal_number'))
"""


def triggers_in_place(using: str = DEFAULT_DB_ALIAS) -> list[str]:
    """What is wrong with the triggers, a sentence each; an empty list where all stand unaltered. Tables that do not
    exist yet are passed over. For the health page and the checks at start."""
    return [words for _, words in _faults(connections[using])]


def install(using: str = DEFAULT_DB_ALIAS) -> list[str]:
    """Put back the triggers that are missing or altered, on the tables that exist; gives what had been wrong.
    Nothing is locked where nothing is wrong."""
    connection = connections[using]
    faults = _faults(connection)
    if not faults:
        return []
    with transaction.atomic(using=using), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for name in POSTGRES_FUNCTIONS:
                cursor.execute(function_sql(name))
        for trigger, _ in faults:
            cursor.execute(_drop(connection, trigger))
            cursor.execute(trigger.sql)
            if connection.vendor == "postgresql":
                # ALWAYS: they also fire under session_replication_role = replica
                cursor.execute(f"ALTER TABLE {trigger.table} ENABLE ALWAYS TRIGGER {trigger.name}")
    return [words for _, words in faults]


def remove(using: str = DEFAULT_DB_ALIAS) -> None:
    """Take the triggers away: for undoing the migration and for emptying a test database, nothing else."""
    connection = connections[using]
    tables = set(connection.introspection.table_names())
    with transaction.atomic(using=using), connection.cursor() as cursor:
        for trigger in _expected(connection):
            if trigger.table in tables:
                cursor.execute(_drop(connection, trigger))
        if connection.vendor == "postgresql":
            for name in POSTGRES_FUNCTIONS:
                cursor.execute(f"DROP FUNCTION IF EXISTS {name}()")


def _expected(connection: BaseDatabaseWrapper) -> tuple[Trigger, ...]:
    return POSTGRES if connection.vendor == "postgresql" else SQLITE


def _drop(connection: BaseDatabaseWrapper, trigger: Trigger) -> str:
    on_table = f" ON {trigger.table}" if connection.vendor == "postgresql" else ""
    return f"DROP TRIGGER IF EXISTS {trigger.name}{on_table}"


def _faults(connection: BaseDatabaseWrapper) -> list[tuple[Trigger, str]]:
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
        if connection.vendor == "postgresql":
            cursor.execute(_PG_STANDING)
            standing = {(row[0], row[1]): row[2:] for row in cursor.fetchall()}
        else:
            cursor.execute("SELECT tbl_name, name, sql FROM sqlite_master WHERE type = 'trigger'")
            standing = {(row[0], row[1]): row[2:] for row in cursor.fetchall()}
    faults = []
    for trigger in _expected(connection):
        if trigger.table not in tables:
            continue
        found = standing.get((trigger.table, trigger.name))
        if found is None:
            faults.append((trigger, f"数据表{trigger.table}缺少保护触发器{trigger.name}。"))
        elif found != _wanted(connection, trigger):
            faults.append((trigger, f"数据表{trigger.table}的保护触发器{trigger.name}被改动或者停用。"))
    return faults


def _wanted(connection: BaseDatabaseWrapper, trigger: Trigger) -> tuple:
    if connection.vendor == "postgresql":
        return (trigger.kind, "A", trigger.function, POSTGRES_FUNCTIONS[trigger.function], True)
    return (trigger.sql,)
