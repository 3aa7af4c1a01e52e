"""Findings, asks and conflicts as the shared pieces of pages want them."""

from __future__ import annotations

from collections.abc import Mapping

from sanwei.acts.act import Act, Conflict, Context, NotYet, Refused
from sanwei.acts.rows import decode
from sanwei.controls.verdict import Verdict
from sanwei.controls.words import Finding, say
from sanwei.facts import VOCABULARY
from sanwei.people.models import Officer


def _item(finding: Finding, refuses: bool) -> dict:
    cites = finding.cites or (("", ""),)
    todo = finding.cure
    if finding.unknown:
        todo = f"请先补记：{'、'.join(finding.unknown)}。{todo}"
    return {
        "verdict": finding.verdict.label,
        "refuses": refuses,
        "says": finding.says if finding.verdict != Verdict.KEPT else finding.control.title,
        "cite": "；".join(c for c, _ in cites if c),
        "clause": " ".join(p for _, p in cites if p),
        "todo": todo if refuses or finding.verdict != Verdict.KEPT else "",
    }


def _plain(not_yet: NotYet) -> dict:
    """A reason of order is no breach of law: something else comes first."""
    return {
        "verdict": Verdict.PENDING.label,
        "refuses": True,
        "says": not_yet.reason,
        "cite": not_yet.cite,
        "clause": "",
        "todo": not_yet.who,
    }


def gate(act: Act, not_yet: list[NotYet], held: list[Finding]) -> dict:
    """The gate shown before one presses."""
    shut = [_item(n.finding, True) if n.finding else _plain(n) for n in not_yet]
    return {"act": act.label, "verdicts": shut + [_item(f, False) for f in held]}


def refusal(act: Act, refused: Refused) -> dict:
    """The gate after a refusal."""
    return {
        "act": act.label,
        "verdicts": [_plain(n) for n in refused.not_yet] + [_item(f, True) for f in refused.findings],
    }


def conflict(found: Conflict, ctx: Context, answers: Mapping[str, object]) -> dict:
    """Who was faster, with what; beside it what this person wrote about the same things (both versions)."""
    from sanwei.acts import registry

    latest = found.since[0] if found.since else None
    officer = Officer.objects.filter(code=latest.officer_code).first() if latest else None
    known = registry.acts()
    return {
        "who": officer.name if officer else "另一名办案人员",
        "when": latest.at if latest else None,
        "what": f"办理了“{known[latest.act].label}”" if latest and latest.act in known else "办理了本案",
        "changes": _both(found.since, answers),
        "url": ctx.matter.get_absolute_url(),
    }


def _both(since: list, answers: Mapping[str, object]) -> list[tuple[str, str, str]]:
    """(label, mine, theirs) of the facts that both wrote and wrote differently, the latest of theirs."""
    theirs: dict[str, object] = {}
    for entry in reversed(since):
        for laid in entry.content.body["content"].get("laid", ()):
            theirs |= decode(laid["grain"], laid["facts"])
    shared = [n for n in answers if n in theirs and n in VOCABULARY.facts and answers[n] not in (None, "", [])]
    told_both = [(VOCABULARY.fact(n).label, told(n, answers[n]), told(n, theirs[n])) for n in shared]
    return [(label, mine, other) for label, mine, other in told_both if mine != other]


def clauses(act: Act, ctx: Context) -> list[tuple[str, str]]:
    """(citation, paraphrase) of the clauses behind the controls at this gate, in force today, each once."""
    from sanwei.controls.register import guarding

    found: dict[str, str] = {}
    for control in guarding(act.code):
        if control.code in ctx.book.without:
            continue
        for ref in control.clauses:
            clause = ctx.book.clause(ref)
            if clause.in_force_on(ctx.day):
                found[clause.cite] = clause.says
    return list(found.items())


