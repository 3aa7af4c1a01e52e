"""The database's own full-text index over `SearchLine.grams`: FTS5 on SQLite, a tsvector with GIN on PostgreSQL.

On SQLite triggers keep it level with the table, so that writing a line stays one statement. Django drops triggers
when it
rebuilds a table: `stand` puts them back after every migrate run, `in_place` is asked by the health page.
"""

from __future__ import annotations

from typing import Any

from django.core.checks import CheckMessage, Error
from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Q
from django.db.models.expressions import RawSQL

TABLE = "cases_searchline"
FTS = f"{TABLE}_fts"
_GONE = f"INSERT INTO {FTS} ({FTS}, rowid, grams) VALUES ('delete', old.id, old.grams);"
_COME = f"INSERT INTO {FTS} (rowid, grams) VALUES (new.id, new.grams);"
_TRIGGERS = {
    f"{TABLE}_come": f"CREATE TRIGGER {TABLE}_come AFTER INSERT ON {TABLE} BEGIN {_COME} END",
    f"{TABLE}_gone": f"CREATE TRIGGER {TABLE}_gone AFTER DELETE ON {TABLE} BEGIN {_GONE} END",
    f"{TABLE}_changed": f"CREATE TRIGGER {TABLE}_changed AFTER UPDATE ON {TABLE} BEGIN {_GONE} {_COME} END",
}
# The grams are cut already; the tokenizer only has to leave them as they are.
_FTS_SQL = (
    f"CREATE VIRTUAL TABLE IF NOT EXISTS {FTS} USING fts5("
    f"grams, content='{TABLE}', content_rowid='id', tokenize='unicode61 remove_diacritics 0')"
)
_REBUILD = f"INSERT INTO {FTS} ({FTS}) VALUES ('rebuild')"
_PG_COLUMN = (
    f"ALTER TABLE {TABLE} ADD COLUMN IF NOT EXISTS vector tsvector"
    " GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, grams)) STORED"
)
_PG_INDEX = f"CREATE INDEX IF NOT EXISTS {TABLE}_vector ON {TABLE} USING gin (vector)"


def stand(using: str = "default", **kwargs: Any) -> None:
    """Make what is missing of the index; nothing is touched where all stands. Takes what `post_migrate` gives."""
    connection = connections[using]
    if TABLE not in connection.introspection.table_names() or not _missing(connection):
        return
    with transaction.atomic(using=using), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_PG_COLUMN)
            cursor.execute(_PG_INDEX)
            return
        cursor.execute(_FTS_SQL)
        for name, sql in _TRIGGERS.items():
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
            cursor.execute(sql)
        # Lines may have been written while a trigger was away.
        cursor.execute(_REBUILD)


def fall(using: str = "default") -> None:
    """Take the index away (undoing the migration)."""
    connection = connections[using]
    with transaction.atomic(using=using), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"ALTER TABLE {TABLE} DROP COLUMN IF EXISTS vector")
            return
        for name in _TRIGGERS:
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
        cursor.execute(f"DROP TABLE IF EXISTS {FTS}")


def _missing(connection: BaseDatabaseWrapper) -> set[str]:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT indexname FROM pg_indexes WHERE tablename = %s", [TABLE])
            return {f"{TABLE}_vector"} - {name for (name,) in cursor.fetchall()}
        cursor.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'trigger')")
        return {FTS, *_TRIGGERS} - {name for (name,) in cursor.fetchall()}


def in_place(app_configs: Any, databases: list[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """cases.E001: the search would silently find less than there is."""
    found: list[CheckMessage] = []
    for using in databases or ():
        connection = connections[using]
        if TABLE in connection.introspection.table_names() and (gone := _missing(connection)):
            said = f"案件搜索的全文索引不完整，缺少{'、'.join(sorted(gone))}。"
            found.append(Error(said, hint="请运行 manage.py migrate，它会补齐索引。", id="cases.E001"))
    return found


def holding(phrases: list[str], using: str = "default") -> Q:
    """The lines whose grams hold every phrase (grams with blanks between, as `search.bigrams` gives them)."""
    if connections[using].vendor == "postgresql":
        every = " AND ".join(["vector @@ phraseto_tsquery('simple', %s)"] * len(phrases))
        return Q(pk__in=RawSQL(f"SELECT id FROM {TABLE} WHERE {every}", phrases))
    asked = " AND ".join(f'"{phrase}"' for phrase in phrases)
    return Q(pk__in=RawSQL(f"SELECT rowid FROM {FTS} WHERE {FTS} MATCH %s", [asked]))
