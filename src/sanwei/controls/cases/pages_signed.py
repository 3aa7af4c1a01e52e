"""询问、检查笔录应当逐页签名。"""

from sanwei.facts.investigation import contact_on, pages_signed, record_signed

from ..control import WARN, Control
from ._terms import ordinary_contact

control = Control(
    code="case.pages-signed",
    title="笔录逐页签名",
    clauses=("HNZF2016 §35", "XZCF2021 §47", "XZCF2021 §55(2)"),
    as_of=contact_on,
    # only what was recorded is judged: older records knew no such line
    when=contact_on.is_not_null() & ordinary_contact & (record_signed == "signed") & pages_signed.is_not_null(),
    breach=~pages_signed,
    guards={"record_contact": WARN},
    says="{contact_on}对{contact_person}的{contact_kind}，笔录是否逐页签名：{pages_signed}",
    cure="请被检查（询问）人逐页签名或者捺指印，改动处也要签",
    note="法律只要求制作笔录；逐页签名是全过程记录和文书规范的要求，没有记录这一项的旧笔录不问",
)
