"""事先告知书应当写明事实、理由和依据，并告知当事人陈述、申辩的权利。"""

from sanwei.facts.deliberation import defence_right_told, notice_basis, notice_facts, noticed_on

from ..control import DENY, Control
from ..terms import listed, said

control = Control(
    code="case.notice-complete",
    title="事先告知写明事实、理由、依据和陈述申辩权",
    clauses=("XZCF2009 §31", "XZCF2021 §44", "HNZF2016 §26(1)"),
    as_of=noticed_on,
    breach=~said(notice_facts)
    | ~listed(notice_basis)
    | ~defence_right_told,  # what the paper does not say was not told
    guards={"give_notice": DENY},
    says="{noticed_on}的事先告知缺少应当告知的内容：事实、理由（{notice_facts}），依据（{notice_basis}），陈述申辩权已告知（{defence_right_told}）",
    cure="由承办人补齐事实、理由、依据和权利告知，重新制作并送达告知书",
    note="拟作出的处罚内容自2021年起才是法定告知事项，另见 case.notice-tells-penalty。",
)
