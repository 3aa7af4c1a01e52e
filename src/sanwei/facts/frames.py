"""Frames of facts: build, cut at the as-of day, derive. The only place where rows of one grain meet rows of another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache

import polars as pl

from .vocabulary import KEY, VOCABULARY, Fact, Grain

Frames = dict[str, pl.DataFrame]

AT = "\0at"  # place of a row in its frame, while its pairs are gathered
MATTER = "\0matter"  # number of a row's matter, while many are derived: names of 36 signs are dear to join
FEW = 4096


def empty(grain: str) -> pl.DataFrame:
    """A frame of no rows with every recorded column of the grain."""
    return pl.DataFrame(schema=VOCABULARY.grain(grain).schema)


def frame(grain: str, rows: Iterable[Mapping[str, object]]) -> pl.DataFrame:
    """Rows (mappings of recorded facts and keys; what is missing is null) as a typed frame.

    Raises `VocabularyError` for a name outside the vocabulary: a fact nobody explained cannot enter.
    """
    g = VOCABULARY.grain(grain)
    rows = list(rows)
    for row in rows:
        for name in row:
            if name not in g.schema:
                VOCABULARY.fact(name)
                raise ValueError(f"事实“{name}”不属于“{g.label}”")
    return pl.DataFrame(rows, schema=g.schema, orient="row") if rows else empty(grain)


def seen(frames: Mapping[str, pl.DataFrame], as_of: dt.date) -> Frames:
    """What was visible at the end of `as_of`: later rows are gone, later days are blank (days that are meant to lie
    ahead stay).
    """
    out: Frames = {}
    for name, df in frames.items():
        g = VOCABULARY.grain(name)
        if g.happened in df.columns:
            day = pl.col(g.happened)
            df = df.filter(day.is_null() | (day <= as_of))
        cut = [f.name for f in g.facts.values() if _is_cut(f, df)]
        out[name] = df.with_columns(pl.when(pl.col(c) <= as_of).then(pl.col(c)).alias(c) for c in cut) if cut else df
    return out


def _is_cut(fact: Fact, df: pl.DataFrame) -> bool:
    return fact.dtype == pl.Date and not fact.foretold and not fact.derived and fact.name in df.columns


def derive(frames: Mapping[str, pl.DataFrame], wanted: Collection[str]) -> Frames:
    """Add every derived fact in `wanted` and whatever it is derived from. Grains without a frame are taken as having
    no rows.
    """
    numbered = sum(df.height for df in frames.values()) > FEW
    out, ordered = _numbered(frames) if numbered else dict(frames), set()
    for grain in {VOCABULARY.facts[n].grain for n in wanted} | {"case"}:
        out.setdefault(grain, empty(grain))
    for layer in layers(frozenset(wanted)):
        for (grain, over), facts in layer:
            left = out.setdefault(grain, empty(grain))
            if left.is_empty():
                out[grain] = left.with_columns(pl.lit(None, dtype=f.dtype).alias(f.name) for f in facts)
            elif over is None:
                out[grain] = left.with_columns(_takes(facts))
            else:
                if over not in ordered:
                    ordered.add(over)
                    out[over] = _in_order(out.get(over), VOCABULARY.grain(over))
                out[grain] = _gather(left, out[over], VOCABULARY.grain(grain), VOCABULARY.grain(over), facts)
    return {g: df.drop(MATTER, strict=False) for g, df in out.items()} if numbered else out


def _numbered(frames: Mapping[str, pl.DataFrame]) -> Frames:
    """The frames with a number for each matter, the same in all of them, and in the order of the cases: then rows that
    stand in the same order are sorted already.
    """
    names = pl.Categorical(pl.Categories.random())  # forgotten with these frames
    number = pl.col(KEY).cast(names).to_physical().alias(MATTER)
    first = sorted(frames, key=lambda g: g != "case")
    return {g: frames[g].with_columns(number) if frames[g].height else frames[g] for g in first}


@lru_cache(maxsize=512)
def layers(wanted: frozenset[str]) -> tuple[tuple[tuple[tuple[str, str | None], tuple[Fact, ...]], ...], ...]:
    """Derived facts in an order in which each finds what it needs; those that walk the same pair of grains together."""
    todo = {n: VOCABULARY.facts[n] for n in VOCABULARY.closure(wanted) if VOCABULARY.facts[n].derived}
    layers = []
    while todo:
        ready = [f for f in todo.values() if not any(r in todo for r in f.roots)]
        if not ready:
            raise ValueError(f"派生事实互相依赖：{'、'.join(sorted(todo))}")
        layer: dict[tuple[str, str | None], list[Fact]] = {}
        for f in sorted(ready, key=lambda f: f.name):
            layer.setdefault((f.grain, f.over), []).append(f)
            del todo[f.name]
        layers.append(tuple((pair, tuple(facts)) for pair, facts in layer.items()))
    return tuple(layers)


@lru_cache(maxsize=512)
def _takes(facts: tuple[Fact, ...]) -> tuple[pl.Expr, ...]:
    return tuple(f.take.cast(f.dtype).alias(f.name) for f in facts)


@lru_cache(maxsize=512)
def _needed(facts: tuple[Fact, ...]) -> frozenset[str]:
    return frozenset(r for f in facts for r in f.roots)


def _in_order(df: pl.DataFrame | None, grain: Grain) -> pl.DataFrame:
    """Rows of each matter in the order they happened: the day, then the sequence in the source."""
    if df is None:
        return empty(grain.name)
    if not grain.many or not grain.happened or df.height < 2:
        return df
    matter = MATTER if MATTER in df.columns else KEY
    by = [matter, *(c for c in (grain.happened, grain.seq) if c in df.columns)]  # an export may lack the day of the row
    if matter == MATTER and _stands_in_order(df, by):
        return df
    return df.sort(by, nulls_last=True, maintain_order=True)


def _stands_in_order(df: pl.DataFrame, by: list[str]) -> bool:
    """Whether a sort by matter, day and sequence would change nothing. A twentieth of the price of sorting."""
    if any(df[name].null_count() for name in by):
        return False
    before, same = pl.lit(False), pl.lit(True)
    for name in by:
        now, last = pl.col(name), pl.col(name).shift()
        before, same = before | (same & (now < last)), same & (now == last)
    return not df.select(before.any()).item()


def _gather(
    left: pl.DataFrame, right: pl.DataFrame, grain: Grain, over: Grain, facts: tuple[Fact, ...]
) -> pl.DataFrame:
    """Pair each row of `grain` with the rows of `over` of the same matter, in the order they happened, and
    aggregate.
    """
    if grain.name == over.name:
        raise ValueError("同一粒度之内的比较用形式（forms）表达")
    need = _needed(facts)
    on = MATTER if MATTER in left.columns and MATTER in right.columns else KEY
    mine = list(dict.fromkeys([KEY, on, *(c for c in left.columns if c in need)]))
    theirs = [on, *([over.id, over.seq] if over.many else []), *(c for c in right.columns if c in need)]
    theirs = [c for c in dict.fromkeys(theirs) if c == on or c not in mine]
    if right.height and _one_matter(left, right):
        return _gather_one(left, right, over, mine, theirs, facts)
    mine_only = left.lazy().select(mine).with_row_index(AT)
    pairs = mine_only.join(right.lazy().select(theirs), on=on, how="left", maintain_order="left_right")
    if not over.many or left.height == 1:
        return left.hstack(pairs.select(_takes(facts)).collect())
    # Each row's pairs stand together and in its order: told so, Polars cuts the groups instead of hashing two names.
    pairs = pairs.collect().with_columns(pl.col(AT).set_sorted())
    return left.hstack(pairs.group_by(AT, maintain_order=True).agg(_takes(facts)).drop(AT))


def _one_matter(left: pl.DataFrame, right: pl.DataFrame) -> bool:
    """One row and rows of its own matter only: the gate's case."""
    if left.height != 1:
        return False
    keys = right[KEY]
    return keys[0] == left[KEY][0] and (right.height == 1 or keys.n_unique() == 1)


def _gather_one(
    left: pl.DataFrame, right: pl.DataFrame, over: Grain, mine: list[str], theirs: list[str], facts: tuple[Fact, ...]
) -> pl.DataFrame:
    """Without a join: the values of the one row stand beside each row of its matter."""
    beside = [pl.lit(left[c]).first().alias(c) for c in mine if c != KEY]
    taken = right.lazy().select(theirs).with_columns(beside).select(_takes(facts)).collect()
    return left.hstack(taken)
