"""What documents say beyond the straight case; laid over the common context of `fill`."""

from __future__ import annotations

from sanwei.acts.act import Context, Paper, Plan
from sanwei.acts.rows import Row, Rows
from sanwei.facts.codes import PARTY_KINDS

from ..parties import as_context
from ..personal import coparties
from .body import speaking
from .heard import defence, hearing, panel
from .revised import revision


def more(ctx: Context, rows: Rows, plan: Plan, paper: Paper, common: dict) -> dict:
    """The common context of a paper with what its branch adds or says otherwise."""
    found = {
        **common,
        "body": speaking(ctx, common["body"]),
        "hearing": hearing(ctx, rows, common["hearing"]),
        "defence": defence(rows),
        "panel": panel(rows, common["panel"]),
        "revision": revision(ctx, rows),
    }
    if (row := _party(rows, plan, paper)) is not None:
        known = coparties(ctx.matter, rows)[row.row]
        found["party"] = as_context(row, PARTY_KINDS.get(row["coparty_kind"] or "", ""), known.code, known.phone)
    if paper.form == "penalty_approval":
        found["approval"] = _approval(ctx, rows, common)
    return found


# Forms about one party: the grain of their row, and the fact that names the party.
_ABOUT = {
    "penalty_notice": ("notice", "noticed_party"),
    "defence_record": ("defence", "defending_party"),
    "hearing_request": ("hearing", "hearing_party"),
    "hearing_notice": ("hearing", "hearing_party"),
    "hearing_record": ("hearing", "hearing_party"),
    "hearing_report": ("hearing", "hearing_party"),
}
_OF_DECISION = frozenset(
    "penalty_decision no_penalty_decision change_decision penalty_approval"
    " revocation_decision correction_notice service_receipt visit_form".split()
)


def _party(rows: Rows, plan: Plan, paper: Paper) -> Row | None:
    """The co-party a paper is about; None where it is about the first party or about nobody alone."""
    if not rows.all("party"):
        return None
    if paper.form in _OF_DECISION:
        links = ("served_decision", "revised_decision")
        named = next((item.facts[n] for item in plan.laid for n in links if item.facts.get(n)), None)
        row = rows.get("decision", str(named)) if named else rows.last("decision")
        party = row["decided_party"] if row else None
    else:
        grain, link = _ABOUT.get(paper.form, ("", ""))
        row = rows.last(grain) if grain else None
        party = row[link] if row else None
    return rows.get("party", str(party)) if party else None


def _approval(ctx: Context, rows: Rows, common: dict) -> dict:
    """The opinions at the foot of the approval of a decision: the undertaker's draft, the leader who signs today."""
    r = rows.last("decision") or Row("", "", 0)
    handler = next(iter(common["officers"]), {})
    me = {"name": ctx.officer.name, "certificate_no": ctx.held.get("certificate_no") or ""}
    return {
        "undertaker": {"opinion": r["reasons"], "day": r["drafted_on"], **handler},
        "leader": {"opinion": "同意。", "day": r["decided_on"], **me},
    }