# What an approver is asked about: act → (what is asked, facts shown, facts that give the reasons).
_ASKS = {
    "file_case": (
        "是否批准立案",
        "case",
        "lead_source lead_on lead_place violation_on filing_asked_on",
        "filing_reason",
    ),
    "review_case": (
        "本案是否审核通过",
        "case",
        "investigation_ended_on violation_on complex_case proposed_kinds proposed_fine",
        "investigation_findings proposed_reason",
    ),
    "issue_decision": (
        "是否签发这份决定",
        "decision",
        "decision_kind penalty_kinds fine confiscation drafted_on",
        "facts_found reasons answer_to_defence correction_terms causes advice",
    ),
    "rule_measure": (
        "是否批准采取强制措施",
        "measure",
        "measure_kind measure_target measure_basis measure_urgent measure_on measure_at measure_asked_on",
        "measure_reason urgency_reason",
    ),
    "preserve_evidence": (
        "是否批准先行登记保存",
        "preservation",
        "preserved_things preservation_place preservation_asked_on",
        "preservation_reason",
    ),
    "approve_sampling": ("是否批准抽样取证", "sampling", "sampling_target sampling_asked_on", "sampling_reason"),
    "decide_transfer": (
        "是否批准移送",
        "transfer",
        "transfer_kind transfer_to transfer_basis transfer_asked_on",
        "transfer_reason transfer_materials",
    ),
    "decide_extension": (
        "是否批准延长办案期限",
        "extension",
        "extension_ground extension_days extension_due_before extension_basis extension_asked_on",
        "extension_reason",
    ),
    "decide_stop": (
        "是否批准停止计算办案期限",
        "stop",
        "stop_kind stop_ground stopped_from stop_document stop_basis stop_due_before stop_asked_on",
        "stop_reason",
    ),
    "close_case": ("是否批准结案", "case", "closing_asked_on closing_ground", "closing_note"),
}


def ask(act: Act, ctx: Context) -> dict | None:
    """What a reviewer or leader is asked, and why, in one screen. None for acts that are not asked of anybody."""
    if act.code not in _ASKS or ctx.matter is None:
        return None
    asked, grain, shown, why = _ASKS[act.code]
    row = ctx.facts if grain == "case" else ctx.rows.last(grain)
    if row is None:
        return None
    return {
        "asked": asked,
        "by": ctx.matter.officer.name if ctx.matter.officer else "承办人",
        "on": row[shown.split()[-1]]
        if grain != "case"
        else row[
            {"file_case": "filing_asked_on", "review_case": "investigation_ended_on", "close_case": "closing_asked_on"}[
                act.code
            ]
        ],
        "facts": [(VOCABULARY.fact(n).label, told(n, row[n])) for n in shown.split() if row[n] is not None],
        "why": [f"{VOCABULARY.fact(n).label}：{row[n]}" for n in why.split() if row[n]],
        "law": _law(act, ctx),
        "earlier": _earlier(ctx),
    }


def _law(act: Act, ctx: Context) -> list[dict]:
    found = (ctx.book.clause(ref) for ref in act.clauses)
    return [
        {"cite": c.cite, "says": c.says, "unverified": not c.instrument.is_verified}
        for c in found
        if c.in_force_on(ctx.day)
    ]


def _earlier(ctx: Context) -> list[dict]:
    said = [
        {
            "who": f"法制审核：{told('review_outcome', r['review_outcome'])}",
            "on": r["reviewed_on"],
            "says": r.get("review_opinion", ""),
        }
        for r in ctx.rows.all("review")
    ]
    said += [
        {"who": "风险评估", "on": r["assessed_on"], "says": r.get("risk_conclusion", "")}
        for r in ctx.rows.all("assessment")
    ]
    said += [
        {
            "who": "当事人陈述申辩",
            "on": r["defended_on"],
            "says": r["defence_said"] or told("defence_form", r["defence_form"]),
        }
        for r in ctx.rows.all("defence")
    ]
    said += [
        {"who": "集体讨论", "on": r["panel_on"], "says": r.get("panel_conclusion", "")} for r in ctx.rows.all("panel")
    ]
    return said


def told(name: str, value) -> str:
    """A fact's value for people; lists of codes in their names, clauses as citations."""
    if isinstance(value, list) and name.endswith(("basis", "_cited", "_lightening")):
        from sanwei.lawbook import lawbook

        return "、".join(lawbook().clause(v).cite for v in value)
    return say(name, value)
