"""听证：要求、通知、举行、撤回。"""

from __future__ import annotations

from sanwei.acts.act import Ask, Context, Plan
from sanwei.acts.registry import act
from sanwei.acts.rows import Laid
from sanwei.people.models import Officer
from sanwei.people.queries import certificate_on

from .. import wrong
from ..parties import asked_of, told
from .base import (
    FILES,
    INVESTIGATORS,
    LEADERS,
    REVIEWERS,
    certificate,
    independents,
    need,
    number,
    paper,
    picked,
    row_choices,
    staff,
)
from .deliberation import Noticed, noticed
from .uploads import uploads


@act
class RequestHearing(Noticed):
    code, label, aside = "request_hearing", "登记听证要求", True
    hint = "当事人要求听证的，登记提出的日期和方式；口头提出的由本人在申请书上签名。在规定期限内提出的，应当组织听证。"
    opens_at = frozenset("defending hearing deliberating".split())
    asks = (
        Ask("hearing_asked_on", initial=lambda ctx: ctx.day),
        Ask("hearing_asked_how", initial="written"),
        Ask("hearing_request_reason", required=False, long=True, help="当事人说明了理由的填写"),
        FILES,
    )

    def asked(self, ctx: Context):
        return asked_of(ctx, self.asks, "hearing_party")

    def closed(self, ctx: Context):
        last = ctx.rows.last("notice")
        return noticed(ctx) or need(
            (bool(last and last["hearing_right_told"]), "最近一次告知没有告知听证权利", "达到听证标准的，重新告知")
        )

    def plan(self, ctx: Context, data) -> Plan:
        facts = picked(data, "hearing_asked_on hearing_asked_how hearing_request_reason")
        facts |= told(data, "hearing_party")
        return Plan(
            laid=[Laid("hearing", facts)],
            saves=uploads(ctx, data, note="听证申请"),
            papers=[paper(ctx, "hearing_request")],
        )


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
        Ask("hearing_closed_reason", required=False, help="不公开举行的必须选择", only_with=("hearing_public", "no")),
        Ask("hearing_interpreter", required=False, help="当事人需要翻译的填写"),
        Ask("chair", kind="officer", label="听证主持人", choices=independents),
        Ask("recorder", kind="officer", label="听证记录员", choices=staff),
    )

    def wrong(self, ctx: Context, data):
        secret = data.get("hearing_public") is False
        found = super().wrong(ctx, data)
        found |= wrong.order(data, "hearing_notified_on", "hearing_set_for", "听证日期不能早于通知日期，请核对")
        if data.get("hearing_public") and data.get("hearing_closed_reason"):
            found |= {"hearing_closed_reason": "公开举行的，不选不公开的理由"}
        return found | wrong.needed_with(
            data, secret, "hearing_closed_reason", "不公开举行的，请选择是哪一种秘密或者隐私"
        )

    def plan(self, ctx: Context, data) -> Plan:
        held = certificate_on(Officer.objects.get(pk=data["chair"]), ctx.day)
        clerk = certificate_on(Officer.objects.get(pk=data["recorder"]), ctx.day)
        names = (
            "hearing_notified_on hearing_set_for hearing_time hearing_place hearing_closed_reason hearing_interpreter"
        )
        facts = picked(data, names) | {"hearing_public": data["hearing_public"]}
        facts |= {"hearing_chair": held.number if held else "", "hearing_recorder": clerk.number if clerk else ""}
        return Plan(
            laid=[Laid("hearing", facts, data["hearing"])],
            papers=[paper(ctx, "hearing_notice", number(ctx, "hearing", "听通"))],
        )


@act
class HoldHearing(OnHearing):
    code, label = "hold_hearing", "记录听证"
    hint = "调查人员提出事实、证据和建议，当事人申辩、质证；笔录交当事人核对签名，决定应当根据听证笔录作出。"
    asks = (
        Ask("hearing", kind="choice", label="听证", choices=_OPEN_HEARING),
        Ask("hearing_held_on", initial=lambda ctx: ctx.day),
        Ask("hearing_began", kind="time"),
        Ask("hearing_ended", kind="time"),
        Ask("hearing_attended", long=True, initial=lambda ctx: ctx.matter.party_name if ctx.matter else None),
        Ask("hearing_agents", initial=0),
        Ask("hearing_accused", long=True, initial=lambda ctx: ctx.facts["investigation_findings"]),
        Ask("hearing_defended", long=True),
        Ask("hearing_closing", required=False, long=True),
        Ask("hearing_record", long=True),
        Ask("hearing_signed"),
        FILES,
    )

    def wrong(self, ctx: Context, data):
        return super().wrong(ctx, data) | wrong.order(
            data, "hearing_began", "hearing_ended", "结束时间不能早于开始时间，请核对"
        )

    def plan(self, ctx: Context, data) -> Plan:
        names = "hearing_held_on hearing_began hearing_ended hearing_attended hearing_accused hearing_defended"
        facts = picked(data, f"{names} hearing_closing hearing_record hearing_signed")
        facts["hearing_agents"] = data.get("hearing_agents")
        return Plan(
            laid=[Laid("hearing", facts, data["hearing"])],
            saves=uploads(ctx, data, note="听证笔录"),
            papers=[paper(ctx, "hearing_record")],
        )


@act
class WithdrawHearing(OnHearing):
    code, label, aside = "withdraw_hearing", "登记听证终止", True
    hint = "当事人撤回听证要求，或者无正当理由不到场、未经许可中途退场视为放弃的，终止听证，在这里登记。"
    asks = (
        Ask("hearing", kind="choice", label="听证", choices=_OPEN_HEARING),
        Ask("hearing_withdrawn_on", initial=lambda ctx: ctx.day),
        Ask("hearing_end_ground", initial="withdrawn"),
    )

    def plan(self, ctx: Context, data) -> Plan:
        facts = picked(data, "hearing_withdrawn_on hearing_end_ground")
        return Plan(laid=[Laid("hearing", facts, data["hearing"])])


_UNREPORTED = row_choices(
    "hearing",
    lambda r: f"{r['hearing_held_on']} 举行的听证",
    lambda r: bool(r["hearing_held_on"]) and not r["hearing_reported_on"],
)


@act
class ReportHearing(Noticed):
    code, label, as_role = "report_hearing", "提出听证报告", "chair"
    roles = INVESTIGATORS | REVIEWERS | LEADERS
    hint = "由主持人写明听证查明的情况和处理意见，连同笔录一并提交；作出决定之前必须有听证报告。"
    opens_at = frozenset("defending hearing deliberating deciding".split())
    asks = (
        Ask("hearing", kind="choice", label="听证", choices=_UNREPORTED, initial=lambda ctx: _first(_UNREPORTED(ctx))),
        Ask("hearing_findings", long=True),
        Ask("hearing_advice", long=True),
    )

    def closed(self, ctx: Context):
        held = [r for r in ctx.rows.all("hearing") if r["hearing_held_on"] and not r["hearing_reported_on"]]
        chairs = {r["hearing_chair"] for r in held}
        return super().closed(ctx) or need(
            (bool(held), "没有等待报告的听证", ""),
            (not held or certificate(ctx) in chairs, "听证报告由听证主持人提出", "由听证主持人办理"),
        )

    def plan(self, ctx: Context, data) -> Plan:
        facts = picked(data, "hearing_findings hearing_advice") | {"hearing_reported_on": ctx.day}
        return Plan(laid=[Laid("hearing", facts, data["hearing"])], papers=[paper(ctx, "hearing_report")])


def _first(choices: list[tuple[str, str]]) -> str | None:
    return next((value for value, _ in choices), None)
