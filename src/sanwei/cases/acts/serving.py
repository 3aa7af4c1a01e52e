"""送达：决定书和其他文书，直接、留置、委托、邮寄、电子各有凭证；公告送达见 `announcing`。"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sanwei.acts.act import Ask, Context, Plan
from sanwei.acts.registry import act
from sanwei.acts.rows import Laid, Row
from sanwei.facts.codes import SERVICE_METHODS
from sanwei.facts.serving import SERVED_PAPERS

from .. import wrong
from .base import FILES, OPEN_STAGES, CaseAct, live, need, paper, picked
from .decision import decided_day, only
from .uploads import uploads


@dataclass(frozen=True)
class Servable:
    """Rows of a grain whose paper goes to the party: when there is a paper, and which fact says when it reached him."""

    ready: Callable[[Row], bool]
    day: str = ""
    number: str = ""


SERVABLE: dict[str, Servable] = {
    "decision": Servable(lambda r: bool(r["decided_on"]) and not r["revoked_on"], number="decision_no"),
    "notice": Servable(lambda r: True, "noticed_on", "notice_no"),
    "hearing": Servable(lambda r: bool(r["hearing_set_for"]), "hearing_notified_on"),
    "deferral": Servable(lambda r: bool(r["deferral_decided_on"]), "deferral_served_on", "deferral_no"),
    "enforcement": Servable(lambda r: True, "reminder_served_on", "reminder_no"),
}


def named(grain: str, row: Row) -> str:
    """The paper's name and number, as 处罚决定书郑城管罚决〔2026〕12号."""
    no = SERVABLE[grain].number
    return f"{SERVED_PAPERS[grain]}{(no and row[no]) or ''}"


def service_of(ctx: Context, grain: str, row: str) -> Row | None:
    """The service of this paper on record, the announced one that has not run out yet among them."""
    for s in ctx.rows.all("service"):
        if (s["served_what"] or "decision") == grain and (s["served_row"] or s["served_decision"]) == row:
            return s
    return None


def unserved(ctx: Context, *grains: str) -> list[tuple[str, str]]:
    """Papers without a service on record, those under public notice too: (grain:row, name). First those that have not
    reached the party; what was handed over at once comes after, its receipt is still to be written.
    """
    found = []
    for grain in grains or tuple(SERVABLE):
        paper = SERVABLE[grain]
        for row in ctx.rows.all(grain):
            done = service_of(ctx, grain, row.row)
            if paper.ready(row) and (done is None or not done["served_on"]):
                found.append((bool(paper.day and row[paper.day]), f"{grain}:{row.row}", named(grain, row)))
    return [(value, name) for _, value, name in sorted(found, key=lambda each: each[0])]


def others(ctx: Context) -> list[tuple[str, str]]:
    return unserved(ctx, *(g for g in SERVABLE if g != "decision"))


def standing_consent(ctx: Context) -> Row | None:
    """The last confirmation of addresses that still stands."""
    found = [c for c in ctx.rows.all("consent") if not c["consent_withdrawn_on"]]
    return found[-1] if found else None


def _methods(ctx: Context) -> list[tuple[str, str]]:
    return [(code, label) for code, label in SERVICE_METHODS.items() if code != "public_notice"]


def _relation(ctx: Context) -> str:
    return "representative" if ctx.facts["party_kind"] == "organisation" else "self"


