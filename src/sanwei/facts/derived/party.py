"""当事人被告知了什么、说了什么、要求了什么：告知、申辩、听证各行之间的先后。"""

from __future__ import annotations

import polars as pl

from ..codes import PENALTY_KINDS
from ..decision import DECISION, decided_on, decided_party, decision_kind
from ..deliberation import (
    DEFENCE,
    HEARING,
    NOTICE,
    defence_answer,
    defence_form,
    defended_on,
    defending_party,
    hearing_asked_on,
    hearing_chair,
    hearing_held_on,
    hearing_party,
    notice_confiscation,
    notice_fine,
    notice_kinds,
    noticed_on,
    noticed_party,
    reexamined_on,
)
from ..investigation import (
    CONTACT,
    EVIDENCE,
    evidence_kind,
    evidence_relied_on,
    obtained_by,
    obtained_on,
    officers_present,
)
from ..vocabulary import any_of, comes_before, how_many, latest
from .decision import noticed_then

D = DECISION

# 陈述申辩：只有当事人确实说了话的才算；书面放弃、期满未提出的不算。
_spoken = defence_form.is_in(["oral", "written", "online"])
_defended = comes_before(defended_on, DEFENCE, decided_on, D) & defending_party.eq_missing(decided_party)
defence_made = D.yesno(
    "defence_made",
    "当事人作过陈述申辩",
    over="defence",
    take=any_of(DEFENCE, _defended & _spoken),
    source="陈述申辩笔录",
)
defence_unexamined = D.yesno(
    "defence_unexamined",
    "有未经复核的陈述申辩",
    "决定之前没有复核，或者没有写明采纳与否",
    over="defence",
    take=any_of(
        DEFENCE,
        _defended & _spoken & (reexamined_on.is_null() | (reexamined_on > decided_on) | defence_answer.is_null()),
    ),
    source="陈述申辩复核意见",
)
first_defended_on = D.day(
    "first_defended_on",
    "首次陈述申辩日",
    over="defence",
    take=defended_on.filter((_defended & _spoken).fill_null(False)).min(),
    source="陈述申辩笔录",
)

# 不得因申辩加重：每次申辩针对的是它之前最近的一份告知；取各次申辩所针对的告知中最轻的一份。
_told = comes_before(noticed_on, NOTICE, defended_on, DEFENCE) & noticed_party.eq_missing(defending_party)
_fine = (
    pl.when(notice_fine.is_not_null())
    .then(notice_fine)
    .when(~notice_kinds.list.contains("fine"))
    .then(pl.lit(0, dtype=pl.Int64))
)
_rank = pl.max_horizontal(
    pl.when(notice_kinds.list.contains(k)).then(pl.lit(n)) for n, k in enumerate(PENALTY_KINDS, start=1)
)
f_notice_fine = DEFENCE.fen(
    "f_notice_fine", "申辩所针对的罚款", over="notice", take=latest(_fine, NOTICE, _told), source="事先告知"
)
f_notice_rank = DEFENCE.count(
    "f_notice_rank",
    "申辩所针对的处罚轻重",
    "以最重种类由轻到重的位次计",
    unit="位",
    over="notice",
    take=latest(_rank, NOTICE, _told),
    source="事先告知",
)
_counted = (_defended & _spoken).fill_null(False)
defended_fine = D.fen(
    "defended_fine",
    "申辩之前告知的最低罚款",
    "各次申辩所针对的告知中最低的罚款",
    over="defence",
    take=f_notice_fine.filter(_counted).min(),
    source="事先告知",
)
defended_rank = D.count(
    "defended_rank",
    "申辩之前告知的最轻种类",
    "各次申辩所针对的告知中最轻一次的最重种类，由轻到重的位次",
    unit="位",
    over="defence",
    take=f_notice_rank.filter(_counted).min(),
    source="事先告知",
)
_noticed = comes_before(noticed_on, NOTICE, decided_on, D) & noticed_party.eq_missing(decided_party)
renoticed_on_evidence = D.yesno(
    "renoticed_on_evidence",
    "申辩之后取得新证据并重新告知",
    "新证据不含当事人自己的陈述",
    over="evidence",
    take=any_of(
        EVIDENCE,
        (obtained_on >= pl.col("first_defended_on"))
        & (obtained_on <= noticed_then)
        & (evidence_kind != "party_statement"),
    ),
    source="证据目录、事先告知",
)
notice_confiscation_then = D.fen(
    "notice_confiscation_then",
    "最近一次告知的没收数额",
    over="notice",
    take=latest(notice_confiscation, NOTICE, _noticed),
    source="事先告知",
)

# 听证：一次要求之后作出的处罚决定；主持人有没有参与调查，除行为记录外还看接触笔录和证据。
_heard = comes_before(hearing_asked_on, HEARING, decided_on, D) & hearing_party.eq_missing(decided_party)
hearing_ever_asked = D.yesno(
    "hearing_ever_asked",
    "当事人要求过听证",
    "后来撤回的也算",
    over="hearing",
    take=any_of(HEARING, _heard),
    source="听证申请书",
)
_follows = _heard & decision_kind.eq_missing("penalty")
h_next_decided_on = HEARING.day(
    "h_next_decided_on",
    "要求听证之后作出处罚决定日",
    over="decision",
    take=decided_on.filter(_follows.fill_null(False)).min(),
    source="处罚决定",
)
chair_at_contact = HEARING.yesno(
    "chair_at_contact",
    "主持人参加过检查、询问",
    over="contact",
    take=pl.when(how_many(CONTACT) > 0).then(any_of(CONTACT, officers_present.list.contains(hearing_chair))),
    source="检查、询问笔录",
)
chair_took_evidence = HEARING.yesno(
    "chair_took_evidence",
    "主持人收集过证据",
    over="evidence",
    take=pl.when(how_many(EVIDENCE) > 0).then(any_of(EVIDENCE, obtained_by == hearing_chair)),
    source="证据目录",
)

# 听证之后才取得、没有经过质证的定案证据；听证之后又重新告知的，看告知之后。
d_hearing_held_on = D.day(
    "d_hearing_held_on",
    "决定前最近一次听证日",
    over="hearing",
    take=latest(hearing_held_on, HEARING, _heard),
    source="听证笔录",
)
evidence_after_hearing = D.count(
    "evidence_after_hearing",
    "听证之后取得的定案证据件数",
    "不含当事人自己的陈述",
    unit="件",
    over="evidence",
    take=how_many(
        EVIDENCE,
        evidence_relied_on.fill_null(True)
        & (obtained_on > pl.col("d_hearing_held_on"))
        & (obtained_on <= decided_on)
        & (evidence_kind != "party_statement"),
    ),
    source="证据目录",
)
