"""处罚由违法行为发生地的机关管辖；不在辖区的，应当已经定由本机关管辖。"""

from sanwei.facts.case import filed_on, place_in_area
from sanwei.facts.derived.jurisdiction import settled_ours

from ..control import DENY, Control
from ._terms import ordinary

control = Control(
    code="case.place-in-area",
    title="违法行为发生地属于本机关管辖",
    clauses=("XZCF2009 §20", "XZCF2021 §22", "XZCF2021 §25"),
    as_of=filed_on,
    when=filed_on.is_not_null() & ordinary,
    breach=~place_in_area & ~settled_ours,
    guards={"file_case": DENY},
    says="{filed_on}立案，违法行为发生地在本机关辖区：{place_in_area}，管辖已经定由本机关：{settled_ours}",
    cure="移送发生地的机关；有争议的先协商，协商不成的报共同的上一级机关指定管辖",
    note="法律、行政法规、部门规章对地域管辖另有规定的从其规定，由审核人员判断",
)
