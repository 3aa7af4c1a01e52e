"""What documents after the decision say: payment, deferral, goods, reminder, court, review and suit."""

from __future__ import annotations

from sanwei.acts.act import Context, Plan
from sanwei.acts.rows import Row, Rows
from sanwei.facts.codes import CLOSING_GROUNDS
from sanwei.facts.money import COURT_RESULTS, DEFERRAL_KINDS, GOODS_ENDS
from sanwei.facts.remedies import REMEDY_KINDS, REMEDY_RESULTS
from sanwei.looks.words import day_text, money_text

from ..reckoning import account, served_on
from .people import People
from .say import cites, evidence, penalties, term

NOBODY = Row("", "", 0)


def laid(rows: Rows, plan: Plan, grain: str) -> Row:
    """The row of the grain this act laid, else the last one."""
    mine = next((rows.get(grain, i.row) for i in plan.laid if i.grain == grain), None)
    return mine or rows.last(grain) or NOBODY


def payment(ctx: Context, rows: Rows, decision: Row) -> dict:
    """How, until when and with which surcharge the fine is paid."""
    limit = term(ctx, "payment.limit")
    rate, cap = (ctx.book.parameter(k).at(ctx.day) for k in ("surcharge.rate", "surcharge.cap"))
    due = (
        f"自收到本决定书之日起{limit['value']}日内，通过指定银行或者电子支付系统缴纳。"
        if limit and decision["fine"]
        else ""
    )
    sums = account(rows, decision, ctx.book, ctx.day) if decision["decided_on"] else None
    return {
        "term": limit,
        "account": "指定的代收银行或者电子支付系统",
        "surcharge_cites": cites(ctx, "XZCF2009 §51", "XZCF2021 §72(1)"),
        "surcharge_rate": int(rate.value) if rate else None,
        "surcharge_cap": int(cap.value) if cap else None,
        "instruction": due,
        "code": decision["payment_code"],
        "bank": decision["payment_bank"],
        "left": sums.left if sums else None,
        "due": sums.due if sums else None,
    }


def remedy(ctx: Context, decision: Row) -> dict:
    """Where and in which order the party may go."""
    spot = bool(decision["on_the_spot"]) and bool(cites(ctx, "XZFY2023 §23"))
    return {
        "review_first": spot,
        "review_term": term(ctx, "review.apply"),
        "suit_term": term(ctx, "sue.apply"),
        "stay_cites": cites(ctx, "XZCF2009 §45", "XZCF2021 §73(1)"),
    }


def deferral(ctx: Context, rows: Rows, r: Row, people: People) -> dict:
    """The request, its schedule and the answer to it."""
    plan = [
        f"{day_text(i['instalment_on'])}之前缴纳{money_text(i['instalment_fen'])}"
        for i in rows.all("instalment")
        if i["instalment_of"] == r["deferral_of"]
    ]
    handler = next(iter(people.handlers()), {})
    said = {"undertaker": {"opinion": r["deferral_opinion"], "day": r["deferral_asked_on"], **handler}}
    if r["deferral_decided_on"]:
        said["leader"] = {"opinion": r["deferral_answer"], "day": r["deferral_decided_on"], **people.myself()}
    asked = [line.strip() for line in (r["deferral_plan"] or "").splitlines() if line.strip()]
    decision = rows.get("decision", r["deferral_of"] or "") or NOBODY
    return {
        **r.facts,
        **said,
        "kind_label": DEFERRAL_KINDS.get(r["deferral_kind"], ""),
        "granted": r["deferral_granted"] is True,
        "refused": r["deferral_granted"] is False,
        "plan": plan or asked,
        "cites": cites(ctx, "XZCF2009 §52", "XZCF2021 §66(2)"),
        "owed": account(rows, decision, ctx.book, ctx.day).owed if decision["decided_on"] else None,
        "left": account(rows, decision, ctx.book, ctx.day).left if decision["decided_on"] else None,
    }


