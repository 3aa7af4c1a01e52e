"""当事人的陈述、申辩应当记录在案。"""

from sanwei.facts.deliberation import defence_form, defence_said, defended_on

from ..control import DENY, Control
from ..terms import said

control = Control(
    code="case.defence-recorded",
    title="陈述申辩的内容记录在案",
    clauses=("XZCF2009 §32(1)", "XZCF2021 §45(1)", "XZCF2021 §47", "HNZF2016 §26(2)"),
    as_of=defended_on,
    when=defended_on.is_not_null() & defence_form.is_in(["oral", "written", "online"]),
    breach=~said(defence_said),  # nothing of it on record is the breach
    guards={"record_defence": DENY, "decide_on_the_spot": DENY},
    says="{defended_on}当事人以“{defence_form}”方式陈述、申辩，记录的内容：{defence_said}",
    cure="如实记录当事人提出的事实、理由和证据，口头提出的交本人核对签名",
)
