"""延期、分期缴纳罚款，由确有经济困难的当事人申请，由机关批准。"""

import polars as pl

from sanwei.facts.money import deferral_asked_on, deferral_decided_on, deferral_granted, deferral_reason

from ..control import DENY, Control
from ..terms import said

control = Control(
    code="case.deferral-grounded",
    title="延期、分期有申请、有困难的情况",
    clauses=("XZCF2009 §52", "XZCF2021 §66(2)"),
    as_of=deferral_decided_on,
    when=deferral_decided_on.is_not_null() & deferral_granted,
    breach=(deferral_asked_on > deferral_decided_on)
    | pl.when(deferral_reason.is_not_null()).then(~said(deferral_reason)),
    guards={"decide_deferral": DENY},
    says="{deferral_decided_on}批准延期、分期，当事人申请日：{deferral_asked_on}，困难情况：{deferral_reason}",
    cure="先由当事人提出申请并说明经济困难的情况，查明之后再批准",
)
