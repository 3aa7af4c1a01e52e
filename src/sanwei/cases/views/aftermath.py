"""After the decision, in plain words: what is owed and how it was reckoned, where the party may go and until when."""

from __future__ import annotations

from sanwei.acts.act import Context
from sanwei.acts.rows import Row
from sanwei.facts.remedies import REMEDY_KINDS, REMEDY_RESULTS
from sanwei.looks.words import day_text, money_text

from ..reckoning import account, served_on


def of(ctx: Context) -> dict:
    """{aftermath: one entry for each decision made: number, money [(label, value, no note)], reckoned lines, says}."""
    made = [d for d in ctx.rows.all("decision") if d["decided_on"] and d["decision_kind"] == "penalty"]
    return {"aftermath": [_one(ctx, d) for d in made]}


def _one(ctx: Context, decision: Row) -> dict:
    sums = account(ctx.rows, decision, ctx.book, ctx.day)
    money = []
    if sums.owed:
        money = [("应缴罚没款", sums.owed), ("已缴", sums.paid), ("尚未缴纳", sums.left)]
        money += [("应加处罚款", sums.surcharge), ("已缴加处罚款", sums.surcharge_paid)] if sums.surcharge else []
    facts = [(label, money_text(fen), "") for label, fen in money]
    if sums.owed and sums.due:
        facts.append(("缴款期限", day_text(sums.due), ""))
    if decision["payment_code"]:
        facts.append(("缴款码", decision["payment_code"], ""))
    return {
        "number": decision["decision_no"] or "",
        "money": facts,
        "reckoned": sums.lines,
        "says": [*_plan(ctx, decision), *_remedies(ctx, decision)],
    }


def _plan(ctx: Context, decision: Row) -> list[str]:
    """The instalments that were granted."""
    mine = [i for i in ctx.rows.all("instalment") if i["instalment_of"] == decision.row]
    return [f"批准的安排：{day_text(i['instalment_on'])}之前缴纳{money_text(i['instalment_fen'])}" for i in mine]


def _remedies(ctx: Context, decision: Row) -> list[str]:
    """Where the party may go and until when; what runs, how it ended; when the court may be asked to enforce."""
    if decision["revoked_on"]:
        return [
            f"决定已于{day_text(decision['revoked_on'])}撤销，当事人不需要再缴款，已缴的应当退还。",
            *_went(ctx, decision),
        ]
    if served_on(ctx.rows, decision.row) is None:
        return ["决定书还没有送达，缴款、复议、诉讼的期限都还没有起算。"]
    went = _went(ctx, decision)
    until = decision["remedies_until"]
    if until is None:
        return went or ["没有记录复议、诉讼的期限。"]
    if until < ctx.day:
        court = ctx.book.due("court.apply", max(until, _deferred(ctx, decision) or until))
        said = f"复议、起诉的期限已于{day_text(until)}届满。"
        left = account(ctx.rows, decision, ctx.book, ctx.day).left
        applied = any(e["applied_on"] for e in ctx.rows.all("enforcement") if e["enforced_decision"] == decision.row)
        if left and court and not applied:
            said += f"仍未缴清的，应当在{day_text(court.day)}之前催告并申请人民法院强制执行。"
        return [*went, said]
    return [*went, _open_ways(ctx, decision, bool(went))]


def _open_ways(ctx: Context, decision: Row, again: bool) -> str:
    review, court = ctx.body.review_body_name or "复议机关", ctx.body.court_name or "有管辖权的人民法院"
    if again:
        return f"当事人对结果仍然不服的，可以在{day_text(decision['remedies_until'])}之前向{court}起诉、上诉。"
    if decision["suit_until"] is None:
        return (
            f"当事人不服的，应当先在{day_text(decision['review_until'])}之前向{review}申请行政复议；"
            f"对复议决定仍不服的，再向{court}起诉。"
        )
    return (
        f"当事人不服的，可以在{day_text(decision['review_until'])}之前向{review}申请行政复议，"
        f"也可以在{day_text(decision['suit_until'])}之前向{court}提起行政诉讼。"
    )


def _went(ctx: Context, decision: Row) -> list[str]:
    """Reviews and suits of the decision, one sentence each."""
    said = []
    for r in ctx.rows.all("remedy"):
        if r["remedy_of"] != decision.row:
            continue
        what = (
            f"{day_text(r['remedy_began_on'])}的{REMEDY_KINDS.get(r['remedy_kind'], '复议、诉讼')}（{r['remedy_at']}）"
        )
        if r["remedy_ended_on"]:
            result = REMEDY_RESULTS.get(r["remedy_result"], "")
            said.append(f"{what}：{day_text(r['remedy_ended_on'])}收到结果，{result}。")
        else:
            stay = "已经决定停止执行" if r["stay_ordered"] else "没有停止执行"
            said.append(f"{what}正在进行，{stay}；期间不计算加处罚款，也不能申请强制执行。")
    return said


def _deferred(ctx: Context, decision: Row):
    days = [
        d["deferral_until"]
        for d in ctx.rows.all("deferral")
        if d["deferral_of"] == decision.row and d["deferral_granted"] and d["deferral_until"]
    ]
    return max(days, default=None)
