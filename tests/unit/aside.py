"""Where the acts off the straight way of a penalty case stand open."""

from __future__ import annotations

SENT = ("propose_transfer", "decide_transfer", "send_transfer")
# Acts off the straight way: (the step before which they are tried, who does them, acts that prepare them).
ASIDE: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "refuse_lead": ("propose_filing", "leader", ()),
    "return_request": ("file_case", "leader", ()),
    "answer_lead": ("record_contact", "officer", ()),
    "preserve_evidence": ("order_correction", "leader", ()),
    "decide_preservation": ("order_correction", "leader", ("preserve_evidence",)),
    "exclude_evidence": ("order_correction", "officer", ()),
    "ask_recusal": ("order_correction", "officer", ()),
    "decide_recusal": ("order_correction", "leader", ("ask_recusal",)),
    "terminate_case": ("order_correction", "leader", ()),
    "submit_review": ("review_case", "officer", ("review_case",)),
    "amend_party": ("order_correction", "officer", ()),
    "assess_risk": ("give_notice", "officer", ()),
    "request_hearing": ("record_defence", "officer", ()),
    "notify_hearing": ("record_defence", "officer", ("request_hearing",)),
    "hold_hearing": ("record_defence", "officer", ("request_hearing", "notify_hearing")),
    "withdraw_hearing": ("record_defence", "officer", ("request_hearing",)),
    "answer_defence": ("record_defence", "officer", ("record_defence",)),
    "publish_decision": ("record_payment", "officer", ()),
    "exempt_publication": ("record_payment", "leader", ()),
    "report_major_penalty": ("record_payment", "officer", ()),
    "ask_extension": ("order_correction", "officer", ()),
    "decide_extension": ("order_correction", "leader", ("ask_extension",)),
    "ask_stop": ("order_correction", "officer", ()),
    "decide_stop": ("order_correction", "leader", ("ask_stop",)),
    "resume_case": ("order_correction", "leader", ("ask_stop", "decide_stop")),
    "record_dispute": ("order_correction", "officer", ()),
    "negotiate_dispute": ("order_correction", "officer", ("record_dispute",)),
    "ask_designation": ("order_correction", "leader", ("record_dispute",)),
    "record_designation": ("order_correction", "officer", ("record_dispute", "ask_designation")),
    "propose_transfer": ("order_correction", "officer", ()),
    "decide_transfer": ("order_correction", "leader", ("propose_transfer",)),
    "send_transfer": ("order_correction", "officer", ("propose_transfer", "decide_transfer")),
    "record_transfer_receipt": ("order_correction", "officer", SENT),
    "record_transfer_answer": ("order_correction", "officer", (*SENT, "record_transfer_receipt")),
    "hand_over_items": ("order_correction", "officer", (*SENT, "record_transfer_receipt", "record_transfer_answer")),
}
