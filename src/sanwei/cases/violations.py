"""Several violations of one case: which deeds there are, which norms each breaches, what each may cost.

The violation the case was filed for is deed 1; further ones are rows of the grain `violation`. What a deed shall cost a
party is a row of the grain `charge`; the decision adds the charges of its party up.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from sanwei.acts.act import Context
from sanwei.acts.rows import Row, Rows
from sanwei.facts.codes import PENALTY_KINDS
from sanwei.lawbook import Lawbook
from sanwei.lawbook.objects import Power

FIRST_DEED = 1
Range = tuple[int | None, int | None]  # (least, most) in 分; most None: no limit is set


def several(rows: Rows) -> bool:
    """Whether the case holds more than the violation it was filed for."""
    return bool(further(rows))


def further(rows: Rows) -> list[Row]:
    """The other violations of the case, without those that were split off into a case of their own."""
    return [r for r in rows.all("violation") if not r["violation_split_on"]]


def powers(rows: Rows) -> dict[int, list[str]]:
    """Deed → codes of the powers it breaches, in the order they were found."""
    found: dict[int, list[str]] = {FIRST_DEED: [rows.head["power_code"]]}
    for row in further(rows):
        found.setdefault(row["violation_deed"], []).append(row["violation_power"])
    return {deed: list(dict.fromkeys(codes)) for deed, codes in sorted(found.items())}


def every_power(rows: Rows) -> list[str]:
    """Codes of all powers of the case, the one it was filed for first."""
    found = [code for codes in powers(rows).values() for code in codes if code]
    return list(dict.fromkeys(found))


def ended_on(rows: Rows, deed: int) -> dt.date | None:
    """The last day of a deed as far as it is known."""
    days = [r["violation_ended_on"] for r in further(rows) if r["violation_deed"] == deed]
    days += [rows.head["violation_on"]] if deed == FIRST_DEED else []
    return max((day for day in days if day), default=None)


def fine_of(power: Power, kind: str | None) -> Range | None:
    """The statutory fine of a power for a kind of party; None where the power knows no fine."""
    subject = "organisation" if kind == "organisation" else "person"
    found = (p for p in power.penalties if p.kind == "fine" and p.subject in (subject, "any"))
    return next(((p.min_fen, p.max_fen) for p in found), None)


def heaviest(book: Lawbook, codes: Iterable[str], kind: str | None) -> list[str]:
    """Of these powers those with the highest fine: by the most (no limit is the highest), then by the least."""
    ranges = {code: found for code in codes if (found := fine_of(book.power(code), kind)) is not None}
    if not ranges:
        return []

    def height(found: Range) -> tuple[bool, int, int]:
        least, most = found
        return most is None, most or 0, least or 0

    top = max(map(height, ranges.values()))
    return [code for code, found in ranges.items() if height(found) == top]


def charges(rows: Rows, party: str | None) -> list[Row]:
    """What was last set for each deed of a party and is not part of a decision already made, deed by deed."""
    done = {d.row for d in rows.all("decision") if d["decided_on"]}
    mine = [r for r in rows.all("charge") if r["charged_party"] == party and r["charge_decision"] not in done]
    return [row for _, row in sorted({r["charge_deed"]: r for r in mine}.items())]


def made(rows: Rows, decision: Row) -> list[Row]:
    """The charges a decision adds up, deed by deed."""
    party = decision["decided_party"]
    found = [r for r in rows.all("charge") if (r["charge_decision"], r["charged_party"]) == (decision.row, party)]
    return sorted(found, key=lambda r: r["charge_deed"])


def uncharged(rows: Rows, party: str | None) -> list[int]:
    """Deeds for which nothing was set for a party."""
    set_ = {r["charge_deed"] for r in charges(rows, party)}
    return [deed for deed in powers(rows) if deed not in set_]


def combined(found: Iterable[Row]) -> Mapping[str, object]:
    """Kinds (light → heavy), fine and confiscation of several charges together; sums of nothing are None."""
    found = list(found)
    kinds = {kind for r in found for kind in r["charge_kinds"] or ()}
    return {
        "penalty_kinds": [kind for kind in PENALTY_KINDS if kind in kinds],
        "fine": sum(r.get("charge_fine", 0) for r in found) or None,
        "confiscation": sum(r.get("charge_confiscation", 0) for r in found) or None,
    }


def combined_range(found: Iterable[Row]) -> Range:
    """The ranges of the fined deeds added up; no most where one of them has none."""
    fined = [r for r in found if r["charge_fine"]]
    if not fined:
        return None, None
    least = sum(r.get("charge_least", 0) for r in fined)
    mosts = [r["charge_most"] for r in fined]
    return least, None if None in mosts else sum(mosts)


def deed_label(ctx: Context, deed: int) -> str:
    """第 1 个行为：what is wrong, by the powers it breaches."""
    items = "；".join(ctx.book.power(code).item for code in powers(ctx.rows).get(deed, ()) if code)
    return f"第 {deed} 个行为：{items}"
