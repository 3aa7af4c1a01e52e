"""What documents say of a defence, a hearing and the leaders' discussion, beyond the straight case."""

from __future__ import annotations

from sanwei.acts.act import Context
from sanwei.acts.rows import Row, Rows
from sanwei.facts.codes import CLOSED_REASONS, SAID_HOW

from .say import cites, moment, signing_note

NONE = Row("", "", 0)


def hearing(ctx: Context, rows: Rows, common: dict) -> dict:
    """The context `hearing` of request, notice, record and report: the latest hearing."""
    r = rows.last("hearing") or NONE
    day = r["hearing_held_on"]
    return {
        **common,
        "how_label": SAID_HOW.get(r["hearing_asked_how"], ""),
        "request_reason": r["hearing_request_reason"],
        "request_cites": cites(ctx, "XZCF2009 §42(一)", "XZCF2021 §64(一)"),
        "closed_reason": _closed(r),
        "interpreter": r["hearing_interpreter"],
        "began_at": moment(day, r["hearing_began"]),
        "ended_at": moment(day, r["hearing_ended"]) if r["hearing_ended"] else None,
        "attended": r["hearing_attended"],
        "accused": r["hearing_accused"],
        "defended": r["hearing_defended"],
        "last_words": r["hearing_closing"],
        "record": r["hearing_record"],
        "signing_note": signing_note(r["hearing_signed"]),
        "reported_on": r["hearing_reported_on"],
        "findings": r["hearing_findings"],
        "advice": r["hearing_advice"],
    }


def _closed(r: Row) -> str:
    reason = CLOSED_REASONS.get(r["hearing_closed_reason"] or "")
    return "" if r["hearing_public"] else f"涉及{reason}" if reason else "涉及依法不宜公开的内容"


def defence(rows: Rows) -> dict:
    """The context `defence` of the record of an oral defence."""
    r = rows.last("defence") or NONE
    return {
        "began_at": moment(r["defended_on"], r["defence_began"]) if r["defence_began"] else r["defended_on"],
        "place": r["defence_place"],
        "person": r["defence_person"],
        "said": r["defence_said"],
        "signing_note": signing_note(r["defence_signed"]),
    }


def panel(rows: Rows, common: dict) -> dict:
    """The discussion with each member's view: who disagreed is named, and his words stand under the dissent."""
    r = rows.last("panel") or NONE
    against = set(r.get("panel_against", []))
    if not against:
        return common
    said = {True: "不同意，意见见“不同意见”。", False: "同意讨论结论。"}
    members = common["members"]
    return common | {
        "opinions": [{"name": m["name"], "opinion": said[m["certificate_no"] in against]} for m in members]
    }
