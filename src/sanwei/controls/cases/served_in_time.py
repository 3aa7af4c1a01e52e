"""处罚决定书应当在法定期限内送达当事人。"""

from sanwei.facts.decision import decided_on, decision_kind, revoked_on
from sanwei.facts.derived.around import d_service_method
from sanwei.facts.derived.execution import d_served_on

from ..control import Control, Due, Duty
from ..terms import ordinary_decision

control = Control(
    code="case.served-in-time",
    title="决定书在法定期限内送达当事人",
    clauses=("XZCF2009 §40", "XZCF2021 §61(1)"),
    as_of=decided_on,
    when=ordinary_decision
    & decision_kind.is_in(["penalty", "no_penalty"])
    & d_service_method.ne_missing("public_notice"),
    due=Due(since=decided_on, parameter="service.limit"),
    done=d_served_on,
    void_on=revoked_on,
    duty=Duty(todo="送达处罚决定书", owner="officer", act="serve_decision"),
    says="{decided_on}作出的决定应当在{due}之前送达，送达日：{d_served_on}",
    cure="立即送达决定书并填写送达回证；当事人不在场的，依法采用留置、委托、邮寄或者公告送达",
    note="公告送达经过法定公告期才视为送达，送达日必然在七日之后，公告之后不再问；当场处罚另由 case.summary-served-on-spot 问。",
)
