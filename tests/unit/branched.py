"""The acts of cases with several violations and other branches for `filling`: where each stands open and what is
answered."""

from __future__ import annotations

# act → (the step before which it is tried, who does it, acts that prepare it)
ASIDE: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "add_violation": ("end_investigation", "officer", ()),
    "set_charge": ("end_investigation", "officer", ("add_violation",)),
    "request_assistance": ("end_investigation", "officer", ()),
    "record_assistance": ("end_investigation", "officer", ("request_assistance",)),
    "record_device": ("end_investigation", "officer", ()),
    "review_device": ("end_investigation", "officer", ("record_device",)),
    "tell_device_fact": ("end_investigation", "officer", ("record_device",)),
    "record_sentence": ("order_correction", "officer", ("propose_transfer", "decide_transfer", "send_transfer")),
    "record_claim": ("record_payment", "officer", ()),
    "decide_claim": ("record_payment", "leader", ("record_claim",)),
    "record_liability": ("record_payment", "leader", ()),
    "propose_split": ("end_investigation", "officer", ("add_violation",)),
    "approve_split": ("end_investigation", "leader", ("add_violation", "propose_split")),
}
# Answers on the way that differ from the usual ones, for the act that needs them.
ON_THE_WAY: dict[str, dict[str, dict]] = {
    code: {"add_evidence": {"evidence_kind": "electronic"}}
    for code in ("record_device", "review_device", "tell_device_fact")
}
PICKS = {("record_liability", "liable"): ("partner",)}
# What the form does not know already and cannot be guessed from the kind of question: as posted.
ANSWERS: dict[str, dict[str, object]] = {
    "add_violation": {"violation_power": "ZZCG-0002", "deed": "new"},
    "decide_claim": {"claim_result": "declined", "claim_awarded": ""},
    "record_device": {
        "device_law_reviewed_on": "2026-01-05",
        "device_tech_reviewed_on": "2026-01-05",
        "device_published_on": "2026-01-09",
    },
    "review_device": {"device_told_on": "", "device_told_how": ""},
    "record_sentence": {"criminal_fine": "0", "detention_offset": "", "jailed": "no"},
    "set_charge": {"charge_kinds": ["fine"], "charge_fine": "300", "lenient": []},
}