def enforcement(ctx: Context, rows: Rows, r: Row, people: People) -> dict:
    """The reminder and the application: sums, arithmetic, what the party said."""
    decision = rows.get("decision", r["enforced_decision"] or "") or NOBODY
    signer = (people.by_number([r["applied_by"]]) or [{}])[0] if r["applied_by"] else {}
    sums = [f"罚没款{money_text(r['reminder_sum'])}", f"加处罚款{money_text(r['reminder_surcharge'])}"]
    asked = [f"罚没款{money_text(r['applied_sum'])}", f"加处罚款{money_text(r['applied_surcharge'])}"]
    return {
        **r.facts,
        "decision_no": decision["decision_no"],
        "decided_on": decision["decided_on"],
        "served_on": served_on(rows, decision.row),
        "reminder_sums": sums if r["reminder_surcharge"] else sums[:1],
        "applied_sums": asked if r["applied_surcharge"] else asked[:1],
        "remedies_until": decision["remedies_until"],
        "window": term(ctx, "reminder.window"),
        "reminder_cites": cites(ctx, "XZQZ2011 §54"),
        "court_cites": cites(ctx, "XZQZ2011 §53", "XZCF2021 §72(1)"),
        "said_cites": cites(ctx, "XZQZ2011 §35", "XZQZ2011 §36"),
        "signer": [signer] if signer else [],
    }


def answer(ctx: Context, rows: Rows, r: Row) -> dict:
    """The answer to a review or a suit: what they ask, what was decided on what ground, how the case went."""
    decision = rows.get("decision", r["remedy_of"] or "") or NOBODY
    review = r["remedy_kind"] == "review"
    went = (
        (rows.head["filed_on"], "立案"),
        *((n["noticed_on"], "告知拟作出的处罚和陈述、申辩等权利") for n in rows.all("notice")),
        *((h["hearing_held_on"], "举行听证") for h in rows.all("hearing")),
        *((v["reviewed_on"], "法制审核") for v in rows.all("review")),
        *((p["panel_on"], "集体讨论") for p in rows.all("panel")),
        (decision["decided_on"], "作出处罚决定"),
        (served_on(rows, decision.row), "送达当事人"),
    )
    return {
        **r.facts,
        "decision_no": decision["decision_no"],
        "decided_on": decision["decided_on"],
        "penalties": penalties(decision["penalty_kinds"], decision["fine"], decision["confiscation"], decision),
        "facts": decision["facts_found"],
        "evidence": evidence(rows),
        "course": [f"{day_text(on)}{did}" for on, did in sorted((w for w in went if w[0]), key=lambda w: w[0])],
        "cites": cites(ctx, *(("XZFY1999 §23(1)", "XZFY2023 §48") if review else ("XZSS2017 §67(1)",))),
    }


def goods(rows: Rows, r: Row, people: People) -> dict:
    """All goods of the decision for the list, and the one that was dealt with."""
    mine = [g for g in rows.all("goods") if g["goods_of"] == r["goods_of"]]
    listed = [
        f"{g['goods_title']}，{g['goods_quantity']}，存放于{g['goods_place']}，由{g['goods_keeper']}保管" for g in mine
    ]
    return {
        **r.facts,
        "listed": listed,
        "end_label": GOODS_ENDS.get(r["goods_end"], ""),
        "named": f"{r['goods_title']}，{r['goods_quantity']}",
        "hands": people.by_number(r["goods_officers"] or []),
        "money": money_text(r["goods_proceeds"]) if r["goods_proceeds"] else "没有所得",
    }


def closing(rows: Rows) -> dict:
    """How the case ended: execution, correction, remedies, publication, filing."""
    f, published, reported = rows.head, rows.last("publication"), rows.last("report")
    went = [
        f"{day_text(r['remedy_began_on'])}{REMEDY_KINDS.get(r['remedy_kind'], '')}，{r['remedy_at']}："
        f"{REMEDY_RESULTS.get(r['remedy_result'], '尚未终结')}。"
        for r in rows.all("remedy")
    ]
    court = [
        f"{day_text(e['applied_on'])}向{e['applied_court']}申请强制执行：{COURT_RESULTS.get(e['court_result'], '等待处理')}。"
        for e in rows.all("enforcement")
        if e["applied_on"]
    ]
    return {
        "execution": "\n".join(t for t in (f["closing_note"], *court) if t),
        "correction": f["recheck_note"],
        "remedies": "\n".join(went),
        "published_on": published["published_on"] if published else None,
        "reported_on": reported["reported_on"] if reported else None,
        "ground_label": CLOSING_GROUNDS.get(f["closing_ground"], ""),
    }
