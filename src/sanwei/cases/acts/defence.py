"""陈述、申辩：口头的制作笔录，书面的附卷，网上的记回执编号；逐项复核。"""

from __future__ import annotations

from sanwei.acts.act import Ask, Context, Plan
from sanwei.acts.registry import act
from sanwei.acts.rows import Laid

from .. import wrong
from ..parties import asked_of, told, unheard
from .base import FILES, CaseAct, need, paper, picked, row_choices
from .deliberation import Noticed, noticed
from .uploads import uploads

SPOKEN = ("oral", "written", "online")


@act
class RecordDefence(Noticed):
    code, label = "record_defence", "记录陈述申辩"
    hint = "当事人口头、书面或者网上提出的意见都要记录；书面放弃或者期满没有提出的，也在这里记明。"
    opens_at = frozenset("defending hearing deliberating".split())
    asks = (
        Ask("defended_on", initial=lambda ctx: ctx.day),
        Ask("defence_form"),
        Ask("defence_said", required=False, long=True, help="提出意见的必须填写", only_with=("defence_form", *SPOKEN)),
        Ask("defence_person", required=False, help="口头提出的必须填写"),
        Ask("defence_place", required=False),
        Ask("defence_began", required=False, kind="time"),
        Ask("defence_signed", required=False, help="口头提出的，笔录交本人核对签名"),
        Ask("defence_reference", required=False, help="网上提交的必须填写"),
        FILES,
    )

    def asked(self, ctx: Context):
        return asked_of(ctx, self.asks, "defending_party", unheard)

    def wrong(self, ctx: Context, data):
        form = data.get("defence_form")
        found = wrong.needed_with(data, form in SPOKEN, "defence_said", "当事人提出了意见，请写明内容")
        found |= wrong.needed_with(data, form == "oral", "defence_person", "口头提出的，请写明是谁说的")
        found |= wrong.needed_with(data, form == "oral", "defence_signed", "口头提出的，请记录笔录的签名情况")
        return found | wrong.needed_with(data, form == "online", "defence_reference", "网上提交的，请填写回执编号")

    def plan(self, ctx: Context, data) -> Plan:
        names = "defence_person defence_place defence_began defence_signed defence_reference"
        facts = picked(data, f"defended_on defence_form defence_said {names}")
        facts |= told(data, "defending_party")
        papers = [paper(ctx, "defence_record")] if data["defence_form"] == "oral" else []
        return Plan(laid=[Laid("defence", facts)], saves=uploads(ctx, data, note="陈述申辩"), papers=papers)


_UNANSWERED = row_choices(
    "defence",
    lambda r: f"{r['defended_on']} {str(r['defence_said'])[:40]}",
    lambda r: r["defence_form"] in SPOKEN and not r["reexamined_on"],
)


@act
class AnswerDefence(CaseAct):
    code, label = "answer_defence", "复核陈述申辩"
    hint = "对当事人提出的事实、理由和证据逐项复核，成立的应当采纳；不得因申辩加重处罚。"
    opens_at = frozenset("defending hearing deliberating".split())
    asks = (
        Ask("defence", kind="choice", label="陈述申辩", choices=_UNANSWERED),
        Ask("defence_adopted"),
        Ask("defence_answer", long=True),
    )

    def closed(self, ctx: Context):
        return noticed(ctx) or need((bool(_UNANSWERED(ctx)), "没有待复核的陈述申辩", ""))

    def plan(self, ctx: Context, data) -> Plan:
        facts = {
            "reexamined_on": ctx.day,
            "defence_answer": data["defence_answer"],
            "defence_adopted": data["defence_adopted"],
        }
        return Plan(laid=[Laid("defence", facts, data["defence"])])
