"""当事人下落不明，或者其他方式都试过而无法送达的，才可以公告送达。"""

import polars as pl

from sanwei.facts.derived.serving import s_attempts
from sanwei.facts.serving import announce_ground, announce_search, announced_on

from ..control import DENY, Control
from ..terms import said

_unsearched = pl.when(announce_search.is_not_null()).then(~said(announce_search))

control = Control(
    code="case.announcement-last-resort",
    title="其他方式无法送达才公告",
    clauses=("MSSS2007 §84", "MSSS2012 §92", "MSSS2021 §95", "XZCF2021 §61(1)"),
    as_of=announced_on,
    breach=_unsearched | announce_ground.is_null() | ((announce_ground == "others_failed") & (s_attempts == 0)),
    guards={"announce_service": DENY},
    says="{announced_on}公告送达，理由：{announce_ground}，查找、送达经过：{announce_search}，此前送达未成{s_attempts}次",
    cure="先用其他方式送达并把未成的经过登记在案；当事人下落不明的，写明向谁查找、结果怎样，再公告",
)
