"""What the approvals on the term of a case are filled from: extension, stop, resumption."""

from __future__ import annotations

from sanwei.acts.act import Context
from sanwei.acts.rows import Row, Rows
from sanwei.facts.codes import EXTENSION_GROUNDS, STOP_GROUNDS, STOP_KINDS

from ..clocks import term
from .people import People

NOBODY = Row("", "", 0)


def clock_context(ctx: Context, rows: Rows, people: People) -> dict:
    """The latest extension, stop and resumption, each with the opinions at its foot."""
    reached = term(rows, ctx.book)
    return {
        "term": {"line": reached.line if reached else "", "due": reached.due if reached else None},
        "extension": _extension(rows.last("extension") or NOBODY, people),
        "stop": _stop(rows.last("stop") or NOBODY, people),
    }


def opinions(people: People, said: str | None, asked, opinion: str | None, decided, approver: str | None) -> dict:
    """The undertaker's opinion as proposed, and the leader's as given."""
    handler = next(iter(people.handlers()), {})
    out = {"undertaker": {"opinion": said or "", "day": asked, **handler}}
    if approver:
        me = (people.by_number([approver]) or [{}])[0]
        out["leader"] = {"opinion": opinion or "", "day": decided, **me}
    return out


def _extension(r: Row, people: People) -> dict:
    said = f"建议延长办案期限{r['extension_days']}日。" if r["extension_days"] else ""
    return {
        **r.facts,
        "ground_label": EXTENSION_GROUNDS.get(r["extension_ground"], ""),
        "days_said": f"{r['extension_days']}日" if r["extension_days"] else "",
        "discussed_label": {True: "已经负责人集体讨论", False: "未经集体讨论"}.get(r["extension_discussed"], ""),
        "granted_label": {True: "批准延长", False: "不批准延长"}.get(r["extension_granted"], ""),
        **opinions(
            people,
            said,
            r["extension_asked_on"],
            r["extension_opinion"],
            r["extension_decided_on"],
            r["extension_approver"],
        ),
    }


def _stop(r: Row, people: People) -> dict:
    kind = STOP_KINDS.get(r["stop_kind"], "")
    ended = r["resumed_on"] is not None and r["stopped_from"] is not None
    return {
        **r.facts,
        "kind_label": kind,
        "ground_label": STOP_GROUNDS.get(r["stop_ground"], ""),
        "granted_label": {True: "批准", False: "不批准"}.get(r["stop_granted"], ""),
        "days_said": f"{(r['resumed_on'] - r['stopped_from']).days}日" if ended else "",
        **opinions(
            people,
            f"建议{kind}。" if kind else "",
            r["stop_asked_on"],
            r["stop_opinion"],
            r["stop_decided_on"],
            r["stop_approver"],
        ),
        "resumption": opinions(
            people,
            "停止计算的事由已经消除，建议恢复办理。" if ended else "",
            r["resumed_on"],
            "同意恢复办理。",
            r["resumed_on"],
            r["resume_approver"],
        ),
    }
