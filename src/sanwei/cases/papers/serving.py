"""What receipts, announcements and confirmations of addresses say."""

from __future__ import annotations

from sanwei.acts.act import Context
from sanwei.acts.rows import Row, Rows
from sanwei.facts.codes import SERVICE_METHODS
from sanwei.facts.serving import ANNOUNCE_GROUNDS, ELECTRONIC_WAYS, RECEIVERS, SERVED_PAPERS

from .decided import title
from .say import cites, moment, signing_note, term

TITLES = SERVED_PAPERS | {
    "notice": "行政处罚事先告知书",
    "hearing": "行政处罚听证通知书",
}
NUMBERS = {
    "decision": "decision_no",
    "notice": "notice_no",
    "deferral": "deferral_no",
    "enforcement": "reminder_no",
}


def service(ctx: Context, rows: Rows, r: Row, decision: Row) -> dict:
    """Of the service `r`: its paper, way, receiver and proof."""
    grain = r["served_what"] or "decision"
    served = rows.get(grain, r["served_row"] or r["served_decision"] or "") or decision
    number = served[NUMBERS[grain]] if grain in NUMBERS else ""
    named = title(served) if grain == "decision" else TITLES[grain]
    papers = [{"title": named, "number": number or ""}]
    if r["visit_form_served"]:
        papers.append({"title": "行政执法回访意见表", "number": ""})
    return {
        "served_on": r["served_on"],
        "served_at": moment(r["served_on"], r["reached_at"]) if r["reached_at"] else r["served_on"],
        "papers": papers,
        "paper_named": f"《{named}》{f'（{number}）' if number else ''}",
        "is_decision": grain == "decision",
        "tell_first": grain == "decision" and bool(decision["on_the_spot"]),
        "tell_both": grain == "decision" and not decision["on_the_spot"],
        "visit_form_enclosed": bool(r["visit_form_served"]),
        "place": r["service_address"] or r["service_place"],
        "method_label": SERVICE_METHODS.get(r["service_method"], ""),
        "receiver": r["receiver"],
        "receiver_relation": RECEIVERS.get(r["receiver_relation"], ""),
        "note": "\n".join(_proofs(r)),
        "ground_label": ANNOUNCE_GROUNDS.get(r["announce_ground"], ""),
        "announce_cites": cites(ctx, "XZCF2021 §61(1)", "MSSS2012 §92", "MSSS2021 §95"),
        "announce_term": term(ctx, "service.public_notice"),
    }


def _proofs(r: Row) -> list[str]:
    said = [r["left_reason"], "留置过程已经拍照、录像。" if r["left_recorded"] else ""]
    if r["entrusted_to"]:
        said.append(f"委托{r['entrusted_to']}送达。")
    if r["post_no"]:
        said.append(f"{_day(r['posted_on'])}交邮，邮件号码{r['post_no']}。")
    if r["announced_on"]:
        said.append(f"{_day(r['announced_on'])}在{r['announced_where']}公告，{_day(r['announced_until'])}期满。")
    witness = r["receipt_witness"] if r["service_method"] in ("direct", "left", "entrusted", "electronic") else ""
    return [t for t in (*said, signing_note(r["receipt_signed"]) if not r["announced_on"] else "", witness) if t]


def _day(day) -> str:
    return f"{day.year}年{day.month}月{day.day}日" if day else ""


def consent(rows: Rows) -> dict:
    """The confirmation of addresses laid last."""
    r = rows.last("consent")
    return {**r.facts, "way_label": ELECTRONIC_WAYS.get(r["consent_way"], "")} if r else {}
