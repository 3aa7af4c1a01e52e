"""受委托执法的，应当在书面委托的期限和事项范围之内。"""

from sanwei.facts.actor import delegated_from, delegated_until, delegation_covers_power, stood_on

from ..control import Control
from ..terms import within
from ._acts import STANDING_ACTS
from ._terms import by_delegation

control = Control(
    code="authority.delegation-in-scope",
    title="受委托执法在委托的期限和范围之内",
    clauses=("XZCF2009 §18", "HNZF2016 §14(1)", "XZCF2021 §20", "XZCF2021 §20(2)", "XZCF2021 §20(4)"),
    as_of=stood_on,
    when=stood_on.is_not_null() & by_delegation,
    breach=~within(stood_on, delegated_from, delegated_until) | ~delegation_covers_power,
    guards=STANDING_ACTS,
    says=(
        "{body_kind}在{stood_on}受委托执法，委托期限起于{delegated_from}、止于{delegated_until}（未记录终止日的为长期），"
        "委托范围含本事项：{delegation_covers_power}"
    ),
    cure="由委托机关自行办理，或者先签订、公布包含本事项的委托书；受托方不得再委托他人",
)
