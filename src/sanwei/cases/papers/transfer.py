"""What the papers of a transfer are filled from: the approval, the letter, the transfer to the police."""

from __future__ import annotations

from sanwei.acts.act import Context
from sanwei.acts.rows import Row, Rows
from sanwei.facts.codes import TRANSFER_KINDS

from .clock import opinions
from .people import People
from .say import evidence

NOBODY = Row("", "", 0)


def transfer_context(ctx: Context, rows: Rows, people: People) -> dict:
    """The latest transfer, with the opinions at the foot of its approval."""
    r = rows.last("transfer") or NOBODY
    f = rows.head
    found = f["investigation_findings"] or f["filing_reason"] or f["lead_summary"]
    said = f"建议移送{r['transfer_to']}。" if r["transfer_to"] else ""
    return {
        "transfer": {
            **r.facts,
            "kind_label": TRANSFER_KINDS.get(r["transfer_kind"], ""),
            "facts": found,
            "evidence": evidence(rows),
            "materials": (r["transfer_materials"] or "").splitlines(),
            "decided": _moment(r["transfer_decided_on"], r["transfer_decided_at"]),
            "granted_label": {True: "批准移送", False: "不批准移送"}.get(r["transfer_granted"], ""),
            **opinions(
                people,
                said,
                r["transfer_asked_on"],
                r["transfer_opinion"],
                r["transfer_decided_on"],
                r["transfer_approver"],
            ),
        }
    }


def _moment(day, at: str | None) -> str:
    return f"{day.year}年{day.month}月{day.day}日 {at or ''}".strip() if day else ""
