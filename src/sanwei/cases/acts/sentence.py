"""刑事裁判：移送之后法院怎样判；已缴的罚款折抵罚金，折抵的数额由系统得出。"""

from __future__ import annotations

from sanwei.acts.act import Ask, Context, Plan
from sanwei.acts.registry import act
from sanwei.acts.rows import Laid, Rows

from .. import wrong
from ..parties import asked_of, told
from .base import FILES, CaseAct, need, picked
from .uploads import uploads


def offset_of(rows: Rows, party: str | None, criminal: int) -> int:
    """分. What was paid on the standing fines of a party, as far as it goes into the criminal fine."""
    paid = 0
    for d in rows.all("decision"):
        if not d["decided_on"] or d["revoked_on"] or d["decided_party"] != party or not d["fine"]:
            continue
        sums = sum(p.get("paid", 0) for p in rows.all("payment") if p["paid_decision"] == d.row)
        paid += min(sums, d["fine"])
    return min(paid, criminal)


@act
class RecordSentence(CaseAct):
    code, label, aside = "record_sentence", "登记刑事裁判", True
    clauses = ("XZCF2021 §35",)
    hint = "移送司法机关的案件，收到裁判文书之后登记；已缴的罚款折抵罚金，判处罚金的不再罚款。"
    asks = (
        Ask("sentenced_on"),
        Ask("sentence_court"),
        Ask("sentence_no"),
        Ask("criminal_fine", help="没有判处罚金的填 0"),
        Ask("jailed"),
        Ask("detention_offset", required=False, help="公安机关已经给予行政拘留、折抵刑期的日数；没有的留空"),
        FILES,
    )

    def asked(self, ctx: Context):
        return asked_of(ctx, self.asks, "sentenced_party")

    def closed(self, ctx: Context):
        sent = any(r["transfer_kind"] == "police" and r["transferred_on"] for r in ctx.rows.all("transfer"))
        return need((sent, "本案没有移送公安机关", "涉嫌犯罪的，先移送公安机关"))

    def wrong(self, ctx: Context, data):
        days = [r["transferred_on"] for r in ctx.rows.all("transfer") if r["transferred_on"]]
        found = wrong.not_before(data, "sentenced_on", min(days, default=None), "不能早于移送之日（{day}），请核对")
        if data.get("detention_offset") and data.get("jailed") is False:
            found |= {"detention_offset": "没有判处拘役、有期徒刑的，没有刑期可以折抵，请清空"}
        return found

    def plan(self, ctx: Context, data) -> Plan:
        party = told(data, "sentenced_party")
        facts = party | picked(data, "sentenced_on sentence_court sentence_no detention_offset")
        facts |= {"jailed": data["jailed"], "criminal_fine": data["criminal_fine"] or 0}
        facts["fine_offset"] = offset_of(ctx.rows, party.get("sentenced_party"), facts["criminal_fine"])
        return Plan(laid=[Laid("sentence", facts)], saves=uploads(ctx, data, note="刑事裁判文书"))
