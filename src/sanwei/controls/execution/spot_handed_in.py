"""当场收缴的罚款，执法人员应当在二日内交到机关。"""

from sanwei.facts.execution import collected_by, paid_on
from sanwei.facts.money import handed_in_on

from ..control import Control, Due, Duty

control = Control(
    code="case.spot-handed-in",
    title="当场收缴的罚款二日内交到机关",
    clauses=("XZCF2009 §50", "XZCF2021 §71"),
    as_of=paid_on,
    when=paid_on.is_not_null() & (collected_by == "on_the_spot"),
    due=Due(since=paid_on, parameter="collect.handover"),
    done=handed_in_on,
    duty=Duty(todo="把当场收缴的罚款交到机关", owner="officer", act="hand_in_money"),
    says="{paid_on}当场收缴的罚款应当在{due}之前交到机关，交到日：{handed_in_on}",
    cure="立即把款项交到机关并登记交接；拖延、截留的，依法处理责任人",
    note="水上当场收缴的自抵岸之日起算，由审核人员判断。",
)
