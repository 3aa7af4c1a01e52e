"""The acts of coercive measures, samples and things for `filling`: where each stands open and what is answered."""

from __future__ import annotations

import datetime as dt

_FOOD = {"register_lead": {"power_code": "ZZSC-0001"}}  # a power that lets things be seized
_TAKEN = ("propose_measure", "rule_measure", "take_measure")
_HERE = "order_correction"
# act → (the step before which it is tried, who does it, acts that prepare it)
ASIDE: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "ask_preservation": (_HERE, "officer", ()),
    "preserve_evidence": (_HERE, "leader", ("ask_preservation",)),
    "decide_preservation": (_HERE, "leader", ("ask_preservation", "preserve_evidence")),
    "ask_sampling": (_HERE, "officer", ()),
    "approve_sampling": (_HERE, "leader", ("ask_sampling",)),
    "take_samples": (_HERE, "officer", ("ask_sampling", "approve_sampling")),
    "settle_samples": (_HERE, "officer", ("ask_sampling", "approve_sampling", "take_samples")),
    "exclude_evidence": (_HERE, "officer", ()),
    "propose_measure": (_HERE, "officer", ()),
    "rule_measure": (_HERE, "leader", ("propose_measure",)),
    "take_measure": (_HERE, "officer", ("propose_measure", "rule_measure")),
    "take_urgent_measure": (_HERE, "officer", ()),
    "extend_measure": (_HERE, "leader", _TAKEN),
    "tell_measure": (_HERE, "officer", (*_TAKEN, "extend_measure")),
    "settle_measure": (_HERE, "leader", _TAKEN),
    "move_exhibit": (_HERE, "officer", _TAKEN),
    "send_for_test": (_HERE, "officer", _TAKEN),
    "record_test": (_HERE, "officer", (*_TAKEN, "send_for_test")),
    "record_retest": (_HERE, "officer", (*_TAKEN, "send_for_test", "record_test")),
}
ON_THE_WAY = {code: _FOOD for code in ASIDE if not any(w in code for w in ("evid", "preserv", "sampl"))}
LATER: dict[str, dt.date] = {}
_SPOT = {
    "measure_at": "09:00",
    "measure_ended_at": "09:40",
    "measure_necessities": "no",
    "measure_held_already": "no",
    "things": "面粉，25 千克装，12 袋，包装完好",
    "custody_place": "涉案物品仓库一号架",
    "measure_list_copies": "2",
    "measure_list_signed": "signed",
}
# What the form does not know already and cannot be guessed from the kind of question.
ANSWERS: dict[str, dict[str, object]] = {
    "ask_preservation": {"things": "铁锹，2 把"},
    "decide_preservation": {"preservation_end": "fixed"},
    "take_samples": {"sampled_at": "09:00", "things": "面粉样品，3 袋", "sampling_signed": "signed"},
    "take_measure": _SPOT,
    "take_urgent_measure": _SPOT,
    "extend_measure": {"measure_extension_days": "10"},
    "settle_measure": {"release_ground": "unrelated"},
    "send_for_test": {"test_until": "2026-03-16"},
}
PICKS: dict[tuple[str, str], tuple[str, ...]] = {
    ("take_samples", "second_officer"): ("partner",),
    ("take_measure", "second_officer"): ("partner",),
    ("take_urgent_measure", "second_officer"): ("partner",),
}
