"""一案几名当事人：每名当事人各有没有自己的决定。"""

from __future__ import annotations

import polars as pl

from ..case import CASE
from ..decision import DECISION, decided_on, decided_party, decision_kind, fine, revoked_on
from ..parties import PARTY
from ..split import coparty_split_on
from ..vocabulary import earliest, how_many, persons

_standing = decided_on.is_not_null() & revoked_on.is_null()
pt_decided_on = PARTY.day(
    "pt_decided_on",
    "对本当事人作出决定日",
    over="decision",
    take=earliest(decided_on, DECISION, _standing & (decided_party == pl.col(PARTY.id))),
    source="行政处罚决定书",
)
parties_undecided = CASE.count(
    "parties_undecided",
    "还没有决定的共同当事人",
    unit="名",
    over="party",
    take=how_many(PARTY, pt_decided_on.is_null() & coparty_split_on.is_null()),
    source="共同当事人、处罚决定",
)
_fined = _standing & (decision_kind == "penalty") & (fine > 0)
fined_coparties = CASE.count(
    "fined_coparties",
    "被罚款的共同当事人",
    unit="名",
    over="decision",
    take=persons(decided_party, DECISION, _fined),
    source="处罚决定",
)
fines_of_first = CASE.count(
    "fines_of_first",
    "对首位当事人未撤销的罚款决定份数",
    unit="份",
    over="decision",
    take=how_many(DECISION, _fined & decided_party.is_null()),
    source="处罚决定",
)