HOW = (
    Ask("service_method", kind="choice", choices=_methods, initial="direct", help="公告送达另行办理“发出送达公告”"),
    Ask("service_place", initial=lambda ctx: ctx.matter.party.address if ctx.matter else None),
    Ask("receipt_signed"),
    Ask("receiver", required=False, only_with=("service_method", "direct", "left", "entrusted", "mail")),
    Ask("receiver_relation", required=False, initial=_relation, only_with=("service_method", "direct")),
    Ask("receipt_witness", required=False, help="留置的写见证人，委托的写受托机关的回证；其他方式的凭证自动写入"),
    Ask("left_reason", required=False, long=True, only_with=("service_method", "left")),
    Ask("left_recorded", required=False, initial=False, only_with=("service_method", "left")),
    Ask("entrusted_to", required=False, only_with=("service_method", "entrusted")),
    Ask("posted_on", required=False, only_with=("service_method", "mail")),
    Ask("post_no", required=False, only_with=("service_method", "mail")),
    Ask(
        "reached_at",
        required=False,
        kind="time",
        label="到达时间",
        help="电子送达的填写，时：分",
        only_with=("service_method", "electronic"),
    ),
)
_FACTS = (
    "service_method service_place receipt_signed receiver receiver_relation receipt_witness left_reason"
    " entrusted_to posted_on post_no reached_at"
)


def how(ctx: Context, data: Mapping[str, object]) -> dict[str, object]:
    """The facts of a service in its way: only those that belong to the way, with the proof said once."""
    facts, method = picked(data, _FACTS), data["service_method"]
    belongs = {"left_reason": "left", "entrusted_to": "entrusted", "post_no": "mail", "posted_on": "mail"}
    belongs["reached_at"] = "electronic"
    facts = {n: v for n, v in facts.items() if belongs.get(n, method) == method}
    if method == "left":
        facts["left_recorded"] = bool(data.get("left_recorded"))
    if data.get("receipt_signed") != "signed" or method in ("left", "electronic"):
        facts.pop("receiver_relation", None)
    proof = facts.get("receipt_witness")
    if method == "mail" and facts.get("post_no"):
        proof = proof or f"邮件 {facts['post_no']}"
    if method == "left" and facts["left_recorded"]:
        proof = proof or "拍照、录像记录"
    if method == "electronic" and (consent := standing_consent(ctx)) is not None:
        facts |= {"consent_signed_on": consent["consented_on"], "service_address": consent["consent_address"]}
        proof = proof or f"送达地址确认书（{consent['consented_on']}）"
    return facts | ({"receipt_witness": proof} if proof else {})


def wanting(data: Mapping[str, object]) -> wrong.Wrong:
    """What the chosen way of service cannot do without."""
    method = data.get("service_method")
    found = wrong.needed_with(data, method == "left", "left_reason", "留置送达的，请写明当事人怎样拒绝接收")
    found |= wrong.needed_with(data, method == "entrusted", "entrusted_to", "委托送达的，请写明受委托的机关")
    found |= wrong.needed_with(data, method == "mail", "post_no", "邮寄送达的，请填写邮件号码")
    found |= wrong.needed_with(data, method == "mail", "posted_on", "邮寄送达的，请填写交邮日")
    found |= wrong.needed_with(data, method == "electronic", "reached_at", "电子送达的，请填写到达时间")
    return found | wrong.order(data, "posted_on", "served_on", "签收日不能早于交邮日，请核对")


def terms(ctx: Context, decision: Row, served: dt.date) -> dict[str, dt.date]:
    """Until when the party may ask for review and sue, and when both are over. A decision made on the spot goes to
    review first where the law of the day says so: without a review there is no suit (行政复议法2023 §23).
    """
    review, suit = ctx.book.due("review.apply", served), ctx.book.due("sue.apply", served)
    found = {"review_until": review.day} if review else {}
    first = decision["on_the_spot"] and ctx.book.clause("XZFY2023 §23").in_force_on(served)
    if suit and not first:
        found["suit_until"] = suit.day
    return found | ({"remedies_until": max(found.values())} if found else {})


def follows(ctx: Context, grain: str, row: str, served: dt.date | None) -> list[Laid]:
    """What the day of service changes on the paper's own row: the party knows it since that day, and his time to
    speak runs from it. None: it is being announced, nobody has been told yet.
    """
    name, standing = SERVABLE[grain].day, ctx.rows.get(grain, row)
    if grain == "decision" and standing is not None and served is not None:
        return [Laid(grain, terms(ctx, standing, served), row)]
    if not name or standing is None or standing[name] == served:
        return []
    facts: dict[str, object] = {name: served}
    if grain == "notice" and served is not None:
        least = ctx.book.due("defence.wait", served)
        if least is not None and (not standing["defence_until"] or standing["defence_until"] < least.day):
            facts["defence_until"] = least.day
    return [Laid(grain, facts, row)]


