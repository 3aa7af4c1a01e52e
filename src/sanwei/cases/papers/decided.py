"""What the forms say of a decision: its own words, the clauses it cites, and what came of it."""

from __future__ import annotations

from sanwei.acts.act import Context
from sanwei.acts.rows import Row, Rows

from ..lenience import EXEMPTING, LIGHTENING, cited
from .say import cites, evidence, penalties

TITLES = {"penalty": "行政处罚决定书", "no_penalty": "不予行政处罚决定书"}


def title(r: Row) -> str:
    """What the paper of a decision is called."""
    return "变更行政处罚决定书" if r["changes_decision"] else TITLES.get(r["decision_kind"], TITLES["penalty"])


def decision(ctx: Context, rows: Rows, r: Row, defence: Row) -> dict:
    """Facts of the decision's row, and what is told from them. `defence`: the last one, or an empty row."""
    silent = {"waived": "当事人书面放弃陈述、申辩。"}.get(
        defence["defence_form"], "当事人在规定期限内未提出陈述、申辩意见。"
    )
    if r["decision_kind"] == "no_penalty" and rows.last("notice") is None:
        silent = ""  # nothing was proposed against the party, so there was nothing to answer
    basis = r["decision_basis"]
    breached = ctx.book.power(ctx.rows.head["power_code"]).breached
    return {
        **r.facts,
        "evidence": evidence(rows),
        "answer_to_defence": r["answer_to_defence"] or silent,
        "penalties": _outcome(ctx, r),
        "fined": bool(r["fine"]),
        "breached_cites": cited(ctx, basis, (c.ref for c in breached)),
        "lenient_cites": cited(ctx, basis, LIGHTENING),
        "exempt_cites": cited(ctx, basis, EXEMPTING),
        "outcome_cites": cites(ctx, "XZCF2009 §38(1)", "XZCF2021 §57(1)"),
        "education_cites": cites(ctx, "XZCF2009 §5", "XZCF2021 §33(3)"),
    }


def _outcome(ctx: Context, r: Row) -> list[str]:
    """What was decided, as the decision and the closing say it."""
    if r["decision_kind"] == "no_penalty":
        under = "、".join(cited(ctx, r["decision_basis"], EXEMPTING))
        return [f"不予行政处罚（依据{under}）" if under else "不予行政处罚"]
    if r["decision_kind"] == "transfer":
        return ["移送有管辖权的机关处理"]
    return penalties(r["penalty_kinds"], r["fine"], r["confiscation"], r)
