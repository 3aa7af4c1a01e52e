"""The short way for plain relations: after (before) each A a B, within so many days or at any time.

Where every step has its day, nothing was revoked and the rule knows neither conditions nor attributes, excuses,
versions or counting in working days, the next B after this A is a column: it is derived once for each pair of
activities, however many rules speak of the pair, and a rule is one comparison of days. It says what the long way says
(`relating`, `reach`, `race`); the tests of the forms walk both.
"""

from __future__ import annotations

import polars as pl

from sanwei.controls.verdict import Verdict

from .history import AT, CASE, OFF, ROW, History
from .model import ANY, BACKWARD, FORWARD, Rule, Steps
from .verdicts import VERDICTS, v

SOON, LATE, BY = "§soon", "§late", "§by"  # day of the target if it came first on its day, if last; its row for sure


def is_plain(rule: Rule, h: History, closed: object) -> bool:
    """Whether the short way says all there is to say."""
    w = rule.window
    shaped = rule.of is not None and rule.way in (FORWARD, BACKWARD) and rule.between == ANY and rule.nth == 1
    bare = not (rule.versions or rule.same or rule.void or rule.preemptive or rule.excess or rule.other)
    timed = (w.unit, w.least, w.strict, w.roll, w.same_day) == ("calendar_days", 0, "none", False, "order")
    if not (shaped and bare and timed and isinstance(closed, bool)) or rule.of.when or rule.target.when:
        return False
    return h.kept("§settled", lambda: not h.rows["on"].null_count() and h.rows[OFF].null_count() == h.rows.height)


def judge_plain(rule: Rule, h: History, closed: bool) -> pl.DataFrame:
    """One row an activation: columns `VERDICTS`."""
    back = rule.way == BACKWARD
    acts = h.kept(("§pair", rule.of.activities, rule.target.activities, back), lambda: _pair(rule, h, back))
    since, most = pl.col("since"), rule.window.most
    edge = None if most is None else since.dt.offset_by(f"{-most if back else most}d")

    def told(day: str) -> pl.Expr:
        return _verdict(rule, pl.col(day), edge, h, closed)

    due = since if back else pl.lit(None, dtype=pl.Date) if edge is None else edge
    verdict, tie = told(LATE), pl.lit(False)
    if h.unordered:
        tie = told(SOON) != told(LATE)
        verdict = pl.when(tie).then(v(Verdict.UNDETERMINED)).otherwise(verdict)
    acts = acts.with_columns(verdict.alias("verdict"), tie.alias("tie"), due.alias("due"))
    ends = [Verdict.BREACH] if rule.negative else [Verdict.KEPT, Verdict.LATE]
    ended = pl.col("verdict").is_in([int(e) for e in ends])
    return acts.select(
        "case_id",
        "row",
        "since",
        "due",
        pl.when(ended).then(LATE).alias("done"),
        pl.when(ended).then(BY).alias("by"),
        "verdict",
        pl.lit(False).alias("provisional"),
        "tie",
    ).select(list(VERDICTS))


def _verdict(rule: Rule, day: pl.Expr, edge: pl.Expr | None, h: History, closed: bool) -> pl.Expr:
    inside = pl.lit(True) if edge is None else (day >= edge if rule.way == BACKWARD else day <= edge)
    if rule.negative or rule.way == BACKWARD:
        there = (day.is_not_null() & inside).fill_null(False)
        kept = ~there if rule.negative else there
        return pl.when(kept).then(v(Verdict.KEPT)).otherwise(v(Verdict.BREACH))
    missing = v(Verdict.BREACH if closed else Verdict.PENDING)
    if edge is not None:
        missing = pl.when(edge >= h.as_of).then(v(Verdict.PENDING)).otherwise(v(Verdict.OVERDUE))
    done = pl.when(inside).then(v(Verdict.KEPT)).otherwise(v(Verdict.LATE))
    return pl.when(day.is_not_null()).then(done).otherwise(missing)


def _pair(rule: Rule, h: History, back: bool) -> pl.DataFrame:
    """The activations in the order of the source, each with the day of the target next to it."""
    acts = h.kept(("§acts", rule.of.activities), lambda: _acts(rule.of, h))
    here, away = h.kept(("§next", rule.target.activities, back), lambda: _next(rule.target, h, back))
    forward = h.kept(("§next", rule.target.activities, False), lambda: _next(rule.target, h, False))[0]
    first, _ = h.kept("§places", lambda: _places(h))
    own, near, far = acts["§p"], acts["§e" if back else "§s"], acts["§s" if back else "§e"]
    late = away.gather(far)
    soon = late
    if h.unordered:
        soon = here.gather(near)
        soon = soon.zip_with((soon != own).fill_null(True), away.gather(own))
    rows, days, cases = h.rows[ROW], h.rows["on"], h.rows[CASE]
    found = {}
    for name, at in ((LATE, late), (SOON, soon)) if h.unordered else ((LATE, late),):
        of_mine = pl.DataFrame({"at": at, "there": cases.gather(at) == acts[CASE]})
        at = of_mine.select(pl.when("there").then("at"))["at"]
        found[name] = days.gather(at)
        if name == LATE:  # of several in one place the first in the source
            found[BY] = rows.gather(forward.gather(first.gather(at)) if back and h.unordered else at)
    return acts.with_columns(s.alias(n) for n, s in found.items())


def _acts(of: Steps, h: History) -> pl.DataFrame:
    """Positions of the activations among all steps (§p), and where the steps of their very place begin and end."""
    first, last = h.kept("§places", lambda: _places(h))
    index = pl.int_range(h.rows.height, dtype=pl.UInt32, eager=True)
    mine = pl.DataFrame({"§p": index, "§s": first, "§e": last})
    acts = mine.hstack(h.rows.select(CASE, ROW, pl.col("on").alias("since"), "activity"))
    acts = acts.filter(pl.col("activity").is_in(of.activities)).drop("activity").sort(ROW)
    acts = h.named(acts)
    return acts.with_columns(pl.col("row").set_sorted())


def _places(h: History) -> tuple[pl.Series, pl.Series]:
    """First and last position of the steps in one place (order unknown); each its own where the order is known."""
    index = pl.int_range(h.rows.height, dtype=pl.UInt32, eager=True)
    if not h.unordered:
        return index, index
    new = ((pl.col(CASE) != pl.col(CASE).shift()) | (pl.col(AT) != pl.col(AT).shift())).fill_null(True)
    number = pl.int_range(pl.len(), dtype=pl.UInt32)
    ends = new.shift(-1).fill_null(True)
    found = h.rows.select(
        pl.when(new).then(number).forward_fill().alias("s"), pl.when(ends).then(number).backward_fill().alias("e")
    )
    return found["s"], found["e"]


def _next(target: Steps, h: History, back: bool) -> tuple[pl.Series, pl.Series]:
    """For each position the nearest target at or after it (before it), and the nearest beyond it."""
    number = pl.int_range(pl.len(), dtype=pl.UInt32)
    mine = pl.when(pl.col("activity").is_in(target.activities)).then(number)
    here = h.rows.select((mine.forward_fill() if back else mine.backward_fill()).alias("n"))["n"]
    return here, here.shift(1 if back else -1)
