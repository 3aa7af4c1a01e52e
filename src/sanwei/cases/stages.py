"""Stages of a penalty case: where its facts say it stands. A stage is read from the facts, never set by hand."""

from __future__ import annotations

from sanwei.acts.rows import Rows

from . import transfers
from .clocks import suspended
from .parties import not_heard, not_reached, others, undecided_parties

STAGES = {
    "lead": "线索",
    "refused": "不予立案",
    "merged": "已并案",
    "filing": "待批准立案",
    "suspended": "中止",
    "at_police": "移送公安待处理",
    "transferred": "已移送",
    "investigating": "调查取证",
    "reviewing": "法制审核",
    "noticing": "待告知",
    "defending": "陈述申辩",
    "hearing": "听证",
    "deliberating": "待讨论决定",
    "deciding": "待签发决定",
    "serving": "待送达",
    "executing": "执行",
    "closing": "待批准结案",
    "closed": "已结案",
    "terminated": "已销案",
}

# The way a straight case goes, for the timeline: (stage, label).
WAY = (
    "lead",
    "filing",
    "investigating",
    "reviewing",
    "noticing",
    "defending",
    "deliberating",
    "deciding",
    "serving",
    "executing",
    "closing",
    "closed",
)


def stage(rows: Rows) -> str:
    """The stage a case's rows amount to."""
    head = rows.head
    for fact, name in (
        ("closed_on", "closed"),
        ("terminated_on", "terminated"),
        ("merged_on", "merged"),
        ("lead_refused_on", "refused"),
    ):
        if head[fact]:
            return name
    if transfers.whole(rows) is not None:
        return "closing" if head["closing_asked_on"] else "transferred"
    decision = rows.last("decision")
    decided = decision is not None and decision["decided_on"]
    if transfers.at_police(rows) is not None and not decided:
        return "at_police"
    if not head["filed_on"] and head["procedure"] != "summary":
        return "filing" if head["filing_asked_on"] else "lead"
    if suspended(rows) is not None and not decided:
        return "suspended"
    if decision is not None:
        return _after_draft(rows, decision)
    if not head["investigation_ended_on"]:
        return "investigating"
    return _after_investigation(rows)


def _after_draft(rows: Rows, decision) -> str:
    if not decision["decided_on"]:
        return "deciding"
    revisions = [r for r in rows.all("revision") if r["revised_decision"] == decision.row and r["revised_on"]]
    if decision["revoked_on"]:
        if any(r["deal_anew"] for r in revisions) or _ordered_anew(rows, decision):
            return "deliberating"
        return "closing" if rows.head["closing_asked_on"] else "executing"
    if any(r["revision_kind"] == "changed" for r in revisions) or undecided_parties(rows):
        return "deliberating"
    served = {s["served_decision"] for s in rows.all("service") if s["served_on"]}
    if any(d.row not in served for d in rows.all("decision") if d["decided_on"] and not d["revoked_on"]):
        return "serving"
    return "closing" if rows.head["closing_asked_on"] else "executing"


def _ordered_anew(rows: Rows, decision) -> bool:
    """A review or a court set the decision aside and ordered a new one."""
    return any(r["remedy_of"] == decision.row and r["remedy_result"] == "act_anew" for r in rows.all("remedy"))


def _after_investigation(rows: Rows) -> str:
    review = rows.last("review")
    if review is None or review["review_outcome"] != "passed":
        return "reviewing"
    notice = rows.last("notice")
    if notice is None and goes_free(rows):
        return "deliberating"
    if notice is None or not notice["noticed_on"]:  # drawn up, but not yet with the party
        return "noticing"
    several = bool(others(rows))
    if several and not_reached(rows):
        return "noticing"
    hearings = [h for h in rows.all("hearing") if not h["hearing_withdrawn_on"]]
    if any(not h["hearing_held_on"] for h in hearings):
        return "hearing"
    defences = rows.all("defence")
    if not defences or any(_unanswered(d) for d in defences) or (several and not_heard(rows)):
        return "defending"
    return "deliberating"


def goes_free(rows: Rows) -> bool:
    """No penalty is to be given, as responsibility was last weighed: then there is none to tell the party of first."""
    weighed = rows.last("responsibility")
    return weighed is not None and weighed["weighed_outcome"] == "none"


def _unanswered(defence) -> bool:
    return defence["defence_form"] in ("oral", "written", "online") and not defence["reexamined_on"]
