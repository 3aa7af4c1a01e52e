"""机关收到当场收缴的罚款，应当在二日内缴付指定的银行。"""

from sanwei.facts.money import banked_on, handed_in_on

from ..control import Control, Due, Duty

control = Control(
    code="case.spot-banked",
    title="机关二日内把收到的罚款缴付银行",
    clauses=("XZCF2009 §50", "XZCF2021 §71"),
    as_of=handed_in_on,
    due=Due(since=handed_in_on, parameter="collect.bank"),
    done=banked_on,
    duty=Duty(todo="把收到的罚款缴付银行", owner="officer", act="bank_money"),
    says="{handed_in_on}收到的罚款应当在{due}之前缴付银行，缴付日：{banked_on}",
    cure="立即缴付指定的银行，留存回单",
)
