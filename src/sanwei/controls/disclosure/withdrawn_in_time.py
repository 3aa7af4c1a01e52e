"""公开的处罚决定被变更、撤销的，应当在三个工作日内撤回。"""

from sanwei.facts.derived.revision import p_revoked_on
from sanwei.facts.execution import published_on, withdrawn_on

from ..control import WARN, Control, Due, Duty

control = Control(
    code="disclosure.withdrawn-in-time",
    title="变更、撤销的决定在三个工作日内撤回公开",
    clauses=("XZCF2021 §48(2)",),
    as_of=p_revoked_on,
    when=p_revoked_on.is_not_null() & (published_on <= p_revoked_on),
    due=Due(since=p_revoked_on, parameter="withdrawal.limit"),
    done=withdrawn_on,
    guards={"withdraw_publication": WARN},
    duty=Duty(todo="撤回已公开的处罚决定", owner="officer", act="withdraw_publication"),
    says="{published_on}公开的决定{p_revoked_on}被变更、撤销，应当在{due}之前撤回，撤回日：{withdrawn_on}",
    cure="立即从各公开渠道撤下该决定，并公开说明理由",
)
