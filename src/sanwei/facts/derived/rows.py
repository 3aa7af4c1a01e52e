"""审核、听证、讨论、证据各行所需的回看。"""

from __future__ import annotations

import datetime as dt

import polars as pl

from ..actor import ACTOR, acted_on, actor_role, certificate_no, first_review_on, legally_qualified
from ..case import party_kind, procedure
from ..codes import REVIEW_OUTCOMES
from ..decision import decided_on
from ..deliberation import (
    HEARING,
    NOTICE,
    PANEL,
    REVIEW,
    hearing_asked_on,
    hearing_chair,
    hearing_party,
    hearing_right_told,
    noticed_on,
    noticed_party,
    panel_on,
    review_outcome,
    reviewed_on,
    reviewer_no,
)
from ..investigation import CONTACT, EVIDENCE
from ..parties import PARTY, coparty_kind
from ..vocabulary import any_of, comes_before, how_many, latest

# 2017年修改行政处罚法增加的要求，2018年1月1日起施行；此前已经从事审核的不是“初次”。
QUALIFICATION_FROM = dt.date(2018, 1, 1)

_investigator = actor_role == "officer"

reviewer_investigated = REVIEW.yesno(
    "reviewer_investigated",
    "审核人参与了本案调查",
    over="actor",
    take=pl.when(how_many(ACTOR, _investigator) > 0).then(
        any_of(ACTOR, _investigator & (certificate_no == reviewer_no))
    ),
    source="行为记录",
)
_reviewer = (actor_role == "reviewer") & (certificate_no == reviewer_no) & (acted_on <= reviewed_on)
reviewer_qualified = REVIEW.yesno(
    "reviewer_qualified",
    "审核人具有法律职业资格",
    over="actor",
    take=latest(legally_qualified, ACTOR, _reviewer),
    source="人员名册",
)
reviewer_is_new = REVIEW.yesno(
    "reviewer_is_new",
    "审核人初次从事法制审核",
    over="actor",
    take=latest(first_review_on, ACTOR, _reviewer) >= QUALIFICATION_FROM,
    source="人员名册",
)

_told = comes_before(noticed_on, NOTICE, hearing_asked_on, HEARING) & noticed_party.eq_missing(hearing_party)
h_noticed_on = HEARING.day(
    "h_noticed_on", "要求听证前最近一次告知日", over="notice", take=latest(noticed_on, NOTICE, _told), source="事先告知"
)
h_right_told = HEARING.yesno(
    "h_right_told",
    "告知书告知了听证权",
    over="notice",
    take=latest(hearing_right_told, NOTICE, _told),
    source="事先告知",
)
chair_investigated = HEARING.yesno(
    "chair_investigated",
    "主持人参与了本案调查",
    over="actor",
    take=pl.when(how_many(ACTOR, _investigator) > 0).then(
        any_of(ACTOR, _investigator & (certificate_no == hearing_chair))
    ),
    source="行为记录",
)

_before_panel = comes_before(reviewed_on, REVIEW, panel_on, PANEL)
p_review_outcome = PANEL.code(
    "p_review_outcome",
    "讨论前最近一次审核结论",
    REVIEW_OUTCOMES,
    over="review",
    take=latest(review_outcome, REVIEW, _before_panel),
    source="法制审核意见书",
)
p_reviewed_on = PANEL.day(
    "p_reviewed_on",
    "讨论前最近一次审核日",
    over="review",
    take=latest(reviewed_on, REVIEW, _before_panel),
    source="法制审核意见书",
)

c_procedure = CONTACT.text("c_procedure", "本案程序", over="case", take=procedure, source="案件")
n_first_kind = NOTICE.text("n_first_kind", "首位当事人类别", over="case", take=party_kind, source="案件")
n_coparty_kind = NOTICE.text(
    "n_coparty_kind",
    "所告知的共同当事人类别",
    over="party",
    take=latest(coparty_kind, PARTY, pl.col(PARTY.id) == noticed_party),
    source="共同当事人",
)
n_party_kind = NOTICE.text(
    "n_party_kind",
    "当事人类别",
    take=pl.when(noticed_party.is_null()).then(pl.col("n_first_kind")).otherwise(pl.col("n_coparty_kind")),
    source="案件、共同当事人",
)
e_decided_on = EVIDENCE.day(
    "e_decided_on", "本案末份决定作出日", over="decision", take=decided_on.max(), source="处罚决定"
)
