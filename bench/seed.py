"""Fills a database with N cases at once: `seed.py --cases 100000`. The same rows every time.

Bodies, people and one case a stage are made through the models and the acts; the rest are copies of those cases with
days shifted, fresh keys, numbers, parties and people, poured into the tables without going through acts.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import random
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import opening

opening.open_site()

from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from ground import POWERS, Crew, build  # noqa: E402
from moulds import CONFIRMED, FIRST, ORDER, Mould, columns, escaped, walk_all  # noqa: E402

from sanwei.cases import search  # noqa: E402
from sanwei.journal import models as journal  # noqa: E402
from sanwei.lawbook import lawbook  # noqa: E402

BATCH = 1000
SPAN = 540  # days over which closed cases were closed
# stage → how many of a hundred thousand; the rest is closed
SHARES = {
    "lead": 2000, "filing": 1000, "investigating": 6000, "reviewing": 1000, "noticing": 1000, "defending": 1500,
    "deliberating": 500, "deciding": 1000, "serving": 2000, "executing": 6000, "closing": 1000,
}  # fmt: skip
RECENT = 60  # days within which an open case was last acted upon
TRADES = "装饰 餐饮 建材 物流 食品 广告 园林 运输 商贸 洗染 五金 家电 苗木 工程 印务 汽修".split()
SIGNS = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜"


@dataclass(frozen=True)
class Copy:
    """One case to be: a mould, a body, and how many days after the walk it began."""

    begun: dt.date
    n: int
    mould: Mould
    crew: Crew


@dataclass
class Drawn:
    """Numbers given out so far; they go on where the walked cases ended."""

    position: int
    books: Counter[tuple[str, int]] = field(default_factory=Counter)

    @classmethod
    def read(cls) -> Drawn:
        books = {(c.book, c.year): c.last for c in journal.Counter.objects.all()}
        return cls(journal.Head.objects.get(pk=journal.REGISTER).size, Counter(books))

    def keep(self) -> None:
        journal.Head.objects.filter(pk=journal.REGISTER).update(size=self.position)
        journal.Counter.objects.bulk_create(
            (journal.Counter(book=book, year=year, last=last) for (book, year), last in self.books.items()),
            update_conflicts=True, unique_fields=["book", "year"], update_fields=["last"],
        )  # fmt: skip


def plan(total: int, moulds: list[Mould], crews: list[Crew]) -> list[Copy]:
    """Which cases there will be, the oldest first. Bodies differ in size: the n-th has about 1/n of the largest."""
    by_stage = {m.stage: m for m in moulds}
    met = by_stage["closed"].discharged()
    stages = [stage for stage, share in SHARES.items() for _ in range(max(share * total // 100_000, 2))]
    stages += ["closed"] * (total - len(stages))
    sizes = [crew for rank, crew in enumerate(crews, start=1) for _ in range(max(240 // (rank + 4), 1))]
    copies = []
    for n, stage in enumerate(stages):
        # One closed case in twenty still owes something; the others have met every time limit.
        mould = met if stage == "closed" and n % 20 else by_stage[stage]
        ago = n * 7919 % (SPAN if stage == "closed" else RECENT)
        shift = opening.TODAY - dt.timedelta(days=ago) - mould.last
        copies.append(Copy(FIRST + shift, n, mould, sizes[n * 31 % len(sizes)]))
    return sorted(copies, key=lambda copy: (copy.begun, copy.n))


def pour(total: int, moulds: list[Mould], crews: list[Crew]) -> Counter[str]:
    """Write the copies; table → rows written."""
    drawn, written = Drawn.read(), Counter[str]()
    draw = random.Random(20261120)
    items = {power: lawbook().power(power).item[:200] for power in POWERS}
    held: dict[str, list[str]] = {model._meta.db_table: [] for model in ORDER}
    copies = plan(total, moulds, crews)
    for n, copy in enumerate(copies, start=1):
        filling = _filling(copy, drawn, draw, items)
        for table, text in copy.mould.tables.items():
            if text:
                held[table].append(text % filling)
            written[table] += copy.mould.rows[table]
        if n % BATCH == 0 or n == len(copies):
            _write(held)
    drawn.keep()
    return written


def _filling(copy: Copy, drawn: Drawn, draw: random.Random, items: dict[str, str]) -> dict[str, object]:
    mould, crew, n, year = copy.mould, copy.crew, copy.n, copy.begun.year
    crowd = crew.officers
    people = {"officer": crowd[n % len(crowd)], "partner": crowd[(n + 1) % len(crowd)], "leader": crew.leader}
    people |= {"second": crew.second_leader, "reviewer": crew.reviewer}
    count = 1 + mould.keys + mould.uuids
    keys = f"{draw.getrandbits(128 * count):0{32 * count}x}"
    fresh = [keys[at : at + 32] for at in range(0, len(keys), 32)]
    closed = mould.stage == "closed"
    power = POWERS[n % len(POWERS)] if closed else POWERS[0]
    party = f"{SIGNS[n % 40]}{SIGNS[n // 40 % 40]}{SIGNS[n // 1600 % 40]}{TRADES[n % 16]}有限公司"
    found: dict[str, object] = {
        "hex": fresh[0], "matter": dashed(fresh[0]), "body_id": crew.body.pk, "body_code": crew.body.code,
        "officer_id": people["officer"].pk, "partner_id": people["partner"].pk, "handler_id": people["officer"].pk,
        "party": party, "json_party": escaped(json.dumps(party)[1:-1]), "power": power, "title": items[power],
        "time": f"0{1 + n % 8}:{n % 60:02d}:{n // 60 % 60:02d}.{n % 1_000_000:06d}",
    }  # fmt: skip
    for who, officer in people.items():
        found[f"code_{who}"], found[f"cert_{who}"] = officer.code, crew.certificates[officer.pk]
    found |= {f"key{at}": dashed(key) for at, key in enumerate(fresh[1 : 1 + mould.keys])}
    found |= {f"uuid{at}": key for at, key in enumerate(fresh[1 + mould.keys :])}
    found |= {f"position{at}": drawn.position + 1 + at for at in range(mould.entries)}
    drawn.position += mould.entries
    for at, (book, word) in enumerate(mould.numbers):
        name = f"{book}/{crew.body.code}"
        drawn.books[name, year] += 1
        number = drawn.books[name, year]
        label = f"{crew.body.doc_word}{word}〔{year}〕{number}号"
        found |= {f"book{at}": name, f"n{at}": number, f"year{at}": year, f"label{at}": label}
        found[f"json_label{at}"] = escaped(json.dumps(label)[1:-1])
    return found | _days(frozenset(mould.days), copy.begun)


def dashed(key: str) -> str:
    """A key of 32 hexadecimal digits as UUIDs are written."""
    return f"{key[:8]}-{key[8:12]}-{key[12:16]}-{key[16:20]}-{key[20:]}"


@lru_cache(maxsize=64)
def _days(days: frozenset[dt.date], begun: dt.date) -> dict[str, str]:
    """What fills the days of a mould; copies come in the order of their first day, so few are remembered at a time."""
    shift = begun - FIRST
    return {str(day): str(dt.date(begun.year, 1, 5) if day == CONFIRMED else day + shift) for day in days}


def _write(held: dict[str, list[str]]) -> None:
    for model in ORDER:
        table, texts = model._meta.db_table, held[model._meta.db_table]
        if not texts:
            continue
        names = [f.column for f in columns(model)]
        listed = ", ".join(f'"{name}"' for name in names)
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                with cursor.copy(f"COPY {table} ({listed}) FROM STDIN") as copy:
                    copy.write("\n".join(texts) + "\n")
            else:
                marks = ", ".join("?" * len(names))
                # Past Django's cursor, which would turn every placeholder of every row.
                sqlite = connection.connection
                sqlite.executemany(f"INSERT INTO {table} ({listed}) VALUES ({marks})", _cells(texts))
        texts.clear()


@contextmanager
def unordered() -> Iterator[None]:
    """On PostgreSQL the triggers that look up the last number for each row rest meanwhile: they would take most of the
    time, and the numbers poured are in order. Those against change stand on.
    """
    with connection.cursor() as cursor:
        tables = ("journal_entry", "journal_number") if connection.vendor == "postgresql" else ()
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER {table}_order")
        yield
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_order")


def _cells(texts: list[str]) -> Iterator[list[str | None]]:
    for text in texts:
        for row in text.split("\n"):
            yield [None if cell == "\\N" else cell for cell in row.split("\t")]


def settle() -> None:
    """What a database does by itself in a quiet hour, so that no plan is chosen on numbers of an empty table."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("VACUUM (ANALYZE)")
            cursor.execute("CHECKPOINT")
        else:
            cursor.execute("PRAGMA journal_mode=WAL")


