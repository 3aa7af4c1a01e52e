"""Findings in words, for many rows at once: the sentence `controls.words.sentence` makes of one, as an expression."""

from __future__ import annotations

from functools import lru_cache
from string import Formatter

import polars as pl

from sanwei.controls.control import Control
from sanwei.controls.words import CITED, POWERS
from sanwei.facts import VOCABULARY
from sanwei.facts.vocabulary import Fact
from sanwei.lawbook import Lawbook

NOT_RECORDED = "未记录"
DAY_AHEAD = "期限跨进没有公布放假安排的年份，还不能断定是否届满"


def reason(control: Control, book: Lawbook) -> pl.Expr:
    """The control's sentence with the facts of each row (String). Reads the facts it names and, where it speaks of the
    due day, `due`.
    """
    pieces: list[pl.Expr] = []
    for words, name, _, _ in Formatter().parse(control.says):
        if words:
            pieces.append(pl.lit(words))
        if name:
            pieces.append(_shown(name, book))
    return pl.concat_str(pieces)


def unknown(control: Control) -> pl.Expr:
    """Which facts a row lacks that the control reads: 缺少…; where nothing is lacking, what else leaves it open."""
    lacking = [pl.when(pl.col(n).is_null()).then(pl.lit(VOCABULARY.fact(n).label)) for n in sorted(_read(control))]
    lacks = pl.concat_str(lacking, separator="、", ignore_nulls=True)
    return (
        pl.when(lacks.str.len_chars() > 0).then(pl.concat_str(pl.lit("没有记录："), lacks)).otherwise(pl.lit(DAY_AHEAD))
    )


def _read(control: Control) -> list[str]:
    """Facts read directly by the proposition."""
    return [n for n in control.roots if n in VOCABULARY.facts]


def lacking(control: Control) -> dict[str, pl.Expr]:
    """Fact read directly → whether a row lacks it (Boolean)."""
    return {n: pl.col(n).is_null() for n in sorted(_read(control))}


def clauses(control: Control, book: Lawbook, day: pl.Expr) -> pl.Expr:
    """The citations in force on a day, with ； between them (String); all of them where the day is not known."""
    cites = []
    for clause in (book.clause(ref) for ref in control.clauses):
        span, inside = clause.in_force, day.is_null()
        told = pl.lit(True) if span.start is None else day >= span.start
        told = told if span.end is None else told & (day <= span.end)
        cites.append(pl.when(inside | told).then(pl.lit(clause.cite)))
    return pl.concat_str(cites, separator="；", ignore_nulls=True)


def _shown(name: str, book: Lawbook) -> pl.Expr:
    fact = VOCABULARY.facts.get(name)
    value = pl.col(name)
    return pl.when(value.is_null()).then(pl.lit(NOT_RECORDED)).otherwise(_text(name, fact, value, book))


def _text(name: str, fact: Fact | None, value: pl.Expr, book: Lawbook) -> pl.Expr:
    """As `controls.words.say` writes it."""
    dtype = fact.dtype if fact is not None else pl.Date  # only the due day is no fact
    if dtype == pl.Date:
        day = value.dt
        return pl.format("{}年{}月{}日", day.year(), day.month(), day.day())
    if dtype == pl.Boolean:
        return pl.when(value).then(pl.lit("是")).otherwise(pl.lit("否"))
    if fact.unit == "分":
        return _money(value)
    if dtype == pl.List(pl.String):
        names = _items(book) if name in POWERS else _cites(book) if name.endswith(CITED) else fact.codes
        each = pl.element().replace(names) if names else pl.element()
        return value.list.eval(each).list.join("、", ignore_nulls=True)
    if dtype == pl.String and (names := fact.codes or (_items(book) if name in POWERS else {})):
        return value.replace(names)
    return value.cast(pl.String)


def _money(fen: pl.Expr) -> pl.Expr:
    """1,234.50 元 of 123450 分."""
    yuan, cents = fen // 100, fen % 100
    large, middle, small, last = yuan // 1_000_000_000, yuan // 1_000_000 % 1000, yuan // 1000 % 1000, yuan % 1000
    whole = (
        pl.when(large > 0)
        .then(pl.format("{},{},{},{}", large, _three(middle), _three(small), _three(last)))
        .when(yuan >= 1_000_000)
        .then(pl.format("{},{},{}", middle, _three(small), _three(last)))
        .when(yuan >= 1000)
        .then(pl.format("{},{}", small, _three(last)))
        .otherwise(last.cast(pl.String))
    )
    two = cents.cast(pl.String).str.zfill(2)
    return pl.when(cents > 0).then(pl.format("{}.{} 元", whole, two)).otherwise(pl.format("{} 元", whole))


def _three(number: pl.Expr) -> pl.Expr:
    return number.cast(pl.String).str.zfill(3)


@lru_cache(maxsize=8)
def _cites(book: Lawbook) -> dict[str, str]:
    return {clause.ref: clause.cite for clause in book.clauses}


@lru_cache(maxsize=8)
def _items(book: Lawbook) -> dict[str, str]:
    return {power.code: f"{power.code} {power.item}" for power in book.powers}
