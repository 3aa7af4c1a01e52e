"""Terms of law that several controls share: each is an expression whose thresholds are read on a given day.

A term reads null where it cannot be told (a fine not recorded), and false where the law of that day knows no
such threshold.
"""

from __future__ import annotations

import polars as pl

from sanwei.facts.codes import HEARING_KINDS, MAJOR_RISK_KINDS, PENALTY_KINDS
from sanwei.facts.decision import decided_on, decision_kind
from sanwei.facts.derived.decision import d_procedure

from .control import param

# Activation of what the law asks of a decision. A draft is not a decision yet: what has no day is not asked.
decided = decided_on.is_not_null()
ordinary_decision = decided & (d_procedure != "summary")
ordinary_penalty = ordinary_decision & (decision_kind == "penalty")
penalty_decided = decided & (decision_kind == "penalty")

# Written where a form had to be filled and there was nothing to say.
TOKENS = ("无", "暂无", "没有", "略", "同上", "见卷", "空", "待补")


# Whatever is neither letter nor number may stand before, between and after the signs of a token. Both patterns are
# settled by the first signs of a text: taking all punctuation out of every text cost more than half of an audit.
_SIGN, _GAP = r"[\p{L}\p{N}]", r"[^\p{L}\p{N}]*"
_MERE_TOKEN = f"^{_GAP}(?:{'|'.join(''.join(sign + _GAP for sign in token) for token in TOKENS)})$"


def said(text: pl.Expr) -> pl.Expr:
    """Whether a text says anything: not blank, not only punctuation, not a mere token.

    Never null: what is not written is not said.
    """
    return (text.str.contains(_SIGN) & ~text.str.contains(_MERE_TOKEN)).fill_null(False)


def listed(words: pl.Expr) -> pl.Expr:
    """Whether a list names at least one thing. Never null."""
    return (words.list.drop_nulls().list.len() > 0).fill_null(False)


def has_kind(kinds: pl.Expr, wanted: tuple[str, ...]) -> pl.Expr:
    """Whether a list of penalty kinds holds one of the wanted kinds."""
    return kinds.list.set_intersection(pl.lit(list(wanted))).list.len() > 0


def amount(fen: pl.Expr, kinds: pl.Expr, kind: str) -> pl.Expr:
    """A sum of the penalty `kind`: as recorded; 0 where the kinds are known and this is not one of them; else null."""
    return pl.when(fen.is_not_null()).then(fen).when(~has_kind(kinds, (kind,))).then(pl.lit(0, dtype=pl.Int64))


def rank(kinds: pl.Expr) -> pl.Expr:
    """Place of the heaviest of these kinds, light → heavy (warning is 1); null when no known kind is named."""
    return pl.max_horizontal(
        pl.when(kinds.list.contains(k)).then(pl.lit(n)) for n, k in enumerate(PENALTY_KINDS, start=1)
    )


def any_told(*flags: pl.Expr) -> pl.Expr:
    """True when one of the flags is, null when none of them is known, else false.

    For sources of which any may be silent: those that are silent do not count against those that speak.
    """
    return (
        pl.when(pl.any_horizontal(f.fill_null(False) for f in flags))
        .then(True)
        .when(~pl.all_horizontal(f.is_null() for f in flags))
        .then(False)
    )


def reaches(sum_fen: pl.Expr, party: pl.Expr, key: str, day: pl.Expr) -> pl.Expr:
    """Whether a sum (分) reaches the threshold `key` (`.person` / `.organisation`) of the day.

    A sole trader counts as a person: 行政处罚法 sets his limits as a citizen's. Null when the sum or the kind of party
    is unknown; no sum at all reaches no threshold, whoever the party is.
    """
    person, organisation = param(f"{key}.person", day), param(f"{key}.organisation", day)
    limit = (
        pl.when(party.is_in(["person", "sole_trader"])).then(person).when(party == "organisation").then(organisation)
    )
    no_such = person.is_null() & organisation.is_null()
    return pl.when(no_such | (sum_fen == 0)).then(pl.lit(False)).otherwise(sum_fen >= limit)


def hearing_due(fine: pl.Expr, confiscation: pl.Expr, kinds: pl.Expr, party: pl.Expr, day: pl.Expr) -> pl.Expr:
    """The party must be told of the right to a hearing: a large fine or confiscation, or one of the heavy kinds."""
    return (
        reaches(amount(fine, kinds, "fine"), party, "hearing.fine", day)
        | reaches(amount(confiscation, kinds, "confiscation"), party, "hearing.confiscation", day)
        | has_kind(kinds, HEARING_KINDS)
    )


def major(fine: pl.Expr, confiscation: pl.Expr, kinds: pl.Expr, party: pl.Expr, day: pl.Expr) -> pl.Expr:
    """重大行政处罚 that must be filed with the supervisor."""
    return (
        reaches(amount(fine, kinds, "fine"), party, "major_filing.fine", day)
        | reaches(amount(confiscation, kinds, "confiscation"), party, "major_filing.confiscation", day)
        | has_kind(kinds, ("suspend_business", "revoke_licence"))
    )


def risky(fine: pl.Expr, kinds: pl.Expr, day: pl.Expr) -> pl.Expr:
    """One of the major matters that must be assessed for risk, as far as a penalty can be one."""
    return (amount(fine, kinds, "fine") >= param("risk.fine", day)) | has_kind(kinds, MAJOR_RISK_KINDS)


def visited(fine: pl.Expr, kinds: pl.Expr, party: pl.Expr, day: pl.Expr) -> pl.Expr:
    """处罚数额较大或者影响重大: the visit form goes out with the decision."""
    return reaches(amount(fine, kinds, "fine"), party, "visit.fine", day) | has_kind(kinds, HEARING_KINDS)


def within(day: pl.Expr, first: pl.Expr, last: pl.Expr) -> pl.Expr:
    """Whether a day lies in a span, both ends in it. An absent last day is open; an absent first day is not known."""
    return (first <= day) & (last.is_null() | (day <= last))


def blank(text: pl.Expr) -> pl.Expr:
    """Nothing is written there: absent, or only spaces. Never null: for duties to write something down."""
    return text.is_null() | (text.str.strip_chars() == "").fill_null(False)
