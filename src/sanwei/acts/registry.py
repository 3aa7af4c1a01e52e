"""Acts and kinds of matters, registered by the rooms that own them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .act import Act, Context, Plan
from .models import Matter
from .rows import Rows


@dataclass(frozen=True)
class Kind:
    """A kind of matter: its head, how its documents are filled, which stage its facts amount to, and its address."""

    code: str
    label: str
    model: type[Matter]
    stage: Callable[[Rows], str]
    draw_up: Callable[[Context, Rows, Plan], list]
    url: Callable[[Matter], str]
    handler: Callable[[Matter], object]
    # The search: called after the head is saved, by acts that set one of the head's attributes named in `indexed`.
    index: Callable[[Matter], None] | None = None
    indexed: frozenset[str] = frozenset()
    # What acts and documents read beside the head, fetched with it.
    related: tuple[str, ...] = ()


_acts: dict[str, Act] = {}
_kinds: dict[str, Kind] = {}


def act(cls: type[Act]) -> type[Act]:
    """Class decorator: makes the act known under its code."""
    if cls.code in _acts and type(_acts[cls.code]) is not cls:
        raise ValueError(f"行为代码 {cls.code} 重复")
    _acts[cls.code] = cls()
    return cls


def matter_kind(kind: Kind) -> None:
    _kinds[kind.code] = kind


def acts(kind: str = "") -> dict[str, Act]:
    return {c: a for c, a in _acts.items() if not kind or a.kind == kind}


def find(code: str) -> Act | None:
    """The act of this code; None where it is no longer known."""
    return _acts.get(code)


def get(code: str) -> Act:
    return _acts[code]


def kind(code: str) -> Kind:
    return _kinds[code]


def kinds() -> dict[str, Kind]:
    return dict(_kinds)
