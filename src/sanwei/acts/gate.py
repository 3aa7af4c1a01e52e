"""The gate: an audit of tomorrow's record. Facts about to be laid are put over the facts of the matter, and
`judge()` judges that.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from sanwei.controls.control import DENY, Control
from sanwei.controls.judge import judge
from sanwei.controls.register import guarding, register, timed
from sanwei.controls.single.judging import One, judge_one
from sanwei.controls.single.reading import UnreadError
from sanwei.controls.verdict import STOPPING, Verdict
from sanwei.controls.words import Finding, speak
from sanwei.facts import VOCABULARY
from sanwei.lawbook import Lawbook

from .act import Act, Actor, Context, NotYet
from .rows import Laid, Row, Rows
from .rules import book_of
from .standing import actor_row, standing_row


@dataclass(frozen=True)
class Weighed:
    """What the gate found. `stops`: findings that refuse the act; `warns`: what is wrong but does not refuse;
    `kept`: what holds.
    """

    judgement: One
    stops: list[Finding]
    warns: list[Finding]
    kept: list[Finding]


def weigh(
    act: Act,
    ctx: Context,
    after: Rows,
    touched: list[Row],
    *,
    with_duties: bool = True,
    left_open: frozenset[str] = frozenset(),
) -> Weighed:
    """Judge the record as it would be. `left_open`: facts the form still asks; controls that hang on them are not
    judged yet.
    """
    book = book_of(act.kind, after, ctx.matter)  # an act may have moved the matter to another version
    guards = tuple(c for c in guarding(act.code) if not left_open & c.rests_on and c.code not in book.without)
    controls = dict.fromkeys((*guards, *(due_controls(book) if with_duties else ())))
    asked = _asked(guards, touched)
    judgement = judge_rows(after, controls, book, ctx.day, lambda c, row: c.timed or asked(c, row))
    codes = {c.code: c for c in guards}
    mine = [f for f in judgement.findings if f["control"] in codes and asked(codes[f["control"]], f["row"])]
    mine = replace(judgement, findings=mine)
    said = list(speak(mine, register(), book))
    stops = [f for f in said if f.verdict in STOPPING and f.control.guards[act.code] == DENY]
    warns = [f for f in said if f.verdict in STOPPING and f not in stops]
    return Weighed(judgement, stops, warns, [f for f in said if f.verdict not in STOPPING])


def due_controls(book: Lawbook) -> tuple[Control, ...]:
    """The controls that set due days, without those the procedure of this book does not ask."""
    return tuple(c for c in timed() if c.code not in book.without) if book.without else timed()


def judge_rows(
    rows: Rows,
    controls: Iterable[Control],
    book: Lawbook,
    day: dt.date,
    asked: Callable[[Control, str], bool] | None = None,
) -> One:
    """One matter, judged by the way that is fit for few rows; by columns where an expression is beyond it."""
    try:
        return judge_one(rows.plain(), controls, book, day, asked)
    except UnreadError:
        by_columns = judge(rows.frames(), controls, book, day)
        grains = {g: list(df.iter_rows(named=True)) for g, df in by_columns.frames.items()}
        return One([f | {"verdict": Verdict(f["verdict"])} for f in by_columns.each()], grains, day)


def _asked(guards: tuple[Control, ...], touched: list[Row]) -> Callable[[Control, str], bool]:
    """Of which rows a guard is asked: those the act lays where it lays rows of that grain, else all rows of the
    matter.
    """
    # Who acted earlier and where the body stood then was judged then.
    by_grain: dict[str, set[str]] = {"actor": set(), "standing": set()}
    for r in touched:
        by_grain.setdefault(r.grain, set()).add(r.row)
    narrow = {g: rows for g, rows in by_grain.items() if VOCABULARY.grain(g).many}
    guarding_now = set(guards)

    def asked(c: Control, row: str) -> bool:
        return c in guarding_now and (c.grain not in narrow or row in narrow[c.grain])

    return asked


Known = dict[tuple, Weighed]
"""What a gate said that asked only after the doer, by what that hangs on: on one page most acts share it."""


def ahead(
    act: Act, ctx: Context, *, body: bool = False, known: Known | None = None
) -> tuple[list[NotYet], list[Finding]]:
    """The gate shown before one presses: (why the act is not open, what already holds).

    Only what can be told now: a control that hangs on an answer the form still asks, or on what another act has to
    fill in first, is left to them. The doer's own standing is judged as of today; that of the body and its power only
    with `body`, which costs a query. `known`: kept by a caller who asks for many acts of one matter at once.
    """
    not_yet = list(act.closed(ctx))
    sketched, left_open = act.sketch(ctx), act.still_asked(ctx) | act.awaits(ctx)
    alike = None if known is None or body else _alike(act, sketched, left_open)
    weighed = known.get(alike) if alike else None
    if weighed is None:
        weighed = _weigh_ahead(act, ctx, sketched, left_open, body)
        if alike:
            known[alike] = weighed
    not_yet += [
        NotYet(reason=f.says, who=f.cure, cite="、".join(c for c, _ in f.cites), finding=f) for f in weighed.stops
    ]
    return not_yet, [f for f in weighed.kept if f.verdict == Verdict.KEPT] + weighed.warns


def _alike(act: Act, sketched: list[Laid], left_open: frozenset[str]) -> tuple | None:
    """What the gate hangs on, where it asks only after the doer and nothing the act would lay plays a part; else
    None.
    """
    guards = [c for c in guarding(act.code) if not left_open & c.rests_on]
    laid = {name for item in sketched for name in item.facts}
    if any(c.grain != "actor" or laid & c.rests_on for c in guards):
        return None
    return act.as_role, tuple((c.code, c.guards[act.code]) for c in guards)


def _weigh_ahead(act: Act, ctx: Context, sketched: list[Laid], left_open: frozenset[str], body: bool) -> Weighed:
    laid = [*sketched, actor_row(act, ctx, Actor(ctx.officer, act.as_role), ctx.facts.get("power_code") or "")]
    if body and act.stands and ctx.facts["power_code"]:
        laid.append(standing_row(act, ctx, ctx.facts["power_code"]))
    after, touched = ctx.rows.over(laid, seq=_next(ctx))
    return weigh(act, ctx, after, touched, with_duties=False, left_open=left_open)


def _next(ctx: Context) -> int:
    return (ctx.matter.version if ctx.matter is not None else 0) + 1