def at(ctx: Context, grain: str, row: str) -> str | None:
    """The row to write the service on: the one under public notice where the party turned up before its end."""
    open_one = service_of(ctx, grain, row)
    return open_one.row if open_one is not None and not open_one["served_on"] else None


def _undelivered(ctx: Context) -> list[tuple[str, str]]:
    """Decisions not served yet, those under public notice among them."""
    return [(value.partition(":")[2], name) for value, name in unserved(ctx, "decision")]


@act
class ServeDecision(CaseAct):
    code, label = "serve_decision", "送达决定书"
    hint = "记录送达方式和回证；罚款较大或者影响重大的，同时送达回访意见表并在回证上签收。"
    opens_at = frozenset({"serving", "deliberating", "deciding"})
    asks = (
        Ask("served_decision", kind="choice", label="决定书", choices=_undelivered, initial=only(_undelivered)),
        Ask("served_on", initial=lambda ctx: ctx.day),
        *HOW,
        Ask("visit_form_served"),
        Ask("visit_form_signed", required=False),
        FILES,
    )

    def earliest(self, ctx: Context):
        days = [d["decided_on"] for d in ctx.rows.all("decision") if d["decided_on"]]
        return min(days) if days else None

    def closed(self, ctx: Context):
        return live(ctx) or need((bool(_undelivered(ctx)), "没有等待送达的决定", "由负责人签发决定"))

    def wrong(self, ctx: Context, data):
        day = decided_day(ctx, data.get("served_decision"))
        return wanting(data) | wrong.not_before(data, "served_on", day, "不能早于作出决定之日（{day}），请核对")

    def sketch(self, ctx: Context):
        return [Laid("service", {"served_on": ctx.day, "served_decision": only(_undelivered)(ctx)})]

    def plan(self, ctx: Context, data) -> Plan:
        row = data["served_decision"]
        facts = how(ctx, data) | picked(data, "served_decision served_on") | {"served_what": "decision"}
        facts |= {n: data.get(n) for n in ("visit_form_served", "visit_form_signed")}
        papers = [paper(ctx, "service_receipt")] + ([paper(ctx, "visit_form")] if data.get("visit_form_served") else [])
        laid = [Laid("service", facts, at(ctx, "decision", row)), *follows(ctx, "decision", row, data["served_on"])]
        return Plan(laid=laid, saves=uploads(ctx, data, note="送达回证"), papers=papers)


@act
class ServeDocument(CaseAct):
    code, label, aside = "serve_document", "送达文书", True
    hint = "告知书、听证通知书等文书送达当事人的，记录方式和回证；申辩、听证的期限从送达之日起算。"
    opens_at = OPEN_STAGES
    asks = (
        Ask("paper_served", kind="choice", label="送达的文书", choices=others, initial=only(others)),
        Ask("served_on", initial=lambda ctx: ctx.day),
        *HOW,
        FILES,
    )

    def closed(self, ctx: Context):
        return live(ctx) or need((bool(others(ctx)), "没有等待送达的文书", "先制作文书"))

    def wrong(self, ctx: Context, data):
        return wanting(data)

    def plan(self, ctx: Context, data) -> Plan:
        grain, _, row = data["paper_served"].partition(":")
        facts = how(ctx, data) | {"served_on": data["served_on"], "served_what": grain, "served_row": row}
        laid = [Laid("service", facts, at(ctx, grain, row)), *follows(ctx, grain, row, data["served_on"])]
        return Plan(laid=laid, saves=uploads(ctx, data, note="送达回证"), papers=[paper(ctx, "service_receipt")])
