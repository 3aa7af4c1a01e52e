"""Phrases offered below the long texts of forms. Where they come from is said by the room that keeps them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sanwei.people.models import Body

# (body, names of long questions) → name → [(key, text)]
Source = Callable[[Body, Iterable[str]], dict[str, list[tuple[str, str]]]]
_sources: list[Source] = []


def offer_from(source: Source) -> None:
    """`source(body, names)` gives the phrases of a body for these questions; asked once for each form."""
    if source not in _sources:
        _sources.append(source)


def offered(body: Body, names: Iterable[str]) -> dict[str, list[tuple[str, str]]]:
    """Question → phrases; nothing is asked where no question is a long text."""
    wanted, found = list(names), {}
    for source in _sources if wanted else ():
        for name, phrases in source(body, wanted).items():
            found.setdefault(name, []).extend(phrases)
    return found
