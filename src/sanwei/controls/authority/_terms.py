"""Terms that several controls on persons, bodies and powers share."""

from __future__ import annotations

import polars as pl

from sanwei.facts.actor import body_kind, delegation_covers_power, power_listed_from

# 受委托组织以委托机关的名义执法：主体资格、清单、层级都看委托机关，这里只看委托。
in_own_name = body_kind != "entrusted"

# 其他机关也可以受委托办理不在自己清单上的事项。
by_delegation = ~in_own_name | (power_listed_from.is_null() & delegation_covers_power.fill_null(False))


def lapsed(year: pl.Expr, confirmed_on: pl.Expr, begun_on: pl.Expr, day: pl.Expr) -> pl.Expr:
    """Neither this year's nor last year's confirmation stands behind an act of `day`.

    The documents ask for one every year and set no day by which the year's list must be out; until it is out,
    last year's list is the one in force. So only a whole year left out is a breach. Who was first qualified this year
    or last needs no confirmation yet. A confirmation made after `day` does not count. Null when none is on record.
    """
    oldest = day.dt.year() - 1
    then = pl.when(confirmed_on.is_null() | (confirmed_on <= day)).then(year)
    fresh = ((begun_on.dt.year() >= oldest) & (begun_on <= day)).fill_null(False)
    return (then < oldest) & ~fresh
