"""听证应当公开举行，涉及国家秘密、商业秘密或者个人隐私的除外。"""

from sanwei.facts.deliberation import hearing_closed_reason, hearing_notified_on, hearing_public

from ..control import DENY, Control

control = Control(
    code="case.hearing-closed-for-reason",
    title="不公开听证有法定理由",
    clauses=("XZCF2009 §42", "XZCF2021 §64(三)", "HNTZ204 §3"),
    as_of=hearing_notified_on,
    when=hearing_notified_on.is_not_null() & ~hearing_public,
    breach=hearing_closed_reason.is_null(),  # no reason on record is the breach
    guards={"notify_hearing": DENY},
    says="{hearing_notified_on}通知不公开举行听证，理由：{hearing_closed_reason}",
    cure="公开举行听证；涉及国家秘密、商业秘密或者个人隐私的，写明是哪一种",
)
