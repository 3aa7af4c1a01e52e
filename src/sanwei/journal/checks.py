"""Checks that ask the database; run by `manage.py check --database default` and at the beginning of `migrate`.

They warn and do not stop: `migrate` is what puts the triggers back. Start-up treats warnings as failures
(`--fail-level WARNING`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath
from typing import Any

from django.core.checks import CheckMessage, Warning
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from sanwei.journal.triggers import triggers_in_place

_TEST_NAME = re.compile(r"test[_.-]")
_SQLITE_PRAGMAS = {"journal_mode": "wal", "synchronous": 2, "recursive_triggers": 1, "foreign_keys": 1}
_SQLITE_WHY = {
    "journal_mode": "应为WAL，否则读者会挡住写者",
    "synchronous": "应为FULL，否则断电会丢失已经确认的留痕",
    "recursive_triggers": "应为ON，否则覆盖写入会绕过删除触发器",
    "foreign_keys": "应为ON，否则外键不受检查",
}
_PG_WHY = {
    "synchronous_commit": "不能关闭，否则断电会丢失已经确认的留痕",
    "lock_timeout": "不能为零，否则一个断线的客户端会让所有写入无限等待",
    "idle_in_transaction_session_timeout": "不能为零，否则断线的客户端会一直占着登记簿首页的锁",
}


def guarded(databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """journal.W001: a trigger is missing, altered or disabled."""
    return [
        Warning(
            words, hint="运行 manage.py migrate 恢复触发器，再运行 manage.py journal_check 核对。", id="journal.W001"
        )
        for alias in databases or ()
        for words in triggers_in_place(alias)
    ]


def settings_safe(databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """journal.W002: the connection is set so that recorded entries could be lost or writers be stuck. The database of a
    test run may be quick instead of safe."""
    return [
        Warning(words, hint="按部署说明改正数据库设置。", id="journal.W002")
        for alias in databases or ()
        if not is_test_database(connections[alias])
        for words in unsafe_settings(connections[alias])
    ]


def is_test_database(connection: BaseDatabaseWrapper) -> bool:
    """Django and the project's settings name the databases they make for a test run test_…, test-… or in memory."""
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        return True
    return _TEST_NAME.match(PurePath(str(connection.settings_dict["NAME"])).name) is not None


def unsafe_settings(connection: BaseDatabaseWrapper) -> list[str]:
    """What in this connection endangers the journal, a sentence each."""
    if connection.vendor == "postgresql":
        return _unsafe_postgres(connection)
    return _unsafe_sqlite(connection)


def _unsafe_sqlite(connection: BaseDatabaseWrapper) -> list[str]:
    unsafe = []
    if str(connection.settings_dict["OPTIONS"].get("transaction_mode", "")).upper() != "IMMEDIATE":
        unsafe.append("SQLite的transaction_mode应为IMMEDIATE，否则并发写入会失败。")
    with connection.cursor() as cursor:
        for name, wanted in _SQLITE_PRAGMAS.items():
            cursor.execute(f"PRAGMA {name}")
            (value,) = cursor.fetchone()
            if value != wanted and not (name == "synchronous" and value == 3):
                unsafe.append(f"SQLite的{name}{_SQLITE_WHY[name]}，现在是{value}。")
    return unsafe


def _unsafe_postgres(connection: BaseDatabaseWrapper) -> list[str]:
    unsafe = []
    with connection.cursor() as cursor:
        for name, why in _PG_WHY.items():
            cursor.execute("SELECT current_setting(%s)", [name])
            (value,) = cursor.fetchone()
            if value in ("off", "0"):
                unsafe.append(f"PostgreSQL的{name}{why}。")
    return unsafe
