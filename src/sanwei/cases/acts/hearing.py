"""听证：要求、通知、举行、撤回。"""

from __future__ import annotations

from sanwei.acts.act import Ask, Context, Plan
from sanwei.acts.registry import act
from sanwei.acts.rows import Laid
from sanwei.people.models import Officer
from sanwei.people.queries import certificate_on

from .. import wrong
from .base import independents, need, number, paper, picked, row_choices, staff
from .deliberation import Noticed, noticed


@act
class RequestHearing(Noticed):
    code, label, aside = "request_hearing", "登记听证要求", True
    hint = "当事人要求听证的，登记提出的日期；在规定期限内提出的，应当组织听证。"
    opens_at = frozenset("defending hearing deliberating".split())
    asks = (Ask("hearing_asked_on", initial=lambda ctx: ctx.day),)

    def closed(self, ctx: Context):
        last = ctx.rows.last("notice")
        return noticed(ctx) or need(
            (bool(last and last["hearing_right_told"]), "最近一次告知没有告知听证权利", "达到听证标准的，重新告知")
        )

    def plan(self, ctx: Context, data) -> Plan:
        return Plan(laid=[Laid("hearing", picked(data, "hearing_asked_on"))])


_OPEN_HEARING = row_choices(
    "hearing",
    lambda r: f"{r['hearing_asked_on']} 要求的听证",
    lambda r: not r["hearing_held_on"] and not r["hearing_withdrawn_on"],
)


class OnHearing(Noticed):
    """An act on a hearing that was asked for and neither held nor given up."""

    opens_at = frozenset({"hearing"})

    def closed(self, ctx: Context):
        return noticed(ctx) or need((bool(_OPEN_HEARING(ctx)), "没有待举行的听证", ""))

    def wrong(self, ctx: Context, data):
        """Notifying, holding and withdrawing come after the request; holding also after the party was notified."""
        row = ctx.rows.get("hearing", data.get("hearing") or "")
        asked, told = (row["hearing_asked_on"], row["hearing_notified_on"]) if row else (None, None)
        late = "不能早于当事人要求听证之日（{day}），请核对"
        return (
            wrong.not_before(data, "hearing_notified_on", asked, late)
            | wrong.not_before(data, "hearing_withdrawn_on", asked, late)
            | wrong.not_before(data, "hearing_held_on", told or asked, "不能早于通知听证之日（{day}），请核对")
        )


@act
class NotifyHearing(OnHearing):
    code, label = "notify_hearing", "通知听证"
    hint = "确定时间、地点和主持人，提前通知当事人；主持人不得是本案调查人员。"
    asks = (
        Ask("hearing", kind="choice", label="听证", choices=_OPEN_HEARING),
        Ask("hearing_notified_on", initial=lambda ctx: ctx.day),
        Ask("hearing_set_for"),
        Ask("hearing_time", kind="time"),
        Ask("hearing_place"),
        Ask("hearing_public", initial=True),
        Ask("chair", kind="officer", label="听证主持人", choices=independents),
        Ask("recorder", kind="officer", label="听证记录员", choices=staff),
    )

    def wrong(self, ctx: Context, data):
        return super().wrong(ctx, data) | wrong.order(
            data, "hearing_notified_on", "hearing_set_for", "听证日期不能早于通知日期，请核对"
        )

    def plan(self, ctx: Context, data) -> Plan:
        held = certificate_on(Officer.objects.get(pk=data["chair"]), ctx.day)
        clerk = certificate_on(Officer.objects.get(pk=data["recorder"]), ctx.day)
        facts = picked(data, "hearing_notified_on hearing_set_for hearing_time hearing_place") | {
            "hearing_public": data["hearing_public"]
        }
        facts |= {"hearing_chair": held.number if held else "", "hearing_recorder": clerk.number if clerk else ""}
        return Plan(
            laid=[Laid("hearing", facts, data["hearing"])],
            papers=[paper(ctx, "hearing_notice", number(ctx, "hearing", "听通"))],
        )


@act
class HoldHearing(OnHearing):
    code, label = "hold_hearing", "记录听证"
    hint = "听证结束后录入笔录要点；决定应当根据听证笔录作出。"
    asks = (
        Ask("hearing", kind="choice", label="听证", choices=_OPEN_HEARING),
        Ask("hearing_held_on", initial=lambda ctx: ctx.day),
        Ask("hearing_record", long=True),
    )

    def plan(self, ctx: Context, data) -> Plan:
        facts = picked(data, "hearing_held_on hearing_record")
        return Plan(laid=[Laid("hearing", facts, data["hearing"])])


@act
class WithdrawHearing(OnHearing):
    code, label, aside = "withdraw_hearing", "登记撤回听证", True
    hint = "当事人撤回听证要求、或者无正当理由不出席视为放弃的，在这里登记。"
    asks = (
        Ask("hearing", kind="choice", label="听证", choices=_OPEN_HEARING),
        Ask("hearing_withdrawn_on", initial=lambda ctx: ctx.day),
    )

    def plan(self, ctx: Context, data) -> Plan:
        return Plan(laid=[Laid("hearing", picked(data, "hearing_withdrawn_on"), data["hearing"])])
