"""Taking personal data out of what leaves the house: numbers, telephones, addresses; of persons also the given name."""

from __future__ import annotations

from typing import Any

from ..models import Party

GONE = "（已隐去）"


def masks(party: Party) -> dict[str, str]:
    """What is written → what stands instead; the longest first, so that a part never spoils the whole."""
    found = {
        party.code: f"{party.code[:4]}{'*' * max(len(party.code) - 4, 0)}",
        party.phone: f"{'*' * max(len(party.phone) - 4, 0)}{party.phone[-4:]}",
    }
    if party.kind == "person":
        found |= {party.name: f"{party.name[:1]}某", party.address: GONE}
    return dict(sorted(((old, new) for old, new in found.items() if len(old) > 1), key=lambda pair: -len(pair[0])))


def masked(value: Any, by: dict[str, str]) -> Any:
    """The same with every text masked, however deep it lies."""
    if isinstance(value, str):
        for old, new in by.items():
            value = value.replace(old, new)
        return value
    if isinstance(value, dict):
        return {key: masked(one, by) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [masked(one, by) for one in value]
    return value
