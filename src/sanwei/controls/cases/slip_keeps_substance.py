"""更正只改文字、计算上的错漏，不得改变当事人、事实认定、处罚种类和数额。"""

from sanwei.facts.revision import revised_on, revision_kind, slip_from, slip_to, substance_untouched

from ..control import DENY, Control
from ..terms import said

control = Control(
    code="case.slip-keeps-substance",
    title="更正不改变决定的实质内容",
    clauses=("XZCF2009 §55", "XZCF2021 §76", "HNZF2016 §32"),
    as_of=revised_on,
    when=revised_on.is_not_null() & (revision_kind == "corrected"),
    breach=~substance_untouched | ~said(slip_to) | ~said(slip_from),
    guards={"approve_revision": DENY},
    says="{revised_on}更正：原文“{slip_from}”，改为“{slip_to}”，不改变实质内容：{substance_untouched}",
    cure="改变当事人、事实、种类或者数额的，不能用更正，应当呈报变更或者撤销；更正的，写明改前改后的文字",
)
