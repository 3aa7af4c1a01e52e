"""协助、监控记录、刑事裁判各行与决定之间的先后。"""

from __future__ import annotations

import polars as pl

from ..assist import ASSIST, assist_answered_on, assist_asked_on, assist_result
from ..decision import DECISION, decided_on, decided_party
from ..device import DEVICE, device_evidence
from ..investigation import EVIDENCE, evidence_relied_on
from ..sentence import SENTENCE, criminal_fine, fine_offset, sentenced_on, sentenced_party
from ..vocabulary import any_of, earliest, how_many, latest, total

D = DECISION

d_assists_open = D.count(
    "d_assists_open",
    "没有结果的协助请求",
    "决定之前提出、决定之日还没有登记结果的",
    unit="件",
    over="assist",
    take=how_many(
        ASSIST,
        (assist_asked_on <= decided_on) & (assist_result.is_null() | (assist_answered_on > decided_on).fill_null(True)),
    ),
    source="协助函、复函",
)

dv_decided_on = DEVICE.day(
    "dv_decided_on", "本案首次决定日", over="decision", take=earliest(decided_on, DECISION), source="处罚决定"
)
dv_relied_on = DEVICE.yesno(
    "dv_relied_on",
    "该记录作为定案证据",
    "没有排除的证据",
    over="evidence",
    take=any_of(EVIDENCE, (pl.col(EVIDENCE.id) == device_evidence) & evidence_relied_on.fill_null(True)),
    source="证据目录",
)

_his = sentenced_party.eq_missing(decided_party) & (criminal_fine > 0)
d_fined_by_court_on = D.day(
    "d_fined_by_court_on",
    "决定之前法院已经判处罚金之日",
    over="sentence",
    take=earliest(sentenced_on, SENTENCE, _his & (sentenced_on <= decided_on)),
    source="刑事裁判文书",
)
_after = _his & (sentenced_on > decided_on)
d_sentenced_on = D.day(
    "d_sentenced_on",
    "决定之后判处罚金之日",
    over="sentence",
    take=latest(sentenced_on, SENTENCE, _after),
    source="刑事裁判文书",
)
d_criminal_fine = D.fen(
    "d_criminal_fine",
    "决定之后判处的罚金",
    over="sentence",
    take=total(criminal_fine, SENTENCE, _after),
    source="刑事裁判文书",
)
d_fine_offset = D.fen(
    "d_fine_offset", "已经折抵的罚款", over="sentence", take=total(fine_offset, SENTENCE, _after), source="折抵说明"
)
