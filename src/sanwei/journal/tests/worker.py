"""A writer process: numbers and entries, one transaction each, every seventh rolled back. Says what was committed.

Arguments: book of numbers, name of the writer, number of committed rounds (0: until it is killed)."""

from __future__ import annotations

import itertools
import sys
import time
from datetime import UTC, datetime

import django
from django.db import transaction

AT = datetime(2026, 5, 6, 1, 30, tzinfo=UTC)


class Undone(Exception):
    """The business transaction failed after it had been recorded."""


def one_round(book: str, writer: str, turn: int, fail: bool) -> str:
    from sanwei.journal.book import append
    from sanwei.journal.numbering import next_number

    with transaction.atomic():
        number = next_number(book, 2026, matter_kind="case", matter_id=f"{writer}-{turn}")
        entry = append(
            act="issue_decision",
            matter_kind="case",
            matter_id=f"{writer}-{turn}",
            body_code="ZZCG",
            officer_code=writer,
            certificate_no="",
            outcome="done",
            content={"number": number.label},
            law_version="v1",
            at=AT,
        )
        if fail:
            raise Undone
    return f"{entry.position} {book} {number.n}"


def main(book: str, writer: str, rounds: int) -> None:
    done = 0
    for turn in itertools.count(1):
        if rounds and done == rounds:
            return
        try:
            said = one_round(book, writer, turn, fail=turn % 7 == 0)
        except Undone:
            continue
        done += 1
        sys.stdout.write(f"{said}\n")
        sys.stdout.flush()
        if not rounds:
            # a breath: SQLite's waiters poll, and an endless writer would hardly let another in
            time.sleep(0.005)


if __name__ == "__main__":
    django.setup()
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
