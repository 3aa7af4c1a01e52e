"""分案：把一名共同当事人或者另一个行为从本案分出，另立一案。两边互相指明，材料带过去，什么都不重新填写。"""

from __future__ import annotations

import uuid

from sanwei.acts.act import Ask, Context, Plan
from sanwei.acts.perform import perform
from sanwei.acts.registry import act, get
from sanwei.acts.rows import Laid
from sanwei.journal.numbering import next_number

from .. import clocks
from .. import violations as v
from ..models import Case, Party
from ..parties import others
from ..personal import coparties
from .base import BEFORE_DECISION, LEADERS, CaseAct, certificate, live, need, own, paper, undecided
from .merge import carrying, is_carrying
from .violations import titled

# What was found out together is known in both cases; the time already granted or stopped counts in both.
CARRIED = ("contact", "evidence", "extension", "stop")
_HEAD = (
    "lead_source lead_on lead_from lead_ref discovered_on violation_on violation_state lead_place lead_summary"
    " power_code case_field harms_life body_code place_in_area other_filed_by other_filed_on filed_on"
).split()
_PARTY, _DEED = "party:", "deed:"


def parts(ctx: Context) -> list[tuple[str, str]]:
    """What may be split off: a further party, a further deed."""
    people = [(f"{_PARTY}{p.row}", f"共同当事人：{p['coparty_name']}") for p in others(ctx.rows)]
    deeds = [(f"{_DEED}{d}", v.deed_label(ctx, d)) for d in v.powers(ctx.rows) if d != v.FIRST_DEED]
    return people + deeds


def proposed(ctx: Context):
    """The request nobody has ruled on."""
    return next((r for r in ctx.rows.all("split") if not r["split_ruled_on"]), None)


@act
class ProposeSplit(CaseAct):
    code, label, aside = "propose_split", "呈报分案", True
    hint = "一名共同当事人或者另一个行为不宜一并处理的，呈请分出另案；分出的案件沿用原案的立案日，期限不重新起算。"
    opens_at = BEFORE_DECISION
    asks = (Ask("part", kind="choice", label="分出什么", choices=parts), Ask("split_reason", long=True))

    def closed(self, ctx: Context):
        return (
            live(ctx)
            or undecided(ctx)
            or need(
                (bool(parts(ctx)), "本案只有一名当事人、一个违法行为，没有可以分出的", ""),
                (proposed(ctx) is None, "已经呈报分案，正在等待批准", "由行政机关负责人批准"),
            )
        )

    def plan(self, ctx: Context, data) -> Plan:
        part = data["part"]
        facts = {"split_asked_on": ctx.day, "split_reason": data["split_reason"]}
        if part.startswith(_PARTY):
            facts["split_party"] = part.removeprefix(_PARTY)
        else:
            facts["split_deed"] = int(part.removeprefix(_DEED))
        return Plan(laid=[Laid("split", facts)], head={"waiting_for": "leader"})


class Opening:
    """The case that comes out of another, begun when that one's act is written."""

    def __init__(self, ctx: Context, data: dict, case_id: uuid.UUID):
        self.officer, self.body, self.data, self.case_id = ctx.officer, ctx.body, data, case_id

    def save(self, *, force_insert: bool) -> None:
        with carrying():
            perform(get("open_split"), officer=self.officer, body=self.body, data=self.data, begins=self.case_id)


@act
class ApproveSplit(CaseAct):
    code, label, as_role, roles, aside = "approve_split", "批准分案", "leader", LEADERS, True
    hint = "批准之后另立一案，检查笔录、证据和已经批准的期限随案带去，原案不再处理分出的部分。"
    opens_at = BEFORE_DECISION

    def closed(self, ctx: Context):
        return (
            live(ctx) or undecided(ctx) or need((proposed(ctx) is not None, "承办人还没有呈报分案", "由承办人呈报分案"))
        )

    def sketch(self, ctx: Context):
        row, term = proposed(ctx), clocks.term(ctx.rows, ctx.book)
        facts = {"split_ruled_on": ctx.day, "split_approver": certificate(ctx)}
        facts |= {"split_due_before": term.due if term else None, "split_number": "待编"}
        return [Laid("split", facts, row.row)] if row else []

    def plan(self, ctx: Context, data) -> Plan:
        row = proposed(ctx)
        new = uuid.uuid5(uuid.UUID(ctx.rows.matter_id), row.row)
        no = _number(ctx, new)
        (ruled,) = self.sketch(ctx)
        ruled.facts |= {"split_number": no, "split_case_id": str(new)}
        laid = [ruled, *_gone(ctx, row)]
        left = len([r for r in v.further(ctx.rows) if r["violation_deed"] != row["split_deed"]])
        return Plan(
            laid=laid,
            head={"waiting_for": "", "title": titled(ctx, left)},
            saves=[Opening(ctx, _opened(ctx, row, no), new)],
        )


