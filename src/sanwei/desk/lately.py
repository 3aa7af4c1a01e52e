"""Sums over many bodies, told again for a few seconds instead of counted anew: a hundred thousand open duties are the
same a moment later, and everybody who oversees the city asks for them on every page.
"""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from typing import TypeVar

from django.core.cache import caches

SECONDS = 20  # what a page that shows such sums says
T = TypeVar("T")


def lately(what: str, over: object, work: Callable[[], T]) -> T:
    """What `work` told of `over` (bodies, day; told apart by its words) at most `SECONDS` ago, else what it tells now.

    Kept in this process; the page says that the sums may be that old. One's own duties are never asked for here.
    """
    key = f"lately:{what}:{sha256(repr(over).encode()).hexdigest()}"
    kept = caches["sums"]
    found = kept.get(key)
    if found is None:
        found = work()
        kept.set(key, found, SECONDS)
    return found
