"""Moulds: one case for each stage is walked through the acts, and every row it left becomes a text with gaps.

A gap is a key in `%( )s`: a day (`2026-03-05`, filled with the shifted day), a fresh key, a number, a person, a name.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from django.db import connection, models
from ground import Crew

import walking
from sanwei.acts.models import Duty, FactRow
from sanwei.cases.models import Case, Party
from sanwei.documents.models import Document
from sanwei.journal.models import Entry, Number

FIRST = walking.day(3, 2)  # the day every walked case begins
WINDOW = (dt.date(2026, 2, 1), dt.date(2026, 12, 31))  # days of the walk; others (certificates, lists) stay
CONFIRMED = dt.date(2026, 1, 5)
STAGES = (
    "lead", "filing", "investigating", "reviewing", "noticing", "defending", "deliberating", "deciding", "serving",
    "executing", "closing", "closed",
)  # fmt: skip
PARTY = {
    "party_code": "91410199MA00000000",
    "party_phone": "13800000000",
    "party_name": "郑州样板装饰有限公司",
}
ORDER: tuple[type[models.Model], ...] = (Case, Party, FactRow, Duty, Number, Document, Entry)
_GAP = re.compile(r"~{([\w-]+)}~")  # a gap inside JSON, while it is being written
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# column → the key that fills it, where equality of values cannot tell
_COLUMNS: dict[tuple[type[models.Model], str], str] = {
    (Case, "title"): "title",
    (Case, "power_code"): "power",
    (Entry, "position"): "position",
}


@dataclass
class Mould:
    """One stage. `tables`: table → text of its rows (columns with tabs, rows with line ends) with gaps; `rows`:
    how many rows; `keys`, `uuids`: how many fresh row keys and other keys; `numbers`: (book, word) of each number;
    `days`: those that occur.
    """

    stage: str
    last: dt.date
    tables: dict[str, str] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)
    keys: int = 0
    uuids: int = 0
    numbers: list[tuple[str, str]] = field(default_factory=list)
    entries: int = 0
    days: set[dt.date] = field(default_factory=set)

    def discharged(self) -> Mould:
        """The same with every time limit met."""
        name = Duty._meta.db_table
        rows = [row.split("\t") for row in self.tables[name].split("\n")]
        at = [f.attname for f in columns(Duty)]
        for row in rows:
            if row[at.index("state")] == Duty.OPEN:
                row[at.index("state")], row[at.index("done_on")] = Duty.DONE, row[at.index("due")]
        return replace(self, tables=self.tables | {name: "\n".join("\t".join(row) for row in rows)})


def columns(model: type[models.Model]) -> list[models.Field]:
    """The columns that are written: all but keys the database draws itself."""
    return [f for f in model._meta.concrete_fields if not isinstance(f, models.AutoField)]


def walk_all(crew: Crew) -> list[Mould]:
    """Walk one case to each stage and take its mould."""
    return [_mould(stage, walking.walk(crew, stage, register_lead=PARTY), crew) for stage in STAGES]


def _mould(stage: str, case: Case, crew: Crew) -> Mould:
    held = {model: list(_rows(model, case)) for model in ORDER}
    made = Mould(stage, last=max(e.at for e in held[Entry]).date(), entries=len(held[Entry]))
    swap = _people(crew) | {str(case.pk): "matter", crew.body.code: "body_code", case.party_name: "party"}
    for row in held[FactRow]:
        if row.row not in swap:
            swap[row.row] = f"key{made.keys}"
            made.keys += 1
    for n, number in enumerate(held[Number]):
        word = number.label.partition("〔")[0].removeprefix(crew.body.doc_word)
        made.numbers.append((number.book.partition("/")[0], word))
        swap |= {number.label: f"label{n}", number.book: f"book{n}"}
    for model, rows in held.items():
        made.tables[model._meta.db_table] = "\n".join(_row(made, model, row, n, swap) for n, row in enumerate(rows))
        made.rows[model._meta.db_table] = len(rows)
    return made


def _rows(model: type[models.Model], case: Case) -> Iterable[models.Model]:
    if model is Case:
        return [case]
    if model is Party:
        return Party.objects.filter(case=case)
    order = "position" if model is Entry else "drawn_at" if model is Document else "pk"
    return model.objects.filter(matter_id=str(case.pk)).order_by(order)


def _people(crew: Crew) -> dict[str, str]:
    named = {"officer": crew.officer, "partner": crew.partner, "leader": crew.leader}
    named |= {"second": crew.second_leader, "reviewer": crew.reviewer}
    codes = {officer.code: f"code_{who}" for who, officer in named.items()}
    return codes | {crew.certificates[officer.pk]: f"cert_{who}" for who, officer in named.items()}


def _row(made: Mould, model: type[models.Model], row: models.Model, n: int, swap: dict[str, str]) -> str:
    return "\t".join(_cell(made, model, f, getattr(row, f.attname), n, swap) for f in columns(model))


def _cell(made: Mould, model: type[models.Model], f: models.Field, value: Any, n: int, swap: dict[str, str]) -> str:
    if value is None:
        return "\\N"
    if isinstance(f, models.ForeignKey) and f.attname != "case_id":
        return f"%({f.attname})s"
    if key := _COLUMNS.get((model, f.attname)):
        return f"%({key}{n if key == 'position' else ''})s"
    if model is Number and f.attname in ("n", "year"):
        return f"%({f.attname}{n})s"
    if f.primary_key and model is not Case or model is Entry and f.attname == "id":
        made.uuids += 1
        return f"%(uuid{made.uuids - 1})s"
    if (model, f.attname) == (Document, "short_code"):
        made.uuids += 1
        return f"%(uuid{made.uuids - 1}).12s"
    if isinstance(f, models.JSONField):
        # The words of a served document say what they say; facts are copied day by day.
        return _json(made, value if model is FactRow else _thin(made, value), swap)
    if isinstance(f, models.DateTimeField):
        return f"{_day(made, value.date())} %(time)s"
    if isinstance(f, models.DateField):
        return _day(made, value)
    if isinstance(f, models.BooleanField):
        return str(int(value))
    if isinstance(value, UUID):
        return "%(hex)s"
    prepared = str(f.get_prep_value(value))
    return f"%({swap[prepared]})s" if prepared in swap else _plain(prepared)


def _thin(made: Mould, value: Any) -> Any:
    """Documents of closed cases are copied without their words: the list on the page does not read them."""
    return {} if made.stage == "closed" else value


def _json(made: Mould, value: Any, swap: dict[str, str]) -> str:
    return _GAP.sub(r"%(\1)s", _plain(json.dumps(_gaps(made, value, swap))))


def _gaps(made: Mould, value: Any, swap: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {name: _gaps(made, each, swap) for name, each in value.items()}
    if isinstance(value, list):
        return [_gaps(made, each, swap) for each in value]
    if not isinstance(value, str):
        return value
    if value in swap:
        key = swap[value]
        return f"~{{json_{key}}}~" if key.startswith(("label", "party")) else f"~{{{key}}}~"
    if _DAY.fullmatch(value) and (known := _known(made, dt.date.fromisoformat(value))):
        return f"~{{{known}}}~"
    return value


def _known(made: Mould, day: dt.date) -> dt.date | None:
    """The day, where it is one that is shifted."""
    if day != CONFIRMED and not WINDOW[0] <= day <= WINDOW[1]:
        return None
    made.days.add(day)
    return day


def _day(made: Mould, day: dt.date) -> str:
    return f"%({day})s" if _known(made, day) else str(day)


def _plain(text: str) -> str:
    if "\t" in text or "\n" in text:
        raise ValueError("a value with a tab or a line end cannot be poured")
    return escaped(text).replace("%", "%%")


def escaped(text: str) -> str:
    """As the format of `pour` wants it on this database: COPY reads a backslash as a sign of its own."""
    return text.replace("\\", "\\\\") if connection.vendor == "postgresql" else text
