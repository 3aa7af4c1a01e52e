"""执法人员当场作出的处罚决定，应当报所属机关备案。"""

from sanwei.facts.decision import decided_on, reported_to_body_on, revoked_on

from ..control import WARN, Control, Due, Duty
from ..terms import decided
from ._terms import made_on_the_spot

control = Control(
    code="case.summary-reported",
    title="当场处罚决定在规定期限内报所属机关备案",
    clauses=("XZCF2009 §34(3)", "XZCF2021 §52(3)"),
    as_of=decided_on,
    when=decided & made_on_the_spot,
    due=Due(since=decided_on, parameter="summary.report"),
    done=reported_to_body_on,
    void_on=revoked_on,
    guards={"report_on_the_spot": WARN},
    duty=Duty(todo="当场处罚决定报所属机关备案", owner="officer", act="report_on_the_spot"),
    says="{decided_on}当场作出的处罚决定，应当不迟于{due}报所属机关备案，备案日：{reported_to_body_on}",
    cure="立即把当场处罚决定书报所属机关备案",
    note="法律要求备案而没有写天数，期限是预设值，由本机关确定",
)
