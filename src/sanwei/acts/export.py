"""The live record as frames for the audit: read as of one moment while people go on working.

The same mapping as the gate and the duties (`rows.frames_of`). One read transaction: on SQLite a deferred one (WAL
gives it a snapshot and no writer waits), on PostgreSQL a read-only one at REPEATABLE READ.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path

import polars as pl
from django.db import connection, transaction

from sanwei.audit.run.folder import BODIES, MATTERS, FolderWriter
from sanwei.facts import KEY
from sanwei.journal.models import Entry
from sanwei.lawbook import lawbook
from sanwei.people.models import Body

from . import clock, registry
from .models import FactRow
from .rows import frames_of

MATTERS_A_PART = 40_000


@contextmanager
def snapshot() -> Iterator[None]:
    """Everything read inside is of one moment; writers are not held up. Nothing may be written inside."""
    if connection.in_atomic_block:
        yield  # the caller's transaction is the moment
        return
    if connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            cursor.execute("SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0")
            yield
        return
    # Django's own transactions take the write lock at once (IMMEDIATE); this one must not.
    with connection.cursor() as cursor:
        cursor.execute("BEGIN DEFERRED")
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")


def export(path: Path, matters_a_part: int = MATTERS_A_PART) -> FolderWriter:
    """Write all facts of all matters to an empty folder. Memory: one part. Raises `FolderError` for a folder in use."""
    writer = FolderWriter(path)
    with snapshot():
        position = Entry.objects.order_by("-position").values_list("position", flat=True).first()
        heads = _heads()
        for part in _parts(matters_a_part):
            frames = frames_of(part)
            ids = pl.concat([df.select(KEY) for df in frames.values()]).unique()
            writer.part(frames, heads.join(ids, on=KEY, how="semi"))
        bodies = pl.DataFrame(list(Body.objects.values_list("code", "name")), schema=BODIES, orient="row")
        writer.close(
            bodies, as_of=clock.today(), made_at=clock.now(), journal=position or 0, law_version=lawbook().version
        )
    return writer


def _heads() -> pl.DataFrame:
    """Number and body of every matter, of every kind of matter. Names of parties stay where they are."""
    found: list[tuple[str, str, str, str]] = []
    for kind in registry.kinds().values():
        numbered = "number" if any(f.name == "number" for f in kind.model._meta.fields) else "title"
        told = kind.model.objects.values_list("pk", numbered, "body__code")
        found += ((str(pk), kind.code, number, body) for pk, number, body in told.iterator(chunk_size=5000))
    return pl.DataFrame(found, schema=MATTERS, orient="row")


def _parts(size: int) -> Iterator[list[tuple[uuid.UUID, str, str, int, dict]]]:
    """The stored rows by ranges of matters, in the order of the index."""
    stored = FactRow.objects.order_by("matter_id", "grain", "row").values_list(
        "matter_id", "grain", "row", "seq", "facts"
    )
    held: list[tuple[uuid.UUID, str, str, int, dict]] = []
    for n, (_, rows) in enumerate(groupby(stored.iterator(chunk_size=5000), key=lambda r: r[0]), start=1):
        held += rows
        if n % size == 0:
            yield held
            held = []
    if held:
        yield held
