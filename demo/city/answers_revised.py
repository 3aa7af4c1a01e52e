"""What people write into the forms when a decision is revoked after it was published, filed and paid."""

from __future__ import annotations

from .scene import Scene


def proposal(s: Scene) -> dict:
    return {
        "revised_decision": s.row("decision"),
        "revision_kind": "revoked",
        "revision_origin": "superior",
        "order_received_on": s.day,
        "order_no": f"示监〔{s.day.year}〕{s.n}号",
        "revision_faults": ["facts", "procedure"],
        "revision_reason": "案卷评查发现，违法行为持续时间没有证据，现场笔录的时间与执法记录仪不符，主要证据不足。",
        "slip_from": "",
        "slip_to": "",
        "substance_untouched": None,
        "deal_anew": False,
        "files": [],
    }


def approval(s: Scene) -> dict:
    return {"revision_approved": True, "revision_opinion": "同意撤销，退还罚款，向当事人说明并道歉。"}


def service(s: Scene) -> dict:
    return {
        "revision": s.row("revision"),
        "revision_served_on": s.day,
        "revision_receipt": f"{s.person}签收",
        "files": [],
    }


def withdrawal(s: Scene) -> dict:
    why = "该决定因主要证据不足已经撤销，现撤回原公开信息。"
    return {"publication": s.row("publication"), "withdrawn_on": s.day, "withdrawal_reason": why}


def refund(s: Scene) -> dict:
    return {
        "refunded_decision": s.row("decision"),
        "refunded_on": s.day,
        "refund": s.fine,
        "refund_receipt": f"TF-{s.day.year}-{s.n:05d}",
        "files": [],
    }


def report(s: Scene) -> dict:
    return {"revision": s.row("revision"), "change_filed_on": s.day, "change_filed_to": s.body.supervisor.name}


def closing(s: Scene) -> dict:
    return {"closing_ground": "revoked", "closing_note": "决定已经撤销，罚款已经退还，公开信息已经撤回，不再处理。"}
