"""Under which version of the procedure a matter runs, and the lawbook that follows.

A matter keeps the version of the day on which it began. Where an act has moved it, the fact `rules_version` says so.
"""

from __future__ import annotations

import datetime as dt

from sanwei.lawbook import Lawbook, Procedure, lawbook

from .models import Matter
from .rows import Rows


def begun_on(rows: Rows, matter: Matter | None) -> dt.date | None:
    """The day the matter began: the lead, else the day it was entered."""
    return rows.head["lead_on"] or (matter.opened_on if matter is not None else None)


def procedure_of(kind: str, rows: Rows, matter: Matter | None) -> Procedure | None:
    """The version this matter runs under; None where the packs settle nothing for its kind or its day."""
    book = lawbook()
    moved = book.procedure(kind, rows.head["rules_version"] or "")
    began = begun_on(rows, matter)
    return moved or (book.procedure_on(kind, began) if began is not None else None)


def book_of(kind: str, rows: Rows, matter: Matter | None) -> Lawbook:
    """The law as this matter is judged by: the lawbook itself where its version settles nothing of its own."""
    return lawbook().under(procedure_of(kind, rows, matter))
