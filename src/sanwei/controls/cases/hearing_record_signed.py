"""听证应当制作笔录，交当事人核对后签名，拒签的由主持人注明。"""

from sanwei.facts.deliberation import hearing_held_on, hearing_record, hearing_signed

from ..control import DENY, Control
from ..terms import said

control = Control(
    code="case.hearing-record-signed",
    title="听证笔录经当事人核对签名",
    clauses=("XZCF2009 §42(七)", "XZCF2021 §64(八)"),
    as_of=hearing_held_on,
    breach=(hearing_signed == "unsigned") | ~said(hearing_record),
    guards={"hold_hearing": DENY},
    says="{hearing_held_on}的听证，笔录签名情况：{hearing_signed}",
    cure="把笔录交当事人或者代理人核对并签名、盖章；拒签的，由听证主持人在笔录中注明",
)