def _number(ctx: Context, new: uuid.UUID) -> str:
    taken = next_number(
        f"filing/{ctx.body.code}",
        ctx.day.year,
        matter_kind="case",
        matter_id=str(new),
        pattern=f"{ctx.body.doc_word}罚立〔{{year}}〕{{n}}号",
    )
    return taken.label


def _gone(ctx: Context, row) -> list[Laid]:
    """The party or the deed in the first case: it is dealt with elsewhere from today."""
    if row["split_party"]:
        return [Laid("party", {"coparty_split_on": ctx.day}, row["split_party"])]
    found = [r for r in v.further(ctx.rows) if r["violation_deed"] == row["split_deed"]]
    return [Laid("violation", {"violation_split_on": ctx.day}, r.row) for r in found]


def _opened(ctx: Context, row, no: str) -> dict:
    """What the new case begins with: all of it is known already."""
    f = ctx.facts
    head = {n: f[n] for n in _HEAD if f[n] is not None}
    head |= {
        "procedure": "ordinary",
        "informer_known": False,
        "filing_asked_on": row["split_asked_on"],
        "filing_reason": row["split_reason"],
        "filing_approver": certificate(ctx),
        "split_from": ctx.matter.number,
        "split_from_id": ctx.rows.matter_id,
        "split_off_on": ctx.day,
    }
    rows = [Laid(r.grain, dict(r.facts), r.row) for r in ctx.rows if r.grain in CARRIED]
    taken = rows + (_deeds(ctx) if row["split_party"] else _deed(ctx, row["split_deed"], head))
    party = _party_of(ctx, row)
    head["party_kind"] = party["kind"]
    return {"rows": [own(head), *taken], "number": no, "party": party, "first": ctx.matter.pk}


def _deeds(ctx: Context) -> list[Laid]:
    """Everything the party may have taken part in."""
    return [Laid("violation", dict(r.facts)) for r in v.further(ctx.rows)]


def _deed(ctx: Context, deed: int, head: dict) -> list[Laid]:
    """The deed becomes the first of its case; what else it breaches stays with it."""
    first, *rest = [r for r in v.further(ctx.rows) if r["violation_deed"] == deed]
    head |= {"power_code": first["violation_power"], "lead_summary": first["violation_what"]}
    if first["violation_ended_on"]:
        head["violation_on"] = first["violation_ended_on"]
    field = ctx.book.power(first["violation_power"]).priority_field
    head.pop("case_field", None)
    if field:
        head["case_field"] = field
    return [Laid("violation", dict(r.facts) | {"violation_deed": v.FIRST_DEED}) for r in rest]


def _party_of(ctx: Context, row) -> dict:
    if row["split_party"]:
        party = coparties(ctx.matter, ctx.rows)[row["split_party"]]
    else:
        party = ctx.matter.party
    return {n: getattr(party, n) for n in ("kind", "name", "code", "representative", "address", "phone")}


@act
class OpenSplit(CaseAct):
    """The case that comes out of another. Only the approval of a split opens it."""

    code, label, as_role, roles, creates, stands = "open_split", "由分案立案", "leader", LEADERS, True, True
    clauses = ("XZCF2021 §54(2)",)
    hint = "随分案的批准自动办理。"

    def closed(self, ctx: Context):
        return need((is_carrying(), "不能单独办理", "由负责人在原案上批准分案"))

    def plan(self, ctx: Context, data) -> Plan:
        head = data["rows"][0].facts
        first = Case.objects.select_related("officer", "partner").get(pk=data["first"])
        item = ctx.book.power(head["power_code"]).item
        more = len([r for r in data["rows"] if r.grain == "violation"])
        said = {
            "number": data["number"],
            "title": f"{item[:180]}等{more + 1}项违法" if more else item[:200],
            "power_code": head["power_code"],
            "party_name": data["party"]["name"],
            "officer": first.officer,
            "partner": first.partner,
            "filed_on": head["filed_on"],
        }
        party = Party(case_id=uuid.UUID(ctx.rows.matter_id), **data["party"])
        papers = [paper(ctx, "filing_approval", data["number"])]
        return Plan(laid=list(data["rows"]), head=said, saves=[party], papers=papers)
