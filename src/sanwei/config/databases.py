"""`DATABASE_URL` → Django's database settings, with the options that a journal needs on each database.

Why each option stands here:

SQLite: `IMMEDIATE` takes the write lock when the transaction begins; with `DEFERRED` two writers that both read first
can never go on. `WAL` lets readers read while one writes. `synchronous=FULL`: with `NORMAL` a power cut loses pages
that were already acknowledged. `recursive_triggers`: without it `INSERT OR REPLACE` passes the delete triggers that
guard the journal.

PostgreSQL: a client that loses its network keeps its lock on the head of a book; the time limits let go of it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

SQLITE_PRAGMAS = {
    "journal_mode": "WAL",
    "synchronous": "FULL",
    "recursive_triggers": "ON",
    "foreign_keys": "ON",
}
SQLITE_BUSY_SECONDS = 20

# Server settings of every session; a query parameter of the same name in DATABASE_URL replaces one.
POSTGRES_SESSION = {
    "synchronous_commit": "on",
    "lock_timeout": "5s",
    "idle_in_transaction_session_timeout": "5s",
    "statement_timeout": "30s",
}
# Client settings (libpq); replaced likewise.
POSTGRES_CLIENT = {
    "connect_timeout": "3",
    "tcp_user_timeout": "4000",
    "keepalives": "1",
    "keepalives_idle": "2",
    "keepalives_interval": "2",
    "keepalives_count": "3",
    "application_name": "sanwei",
}
PERSIST_SECONDS = 600


def sqlite(path: Path | str) -> dict[str, Any]:
    """Settings for a SQLite file."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "CONN_MAX_AGE": PERSIST_SECONDS,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": SQLITE_BUSY_SECONDS,
            "init_command": ";".join(f"PRAGMA {name}={value}" for name, value in SQLITE_PRAGMAS.items()),
        },
    }


def postgres(url: str) -> dict[str, Any]:
    """Settings for `postgres://user:password@host:port/name?option=value`; `?host=/path` names a socket's folder.

    Raises `ImproperlyConfigured` when the name of the database is missing or the port is no number.
    """
    parts = urlsplit(url)
    name = unquote(parts.path.lstrip("/"))
    if not name:
        raise ImproperlyConfigured("DATABASE_URL 没有写数据库名，应当形如 postgres://USER:PASSWORD@HOST:5432/NAME。")
    try:
        port = parts.port
    except ValueError as error:
        raise ImproperlyConfigured(
            "DATABASE_URL 的端口不是数字，应当形如 postgres://USER:PASSWORD@HOST:5432/NAME。"
        ) from error
    asked = dict(parse_qsl(parts.query, keep_blank_values=True))
    session = {key: asked.pop(key, value) for key, value in POSTGRES_SESSION.items()}
    host = asked.pop("host", None) or unquote(parts.hostname or "")
    client = {key: asked.pop(key, value) for key, value in POSTGRES_CLIENT.items()}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(port or ""),
        "CONN_MAX_AGE": PERSIST_SECONDS,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {**client, **asked, "options": " ".join(f"-c {key}={value}" for key, value in session.items())},
    }


def database(url: str, default_file: Path) -> dict[str, Any]:
    """Settings for what `url` names; an empty one means the SQLite file of this deployment.

    `sqlite:///relative`, `sqlite:////absolute`, `postgres://…`, `postgresql://…`; anything else raises.
    """
    if not url:
        return sqlite(default_file)
    scheme = url.partition(":")[0]
    if scheme in ("postgres", "postgresql"):
        return postgres(url)
    if scheme == "sqlite":
        path = unquote(urlsplit(url).path)
        if len(path) < 2:
            raise ImproperlyConfigured("DATABASE_URL 没有写文件名，应当形如 sqlite:////var/lib/sanwei/db.sqlite3。")
        return sqlite(path[1:])
    raise ImproperlyConfigured(f"DATABASE_URL 以“{scheme}”开头，只认 postgres:// 和 sqlite:///。")
