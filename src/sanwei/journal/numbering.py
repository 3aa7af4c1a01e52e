"""Numbers without gaps: one row of `Counter` for each book and year is the lock."""

from __future__ import annotations

from django.db import connections
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
    and whoever draws from the same book and year waits until this transaction ends. Three queries, one more for the
    first number of a year.

    `pattern` may use {word} (the book's name unless `word` is given), {year} and {n}. A transaction that needs numbers
    of several books draws them in the order of the books' names and before it appends to the journal; else two
    transactions can wait for each other.

    Raises JournalError outside a transaction, for an empty book, or for a pattern that cannot be filled.
    """
    if not connections[using].in_atomic_block:
        raise JournalError("编号须与业务写在同一事务里，请在事务中取号。")
    if not book:
        raise JournalError("没有指明号簿，不能取号。")
    counter = _locked_counter(book, year, using)
    n = counter.last + 1
    label = _label(pattern, word if word is not None else book, year, n)
    number = Number(book=book, year=year, n=n, matter_kind=matter_kind, matter_id=str(matter_id), label=label)
    number.save(using=using)
    Counter.objects.using(using).filter(pk=counter.pk).update(last=n)
    return number


def _locked_counter(book: str, year: int, using: str) -> Counter:
    counters = Counter.objects.using(using)
    locked = counters.select_for_update().filter(book=book, year=year)
    counter = locked.first()
    if counter is None:
        # two first writers: one inserts, the other waits for it and inserts nothing; then both queue at the row
        counters.bulk_create([Counter(book=book, year=year)], ignore_conflicts=True)
        counter = locked.get()
    return counter


def _label(pattern: str, word: str, year: int, n: int) -> str:
    if "{n" not in pattern:
        raise JournalError(f"编号格式“{pattern}”没有序号，请写明序号的位置。")
    try:
        return pattern.format(word=word, year=year, n=n)
    except (LookupError, ValueError, AttributeError) as fault:
        raise JournalError(f"编号格式“{pattern}”无法填写，只能使用代字、年度和序号。") from fault
