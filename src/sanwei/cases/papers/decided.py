"""What the forms say of a decision: its own words, the clauses it cites, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable

from sanwei.acts.act import Context
from sanwei.acts.rows import Row, Rows

from ..lenience import EXEMPTS, LIGHTENS, cited, cited_with
from ..violations import every_power, made, powers
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
    breached = [c for code in every_power(rows) for c in ctx.book.power(code).breached]
    return {
        **r.facts,
        "evidence": evidence(rows),
        "answer_to_defence": r["answer_to_defence"] or silent,
        "penalties": _outcome(ctx, rows, r),
        "fined": bool(r["fine"]),
        "breached_cites": cited(ctx, basis, (c.ref for c in breached)),
        "lenient_cites": cited_with(ctx, basis, LIGHTENS),
        "exempt_cites": cited_with(ctx, basis, EXEMPTS),
        "outcome_cites": cites(ctx, "XZCF2009 §38(1)", "XZCF2021 §57(1)"),
        "education_cites": cites(ctx, "XZCF2009 §5", "XZCF2021 §33(3)"),
    }


def _outcome(ctx: Context, rows: Rows, r: Row) -> list[str]:
    """What was decided, as the decision and the closing say it."""
    if r["decision_kind"] == "no_penalty":
        under = "、".join(cited_with(ctx, r["decision_basis"], EXEMPTS))
        return [f"不予行政处罚（依据{under}）" if under else "不予行政处罚"]
    if r["decision_kind"] == "transfer":
        return ["移送有管辖权的机关处理"]
    whole = penalties(r["penalty_kinds"], r["fine"], r["confiscation"], r)
    found = made(rows, r)
    return [*each_deed(ctx, rows, found), f"以上合并决定：{'，'.join(whole)}"] if found else whole


def each_deed(ctx: Context, rows: Rows, found: Iterable[Row]) -> list[str]:
    """One sentence a deed: which norm, its range, what is imposed and why."""
    return [_deed(ctx, rows, r) for r in found]


def _deed(ctx: Context, rows: Rows, r: Row) -> str:
    power = ctx.book.power(r["charge_power"])
    others = [ctx.book.power(c).item for c in powers(rows).get(r["charge_deed"], ()) if c != power.code]
    cited_ = "、".join(c.cite for c in power.penalty)
    said = f"对第{r['charge_deed']}个行为（{power.item}），依据{cited_}"
    if others:
        said += f"（该行为同时违反“{'”“'.join(others)}”的规定，罚款按数额高的规定处罚）"
    imposed = penalties(r["charge_kinds"], r["charge_fine"], r["charge_confiscation"])
    if r["charge_fine"]:
        said += f"，法定罚款幅度为{_span(r['charge_least'], r['charge_most'])}"
    why = (r["charge_reason"] or "").strip().rstrip("。")
    return f"{said}：{'，'.join(imposed)}。{why}" if why else f"{said}：{'，'.join(imposed)}"


def _span(least: int | None, most: int | None) -> str:
    low = f"{(least or 0) / 100:g}元以上"
    return f"{low}{most / 100:g}元以下" if most is not None else f"{low}，不设上限"
