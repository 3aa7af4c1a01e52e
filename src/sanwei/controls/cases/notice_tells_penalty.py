"""事先告知书应当写明拟作出的处罚内容；拟罚款的，写明数额。"""

from sanwei.facts.deliberation import notice_content, notice_fine, notice_kinds, noticed_on

from ..control import DENY, Control
from ..terms import has_kind, listed, said

# The kinds alone tell the penalty, except that a fine without its sum tells nothing.
_by_kinds = listed(notice_kinds) & (~has_kind(notice_kinds, ("fine",)).fill_null(False) | notice_fine.is_not_null())

control = Control(
    code="case.notice-tells-penalty",
    title="事先告知写明拟作出的处罚内容",
    clauses=("XZCF2021 §44",),
    as_of=noticed_on,
    breach=~said(notice_content) & ~_by_kinds,  # what the paper does not say was not told
    guards={"give_notice": DENY},
    says="{noticed_on}的事先告知没有写明拟作出的处罚内容：内容（{notice_content}），拟罚款（{notice_fine}）",
    cure="由承办人写明拟处罚的种类和数额，重新制作并送达告知书",
    note="2021年修订前的法律只要求告知事实、理由、依据和权利。",
)
