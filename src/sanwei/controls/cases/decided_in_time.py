"""自立案之日起九十日内作出行政处罚决定；依法批准延长的日数、停止计算的日数往后推。"""

import polars as pl

from sanwei.facts.case import filed_on, merged_on, terminated_on
from sanwei.facts.derived.case import first_decided_on
from sanwei.facts.derived.clock import clock_from, clock_stands
from sanwei.facts.derived.transfer import handed_over_on

from ..control import WARN, Control, Due, Duty
from ._terms import ordinary

control = Control(
    code="case.decided-in-time",
    title="自立案之日起在法定期限内作出决定",
    clauses=("XZCF2021 §60",),
    as_of=filed_on,
    # While the clock stands nobody can be late; it is asked again from the day on which it runs.
    when=filed_on.is_not_null() & ordinary & ~clock_stands,
    due=Due(since=clock_from, parameter="decision.limit"),
    done=first_decided_on,
    void_on=pl.min_horizontal(terminated_on, handed_over_on, merged_on),
    guards={"issue_decision": WARN},
    duty=Duty(todo="作出处罚决定", owner="officer", act="issue_decision"),
    says=(
        "{filed_on}立案的案件，批准延长{extended_days}日、停止计算{stopped_days}日，"
        "应当不迟于{due}作出决定，作出决定日：{first_decided_on}"
    ),
    cure="尽快完成审核、告知等环节并作出决定，在卷内写明超过办案期限的原因；不应当处罚的，依法销案",
    note="只计到期之前批准的延长和到期之前开始的停止计算；法律、法规、规章另有办案期限的从其规定，由审核人员判断",
)
