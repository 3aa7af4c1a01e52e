"""The context forms are filled from: case, party, body, power, and the latest row of each grain, said as forms want
it.
"""

from __future__ import annotations

from sanwei.acts.act import Context, Paper, Plan
from sanwei.acts.rows import Row, Rows
from sanwei.facts.codes import LEAD_SOURCES, PANEL_KINDS, PARTY_KINDS, REVIEW_OUTCOMES

from ..models import Case, Party
from ..violations import charges, every_power
from .after import answer, closing, deferral, enforcement, goods, laid, payment, remedy
from .decided import decision, each_deed
from .people import People
from .say import cites, evidence, moment, penalties, qa, signing_note, term
from .serving import consent, service

NOBODY = Row("", "", 0)


def context_for(ctx: Context, rows: Rows, plan: Plan, paper: Paper, people: People) -> dict:
    """Everything a form of the penalty case may ask for. `people` serves all papers of one act."""
    case: Case = ctx.matter
    party = next((s for s in plan.saves if isinstance(s, Party)), None) or case.party
    last = {
        g: rows.last(g) or NOBODY
        for g in ("contact", "review", "notice", "hearing", "panel", "decision", "service", "defence")
    }
    return {
        "officers": _officers(case, people, last["contact"], paper),
        "party": _party(party),
        "body": _body(ctx),
        "case": _case(case, rows),
        "power": _power(ctx),
        "approval": _approval(ctx, rows, people, paper),
        "contact": _contact(case, rows, last["contact"], people),
        "correction": _correction(ctx, rows),
        "investigation": _investigation(rows),
        "review": _review(rows, last["review"], people),
        "notice": _notice(ctx, rows, last["notice"]),
        "hearing": _hearing(ctx, last["hearing"], people),
        "panel": _panel(rows, last["panel"], people),
        "decision": decision(ctx, rows, last["decision"], last["defence"]),
        "payment": payment(ctx, rows, last["decision"]),
        "remedy": remedy(ctx, last["decision"]),
        "service": service(ctx, rows, laid(rows, plan, "service"), last["decision"]),
        "consent": consent(rows),
        "deferral": deferral(ctx, rows, laid(rows, plan, "deferral"), people),
        "enforcement": enforcement(ctx, rows, laid(rows, plan, "enforcement"), people),
        "answer": answer(ctx, rows, laid(rows, plan, "remedy")),
        "goods": goods(rows, laid(rows, plan, "goods"), people),
        "closing": closing(rows),
        "visit": _visit(ctx),
        **paper.extra,
    }


def _officers(case: Case, people: People, contact: Row, paper: Paper) -> list[dict]:
    if paper.form in ("inspection_record", "questioning_record", "on_the_spot_decision"):
        return people.by_number(contact.get("officers_present", []))
    return people.handlers()


def _party(p: Party) -> dict:
    kind = PARTY_KINDS.get(p.kind, p.kind)
    return {
        "name": p.name,
        "kind_label": kind,
        "code": p.code,
        "representative": p.representative,
        "address": p.address,
        "phone": p.phone,
    }


def _body(ctx: Context) -> dict:
    b = ctx.body
    return {
        "name": b.name,
        "code": b.code,
        "doc_word": b.doc_word,
        "review_body": b.review_body_name,
        "court": b.court_name,
        "phone": b.phone,
        "address": b.address,
    }


def _case(case: Case, rows: Rows) -> dict:
    f = rows.head
    days = {n: f[n] for n in ("lead_on", "filed_on", "violation_on")}
    return {
        "number": case.number,
        "title": case.title,
        "source_label": LEAD_SOURCES.get(f["lead_source"], ""),
        "summary": f["filing_reason"],
        **days,
    }


def _power(ctx: Context) -> dict:
    found = [ctx.book.power(code) for code in every_power(ctx.rows)]
    return {
        "item": "；".join(p.item for p in found),
        "breached_cites": list(dict.fromkeys(c.cite for p in found for c in p.breached)),
        "penalty_cites": list(dict.fromkeys(c.cite for p in found for c in p.penalty)),
        "advice": "\n".join(p.advice for p in found if p.advice),
    }


def _approval(ctx: Context, rows: Rows, people: People, paper: Paper) -> dict:
    """The opinions at the foot of an approval: the undertaker's as proposed, the leader's where the leader is the
    one who acts.
    """
    f, leads = rows.head, "leader" in ctx.roles
    said = {
        "filing_approval": f["filing_reason"],
        "closing_approval": f["closing_note"],
        "investigation_report": f["proposed_reason"],
    }
    asked = {
        "filing_approval": f["filing_asked_on"],
        "closing_approval": f["closing_asked_on"],
        "investigation_report": f["investigation_ended_on"],
    }
    handler = next(iter(people.handlers()), {})
    out = {"undertaker": {"opinion": said.get(paper.form) or "", "day": asked.get(paper.form), **handler}}
    if leads and paper.form in ("filing_approval", "closing_approval"):
        out["leader"] = {"opinion": "同意。", "day": ctx.day, **people.myself()}
    return out


def _contact(case: Case, rows: Rows, r: Row, people: People) -> dict:
    return {
        **r.facts,
        "began_at": moment(r["contact_on"], r["contact_began"]),
        "ended_at": moment(r["contact_on"], r["contact_ended"] or r["contact_began"]),
        "person_post": r["contact_relation"],
        "person_relation": r["contact_relation"],
        "purpose": f"核查{case.title}",
        "round": max(len([c for c in rows.all("contact") if c["contact_kind"] == r["contact_kind"]]), 1),
        "recorder": (people.by_number(r.get("officers_present", []))[-1:] or [{}])[0].get("name"),
        "answers": qa(r["record_text"]),
        "signing_note": signing_note(r["record_signed"]),
    }


