"""委托送达应当写明受委托的机关，并有它的回证。"""

import polars as pl

from sanwei.facts.execution import receipt_witness, served_on, service_method
from sanwei.facts.serving import entrusted_to

from ..control import DENY, Control
from ..terms import said

control = Control(
    code="case.entrusted-named",
    title="委托送达写明受托机关并有其回证",
    clauses=("MSSS2007 §80", "MSSS2012 §88", "MSSS2021 §91", "XZCF2021 §61(1)"),
    as_of=served_on,
    when=served_on.is_not_null() & (service_method == "entrusted"),
    breach=pl.when(entrusted_to.is_not_null()).then(~said(entrusted_to) | ~said(receipt_witness)),
    guards={"serve_decision": DENY, "serve_document": DENY},
    says="{served_on}委托{entrusted_to}送达，回证：{receipt_witness}",
    cure="写明委托哪个机关送达，取回受托机关填写的送达回证",
)
