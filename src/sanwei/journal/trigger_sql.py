"""The text of the triggers that keep the journal append-only, for SQLite and for PostgreSQL.

Each trigger speaks of its own table alone. On SQLite a table is changed by building it anew: the old one is dropped
with its triggers, and a trigger of another table that named it would make the renaming fail.
"""

from __future__ import annotations

from dataclasses import dataclass

NO_CHANGE = "留痕日志只能追加，不得修改、删除或者清空。"
OUT_OF_ORDER = "留痕日志须按序号逐条追加，不得跳号、插入或者覆盖。"
NUMBER_OUT_OF_ORDER = "编号须逐号取用，不得跳号、重号或者覆盖。"
TWICE = "每条留痕只有一份内容，不得覆盖。"

# PostgreSQL, pg_trigger.tgtype
_ROW, _BEFORE, _INSERT, _DELETE, _UPDATE, _TRUNCATE = 1, 2, 4, 8, 16, 32


@dataclass(frozen=True)
class Trigger:
    """One trigger: on SQLite its whole statement; on PostgreSQL the statement, its kind (bits of `tgtype`) and the
    function it calls."""

    table: str
    name: str
    sql: str
    kind: int = 0
    function: str = ""


def _sqlite(table: str, what: str, event: str, words: str, when: str = "") -> Trigger:
    name = f"{table}_{what}"
    condition = f" WHEN {when}" if when else ""
    sql = f"CREATE TRIGGER {name} BEFORE {event} ON {table}{condition} BEGIN SELECT RAISE(ABORT, '{words}'); END"
    return Trigger(table, name, sql)


# INSERT OR REPLACE removes the row it collides with, and the delete triggers see it only where the connection has
# recursive_triggers on. So an insert is refused wherever a row with one of its keys stands, the hidden rowid included
# (a rowid that was not given reads as -1 here and collides with nothing).
SQLITE = tuple(
    trigger
    for table, words, when in (
        (
            "journal_entry",
            OUT_OF_ORDER,
            "NEW.position IS NOT (SELECT COALESCE(MAX(position), 0) + 1 FROM journal_entry)"
            " OR EXISTS (SELECT 1 FROM journal_entry WHERE id = NEW.id)"
            " OR EXISTS (SELECT 1 FROM journal_entry WHERE rowid = NEW.rowid)",
        ),
        (
            "journal_content",
            TWICE,
            "EXISTS (SELECT 1 FROM journal_content WHERE entry_id = NEW.entry_id)"
            " OR EXISTS (SELECT 1 FROM journal_content WHERE rowid = NEW.rowid)",
        ),
        (
            "journal_number",
            NUMBER_OUT_OF_ORDER,
            "NEW.n IS NOT (SELECT COALESCE(MAX(n), 0) + 1 FROM journal_number"
            " WHERE book = NEW.book AND year = NEW.year)"
            " OR EXISTS (SELECT 1 FROM journal_number WHERE id = NEW.id)",
        ),
    )
    for trigger in (
        _sqlite(table, "no_update", "UPDATE", NO_CHANGE),
        _sqlite(table, "no_delete", "DELETE", NO_CHANGE),
        _sqlite(table, "order", "INSERT", words, when),
    )
)

# The table is named by TG_RELID: an unqualified name could be shadowed by a temporary table of the session.
_PG_ORDER = """
DECLARE expected bigint;
BEGIN
  EXECUTE format('SELECT COALESCE(max({column}), 0) + 1 FROM %s{where}', TG_RELID::regclass) INTO expected{using};
  IF NEW.{column} IS DISTINCT FROM expected THEN
    RAISE EXCEPTION '{words}' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
"""

POSTGRES_FUNCTIONS = {
    "journal_refuse": f"""
BEGIN
  RAISE EXCEPTION '{NO_CHANGE}' USING ERRCODE = 'integrity_constraint_violation';
END
""",
    "journal_entry_in_order": _PG_ORDER.format(column="position", where="", using="", words=OUT_OF_ORDER),
    "journal_number_in_order": _PG_ORDER.format(
        column="n", where=" WHERE book = $1 AND year = $2", using=" USING NEW.book, NEW.year", words=NUMBER_OUT_OF_ORDER
    ),
}


def function_sql(name: str) -> str:
    """The statement that makes or renews a function of the triggers on PostgreSQL."""
    body = POSTGRES_FUNCTIONS[name]
    return f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $body${body}$body$"


def _postgres(table: str, what: str, event: str, level: str, kind: int, function: str) -> Trigger:
    name = f"{table}_{what}"
    sql = f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH {level} EXECUTE FUNCTION {function}()"
    return Trigger(table, name, sql, _BEFORE | kind, function)


POSTGRES = (
    *(
        trigger
        for table in ("journal_entry", "journal_content", "journal_number")
        for trigger in (
            _postgres(table, "no_change", "UPDATE OR DELETE", "STATEMENT", _UPDATE | _DELETE, "journal_refuse"),
            _postgres(table, "no_truncate", "TRUNCATE", "STATEMENT", _TRUNCATE, "journal_refuse"),
        )
    ),
    _postgres("journal_entry", "order", "INSERT", "ROW", _ROW | _INSERT, "journal_entry_in_order"),
    _postgres("journal_number", "order", "INSERT", "ROW", _ROW | _INSERT, "journal_number_in_order"),
)
