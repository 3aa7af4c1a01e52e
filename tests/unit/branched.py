"""The acts of cases with several violations and other branches for `filling`: where each stands open and what is
answered."""

from __future__ import annotations

# act → (the step before which it is tried, who does it, acts that prepare it)
ASIDE: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "add_violation": ("end_investigation", "officer", ()),
    "set_charge": ("end_investigation", "officer", ("add_violation",)),
}
# What the form does not know already and cannot be guessed from the kind of question: as posted.
ANSWERS: dict[str, dict[str, object]] = {
    "add_violation": {"violation_power": "ZZCG-0002", "deed": "new"},
    "set_charge": {"charge_kinds": ["fine"], "charge_fine": "300", "lenient": []},
}
