"""The acts of service, money, execution and remedies for `filling`: where each stands open and what is answered."""

from __future__ import annotations

import datetime as dt

# act → (the step before which it is tried, who does it, acts that prepare it)
ASIDE: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "serve_document": ("serve_decision", "officer", ()),
    "confirm_address": ("serve_decision", "officer", ()),
    "record_attempt": ("serve_decision", "officer", ()),
    "announce_service": ("serve_decision", "officer", ("record_attempt",)),
    "complete_announcement": ("serve_decision", "officer", ("record_attempt", "announce_service")),
}
# Acts that are open only some time after the step before which they are tried.
LATER: dict[str, dt.date] = {"complete_announcement": dt.date(2026, 5, 6)}
# What the form does not know already and cannot be guessed from the kind of question.
ANSWERS: dict[str, dict[str, object]] = {
    "confirm_address": {"consent_electronic": "no"},
    "announce_service": {"announce_ground": "others_failed"},
}
