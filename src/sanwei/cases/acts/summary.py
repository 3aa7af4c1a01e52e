"""简易程序：一页办完的当场处罚。"""

from __future__ import annotations

from dataclasses import replace

from sanwei.acts.act import Actor, Ask, Context, Plan
from sanwei.acts.registry import act
from sanwei.acts.rows import Laid
from sanwei.people.models import Officer
from sanwei.people.queries import certificate_on

from .. import wrong
from ..earlier import fined_already, looked_up
from ..lenience import of_basis
from .base import FILES, CaseAct, certificate, number, others, own, paper, picked
from .defence import SPOKEN
from .draft import heaviest
from .lead import PARTY, party_of, powers
from .responsibility import age_on
from .serving import terms
from .uploads import uploads

# The decision is handed over on the spot, so its paper needs the address now.
SPOT_PARTY = tuple(replace(a, required=True) if a.name == "party_address" else a for a in PARTY)
SPOT_KINDS = [("warning", "警告"), ("fine", "罚款")]


@act
class DecideOnTheSpot(CaseAct):
    code, label, creates, stands = "decide_on_the_spot", "当场处罚", True, True
    hint = "违法事实确凿、有法定依据，警告或者小额罚款，可以当场决定：出示证件、告知、听取申辩、当场交付。"
    asks = (
        Ask("power_code", kind="choice", label="违法行为（职权事项）", choices=powers, group="事实"),
        Ask("lead_place", group="事实"),
        Ask("contact_began", kind="time", label="违法时间", group="事实"),
        Ask("facts_found", long=True, group="事实"),
        *SPOT_PARTY,
        Ask("second_officer", kind="officer", label="另一名执法人员", choices=others, group="程序"),
        Ask("identity_shown", group="程序"),
        Ask("purpose_explained", group="程序"),
        Ask("rights_told", group="程序"),
        Ask("defence_form", group="程序"),
        Ask("defence_said", required=False, long=True, group="程序", only_with=("defence_form", *SPOKEN)),
        Ask(
            "defence_answer",
            required=False,
            long=True,
            help="提出意见的必须当场复核",
            group="程序",
            only_with=("defence_form", *SPOKEN),
        ),
        Ask("penalty_kinds", kind="choices", choices=lambda ctx: SPOT_KINDS, group="处罚"),
        Ask("fine", required=False, group="处罚", only_with=("penalty_kinds", "fine")),
        Ask("reasons", long=True, group="处罚"),
        Ask(
            "fined_before_other",
            required=False,
            long=True,
            help="今天已经罚过同样行为的，写明为什么不是同一个行为；没有的留空",
            group="处罚",
        ),
        Ask("correction_terms", long=True, help="要求当事人怎样改正", group="处罚"),
        Ask("causes", long=True, group="处罚"),
        Ask("advice", long=True, group="处罚"),
        Ask("receipt_signed", group="交付"),
        Ask("receipt_witness", required=False, group="交付"),
        FILES,
    )

    def earliest(self, ctx: Context):
        return None

    def wrong(self, ctx: Context, data):
        spoken = data.get("defence_form") in ("oral", "written", "online")
        return (
            wrong.party(data)
            | wrong.fine_with_kind(data, "penalty_kinds", "fine")
            | wrong.needed_with(data, spoken, "defence_said", "当事人提出了意见，请写明内容")
            | wrong.needed_with(data, spoken, "defence_answer", "当事人提出了意见，请写明复核结果")
        )

    def plan(self, ctx: Context, data) -> Plan:
        power, second = ctx.book.power(data["power_code"]), Officer.objects.get(pk=data["second_officer"])
        other = certificate_on(second, ctx.day)
        numbers = [n for n in (certificate(ctx), other.number if other else "") if n]
        no = number(ctx, "spot", "当罚")
        head = {
            "number": no,
            "title": power.item[:200],
            "power_code": power.code,
            "procedure": "summary",
            "party_name": data["party_name"],
            "officer": ctx.officer,
            "partner": second,
            "decided_on": ctx.day,
            "fine_fen": data.get("fine"),
        }
        saves = [party_of(ctx, data), *uploads(ctx, data, note="当场处罚")]
        laid = [_case(ctx, data, power), _contact(ctx, data, numbers), *_defence(ctx, data), *_age(ctx, data)]
        made = _decision(ctx, data, power, no, numbers)
        made |= of_basis(ctx, made["decision_basis"])
        if data.get("fine"):  # a warning alone is no second fine, whatever went before
            made |= looked_up(ctx.day, fined_already(saves[0], [(power.code, ctx.day)], data["lead_place"]), data)
        decision = Laid("decision", made, row=f"spot-{ctx.rows.matter_id[:8]}")
        laid += [decision, Laid("service", _service(ctx, data) | {"served_decision": decision.row})]
        actors = [Actor(ctx.officer, "officer"), Actor(second, "officer")]
        papers = [paper(ctx, "on_the_spot_decision", no)]
        return Plan(laid=laid, head=head, actors=actors, saves=saves, papers=papers)


