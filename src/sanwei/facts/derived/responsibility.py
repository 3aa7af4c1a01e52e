"""作出决定之前最近一次责任认定、教育和管教；一案有几名当事人的，只看本决定所对的那一名。"""

from __future__ import annotations

import polars as pl

from ..codes import HARMS, MENTAL_STATES
from ..decision import DECISION, decided_on, decided_party
from ..responsibility import (
    EDUCATION,
    RESPONSIBILITY,
    age_then,
    corrected_in_time,
    earlier_decisions,
    educated_on,
    educated_party,
    education_kind,
    first_confirmed_on,
    first_offence,
    harm,
    lenient_grounds,
    looked_back_on,
    mental_state,
    no_fault,
    violation_minor,
    weighed_on,
    weighed_party,
)
from ..vocabulary import comes_before, how_many, latest

D, R = DECISION, RESPONSIBILITY
_weighed = comes_before(weighed_on, R, decided_on, D) & weighed_party.eq_missing(decided_party)
_FROM = {"over": "responsibility", "source": "责任认定记录，最近一次为准"}


def _last(value: pl.Expr) -> pl.Expr:
    return latest(value, R, _weighed)


d_weighed_on = D.day("d_weighed_on", "决定前最近一次责任认定日", take=_last(weighed_on), **_FROM)
d_age = D.count("d_age", "认定的违法时年龄", unit="岁", take=_last(age_then), **_FROM)
d_mental = D.code("d_mental", "认定的辨认控制能力", MENTAL_STATES, take=_last(mental_state), **_FROM)
d_minor = D.yesno("d_minor", "认定违法行为轻微", take=_last(violation_minor), **_FROM)
d_in_time = D.yesno("d_in_time", "认定及时改正", take=_last(corrected_in_time), **_FROM)
d_harm = D.code("d_harm", "认定的危害后果", HARMS, take=_last(harm), **_FROM)
d_first = D.yesno("d_first", "认定初次违法", take=_last(first_offence), **_FROM)
d_earlier = D.count("d_earlier", "回看到的以往同类决定", unit="件", take=_last(earlier_decisions), **_FROM)
d_looked_back_on = D.day("d_looked_back_on", "最近一次回看日", take=_last(looked_back_on), **_FROM)
d_first_confirmed_on = D.day("d_first_confirmed_on", "首违不罚确认日", take=_last(first_confirmed_on), **_FROM)
d_no_fault = D.yesno("d_no_fault", "认定没有主观过错", take=_last(no_fault), **_FROM)
d_lenient = D.words("d_lenient", "认定应当从轻、减轻的情形", take=_last(lenient_grounds), **_FROM)

_taught = comes_before(educated_on, EDUCATION, decided_on, D) & educated_party.eq_missing(decided_party)
d_educations = D.count(
    "d_educations",
    "决定前教育、管教次数",
    unit="次",
    over="education",
    take=how_many(EDUCATION, _taught),
    source="教育记录",
)
d_guardian_orders = D.count(
    "d_guardian_orders",
    "决定前责令监护人管教、看管次数",
    unit="次",
    over="education",
    take=how_many(EDUCATION, _taught & education_kind.is_in(["guardian", "guardian_care"])),
    source="教育记录",
)
