"""移送案件应当经负责人批准、标注证号，批准在前、移送在后。"""

import polars as pl

from sanwei.facts.transfer import transfer_approver, transfer_decided_on, transfer_granted, transferred_on

from ..control import DENY, Control
from ..terms import blank

control = Control(
    code="case.transfer-approved",
    title="移送经负责人批准",
    clauses=("XZCF2009 §22", "XZCF2021 §22", "XZCF2021 §27", "HNZF2016 §36", "YSFZ2001 §5(1)", "ZZ77 二(二)7"),
    as_of=transferred_on,
    # a transfer nobody approved is the breach
    breach=blank(transfer_approver)
    | transfer_granted.ne_missing(pl.lit(True))
    | (transfer_decided_on > transferred_on).fill_null(True),
    guards={"send_transfer": DENY},
    says="{transferred_on}移送，批准移送：{transfer_granted}，审批日：{transfer_decided_on}，审批人证号：{transfer_approver}",
    cure="先呈报负责人批准并标注执法证号，再移送",
)
