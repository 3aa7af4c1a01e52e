"""The clauses by which a penalty is lightened or not imposed at all, and which of them a decision cites."""

from __future__ import annotations

from collections.abc import Iterable

from sanwei.acts.act import Context
from sanwei.looks.widgets import Card

# 应当或者可以从轻、减轻
LIGHTENING = ("XZCF2009 §25", "XZCF2009 §27(1)", "XZCF2021 §30", "XZCF2021 §31", "XZCF2021 §32")
# 不予处罚：未成年、不能辨认控制、轻微并改正（含初次违法）、没有主观过错、事实不清证据不足、超过追责期限
EXEMPTING = (
    "XZCF2009 §25",
    "XZCF2009 §26",
    "XZCF2009 §27(2)",
    "XZCF2009 §29(1)",
    "XZCF2009 §38(1)",
    "XZCF2021 §30",
    "XZCF2021 §31",
    "XZCF2021 §33(1)",
    "XZCF2021 §33(2)",
    "XZCF2021 §36(1)",
    "XZCF2021 §40",
)
# The ground of `NO_PENALTY_GROUNDS` → its clause, in each law.
_OF_GROUND = {
    "under_14": ("XZCF2009 §25", "XZCF2021 §30"),
    "unable": ("XZCF2009 §26", "XZCF2021 §31"),
    "minor_corrected": ("XZCF2009 §27(2)", "XZCF2021 §33(1)"),
    "first_offence": ("XZCF2021 §33(1)",),
    "no_fault": ("XZCF2021 §33(2)",),
    "not_established": ("XZCF2009 §38(1)", "XZCF2021 §40"),
}
ONLY_EXEMPTING = frozenset(EXEMPTING) - frozenset(LIGHTENING)
NEEDED = "不予处罚的，请在依据中选出不予处罚的条款"
NOT_WITH_PENALTY = "给予处罚的，不能引用不予处罚的条款；从轻、减轻处罚的，请引用从轻、减轻的条款"


def lightening_choices(ctx: Context) -> list[tuple[str, str]]:
    """The clauses of today that lighten a penalty, each with what it says."""
    return _cards(ctx, LIGHTENING)


def lenient_choices(ctx: Context) -> list[tuple[str, str]]:
    """The clauses of today that lighten or exempt."""
    return _cards(ctx, dict.fromkeys((*LIGHTENING, *EXEMPTING)))


def clause_of(ctx: Context, ground: str | None) -> str | None:
    """The clause of today by which a ground exempts from punishment; None where there is none."""
    return next((ref for ref in _OF_GROUND.get(ground or "", ()) if ctx.book.clause(ref).in_force_on(ctx.day)), None)


def wrong_basis(kind: str | None, basis: Iterable[str] | None) -> dict[str, str]:
    """What cannot be right between the kind of a decision and the clauses it cites."""
    cited = set(basis or ())
    if kind == "no_penalty" and not cited & set(EXEMPTING):
        return {"decision_basis": NEEDED}
    if kind == "penalty" and cited & ONLY_EXEMPTING:
        return {"decision_basis": NOT_WITH_PENALTY}
    return {}


def cited(ctx: Context, basis: Iterable[str] | None, among: Iterable[str]) -> list[str]:
    """Citations of the clauses of `basis` that are among these, in the order of the basis."""
    wanted = set(among)
    return [ctx.book.clause(ref).cite for ref in basis or () if ref in wanted]


def _cards(ctx: Context, refs: Iterable[str]) -> list[tuple[str, str]]:
    clauses = (ctx.book.clause(ref) for ref in refs)
    return [(c.ref, Card(c.cite, note=c.says)) for c in clauses if c.in_force_on(ctx.day)]
