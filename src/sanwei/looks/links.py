"""Addresses that are asked for again and again. A page names its menu and its papers forty times, and finding the
pattern of an address anew costs more than the rest of the line it stands in.
"""

from __future__ import annotations

from functools import lru_cache
from uuid import UUID

from django.urls import get_script_prefix, get_urlconf, reverse

_ANY = UUID("00000000-0000-4000-8000-000000000000")


def to(name: str, *args: object) -> str:
    """The address `reverse(name, args=args)` gives. A first argument that is a UUID is put into an address kept for
    all UUIDs. Raises NoReverseMatch.
    """
    prefix, urlconf = get_script_prefix(), get_urlconf()
    if args and isinstance(args[0], UUID):
        return _kept(prefix, urlconf, name, (_ANY, *args[1:])).replace(str(_ANY), str(args[0]), 1)
    return _kept(prefix, urlconf, name, args)


@lru_cache(maxsize=1024)
def _kept(prefix: str, urlconf: str | None, name: str, args: tuple[object, ...]) -> str:
    return reverse(name, args=args)
