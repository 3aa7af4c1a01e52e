"""How a kind of matter is handled here, version by version: what the law leaves to the house.

A version settles terms for which no law has a number, controls of the house's own, and versions of forms. A matter runs
under the version of the day on which it began until an act moves it. What the law itself says is never in a version: it
is picked by the day of each event, for old and new matters alike.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from .objects import Clause
from .spans import Span

if TYPE_CHECKING:
    from .book import Lawbook


@dataclass(frozen=True, eq=False)
class Procedure:
    """One version. `terms`: parameter → its value here; `without`: controls not asked; `forms`: code → version."""

    kind: str
    code: str
    label: str
    says: str
    in_force: Span
    basis: Clause
    terms: Mapping[str, int]
    without: frozenset[str]
    forms: Mapping[str, str]

    @property
    def is_plain(self) -> bool:
        """Does it leave everything as the packs have it?"""
        return not (self.terms or self.without or self.forms)


@lru_cache(maxsize=64)
def under(book: Lawbook, procedure: Procedure) -> Lawbook:
    """The same law with what the version settles; the very same object where it settles nothing."""
    if procedure.is_plain:
        return book
    parameters = dict(book._parameters)
    for key, number in procedure.terms.items():
        here = {"value": number, "basis": procedure.basis.ref, "basis_clause": procedure.basis}
        mine = parameters[key]
        parameters[key] = replace(mine, values=tuple(replace(value, **here) for value in mine.values))
    return replace(book, _parameters=parameters, without=procedure.without, pinned=procedure.forms)
