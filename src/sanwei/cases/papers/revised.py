"""What documents say of a correction, a change or a revocation: which decision, what was wrong, what follows."""

from __future__ import annotations

from sanwei.acts.act import Context
from sanwei.acts.rows import Row, Rows
from sanwei.documents.numerals import yuan
from sanwei.facts.codes import REVISION_FAULTS, REVISION_KINDS, REVISION_ORIGINS

from .say import cites, penalties, term

NONE = Row("", "", 0)


def revision(ctx: Context, rows: Rows, row: Row | None = None) -> dict:
    """The context `revision` of forms: of the latest approved row. Sums are told as text."""
    approved = [r for r in rows.all("revision") if r["revised_on"]]
    r = row or (approved or [NONE])[-1]
    old = rows.get("decision", r["revised_decision"] or "") or NONE
    faults = [REVISION_FAULTS[f] for f in r.get("revision_faults", []) if f in REVISION_FAULTS]
    return {
        "original_no": old["decision_no"],
        "original_on": old["decided_on"],
        "original_penalties": penalties(old["penalty_kinds"], old["fine"], old["confiscation"], old),
        "kind_label": REVISION_KINDS.get(r["revision_kind"], ""),
        "slip_from": r["slip_from"],
        "slip_to": r["slip_to"],
        "reason": r["revision_reason"],
        "faults": faults,
        "order": _order(r),
        "anew": bool(r["deal_anew"]),
        "published": any(p["published_decision"] == old.row for p in rows.all("publication")),
        "cites": cites(ctx, "XZCF2009 §54", "XZCF2021 §75(2)", "HNZF2016 §32"),
        "refund": _paid(rows, old),
        "carried": _carried(rows),
        "review_term": term(ctx, "review.apply"),
        "suit_term": term(ctx, "sue.apply"),
    }


def _order(r: Row) -> str:
    if not r["order_received_on"]:
        return ""
    day, who = r["order_received_on"], REVISION_ORIGINS.get(r["revision_origin"], "")
    return f"{day.year}年{day.month}月{day.day}日，本机关收到{who}的文书（{r['order_no']}），要求纠正上述决定。"


def _paid(rows: Rows, old: Row) -> str:
    paid = sum(p.get("paid", 0) + p.get("surcharge", 0) for p in rows.all("payment") if p["paid_decision"] == old.row)
    return yuan(paid) if paid else ""


def _carried(rows: Rows) -> str:
    """What was paid before and counts for the decision that changes the earlier one."""
    new = rows.last("decision")
    if new is None or not new["changes_decision"]:
        return ""
    paid = sum(
        p.get("paid", 0) for p in rows.all("payment") if p["paid_decision"] in (new.row, new["changes_decision"])
    )
    if not paid:
        return ""
    owed = new.get("fine", 0) + new.get("confiscation", 0)
    more = f"，多缴的{yuan(paid - owed)}由本机关申请退付" if paid > owed else ""
    return f"当事人已经缴纳的{yuan(paid)}计入本决定{more}。"
