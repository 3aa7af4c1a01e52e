"""What a party owes on a decision on a given day, with the arithmetic in words. Pure: rows and the law in, sums out."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from sanwei.acts.rows import Row, Rows
from sanwei.lawbook import Lawbook
from sanwei.looks.words import day_text, money_text

DAY = dt.timedelta(days=1)
Span = tuple[dt.date, dt.date]


@dataclass
class Account:
    """Sums in 分: `owed` fine and confiscation together, `paid` towards them, `left`, `surcharge` due by the day,
    `surcharge_paid`; `due` the last day to pay without a surcharge (None: not served); `lines` the arithmetic.
    """

    owed: int
    paid: int
    surcharge: int = 0
    surcharge_paid: int = 0
    due: dt.date | None = None
    lines: list[str] = field(default_factory=list)

    @property
    def left(self) -> int:
        return max(self.owed - self.paid, 0)

    @property
    def surcharge_left(self) -> int:
        return max(self.surcharge - self.surcharge_paid, 0)


def fine_of(decision: Row) -> int:
    """The fine as it stands: as a review or a court changed it, else as decided."""
    return decision.get("remedy_fine", decision.get("fine", 0))


def served_on(rows: Rows, decision: str) -> dt.date | None:
    days = [s["served_on"] for s in rows.all("service") if s["served_decision"] == decision and s["served_on"]]
    return min(days, default=None)


def account(rows: Rows, decision: Row, book: Lawbook, day: dt.date) -> Account:
    """The account of a decision at the end of `day`. The surcharge runs from the day after the last day to pay, on the
    part of the fine not yet paid, each day at the rate of that day's law; not in review or suit, nor up to the end of a
    deferral that was granted; never above the fine where the law caps it (行政处罚法2021 §72(1), §73(3)).
    """
    fine, served = fine_of(decision), served_on(rows, decision.row)
    mine = sorted(
        (p for p in rows.all("payment") if p["paid_decision"] == decision.row and p["paid_on"] <= day),
        key=lambda p: p["paid_on"],
    )
    found = Account(
        owed=fine + decision.get("confiscation", 0),
        paid=sum(p.get("paid", 0) for p in mine),
        surcharge_paid=sum(p.get("surcharge", 0) for p in mine),
    )
    term = book.due("payment.limit", served) if served else None
    if term is None:
        return found
    found.due = term.day
    if decision["revoked_on"] or not fine:
        return found
    payments = [(p["paid_on"], p.get("paid", 0)) for p in mine]
    _add_up(found, fine, payments, stops(rows, decision, day), book, day)
    return found


def stops(rows: Rows, decision: Row, day: dt.date) -> list[Span]:
    """Spans on which no surcharge is reckoned, both ends in them: reviews, suits, deferrals granted."""
    found = [
        (r["remedy_began_on"], r["remedy_ended_on"] or day)
        for r in rows.all("remedy")
        if r["remedy_of"] == decision.row and r["remedy_began_on"]
    ]
    return found + [
        (d["deferral_decided_on"], d["deferral_until"])
        for d in rows.all("deferral")
        if d["deferral_of"] == decision.row and d["deferral_granted"] and d["deferral_until"]
    ]


def _add_up(
    found: Account, fine: int, payments: list[tuple[dt.date, int]], stopped: list[Span], book: Lawbook, day: dt.date
) -> None:
    """Walk the days after the term; days on which the same sum stood open make one line. A payment counts from the
    day after it was made: that day is still reckoned on what stood open. The walk ends where the cap is reached.
    """
    cap = book.parameter("surcharge.cap").at(day)
    most = fine * int(cap.value) // 100 if cap else None
    runs: list[list] = []  # [first, last, sum open, percent]
    at, total = found.due + DAY, 0
    while at <= day and (most is None or total <= most):
        unpaid = max(fine - sum(sum_ for on, sum_ in payments if on < at), 0)
        if unpaid == 0:
            break
        rate = book.parameter("surcharge.rate").at(at)
        if rate is not None and not any(first <= at <= last for first, last in stopped):
            total += unpaid * int(rate.value) // 100
            last = runs[-1] if runs else None
            if last and last[1] == at - DAY and last[2:] == [unpaid, int(rate.value)]:
                last[1] = at
            else:
                runs.append([at, at, unpaid, int(rate.value)])
        at += DAY
    total = sum(_line(found, *run) for run in runs)
    for first, last in stopped if day > found.due else ():
        found.lines.append(f"{day_text(first)}至{day_text(last)}为复议、诉讼或者批准延期、分期的期间，不计算")
    found.surcharge = total
    if most is not None and total > most:
        found.surcharge = most
        found.lines.append(f"合计{money_text(total)}，超过罚款本数，按{money_text(most)}计")


def _line(found: Account, first: dt.date, last: dt.date, unpaid: int, rate: int) -> int:
    """One line of the arithmetic; what it comes to."""
    days = (last - first).days + 1
    more = unpaid * rate * days // 100
    found.lines.append(
        f"{day_text(first)}至{day_text(last)}共{days}日：{money_text(unpaid)}×{rate}%×{days}日＝{money_text(more)}"
    )
    return more