def _case(ctx: Context, data, power) -> Laid:
    facts = picked(data, "power_code lead_place party_kind") | {
        "body_code": ctx.body.code,
        "procedure": "summary",
        "informer_known": False,
    }
    if power.priority_field:
        facts["case_field"] = power.priority_field
    days = dict.fromkeys(("lead_on", "discovered_on", "violation_on", "investigation_ended_on"), ctx.day)
    return own(facts | days | {"lead_source": "inspection", "harms_life": False, "complex_case": False})


def _contact(ctx: Context, data, numbers) -> Laid:
    facts = picked(data, "contact_began identity_shown purpose_explained rights_told") | {
        "contact_kind": "inspection",
        "contact_on": ctx.day,
    }
    facts |= {"contact_place": data["lead_place"], "contact_person": data["party_name"], "officers_present": numbers}
    facts |= {
        "record_text": data["facts_found"],
        "record_signed": data["receipt_signed"],
        "incident": False,
        "conduct_note": "当场处罚决定书附记",
    }
    return Laid("contact", facts)


def _defence(ctx: Context, data) -> list[Laid]:
    facts = picked(data, "defence_form defence_said defence_answer") | {"defended_on": ctx.day}
    if data.get("defence_answer"):
        facts |= {"reexamined_on": ctx.day}
    return [Laid("defence", facts)]


def _age(ctx: Context, data) -> list[Laid]:
    """The age of a person whose identity number is known: a child is not penalised on the spot either."""
    age = age_on(data.get("party_code") or "", ctx.day) if data["party_kind"] == "person" else None
    if age is None or age >= 18:
        return []
    return [Laid("responsibility", {"weighed_on": ctx.day, "age_then": age, "weighed_reason": "按身份证件计算年龄。"})]


def _decision(ctx: Context, data, power, no: str, numbers) -> dict:
    facts = picked(data, "penalty_kinds fine facts_found reasons correction_terms causes advice")
    facts |= {
        "drafted_on": ctx.day,
        "decided_on": ctx.day,
        "decision_no": no,
        "decision_kind": "penalty",
        "on_the_spot": True,
    }
    facts |= {
        "decision_basis": [c.ref for c in (*power.breached, *power.penalty)],
        "decision_officers": numbers,
        "remedies_told": True,
    }
    facts |= {
        "heaviest_kind": heaviest(data["penalty_kinds"]),
        "decider_no": certificate(ctx),
        "answer_to_defence": data.get("defence_answer"),
    }
    subject = "organisation" if data["party_kind"] == "organisation" else "person"
    for p in power.penalties:
        if p.kind == "fine" and p.subject in (subject, "any"):
            facts |= {"fine_least": p.min_fen, "fine_most": p.max_fen}
    return facts | terms(ctx, facts, ctx.day)


def _service(ctx: Context, data) -> dict:
    return picked(data, "receipt_signed receipt_witness") | {
        "served_on": ctx.day,
        "service_method": "direct",
        "visit_form_served": False,
    }
