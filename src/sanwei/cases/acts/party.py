"""当事人情况的补充与更正。"""

from __future__ import annotations

from dataclasses import replace

from sanwei.acts.act import Ask, Context, Plan
from sanwei.acts.registry import act

from .. import wrong
from ..models import Party
from ..personal import masks
from .base import BEFORE_DECISION, CaseAct, need, own
from .draft import decided
from .lead import PARTY

# question → attribute of the party's row
_ROWS = {ask.name: ask.name.removeprefix("party_") for ask in PARTY}
_LABELS = {ask.name: ask.label or "当事人类别" for ask in PARTY}


def _known(name: str):
    return lambda ctx: getattr(ctx.matter.party, _ROWS[name]) if ctx.matter is not None else None


def _covered(ask: Ask, hidden: dict[str, tuple[str, str, str]]) -> Ask:
    found = hidden.get(_ROWS.get(ask.name, ""))
    if found is None:
        return ask
    return replace(ask, initial=None, required=False, help=f"现在登记的是 {found[2]}，不改的留空")


class Amendment:
    """What changes in the party's row, written with the act as everything an act saves."""

    def __init__(self, party: Party, changes: dict[str, str]) -> None:
        self.party, self.changes = party, changes

    def save(self, *, force_insert: bool) -> None:
        Party.objects.filter(pk=self.party.pk).update(**self.changes)


@act
class AmendParty(CaseAct):
    code, label, aside = "amend_party", "更正当事人情况", True
    hint = "登记时不清楚或者登记有误的当事人情况，查明之后在这里补充、更正；决定书要写明当事人的住所（住址）。"
    opens_at = frozenset({"lead", "filing"}) | BEFORE_DECISION
    asks = (
        *(replace(ask, initial=_known(ask.name)) for ask in PARTY),
        Ask("amendment_reason", kind="long", label="更正的依据", help="例如：营业执照、身份证件、询问笔录"),
    )

    def asked(self, ctx: Context):
        """What is personal data is not shown to be overwritten: it stands masked beside an empty box."""
        hidden = masks(ctx.matter.party) if ctx.matter is not None else {}
        return tuple(_covered(ask, hidden) for ask in self.asks)

    def closed(self, ctx: Context):
        f = ctx.facts
        ended = f["closed_on"] or f["terminated_on"] or f["lead_refused_on"]
        return need(
            (not ended, "本案已经办结", ""),
            (not decided(ctx), "已经作出决定，决定书上的当事人不能再改", "确有错误的，依法撤销决定后再处理"),
        )

    def wrong(self, ctx: Context, data):
        same = ctx.matter is not None and not self._changes(ctx.matter.party, data)
        return wrong.party(data) | ({"amendment_reason": "当事人情况没有任何变化，不需要更正"} if same else {})

    def plan(self, ctx: Context, data) -> Plan:
        party = ctx.matter.party
        changes = self._changes(party, data)
        # The journal says what was changed and on what ground; the numbers themselves lie sealed with the party.
        named = "、".join(_LABELS[name] for name, attribute in _ROWS.items() if attribute in changes)
        return Plan(
            laid=[own({"party_kind": data["party_kind"]})],
            head={"party_name": data["party_name"]},
            saves=[Amendment(party, changes)],
            note=f"更正：{named}。依据：{data['amendment_reason']}",
        )

    def _changes(self, party: Party, data) -> dict[str, str]:
        told = {attribute: data.get(name) or "" for name, attribute in _ROWS.items()}
        told = {attribute: value for attribute, value in told.items() if value or attribute not in masks(party)}
        return {attribute: value for attribute, value in told.items() if value != getattr(party, attribute)}
