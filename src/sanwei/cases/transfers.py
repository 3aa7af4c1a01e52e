"""What a transfer makes of a case: where it stands, and whether the whole case has left the house."""

from __future__ import annotations

from sanwei.acts.rows import Row, Rows


def undecided(r: Row) -> bool:
    """Asked for and not yet decided on."""
    return r["transfer_decided_on"] is None


def to_send(r: Row) -> bool:
    """Approved and not yet sent."""
    return bool(r["transfer_granted"]) and r["transferred_on"] is None


def to_receipt(r: Row) -> bool:
    """Sent, and the receiver has not yet signed for it."""
    return r["transferred_on"] is not None and r["transfer_received_on"] is None


def to_answer(r: Row) -> bool:
    """Signed for, and the receiver may still say what becomes of it: the police also after they opened a case."""
    return r["transfer_received_on"] is not None and r["transfer_result"] in (None, "filed")


def to_hand_over(r: Row) -> bool:
    """The police opened a case and have not yet been given the things."""
    return r["transfer_kind"] == "police" and r["transfer_result"] == "filed" and r["items_handed_on"] is None


def whole(rows: Rows) -> Row | None:
    """The transfer by which the whole case left: to another body, or to the police who opened a case."""
    for r in rows.all("transfer"):
        if r["transfer_kind"] == "body" and r["transferred_on"] and r["transfer_result"] != "rejected":
            return r
        if r["transfer_kind"] == "police" and r["transfer_result"] == "filed":
            return r
    return None


def at_police(rows: Rows) -> Row | None:
    """The transfer on which the police have not yet decided."""
    for r in rows.all("transfer"):
        if r["transfer_kind"] == "police" and r["transferred_on"] and r["transfer_result"] is None:
            return r
    return None
