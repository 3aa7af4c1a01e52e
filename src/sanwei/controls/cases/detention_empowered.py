"""行政拘留只能由公安机关和法律规定的其他机关给予。"""

import polars as pl

from sanwei.facts.decision import decided_on, detention_empowered, drafted_on, penalty_kinds

from ..control import DENY, Control

_said_on = pl.coalesce(decided_on, drafted_on)

control = Control(
    code="case.detention-empowered",
    title="行政拘留由有权的机关给予",
    clauses=("XZCF2009 §16", "XZCF2021 §18(3)"),
    as_of=_said_on,
    when=_said_on.is_not_null() & penalty_kinds.list.contains("detention").fill_null(False),
    breach=~detention_empowered,
    guards={"draft_decision": DENY, "issue_decision": DENY},
    says="决定给予{penalty_kinds}，本机关的职权事项没有规定行政拘留",
    cure="去掉行政拘留；应当给予行政拘留的，移送公安机关处理",
)
