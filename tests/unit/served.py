"""The acts of service, money, execution and remedies for `filling`: where each stands open and what is answered."""

from __future__ import annotations

import datetime as dt

_PAID, _GOODS = "record_payment", ("list_goods", "dispose_goods")
_REMINDED = ("remind_party", "serve_document")
# act → (the step before which it is tried, who does it, acts that prepare it)
ASIDE: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "serve_document": ("serve_decision", "officer", ()),
    "confirm_address": ("serve_decision", "officer", ()),
    "record_attempt": ("serve_decision", "officer", ()),
    "announce_service": ("serve_decision", "officer", ("record_attempt",)),
    "complete_announcement": ("serve_decision", "officer", ("record_attempt", "announce_service")),
    "tell_payment": (_PAID, "officer", ()),
    "hand_in_money": (_PAID, "officer", ("record_payment",)),
    "bank_money": (_PAID, "officer", ("record_payment", "hand_in_money")),
    "ask_deferral": (_PAID, "officer", ()),
    "decide_deferral": (_PAID, "leader", ("ask_deferral",)),
    "list_goods": (_PAID, "officer", ()),
    "dispose_goods": (_PAID, "officer", _GOODS[:1]),
    "bank_proceeds": (_PAID, "officer", _GOODS),
    "remind_party": (_PAID, "officer", ()),
    "apply_court": (_PAID, "leader", _REMINDED),
    "record_court_result": (_PAID, "officer", (*_REMINDED, "apply_court")),
    "record_remedy": (_PAID, "officer", ()),
    "answer_remedy": (_PAID, "officer", ("record_remedy",)),
    "record_stay": (_PAID, "officer", ("record_remedy",)),
    "record_remedy_result": (_PAID, "officer", ("record_remedy",)),
}
# Acts that are open only some time after the step before which they are tried.
LATER: dict[str, dt.date] = {
    "complete_announcement": dt.date(2026, 5, 6),
    "remind_party": dt.date(2026, 10, 9),
    "apply_court": dt.date(2026, 11, 2),
    "record_court_result": dt.date(2026, 11, 3),
}
PREPARED_ON = LATER | {"serve_document": dt.date(2026, 10, 9)}
# Answers of acts that prepare another one, where they differ from the usual ones.
PREPARED = {
    "record_payment": {"collected_by": "on_the_spot", "spot_ground": "remote", "official_receipt": "yes", "paid": "100"}
}
_CONFISCATES = {
    "give_notice": {"notice_kinds": ["fine", "confiscation"], "notice_confiscation": 100},
    "draft_decision": {"penalty_kinds": ["fine", "confiscation"], "confiscation": 100},
}
ON_THE_WAY = dict.fromkeys(("list_goods", "dispose_goods", "bank_proceeds"), _CONFISCATES)
# What the form does not know already and cannot be guessed from the kind of question.
ANSWERS: dict[str, dict[str, object]] = {
    "confirm_address": {"consent_electronic": "no"},
    "announce_service": {"announce_ground": "others_failed"},
    "ask_deferral": {"deferral_plan": "2026-05-15 300.00"},
    "dispose_goods": {"goods_proceeds": "50"},
}
PICKS = {("dispose_goods", "second_officer"): ("partner",)}
