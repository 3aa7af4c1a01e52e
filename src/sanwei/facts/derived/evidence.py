"""证据、登记保存、抽样、检测所需的回看。"""

from __future__ import annotations

import polars as pl

from ..decision import DECISION, cited_evidence, decided_on
from ..exhibit import EXHIBIT, exhibit_of
from ..investigation import (
    CONTACT,
    EVIDENCE,
    RECUSAL,
    contact_on,
    evidence_no,
    evidence_relied_on,
    obtained_on,
    recusal_asked_on,
)
from ..sampling import SAMPLING
from ..testing import TESTING, result_told_on, test_ended_on
from ..vocabulary import how_many, persons

D = DECISION
_then = obtained_on <= decided_on
d_evidence = D.count(
    "d_evidence", "决定前登记的证据件数", over="evidence", take=how_many(EVIDENCE, _then), source="证据目录"
)
d_evidence_numbers = D.count(
    "d_evidence_numbers",
    "决定前证据的不同序号个数",
    over="evidence",
    take=persons(evidence_no, EVIDENCE, _then),
    source="证据目录",
)
d_excluded_cited = D.count(
    "d_excluded_cited",
    "引用的已排除证据件数",
    over="evidence",
    take=how_many(EVIDENCE, ~evidence_relied_on & cited_evidence.list.contains(pl.col(EVIDENCE.id))),
    source="证据目录、行政处罚决定书",
)
d_results_untold = D.count(
    "d_results_untold",
    "没有告知当事人的检测结果",
    over="testing",
    take=how_many(TESTING, (test_ended_on <= decided_on) & (result_told_on.is_null() | (result_told_on > decided_on))),
    source="检测（鉴定）报告",
)
c_recusals = CONTACT.count(
    "c_recusals",
    "此后登记的回避申请件数",
    over="recusal",
    take=how_many(RECUSAL, recusal_asked_on >= contact_on),
    source="回避申请",
)
s_samples = SAMPLING.count(
    "s_samples",
    "样品项数",
    unit="项",
    over="exhibit",
    take=how_many(EXHIBIT, exhibit_of == pl.col(SAMPLING.id)),
    source="抽样物品清单",
)
