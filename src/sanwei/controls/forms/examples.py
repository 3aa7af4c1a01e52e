"""One small example of each form: three steps or so, from which the verdicts of `docs/forms.md` are judged."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

import polars as pl

from .across import longest_gap, unique
from .model import Condition, Form, Window
from .occurrences import absence, choice, end, exactly, exclusive_choice, existence, init, not_choice
from .people import binding, persons, separation
from .quotas import quota
from .records import in_range, required, valid_in
from .relations import (
    alternate_precedence,
    alternate_response,
    alternate_succession,
    chain_precedence,
    chain_response,
    chain_succession,
    co_existence,
    not_chain_precedence,
    not_chain_response,
    not_chain_succession,
    not_co_existence,
    not_precedence,
    not_responded_existence,
    not_response,
    not_succession,
    precedence,
    recurrence,
    responded_existence,
    response,
    succession,
)

AS_OF = dt.date(2024, 5, 31)
ISSUE, SERVE, REVIEW, NOTICE, FILE, CLOSE, REVOKE = "作出决定", "送达", "法制审核", "告知", "立案", "结案", "撤销决定"
VISIT, PANEL, INQUIRY, ROUND = "回访", "集体讨论", "调查", "巡查"
_WEEK, _THREE = Window(most=7, unit="working_days"), Window(most=3)


def _day(n: int) -> dt.date:
    return dt.date(2024, 5, n)


@dataclass(frozen=True)
class Example:
    """`steps`: (matter, activity, day of May 2024 or None[, attributes]); the order of the list is the order in the
    source.
    """

    form: Form
    steps: tuple[tuple, ...]
    closed: bool = False
    shown: dict[str, str] = field(default_factory=dict)  # columns beside the day, with their headings

    @property
    def history(self) -> pl.DataFrame:
        rows = [self._row(n, *step) for n, step in enumerate(self.steps)]
        kinds = {"case_id": pl.String, "seq": pl.Int64, "activity": pl.String, "on": pl.Date, "cancelled_on": pl.Date}
        texts = dict.fromkeys(("person", "doc", "number"), pl.String)
        return pl.DataFrame(rows, schema=kinds | texts | {"value": pl.Float64}, orient="row")

    @staticmethod
    def _row(n: int, case: str, activity: str, on: int | None, more: dict | None = None) -> dict:
        return {"case_id": case, "seq": n, "activity": activity, "on": on and _day(on)} | (more or {})


def _one(form: Form, *steps: tuple, closed: bool = False, **shown: str) -> Example:
    """Steps of a single matter may leave its name out."""
    return Example(form, tuple(s if s[0] in ("甲案", "乙案") else ("甲案", *s) for s in steps), closed, shown)


_NAMES = {"doc": "适用依据", "number": "文号"}
_BIG = Condition(pl.col("value") >= 10_000, "数额在一万元以上的")
_REGISTER = pl.DataFrame({"person": ["张"], "valid_from": [_day(1)], "valid_until": [_day(10)]})
_RANGES = pl.DataFrame({"doc": ["占道"], "least": [20.0], "most": [50.0]})

OCCURRENCES = (
    _one(existence(REVIEW), (FILE, 6), (ISSUE, 8), ("乙案", FILE, 6), ("乙案", REVIEW, 7), closed=True),
    _one(absence(NOTICE, 2), (NOTICE, 6), (NOTICE, 8), ("乙案", NOTICE, 8)),
    _one(exactly(ISSUE), (ISSUE, 6), (ISSUE, 8), ("乙案", FILE, 8)),
    _one(init(FILE), (FILE, 6), (ISSUE, 8), ("乙案", ISSUE, 8)),
    _one(end(CLOSE), (FILE, 6), (CLOSE, 20), ("乙案", FILE, 8)),
    _one(choice(ISSUE, REVOKE), (FILE, 6), (ISSUE, 8), ("乙案", FILE, 8)),
    _one(exclusive_choice(ISSUE, REVOKE), (ISSUE, 6), (REVOKE, 8), ("乙案", ISSUE, 8)),
    _one(not_choice(ISSUE, REVOKE), (FILE, 6), (ISSUE, 8), ("乙案", FILE, 8)),
)

EXISTENCE = (
    _one(responded_existence(ISSUE, REVIEW), (REVIEW, 6), (ISSUE, 8), ("乙案", ISSUE, 8), closed=True),
    _one(not_responded_existence(ISSUE, REVOKE), (ISSUE, 6), (REVOKE, 8), ("乙案", ISSUE, 8)),
    _one(co_existence(NOTICE, ISSUE), (NOTICE, 6), (ISSUE, 8), ("乙案", ISSUE, 8), closed=True),
    _one(not_co_existence(ISSUE, REVOKE), (ISSUE, 6), (REVOKE, 8), ("乙案", ISSUE, 8)),
)

FOLLOWING = (
    _one(
        response(ISSUE, SERVE, within=_WEEK, void_when=REVOKE),
        (ISSUE, 6),
        (SERVE, 8),
        (ISSUE, 20),
        ("乙案", ISSUE, 6),
        ("乙案", REVOKE, 7),
    ),
    _one(alternate_response(ISSUE, SERVE), (ISSUE, 6), (ISSUE, 7), (SERVE, 8)),
    _one(chain_response(ISSUE, SERVE), (ISSUE, 6), (SERVE, 7), (ISSUE, 8), (VISIT, 9)),
    _one(not_response(CLOSE, INQUIRY), (CLOSE, 6), (INQUIRY, 8), (CLOSE, 20)),
    _one(not_chain_response(REVIEW, ISSUE), (REVIEW, 6), (ISSUE, 7), (REVIEW, 8), (PANEL, 9)),
    _one(recurrence(ROUND, within=Window(most=10), until=CLOSE), (ROUND, 6), (ROUND, 14), (ROUND, 27)),
)

PRECEDING = (
    _one(precedence(REVIEW, ISSUE, within=Window(most=30)), (ISSUE, 6), (REVIEW, 7), (ISSUE, 8)),
    _one(alternate_precedence(NOTICE, ISSUE), (NOTICE, 6), (ISSUE, 7), (ISSUE, 8)),
    _one(chain_precedence(PANEL, ISSUE), (PANEL, 6), (ISSUE, 7), (NOTICE, 8), (ISSUE, 9)),
    _one(not_precedence(CLOSE, INQUIRY), (INQUIRY, 6), (CLOSE, 7), (INQUIRY, 8)),
    _one(not_chain_precedence(FILE, ISSUE), (FILE, 6), (ISSUE, 7), (NOTICE, 8), (ISSUE, 9)),
)

TOGETHER = (
    _one(succession(ISSUE, SERVE, within=_THREE), (SERVE, 5), (ISSUE, 6), (SERVE, 8)),
    _one(alternate_succession(NOTICE, ISSUE), (NOTICE, 6), (ISSUE, 7), (ISSUE, 8)),
    _one(chain_succession(PANEL, ISSUE), (PANEL, 6), (ISSUE, 7), (PANEL, 8), (NOTICE, 9)),
    _one(not_succession(CLOSE, INQUIRY), (INQUIRY, 6), (CLOSE, 7), (INQUIRY, 8)),
    _one(not_chain_succession(FILE, ISSUE), (FILE, 6), (ISSUE, 7), (ISSUE, 8)),
)

RECORDS = (
    _one(
        required(ISSUE, "doc", when=_BIG, labels=_NAMES),
        *((ISSUE, 6, {"value": 20000.0, "doc": d}) for d in ("适用第三条", None)),
        (ISSUE, 7, {"value": 500.0}),
        value="数额",
        doc="适用依据",
    ),
    _one(
        valid_in(INQUIRY, _REGISTER, "person", title="执法证件登记"),
        (INQUIRY, 6, {"person": "张"}),
        (INQUIRY, 13, {"person": "张"}),
        (INQUIRY, 14),
        person="人员",
    ),
    _one(
        in_range(ISSUE, "value", _RANGES, "doc"),
        *((ISSUE, 6, {"value": x, "doc": d}) for x, d in ((30.0, "占道"), (80.0, "占道"), (80.0, "其他"))),
        value="数额",
        doc="事项",
    ),
    _one(
        unique(ISSUE, "number", labels=_NAMES),
        (ISSUE, 6, {"number": "1 号"}),
        ("乙案", ISSUE, 7, {"number": "1 号"}),
        ("乙案", ISSUE, 8, {"number": "2 号"}),
        number="文号",
    ),
)

PERSONS = (
    _one(
        separation(REVIEW, INQUIRY),
        *((a, 6, {"person": p}) for a, p in ((INQUIRY, "张"), (REVIEW, "张"), (REVIEW, "李"))),
        person="人员",
    ),
    _one(
        binding(ISSUE, PANEL),
        *((a, 6, {"person": p}) for a, p in ((PANEL, "王"), (ISSUE, "王"), (ISSUE, "李"))),
        person="人员",
    ),
    _one(
        persons(INQUIRY, 2),
        *((INQUIRY, 6, {"person": p}) for p in ("张", "李")),
        ("乙案", INQUIRY, 7, {"person": "张"}),
        person="人员",
    ),
)

SETS = (
    _one(longest_gap(ROUND, 10), (ROUND, 6), (ROUND, 14), (ROUND, 27), ("乙案", ROUND, 6), closed=True),
    _one(
        quota(VISIT, Condition(pl.col("value") >= 60, "满意的"), least=50, by="person"),
        *((VISIT, 6, {"person": p, "value": x}) for p, x in (("张", 90.0), ("张", 30.0), ("李", 30.0))),
        person="人员",
        value="得分",
    ),
)

CHAPTERS = (
    ("一案之内有几次", OCCURRENCES),
    ("有此须有彼", EXISTENCE),
    ("之后", FOLLOWING),
    ("之前", PRECEDING),
    ("前后相继", TOGETHER),
    ("一步之内", RECORDS),
    ("人员", PERSONS),
    ("间隔与比例", SETS),
)
