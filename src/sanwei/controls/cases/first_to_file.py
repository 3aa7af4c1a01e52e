"""两个以上机关都有管辖权的，由最先立案的机关管辖。"""

from sanwei.facts.case import filed_on, other_filed_on
from sanwei.facts.derived.jurisdiction import settled_ours

from ..control import DENY, Control
from ._terms import ordinary

control = Control(
    code="case.first-to-file",
    title="由最先立案的机关管辖",
    clauses=("XZCF2021 §25",),
    as_of=filed_on,
    when=filed_on.is_not_null() & ordinary & other_filed_on.is_not_null(),
    breach=(other_filed_on < filed_on) & ~settled_ours,
    guards={"file_case": DENY},
    says="{other_filed_by}已于{other_filed_on}就同一违法行为立案，本机关{filed_on}立案，管辖已经定由本机关：{settled_ours}",
    cure="移送最先立案的机关；有争议的先协商，协商不成的报共同的上一级机关指定管辖",
)