def _correction(ctx: Context, rows: Rows) -> dict:
    f = rows.head
    return {
        "facts": f["lead_summary"] or f["investigation_findings"],
        "cites": cites(ctx, "XZCF2009 §23", "XZCF2021 §28(1)"),
        "terms": f.get("correction_demanded", "").splitlines(),
        "at_once": f["correct_by"] == f["correction_ordered_on"],
        "correct_by": f["correct_by"],
        "overdue": "逾期不改正的，本机关将依法处理。",
    }


def _investigation(rows: Rows) -> dict:
    f, contacts = rows.head, rows.all("contact")
    course = "；".join(
        f"{c['contact_on']:%Y年%m月%d日}在{c['contact_place']}对{c['contact_person']}进行检查、询问" for c in contacts
    )
    done = {True: "复查认定已经改正。", False: "复查时尚未改正。"}.get(f["corrected"], "")
    proposed = penalties(f["proposed_kinds"], f["proposed_fine"], None)
    return {
        "course": f"{course}。" if course else "",
        "facts": f["investigation_findings"],
        "evidence": evidence(rows),
        "discretion": f["proposed_reason"],
        "correction": done,
        "proposals": proposed,
    }


def _review(rows: Rows, r: Row, people: People) -> dict:
    me = (people.by_number([r["reviewer_no"]]) or [{}])[0] if r["reviewer_no"] else {}
    f = rows.head
    return {
        "round": max(len(rows.all("review")), 1),
        "review_asked_on": r["review_asked_on"] or f["investigation_ended_on"],
        "reviewed_on": r["reviewed_on"],
        "proposal": penalties(f["proposed_kinds"], f["proposed_fine"], None),
        "checks": [{"name": "逐项审核", "opinion": r["review_opinion"]}],
        "outcome_label": REVIEW_OUTCOMES.get(r["review_outcome"], ""),
        "reviewer": {"opinion": r["review_opinion"], "day": r["reviewed_on"], **me},
    }


def _notice(ctx: Context, rows: Rows, r: Row) -> dict:
    return {
        "number": r["notice_no"],
        "noticed_on": r["noticed_on"],
        "facts": r["notice_facts"],
        "evidence": evidence(rows),
        "reasons": r["notice_content"],
        "penalties": _proposed(ctx, rows, r),
        "defence_cites": cites(ctx, "XZCF2009 §31", "XZCF2009 §32(1)", "XZCF2021 §44", "XZCF2021 §45(1)"),
        "defence_term": term(ctx, "defence.wait"),
        "hearing": bool(r["hearing_right_told"]),
        "hearing_cites": cites(ctx, "XZCF2009 §42", "XZCF2021 §63(1)", "XZCF2021 §64(一)"),
        "hearing_term": term(ctx, "hearing.request"),
    }


def _proposed(ctx: Context, rows: Rows, r: Row) -> list[str]:
    """What is proposed against the party, deed by deed where the case holds several."""
    whole = penalties(r["notice_kinds"], r["notice_fine"], r["notice_confiscation"])
    found = charges(rows, r["noticed_party"])
    return [*each_deed(ctx, rows, found), f"以上合并：{'，'.join(whole)}"] if found else whole


def _hearing(ctx: Context, r: Row, people: People) -> dict:
    return {
        "hearing_asked_on": r["hearing_asked_on"],
        "hearing_held_on": r["hearing_held_on"],
        "cites": cites(ctx, "XZCF2009 §42", "XZCF2021 §63(1)"),
        "at": moment(r["hearing_set_for"], r["hearing_time"]),
        "place": r["hearing_place"],
        "public": bool(r["hearing_public"]),
        "closed_reason": "" if r["hearing_public"] else "涉及依法不宜公开的内容",
        "chair": people.by_number([r["hearing_chair"]]) if r["hearing_chair"] else [],
        "recorder": people.by_number([r["hearing_recorder"]]) if r["hearing_recorder"] else [],
    }


def _panel(rows: Rows, r: Row, people: People) -> dict:
    members = people.by_number(r.get("panel_members", []))
    chair = (people.by_number([r["panel_chair"]]) or [{}])[0] if r["panel_chair"] else {}
    spoken = "；".join(d["defence_said"] for d in rows.all("defence") if d["defence_said"])
    return {
        "began_at": moment(r["panel_on"], r["panel_began"]),
        "place": r["panel_place"],
        "kind_label": PANEL_KINDS.get(r["panel_kind"], ""),
        "chair": chair.get("name") or (members[0]["name"] if members else ""),
        "members": members,
        "recorder": r["panel_recorder"],
        "reported": rows.head["investigation_findings"],
        "defence": spoken or "当事人未提出陈述、申辩意见。",
        "opinions": [{"name": m["name"], "opinion": "同意讨论结论。"} for m in members]
        if not r["panel_dissent"]
        else [{"name": "参加人员", "opinion": "见讨论结论和不同意见。"}],
        "panel_dissent": r["panel_dissent"],
        "panel_conclusion": r["panel_conclusion"],
    }


def _visit(ctx: Context) -> dict:
    office = ctx.body.supervisor if ctx.body.supervisor_id else ctx.body
    return {"return_to": office.name, "return_address": office.address, "return_phone": office.phone}
