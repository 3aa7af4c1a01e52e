"""The acts of responsibility, hearing, decision and its revision for `filling`: where each stands open and what is
answered."""

from __future__ import annotations

import datetime as dt

# act → (the step before which it is tried, who does it, acts that prepare it)
ASIDE: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "add_party": ("end_investigation", "officer", ()),
    "report_hearing": ("record_defence", "head", ("request_hearing", "notify_hearing", "hold_hearing")),
    "weigh_responsibility": ("end_investigation", "officer", ()),
    "confirm_first_offence": ("end_investigation", "leader", ("weigh_responsibility",)),
    "record_education": ("end_investigation", "officer", ()),
    "propose_revision": ("record_payment", "officer", ()),
    "approve_revision": ("record_payment", "leader", ("propose_revision",)),
    "serve_revision": ("record_payment", "officer", ("propose_revision", "approve_revision")),
    "refund_money": ("propose_closing", "officer", ("propose_revision", "approve_revision")),
    "withdraw_publication": (
        "propose_closing",
        "officer",
        ("publish_decision", "propose_revision", "approve_revision"),
    ),
    "report_revision": (
        "propose_closing",
        "officer",
        ("report_major_penalty", "propose_revision", "approve_revision"),
    ),
}
# Acts that are open only some time after the step before which they are tried.
LATER: dict[str, dt.date] = {"report_hearing": dt.date(2026, 4, 9)}
# What the form does not know already and cannot be guessed from the kind of question.
ANSWERS: dict[str, dict[str, object]] = {
    "weigh_responsibility": {
        "harm": "slight",
        "lenient_grounds": [],
        "weighed_outcome": "none",
        "exempt_ground": "first_offence",
    },
    "hold_hearing": {"hearing_began": "09:30", "hearing_ended": "11:00", "hearing_agents": "0"},
    "draft_decision": {"no_penalty_ground": "", "decision_grade": "ordinary"},
    "propose_revision": {"revision_kind": "revoked", "revision_faults": ["facts"], "deal_anew": "no"},
}
# Checked answers, as `walking.do` takes them: a first offence of a company, and the talk that follows.
WEIGHED: dict[str, object] = {
    "violation_minor": False,
    "corrected_in_time": True,
    "harm": "slight",
    "first_offence": True,
    "no_fault": False,
    "lenient_grounds": [],
    "weighed_outcome": "none",
    "exempt_ground": "first_offence",
    "weighed_reason": "初次违法，已经改正。",
}
EDUCATED: dict[str, object] = {
    "education_kind": "taught",
    "educated_person": "丑经理",
    "education_text": "说明占道的危害和审批的办法。",
    "education_signed": "signed",
}
