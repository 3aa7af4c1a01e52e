"""撤回公开的处罚决定，应当公开说明理由。"""

from sanwei.facts.derived.revision import p_revoked_on
from sanwei.facts.execution import withdrawal_reason, withdrawn_on

from ..control import DENY, Control
from ..terms import said

control = Control(
    code="disclosure.withdrawal-reasoned",
    title="撤回公开时公开说明理由",
    clauses=("XZCF2021 §48(2)",),
    as_of=withdrawn_on,
    when=withdrawn_on.is_not_null() & p_revoked_on.is_not_null(),
    breach=~said(withdrawal_reason),  # nothing said is the breach
    guards={"withdraw_publication": DENY},
    says="{withdrawn_on}撤回了{p_revoked_on}被变更、撤销的决定，公开说明的理由：{withdrawal_reason}",
    cure="写明向公众说明的撤回理由",
)
