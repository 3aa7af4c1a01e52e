"""What is wrong with a table, proved before it may be issued: gaps, overlaps, sums outside the statute or out of order.

Conditions only compare facts with constants, so the facts fall into finitely many cells between those constants; one
example from every cell is the whole proof.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, pairwise, product

from .conditions import All, Any, Condition, Fact, Test, Value
from .sums import End, Reckoned
from .table import GRADES, JOINED, SUBJECTS, Bracket, Row, Table
from .words import range_text, rate_text

MOST_CELLS = 200_000
LADDER = (100, 10_000, 1_000_000, 100_000_000, 10_000_000_000)
"""Quantities a sum is tried at, beside the constants of the table: 1 yuan … 100 million yuan."""


@dataclass(frozen=True)
class Fault:
    """`kind`: gap, overlap, outside, order, unsettled, pointer, unread, basis, endless. `rows`: numbers of the rows;
    `example`: facts that show it, in words.
    """

    kind: str
    rows: tuple[str, ...]
    says: str
    example: str = ""


def prove(table: Table) -> list[Fault]:
    """Every fault of the version; a table without one may be issued."""
    found = [*_unread(table), *_pointers(table)]
    if any(f.kind == "pointer" for f in found):
        return found
    for subject in _subjects(table):
        found += _cells_of(table, subject)
    found += [*_settled(table), *_touching(table)]
    return list(dict.fromkeys(found))


def _subjects(table: Table) -> tuple[str, ...]:
    named = tuple(s for s in table.subjects if s != "any")
    return named or ("any",)


def _unread(table: Table) -> Iterator[Fault]:
    for number, text in dict(table.unread).items():
        yield Fault("unread", (number,), f"第 {number} 档有没有读懂的文字“{text}”，须有人写明含义。")
    if not table.basis:
        yield Fault("basis", (), "没有写明依据的法律条款。")


def _pointers(table: Table) -> Iterator[Fault]:
    for row in table.rows:
        try:
            table.sums_of(row)
        except LookupError:
            yield Fault(
                "pointer",
                (row.number,),
                f"第 {row.number} 档写明按第 {row.pointer} 档执行，但那一档不存在或者互相指引。",
            )


def _cells_of(table: Table, subject: str) -> Iterator[Fault]:
    rows = [r for r in table.rows if r.subject in ("any", subject)]
    laws = [r for r in table.statute if r.subject in ("any", subject)]
    names = sorted({n for r in (*rows, *laws) for n in r.when.facts} | {n for r in rows for n in _of_sums(table, r)})
    examples = _examples(table, names, (*rows, *laws))
    size = 1
    for _, values in examples:
        size *= len(values)
    if size > MOST_CELLS:
        yield Fault("endless", (), f"{SUBJECTS[subject]}的情形组合太多（{size} 种），不能逐一核对，请把基准拆开。")
        return
    once: set[tuple[str, tuple[str, ...]]] = set()
    for values in product(*(v for _, v in examples)):
        facts = dict(zip(names, values, strict=True))
        for fault in _one_cell(table, rows, laws, facts, subject):
            if (fault.kind, fault.rows) not in once:
                once.add((fault.kind, fault.rows))
                yield fault


def _of_sums(table: Table, row: Row) -> Iterator[str]:
    for bracket in table.sums_of(row):
        yield from bracket.when.facts
        yield from bracket.sum.needs


def _examples(table: Table, names: list[str], rows: tuple[Row, ...]) -> list[tuple[str, list[Value]]]:
    """For each fact one value of every stretch on which no condition changes."""
    tests: dict[str, set] = {name: set() for name in names}
    quantities = {n for r in rows for b in table.sums_of(r) for n in b.sum.needs}
    for row in rows:
        for condition in (row.when, *(b.when for b in table.sums_of(row))):
            for test in _tests(condition):
                if isinstance(test.value, int) and not isinstance(test.value, bool):
                    tests[test.fact].add(test.value)
    return [(name, _values(table.known[name], tests[name], name in quantities)) for name in names]


def _values(fact: Fact, at: set[int], quantity: bool) -> list[Value]:
    if fact.kind == "yes":
        return [True, False]
    if fact.kind == "code":
        return [code for code, _ in fact.codes]
    near = {n + step for n in at for step in (-1, 0, 1)} | {0} | (set(LADDER) if quantity else set())
    if at:
        near.add(max(at) * 2 + 1)
    return sorted(n for n in near if n >= 0)


def _tests(condition: Condition) -> Iterator[Test]:
    if isinstance(condition, Test):
        yield condition
    elif isinstance(condition, All | Any):
        for part in condition.parts:
            yield from _tests(part)


def _one_cell(table: Table, rows: list[Row], laws: list[Row], facts: dict[str, Value], subject: str) -> Iterator[Fault]:
    true = [r for r in rows if r.when.holds(facts) is True]
    if not true:
        yield Fault("gap", (), f"{SUBJECTS[subject]}的有些情形没有一档适用。", _says(table, facts))
    for a, b in pairwise(true):
        yield Fault(
            "overlap", (a.number, b.number), f"第 {a.number} 档和第 {b.number} 档同时适用。", _says(table, facts)
        )
    if len(true) != 1:
        return
    (row,) = true
    own = yield from _bracket(table, row, facts)
    law = [r for r in laws if r.when.holds(facts) is True]
    if own is None or len(law) != 1 or (own.sum.base.fact and own.quantity < LADDER[0]):
        return
    limits = [b for b in law[0].brackets if b.when.holds(facts) is True]
    if len(limits) == 1:
        yield from _within(table, row, own, limits[0].sum.reckon(facts), facts)  # type: ignore[arg-type]


def _bracket(table: Table, row: Row, facts: dict[str, Value]):
    brackets = table.sums_of(row)
    true = [b for b in brackets if b.when.holds(facts) is True]
    if brackets and not true:
        yield Fault(
            "gap", (row.number,), f"第 {row.number} 档的罚款数额没有写全，有的情形没有算法。", _says(table, facts)
        )
    if len(true) > 1:
        yield Fault("overlap", (row.number,), f"第 {row.number} 档的两种算法同时适用。", _says(table, facts))
    return true[0].sum.reckon(facts) if len(true) == 1 else None


def _within(table: Table, row: Row, own: Reckoned, law: Reckoned, facts: dict[str, Value]) -> Iterator[Fault]:
    told = f"第 {row.number} 档是{range_text(own.least_fen, own.most_fen)}，法定幅度是{range_text(law.least_fen, law.most_fen)}"
    if law.most_fen is not None and (own.most_fen is None or own.most_fen > law.most_fen):
        yield Fault("outside", (row.number,), f"超过法定最高数额：{told}。", _says(table, facts))
    lighter = GRADES_BELOW
    if law.least_fen and row.gravity > lighter and (own.least_fen or 0) < law.least_fen:
        yield Fault("outside", (row.number,), f"低于法定最低数额，又不是减轻：{told}。", _says(table, facts))
    # Of a few 分 of gains no whole 分 need lie between two ends: that is no fault of the table.
    empty = own.least_fen is not None and own.most_fen is not None and own.least_fen > own.most_fen
    if empty and (own.quantity >= LADDER[1] or not own.sum.base.fact):
        yield Fault("outside", (row.number,), f"最低数额高于最高数额：{told}。", _says(table, facts))


GRADES_BELOW = list(GRADES).index("mitigated")
"""Grades up to this one may fall below the least of the statute."""


def _settled(table: Table) -> Iterator[Fault]:
    """What the statute leaves open («可以并处») every row has to settle."""
    open_ = {b.kind for law in table.statute for b in law.besides if b.how == "may"}
    for row in table.rows:
        told = {b.kind for b in row.besides}
        if row.gravity > list(GRADES).index("may_none"):
            for kind in sorted(open_ - told):
                words = "、".join(JOINED.values())
                yield Fault(
                    "unsettled",
                    (row.number,),
                    f"法律规定可以并处，第 {row.number} 档没有写明（{words}），请逐档写明。",
                    kind,
                )


def _touching(table: Table) -> Iterator[Fault]:
    """Sums of one subject and one base: ends that two grades share, a graver row that costs less, sums between the
    least and the most that belong to no row.
    """
    rows = sorted((r for r in table.rows if not r.pointer and r.brackets), key=lambda r: r.gravity)
    for a, b in combinations(rows, 2):
        if a.subject == b.subject and a.gravity < b.gravity and _alike(a, b):
            for x, y in product(a.brackets, b.brackets):
                if x.sum.base == y.sum.base and x.when == y.when:
                    yield from _two(a, b, x, y)
    for subject in table.subjects:
        mine = [(r, bracket) for r in rows if r.subject == subject for bracket in r.brackets]
        for base in dict.fromkeys(bracket.sum.base for _, bracket in mine):
            yield from _uncovered([(r, bracket) for r, bracket in mine if bracket.sum.base == base])


def _alike(a: Row, b: Row) -> bool:
    """Whether two rows differ in one fact at most, so that their sums are two steps of one stair."""
    if any(isinstance(part, Any) for row in (a, b) for part in _parts(row.when)):
        return False
    mine, theirs = (_by_fact(row.when) for row in (a, b))
    return sum(mine.get(name) != theirs.get(name) for name in mine.keys() | theirs.keys()) <= 1


def _by_fact(condition: Condition) -> dict[str, frozenset[Test]]:
    tests = list(_tests(condition))
    return {t.fact: frozenset(other for other in tests if other.fact == t.fact) for t in tests}


def _parts(condition: Condition) -> Iterator[Condition]:
    yield condition
    for part in getattr(condition, "parts", ()):
        yield from _parts(part)


def _two(a: Row, b: Row, x: Bracket, y: Bracket) -> Iterator[Fault]:
    rows, both = (a.number, b.number), f"第 {a.number} 档和第 {b.number} 档"
    top, bottom = x.sum.high, y.sum.low
    if _less(y.sum.low, x.sum.low) or _less(y.sum.high, x.sum.high):
        yield Fault("order", rows, f"{both}：较重的一档罚得反而轻。")
    elif top is not None and bottom is not None and top.rate == bottom.rate and top.closed and bottom.closed:
        yield Fault("overlap", rows, f"{both}的数额都包括同一个端点，请写明“不满”或者“以上”。", _end(x, top.rate))
    elif top is not None and bottom is not None and top.rate > bottom.rate:
        yield Fault("overlap", rows, f"{both}的数额有重叠。", f"{_end(x, bottom.rate)} 至 {_end(x, top.rate)}")


def _uncovered(mine: list[tuple[Row, Bracket]]) -> Iterator[Fault]:
    """Stretches between the least and the most of a base that no row reaches."""
    ends = sorted(mine, key=lambda one: one[1].sum.low.rate if one[1].sum.low else 0)
    last: tuple[Row, Bracket] | None = None
    for row, bracket in ends:
        if last is not None:
            top, bottom = last[1].sum.high, bracket.sum.low
            if (
                top is not None
                and bottom is not None
                and (top.rate < bottom.rate or (top.rate == bottom.rate and not (top.closed or bottom.closed)))
            ):
                says = f"第 {last[0].number} 档和第 {row.number} 档之间的数额没有规定。"
                yield Fault(
                    "gap",
                    (last[0].number, row.number),
                    says,
                    f"{_end(bracket, top.rate)} 至 {_end(bracket, bottom.rate)}",
                )
        if last is None or _less(last[1].sum.high, bracket.sum.high) or bracket.sum.high is None:
            last = (row, bracket)


def _less(a: End | None, b: End | None) -> bool:
    return a is not None and b is not None and a.rate < b.rate


def _end(bracket: Bracket, rate: int) -> str:
    return rate_text(bracket.sum, End(rate))


def _says(table: Table, facts: Mapping[str, Value]) -> str:
    told = (f"{table.known[n].label}{table.known[n].says(v)}" for n, v in facts.items())
    return "例如：" + "，".join(told) if facts else "例如：任何情形"
