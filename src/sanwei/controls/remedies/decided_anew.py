"""复议机关、人民法院责令重新作出决定的，应当在限定的期限内作出。"""

from sanwei.facts.derived.money import r_next_decided_on
from sanwei.facts.remedies import anew_until, remedy_ended_on, remedy_result

from ..control import Control, Due, Duty

control = Control(
    code="case.decided-anew",
    title="按期重新作出决定",
    clauses=("XZFY1999 §28", "XZFY2023 §64", "XZSS2017 §70"),
    as_of=remedy_ended_on,
    when=remedy_ended_on.is_not_null() & (remedy_result == "act_anew"),
    due=Due(since=anew_until, parameter="deferral.grace"),
    done=r_next_decided_on,
    duty=Duty(todo="重新作出决定", owner="officer", act="draft_decision"),
    says="{remedy_ended_on}收到责令重新作出的文书，限{due}之前作出，重新作出日：{r_next_decided_on}",
    cure="按结果文书重新调查、告知、作出决定，不得以同一事实和理由作出基本相同的决定",
)
