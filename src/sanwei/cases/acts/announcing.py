"""送达地址确认、送达未成、公告送达。"""

from __future__ import annotations

from sanwei.acts.act import Ask, Context, Plan
from sanwei.acts.registry import act
from sanwei.acts.rows import Laid, Row

from .. import wrong
from .base import FILES, OPEN_STAGES, CaseAct, live, need, number, paper, picked
from .decision import only
from .serving import follows, service_of, standing_consent, unserved
from .uploads import uploads


@act
class ConfirmAddress(CaseAct):
    code, label, aside = "confirm_address", "登记送达地址确认", True
    hint = "请当事人确认邮寄和电子送达的地址；同意电子送达的必须签订确认书，以后的文书才可以电子送达。"
    opens_at = OPEN_STAGES
    asks = (
        Ask("consented_on", initial=lambda ctx: ctx.day),
        Ask("consent_post", initial=lambda ctx: ctx.matter.party.address if ctx.matter else None),
        Ask("consent_receiver", required=False),
        Ask("consent_electronic", initial=False),
        Ask("consent_way", required=False),
        Ask("consent_address", required=False),
        FILES,
    )

    def closed(self, ctx: Context):
        return live(ctx)

    def wrong(self, ctx: Context, data):
        yes = data.get("consent_electronic") is True
        return wrong.needed_with(data, yes, "consent_way", "同意电子送达的，请选择方式") | wrong.needed_with(
            data, yes, "consent_address", "同意电子送达的，请填写电子地址"
        )

    def plan(self, ctx: Context, data) -> Plan:
        facts = picked(data, "consented_on consent_post consent_receiver") | {
            "consent_electronic": data["consent_electronic"]
        }
        if data["consent_electronic"]:
            facts |= picked(data, "consent_way consent_address")
        laid, old = [Laid("consent", facts)], standing_consent(ctx)
        if old is not None:  # the newer confirmation takes the place of the older one
            laid.append(Laid("consent", {"consent_withdrawn_on": data["consented_on"]}, old.row))
        saves = uploads(ctx, data, note="送达地址确认书")
        return Plan(laid=laid, saves=saves, papers=[paper(ctx, "address_confirmation")])


class Undelivered(CaseAct):
    """An act on a paper that has not reached the party yet."""

    aside = True
    opens_at = OPEN_STAGES

    def closed(self, ctx: Context):
        return live(ctx) or need((bool(unserved(ctx)), "没有等待送达的文书", "先制作文书"))


@act
class RecordAttempt(Undelivered):
    code, label = "record_attempt", "登记送达未成"
    hint = "上门无人、搬离、邮件退回的，逐次登记经过和凭证；其他方式都无法送达时，这些记录是公告送达的依据。"
    asks = (
        Ask("paper_served", kind="choice", label="所送的文书", choices=unserved, initial=only(unserved)),
        Ask("attempted_on", initial=lambda ctx: ctx.day),
        Ask("service_method", initial="direct"),
        Ask("attempt_place", initial=lambda ctx: ctx.matter.party.address if ctx.matter else None),
        Ask("attempt_result"),
        Ask("attempt_proof"),
        FILES,
    )

    def plan(self, ctx: Context, data) -> Plan:
        grain, _, row = data["paper_served"].partition(":")
        facts = picked(data, "attempted_on attempt_place attempt_result attempt_proof")
        facts |= {"attempt_what": grain, "attempt_row": row, "attempt_method": data["service_method"]}
        return Plan(laid=[Laid("attempt", facts)], saves=uploads(ctx, data, note="送达未成"))


def _announceable(ctx: Context) -> list[tuple[str, str]]:
    return [c for c in unserved(ctx) if service_of(ctx, *c[0].split(":", 1)) is None]


@act
class AnnounceService(Undelivered):
    code, label = "announce_service", "发出送达公告"
    hint = (
        "当事人下落不明，或者其他方式都无法送达的，公告送达；公告期满视为送达，缴款、复议、诉讼的期限从期满之日起算。"
    )
    asks = (
        Ask("paper_served", kind="choice", label="公告送达的文书", choices=_announceable, initial=only(_announceable)),
        Ask("announce_ground"),
        Ask("announce_search", long=True),
        Ask("announced_where"),
        FILES,
    )

    def closed(self, ctx: Context):
        return live(ctx) or need((bool(_announceable(ctx)), "没有可以公告送达的文书", ""))

    def sketch(self, ctx: Context):
        return [Laid("service", {"announced_on": ctx.day, "service_method": "public_notice"})]

    def plan(self, ctx: Context, data) -> Plan:
        grain, _, row = data["paper_served"].partition(":")
        facts = picked(data, "announce_ground announce_search announced_where") | {
            "announced_on": ctx.day,
            "announced_until": ctx.book.due("service.public_notice", ctx.day).day,
            "service_method": "public_notice",
            "receipt_witness": f"公告：{data['announced_where']}",
            "receipt_signed": "absent_noted",
            "service_place": data["announced_where"],
            "served_what": grain,
            "served_row": row,
        }
        if grain == "decision":
            facts |= {"served_decision": row, "visit_form_served": True}
        laid = [Laid("service", facts), *follows(ctx, grain, row, None)]
        saves, no = uploads(ctx, data, note="送达公告"), number(ctx, "announcement", "送公告")
        return Plan(laid=laid, saves=saves, papers=[paper(ctx, "service_announcement", no)])


def _running(ctx: Context) -> list[Row]:
    return [s for s in ctx.rows.all("service") if s["announced_on"] and not s["served_on"]]


def _announced(ctx: Context) -> list[tuple[str, str]]:
    return [(s.row, f"{s['announced_on']} 公告的文书（{s['announced_until']} 期满）") for s in _running(ctx)]


@act
class CompleteAnnouncement(CaseAct):
    code, label = "complete_announcement", "登记公告期满"
    hint = "公告期届满之日视为送达；当事人在此之前现身签收的，照实际签收登记送达。"
    opens_at = OPEN_STAGES
    aside = True
    asks = (Ask("service", kind="choice", label="公告", choices=_announced, initial=only(_announced)), FILES)

    def closed(self, ctx: Context):
        return live(ctx) or need((bool(_running(ctx)), "没有正在公告的文书", ""))

    def sketch(self, ctx: Context):
        running = _running(ctx)
        return [Laid("service", {"served_on": _reached(ctx, running[0])}, running[0].row)] if running else []

    def plan(self, ctx: Context, data) -> Plan:
        row = ctx.rows.get("service", data["service"])
        served, grain = _reached(ctx, row), row["served_what"]
        laid = [Laid("service", {"served_on": served}, row.row), *follows(ctx, grain, row["served_row"], served)]
        saves = uploads(ctx, data, note="公告期满")
        return Plan(laid=laid, saves=saves, papers=[paper(ctx, "service_receipt")])


def _reached(ctx: Context, row: Row):
    """The end of the term; today while it has not come, which the gate refuses."""
    return min(ctx.day, row["announced_until"])
