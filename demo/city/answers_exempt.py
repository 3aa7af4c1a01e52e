"""What people write into the forms when no penalty is given: responsibility, education, the decision."""

from __future__ import annotations

from .answers_after import draft
from .scene import Scene


def weighed(s: Scene) -> dict:
    person = {"age_then": 35 + s.n % 20, "mental_state": "sound", "mental_proof": ""}
    return ({} if s.kind == "organisation" else person) | {
        "violation_minor": True,
        "corrected_in_time": True,
        "harm": "none",
        "first_offence": True,
        "no_fault": False,
        "no_fault_proof": "",
        "lenient_grounds": [],
        "weighed_outcome": "none",
        "exempt_ground": "minor_corrected",
        "weighed_reason": "占用面积小、时间短，当场改正，没有造成危害后果。",
    }


def weighed_first(s: Scene) -> dict:
    why = "系统回看没有以往同类决定，后果轻微，已经改正，可以不予处罚。"
    changes = {"violation_minor": False, "harm": "slight", "exempt_ground": "first_offence", "weighed_reason": why}
    return weighed(s) | changes


def confirmed(s: Scene) -> dict:
    return {"responsibility": s.row("responsibility")}


def taught(s: Scene) -> dict:
    return {
        "educated_on": s.day,
        "education_kind": "taught",
        "educated_person": s.person,
        "education_text": f"说明违法的后果和改正的办法：{s.power.advice}",
        "education_signed": "signed",
    }


def no_penalty(s: Scene) -> dict:
    why = "违法行为轻微，当事人及时改正，没有造成危害后果，依法不予行政处罚。"
    changes = {"decision_kind": "no_penalty", "penalty_kinds": [], "fine": None, "reasons": why}
    changes["decision_basis"] = [*s.basis, "XZCF2021 §33(1)"]
    return draft(s) | changes | {"no_penalty_ground": "minor_corrected"}


def no_penalty_first(s: Scene) -> dict:
    why = "初次违法，危害后果轻微并已及时改正，可以不予行政处罚。"
    return no_penalty(s) | {"reasons": why, "no_penalty_ground": "first_offence"}


def joined(s: Scene) -> dict:
    return {
        "coparty_kind": "person",
        "coparty_name": f"{s.person}的合伙人",
        "coparty_representative": "",
        "coparty_address": s.place,
        "coparty_part": "提供场地，与首位当事人一起实施，作用次要。",
    }
