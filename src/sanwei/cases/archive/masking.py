"""Taking personal data out of what leaves the house: numbers, telephones, addresses; of persons also the given name."""

from __future__ import annotations

from typing import Any

from .. import personal
from ..models import Party


def masks(party: Party, *others: Party) -> dict[str, str]:
    """What is written → what stands instead, as the pages mask it, and of a person the given name too; the longest
    first, so that a part never spoils the whole.
    """
    found = {}
    for one in (party, *others):
        found |= {value: shown for _, value, shown in personal.masks(one).values()}
        if one.kind == "person":
            found[one.name] = f"{one.name[:1]}某"
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
