"""已经罚款、后来法院判处罚金的，已缴的罚款折抵相应的罚金。"""

import polars as pl

from sanwei.facts.decision import decision_kind, fine, revoked_on
from sanwei.facts.derived.beside import d_criminal_fine, d_fine_offset, d_sentenced_on
from sanwei.facts.derived.execution import d_paid

from ..control import WARN, Control

_paid_fine = pl.min_horizontal(d_paid, fine)

control = Control(
    code="case.fine-offset-recorded",
    title="罚款折抵罚金",
    clauses=("XZCF2009 §28", "XZCF2021 §35"),
    as_of=d_sentenced_on,
    when=(decision_kind == "penalty") & (_paid_fine > 0) & revoked_on.is_null() & d_sentenced_on.is_not_null(),
    breach=d_fine_offset < pl.min_horizontal(_paid_fine, d_criminal_fine),
    guards={"record_sentence": WARN},
    says="{d_sentenced_on}判处罚金{d_criminal_fine}，当事人已缴罚没款{d_paid}（罚款{fine}），折抵{d_fine_offset}",
    cure="把已缴罚款的数额和票据函告执行法院，折抵相应的罚金，并登记折抵的数额",
)
