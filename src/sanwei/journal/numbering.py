"""Numbers without gaps: one row of `Counter` for each book and year is the lock."""

from __future__ import annotations

from django.db import connections, transaction
from django.db.utils import DEFAULT_DB_ALIAS

from sanwei.journal.errors import JournalError
from sanwei.journal.models import Counter, Number

PATTERN = "{word}〔{year}〕{n}号"


def next_number(
    book: str,
    year: int,
    *,
    matter_kind: str,
    matter_id: str,
    pattern: str = PATTERN,
    word: str | None = None,
    using: str = DEFAULT_DB_ALIAS,
) -> Number:
    """The next number of `book` in `year`, starting with 1, inside the caller's transaction: a rollback gives it back,
    and whoever draws from the same book and year waits until this transaction ends. Two queries.

    `pattern` may use {word} (the book's name unless `word` is given), {year} and {n}. A transaction that needs numbers
    of several books draws them in the order of the books' names and before it appends to the journal; else two
    transactions can wait for each other.

    Raises JournalError outside a transaction, for an empty book, or for a pattern that cannot be filled.
    """
    if not connections[using].in_atomic_block:
        raise JournalError("编号须与业务写在同一事务里，请在事务中取号。")
    if not book:
        raise JournalError("没有指明号簿，不能取号。")
    named = word if word is not None else book
    _label(pattern, named, year, 1)  # a pattern that cannot be filled takes no number
    # Whatever fails from here on, this transaction can only be rolled back: the number was taken.
    with transaction.atomic(using=using, savepoint=False):
        n = _taken(book, year, using)
        label = _label(pattern, named, year, n)
        number = Number(book=book, year=year, n=n, matter_kind=matter_kind, matter_id=str(matter_id), label=label)
        number.save(using=using)
    return number


_TAKE = f"""
INSERT INTO {Counter._meta.db_table} (book, year, last) VALUES (%s, %s, 1)
ON CONFLICT (book, year) DO UPDATE SET last = {Counter._meta.db_table}.last + 1 RETURNING last
"""


def _taken(book: str, year: int, using: str) -> int:
    """The next number, in one statement that begins the book's year where it is new. It holds the row until the
    transaction ends: of two first writers one inserts, the other waits for it and counts on.
    """
    with connections[using].cursor() as cursor:
        cursor.execute(_TAKE, [book, year])
        return cursor.fetchone()[0]


def _label(pattern: str, word: str, year: int, n: int) -> str:
    if "{n" not in pattern:
        raise JournalError(f"编号格式“{pattern}”没有序号，请写明序号的位置。")
    try:
        return pattern.format(word=word, year=year, n=n)
    except (LookupError, ValueError, AttributeError) as fault:
        raise JournalError(f"编号格式“{pattern}”无法填写，只能使用代字、年度和序号。") from fault
