"""以移送为由结案的，应当已经移送并取得接收机关的回执。"""

import polars as pl

from sanwei.facts.case import closed_on, closing_asked_on, closing_ground
from sanwei.facts.derived.transfer import transfers_receipted

from ..control import DENY, Control

_closing = pl.coalesce(closed_on, closing_asked_on)

control = Control(
    code="case.closing-after-transfer",
    title="移送并取得回执之后才能以移送结案",
    clauses=("XZCF2009 §22", "XZCF2021 §27", "HNZF2016 §33(2)"),
    as_of=_closing,
    when=_closing.is_not_null() & (closing_ground == "transferred"),
    breach=transfers_receipted == 0,
    guards={"propose_closing": DENY, "close_case": DENY},
    says="结案理由为“{closing_ground}”，有回执的移送{transfers_receipted}件",
    cure="先移送案件并登记接收机关的回执，再呈报结案",
)
