"""The numbers behind the drawings. Every one is reckoned from what was counted, not from a sample."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from sanwei.audit.run.examining import Found, numbered
from sanwei.audit.run.summary import label
from sanwei.controls.control import Control
from sanwei.controls.verdict import Verdict
from sanwei.facts import VOCABULARY

WRONG = (Verdict.LATE, Verdict.OVERDUE, Verdict.BREACH)
NO_BODY = "（未记录机关）"


def findings(found: Found, *verdicts: Verdict) -> pl.LazyFrame:
    """Obligations with one of the verdicts (with none named: everything wrong), with number and name of the body."""
    wanted = [int(v) for v in verdicts or WRONG]
    told = numbered(found, pl.scan_parquet(found.obligations).filter(pl.col("verdict").is_in(wanted)))
    return told.with_columns(_body(found).alias("body"))


def _body(found: Found) -> pl.Expr:
    return pl.col("body_code").replace(found.bodies).fill_null(NO_BODY)


def by_clause(found: Found) -> list[tuple[str, int]]:
    """(citation, how many obligations under it went wrong), the most first."""
    told = (
        findings(found)
        .select(pl.col("clause").str.split("；").alias("clause"))
        .explode("clause")
        .group_by("clause")
        .len()
        .sort(["len", "clause"], descending=[True, False])
        .collect(engine="streaming")
    )
    return [(clause, n) for clause, n in told.iter_rows() if clause]


@dataclass(frozen=True)
class Grid:
    """`wrong[body][month]`; months as 2026-03, in order; bodies with most first."""

    bodies: list[str]
    months: list[str]
    wrong: dict[tuple[str, str], int]
    left_out: int = 0


def by_body_and_month(found: Found, months: int = 24, bodies: int = 30) -> Grid:
    """What went wrong by body and by month of the event it hangs on; the last `months`, the worst `bodies`."""
    tally = found.whole.tally.filter(pl.col("verdict").is_in([int(v) for v in WRONG]) & pl.col("month").is_not_null())
    told = tally.with_columns(_body(found).alias("body")).group_by("body", "month").agg(pl.col("n").sum())
    if not told.height:
        return Grid([], [], {})
    last = told["month"].max()
    shown = told.filter(pl.col("month") > last - months)
    worst = shown.group_by("body").agg(pl.col("n").sum()).sort(["n", "body"], descending=[True, False]).head(bodies)
    names = worst["body"].to_list()
    first = max(shown["month"].min(), last - months + 1)
    wrong = {(b, _month(m)): n for b, m, n in shown.select("body", "month", "n").iter_rows() if b in names}
    shown_total = sum(wrong.values())
    return Grid(names, [_month(m) for m in range(first, last + 1)], wrong, int(told["n"].sum()) - shown_total)


def _month(number: int) -> str:
    return f"{number // 12}-{number % 12 + 1:02d}"


@dataclass(frozen=True)
class Step:
    """How long one step took, in calendar days from where its limit runs. `late`: share done after the due day."""

    control: Control
    n: int
    limit: int
    low: int
    middle: int
    high: int
    late: float


def steps(found: Found) -> list[Step]:
    """Timed steps that were done at least once, the most often late first."""
    told, table = [], found.whole.steps
    for control in found.question.controls:
        mine = table.filter(pl.col("control") == control.code).sort("taken")
        if n := int(mine["n"].sum()):
            late = int(mine.filter(pl.col("taken") > pl.col("limit"))["n"].sum()) / n
            low, middle, high = (_quantile(mine, "taken", q) for q in (0.1, 0.5, 0.9))
            told.append(Step(control, n, _quantile(mine.sort("limit"), "limit", 0.5), low, middle, high, late))
    return sorted(told, key=lambda s: (-s.late, s.control.code))


def _quantile(counted: pl.DataFrame, name: str, q: float) -> int:
    """Of values counted in `n`, sorted: the smallest that at least the share `q` does not exceed."""
    upto = counted["n"].cum_sum() / counted["n"].sum()
    return int(counted.filter(upto >= q - 1e-9)[name][0])


@dataclass(frozen=True)
class Cure:
    """One field that, were it recorded, would let verdicts be told: how many, of which controls, where to write it."""

    label: str
    where: str
    n: int
    controls: tuple[str, ...]


def cures(found: Found) -> list[Cure]:
    """Recorded fields that stand behind what could not be determined, the most useful first."""
    told: dict[str, list[tuple[str, int]]] = {}
    for code, fact, n in found.whole.unknown.iter_rows():
        for name in _recorded(fact):
            told.setdefault(name, []).append((code, n))
    cured = [
        Cure(label(name), _where(name), sum(n for _, n in by), tuple(dict.fromkeys(code for code, _ in by)))
        for name, by in told.items()
    ]
    return sorted(cured, key=lambda c: (-c.n, c.label))


def _recorded(name: str) -> list[str]:
    """The recorded facts a fact is made of: a derived one cannot be filled in by anybody."""
    fact = VOCABULARY.facts[name]
    if not fact.derived:
        return [name]
    told = [VOCABULARY.facts[n] for n in VOCABULARY.closure([name])]
    # the days and sums it is taken from; what only picks the row is mostly there
    return sorted(f.name for f in told if not f.derived and f.dtype == fact.dtype and f.grain != "actor") or [
        f.name for f in told if not f.derived
    ]


def _where(name: str) -> str:
    fact = VOCABULARY.facts[name]
    return f"{VOCABULARY.grain(fact.grain).label}：{fact.source}" if fact.source else VOCABULARY.grain(fact.grain).label
