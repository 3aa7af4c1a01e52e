"""留置送达应当记明拒收的情况，并由见证人签名，或者用拍照、录像记录过程。"""

import polars as pl

from sanwei.facts.execution import receipt_witness, served_on, service_method
from sanwei.facts.serving import left_reason, left_recorded

from ..control import DENY, Control
from ..terms import said

# 没有记录理由的无法判定；写了却什么也没说的，等于没有记明。
_no_reason = pl.when(left_reason.is_not_null()).then(~said(left_reason))

control = Control(
    code="case.left-witnessed",
    title="留置送达有理由，有见证或者录像",
    clauses=("MSSS2007 §79", "MSSS2012 §86", "MSSS2021 §89", "XZCF2021 §61(1)"),
    as_of=served_on,
    when=served_on.is_not_null() & (service_method == "left"),
    breach=_no_reason | (~said(receipt_witness) & ~left_recorded),
    guards={"serve_decision": DENY, "serve_document": DENY},
    says="{served_on}留置送达，理由：{left_reason}，见证人：{receipt_witness}，拍照、录像：{left_recorded}",
    cure="写明当事人怎样拒收，请见证人签名，或者用拍照、录像记录留置的全过程",
    note="2013年之前只能请见证人签名；有见证人的，两个时期都合规。",
)
