"""决定之前有过什么：以签发之日（同日则以先后次序）回看。"""

from __future__ import annotations

import polars as pl

from ..case import (
    complex_case,
    correction_ordered_on,
    discovered_on,
    filed_on,
    harms_life,
    lead_on,
    party_kind,
    procedure,
    violation_on,
)
from ..codes import PENALTY_KINDS, REVIEW_OUTCOMES
from ..decision import DECISION, decided_on, decided_party, decision_officers
from ..deliberation import (
    ASSESSMENT,
    DEFENCE,
    NOTICE,
    PANEL,
    REVIEW,
    assessed_on,
    defence_form,
    defence_until,
    defended_on,
    defending_party,
    hearing_right_told,
    legality_assessed,
    notice_fine,
    notice_kinds,
    noticed_on,
    noticed_party,
    panel_fine,
    panel_on,
    review_outcome,
    reviewed_on,
    safety_assessed,
    stability_assessed,
)
from ..investigation import (
    CONTACT,
    EVIDENCE,
    RECUSAL,
    contact_on,
    evidence_relied_on,
    obtained_on,
    officers_present,
    recusal_asked_on,
    recusal_decided_on,
)
from ..parties import PARTY, coparty_kind
from ..vocabulary import any_of, comes_before, how_many, latest

D = DECISION

# From the case itself.
d_filed_on = D.day("d_filed_on", "本案立案日", over="case", take=filed_on, source="案件")
d_procedure = D.text("d_procedure", "本案程序", over="case", take=procedure, source="案件")
d_first_kind = D.text("d_first_kind", "本案首位当事人类别", over="case", take=party_kind, source="案件")
d_coparty_kind = D.text(
    "d_coparty_kind",
    "决定所对的共同当事人类别",
    over="party",
    take=latest(coparty_kind, PARTY, pl.col(PARTY.id) == decided_party),
    source="共同当事人",
)
d_party_kind = D.text(
    "d_party_kind",
    "决定所对的当事人类别",
    take=pl.when(decided_party.is_null()).then(pl.col("d_first_kind")).otherwise(pl.col("d_coparty_kind")),
    source="案件、共同当事人",
)
d_violation_on = D.day("d_violation_on", "本案违法行为发生（终了）日", over="case", take=violation_on, source="案件")
d_discovered_on = D.day("d_discovered_on", "本案发现日", over="case", take=discovered_on, source="案件")
d_lead_on = D.day("d_lead_on", "本案收到线索日", over="case", take=lead_on, source="案件")
d_harms_life = D.yesno("d_harms_life", "本案涉及生命健康、金融安全", over="case", take=harms_life, source="案件")
d_complex = D.yesno("d_complex", "本案情节复杂", over="case", take=complex_case, source="案件")
d_correction_ordered_on = D.day(
    "d_correction_ordered_on", "本案责令改正日", over="case", take=correction_ordered_on, source="案件"
)

# 法制审核：最近一次为准。
_reviewed = comes_before(reviewed_on, REVIEW, decided_on, D)
reviewed_then = D.day(
    "reviewed_then",
    "决定前最近一次法制审核日",
    over="review",
    take=latest(reviewed_on, REVIEW, _reviewed),
    source="法制审核，最近一次为准",
)
review_outcome_then = D.code(
    "review_outcome_then",
    "决定前最近一次审核结论",
    REVIEW_OUTCOMES,
    over="review",
    take=latest(review_outcome, REVIEW, _reviewed),
    source="法制审核，最近一次为准",
)

# 事先告知：最近一次为准。
_noticed = comes_before(noticed_on, NOTICE, decided_on, D) & noticed_party.eq_missing(decided_party)
noticed_then = D.day(
    "noticed_then", "决定前最近一次告知日", over="notice", take=latest(noticed_on, NOTICE, _noticed), source="事先告知"
)
notice_fine_then = D.fen(
    "notice_fine_then",
    "最近一次告知的罚款",
    over="notice",
    take=latest(notice_fine, NOTICE, _noticed),
    source="事先告知",
)
notice_kinds_then = D.words(
    "notice_kinds_then",
    "最近一次告知的处罚种类",
    codes=PENALTY_KINDS,
    over="notice",
    take=latest(notice_kinds, NOTICE, _noticed),
    source="事先告知",
)
hearing_right_then = D.yesno(
    "hearing_right_then",
    "最近一次告知了听证权",
    over="notice",
    take=latest(hearing_right_told, NOTICE, _noticed),
    source="事先告知",
)
defence_until_then = D.day(
    "defence_until_then",
    "最近一次告知的申辩截止日",
    over="notice",
    take=latest(defence_until, NOTICE, _noticed),
    source="事先告知",
    foretold=True,
)

# 陈述申辩。
_defended = comes_before(defended_on, DEFENCE, decided_on, D) & defending_party.eq_missing(decided_party)
defence_waived = D.yesno(
    "defence_waived",
    "已书面放弃陈述申辩",
    over="defence",
    take=any_of(DEFENCE, _defended & (defence_form == "waived")),
    source="陈述申辩",
)

# 听证。

# 集体讨论：最近一次为准。
_met = comes_before(panel_on, PANEL, decided_on, D)
panel_then = D.day(
    "panel_then", "决定前最近一次集体讨论日", over="panel", take=latest(panel_on, PANEL, _met), source="集体讨论笔录"
)
panel_fine_then = D.fen(
    "panel_fine_then",
    "最近一次讨论决定的罚款",
    over="panel",
    take=latest(panel_fine, PANEL, _met),
    source="集体讨论笔录",
)

# 风险评估：最近一次为准。
_assessed = comes_before(assessed_on, ASSESSMENT, decided_on, D)
assessed_then = D.day(
    "assessed_then",
    "决定前最近一次风险评估日",
    over="assessment",
    take=latest(assessed_on, ASSESSMENT, _assessed),
    source="风险评估报告",
)
three_aspects_then = D.yesno(
    "three_aspects_then",
    "最近一次评估涵盖三个方面",
    "合法性、社会稳定、公共安全",
    over="assessment",
    take=latest(legality_assessed & stability_assessed & safety_assessed, ASSESSMENT, _assessed),
    source="风险评估报告",
)

# 证据、接触、回避、经办人。
_relied = evidence_relied_on.fill_null(True)
evidence_then = D.count(
    "evidence_then",
    "定案证据件数",
    over="evidence",
    take=how_many(EVIDENCE, _relied & (obtained_on <= decided_on)),
    source="证据目录",
)
contacts_then = D.count(
    "contacts_then",
    "决定前执法接触次数",
    over="contact",
    take=how_many(CONTACT, contact_on <= decided_on),
    source="检查、询问笔录",
)
understaffed_contacts = D.count(
    "understaffed_contacts",
    "少于两人的执法接触次数",
    over="contact",
    take=how_many(CONTACT, (contact_on <= decided_on) & (officers_present.list.n_unique() < 2)),
    source="检查、询问笔录",
)
recusals_open = D.count(
    "recusals_open",
    "未决定的回避申请件数",
    over="recusal",
    take=how_many(
        RECUSAL, (recusal_asked_on <= decided_on) & (recusal_decided_on.is_null() | (recusal_decided_on > decided_on))
    ),
    source="回避申请",
)
officers_signing = D.count(
    "officers_signing",
    "决定书载明的执法人员人数",
    unit="人",
    take=decision_officers.list.n_unique().cast(pl.Int64),
    source="行政处罚决定书",
)
