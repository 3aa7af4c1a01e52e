"""已经生效的处罚决定，没有法定事由不得变更、撤销。"""

import polars as pl

from sanwei.facts.revision import revised_on, revision_faults, revision_kind

from ..control import DENY, Control

_real = revision_faults.list.set_difference(pl.lit(["clerical"])).list.len() > 0

control = Control(
    code="case.revision-grounded",
    title="变更、撤销决定有实质的错误作为事由",
    clauses=("HNZF2016 §32", "XZCF2009 §54", "XZCF2021 §75(2)"),
    as_of=revised_on,
    when=revised_on.is_not_null() & revision_kind.is_in(["changed", "revoked"]),
    breach=~_real,
    guards={"approve_revision": DENY},
    says="{revised_on}变更、撤销决定，所写的错误为：{revision_faults}",
    cure="写明认定、依据、程序、权限或者裁量上的错误；只是文字、计算错漏的，用更正，不变更、不撤销",
)