def loosen() -> None:
    """While it is filled, a SQLite file need not survive a power cut, nor be rolled back; every later connection is
    strict again.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA synchronous=OFF")
            cursor.execute("PRAGMA journal_mode=OFF")
            cursor.execute("PRAGMA cache_size=-2000000")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args()
    marks = [time.perf_counter()]
    call_command("migrate", interactive=False, verbosity=0)
    crews = build()
    with transaction.atomic():
        moulds = walk_all(crews[0])
    loosen()
    marks.append(time.perf_counter())
    with transaction.atomic(), unordered():
        written = pour(asked.cases - len(moulds), moulds, crews)
    marks.append(time.perf_counter())
    lines = search.rebuild(BATCH)
    marks.append(time.perf_counter())
    settle()
    marks.append(time.perf_counter())
    parts = ("样板", "灌入", "搜索行", "整理")
    told = "，".join(
        f"{part} {later - sooner:.0f} s" for part, (sooner, later) in zip(parts, pairwise(marks), strict=True)
    )
    opening.say(
        f"{connection.vendor}：{lines} 件案件，{sum(written.values())} 行；{told}，合计 {marks[-1] - marks[0]:.0f} s"
    )
    if asked.out:
        kept = {"cases": lines, "rows": written, "seconds": marks[-1] - marks[0]}
        asked.out.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
