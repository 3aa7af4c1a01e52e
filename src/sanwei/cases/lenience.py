"""The clauses by which a penalty is lightened or not imposed at all, and which of them a decision cites.

Which clause does what stands in the law packs (`effect` and `grounds` of a clause), not here.
"""

from __future__ import annotations

from collections.abc import Iterable

from sanwei.acts.act import Context
from sanwei.lawbook.objects import Clause
from sanwei.looks.widgets import Card

LIGHTENS, EXEMPTS = "lightens", "exempts"


def effective(ctx: Context, *effects: str) -> list[Clause]:
    """The clauses of today that have one of these effects, in the order of the packs."""
    wanted = set(effects)
    return [c for c in ctx.book.clauses if wanted & set(c.effects) and c.in_force_on(ctx.day)]


def lightening_choices(ctx: Context) -> list[tuple[str, str]]:
    """The clauses of today that lighten a penalty, each with what it says."""
    return _cards(effective(ctx, LIGHTENS))


def lenient_choices(ctx: Context) -> list[tuple[str, str]]:
    """The clauses of today that lighten or exempt."""
    return _cards(effective(ctx, LIGHTENS, EXEMPTS))


def clause_of(ctx: Context, ground: str | None) -> str | None:
    """The clause of today by which a ground exempts from punishment; None where there is none."""
    return next((c.ref for c in effective(ctx, EXEMPTS) if ground in c.grounds), None)


def refs_with(ctx: Context, basis: Iterable[str] | None, effect: str) -> list[str]:
    """Those of the cited clauses that have this effect, whatever the day, in the order of the basis."""
    return [ref for ref in basis or () if effect in ctx.book.clause(ref).effects]


def of_basis(ctx: Context, basis: Iterable[str] | None) -> dict[str, list[str]]:
    """What a decision puts on record of the clauses it cites: those that lighten, those that exempt."""
    return {
        "lightening_cited": refs_with(ctx, basis, LIGHTENS),
        "exempting_cited": refs_with(ctx, basis, EXEMPTS),
    }


def cited(ctx: Context, basis: Iterable[str] | None, among: Iterable[str]) -> list[str]:
    """Citations of the clauses of `basis` that are among these, in the order of the basis."""
    wanted = set(among)
    return [ctx.book.clause(ref).cite for ref in basis or () if ref in wanted]


def cited_with(ctx: Context, basis: Iterable[str] | None, effect: str) -> list[str]:
    """Citations of the cited clauses that have this effect."""
    return [ctx.book.clause(ref).cite for ref in refs_with(ctx, basis, effect)]


def _cards(clauses: Iterable[Clause]) -> list[tuple[str, str]]:
    return [(c.ref, Card(c.cite, note=c.says)) for c in clauses]
