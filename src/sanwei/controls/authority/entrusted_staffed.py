"""受委托组织应当有取得行政执法资格的工作人员。"""

from sanwei.facts.actor import body_kind, entrusted_staff, stood_on

from ..control import DENY, Control
from ._acts import STANDING_ACTS

control = Control(
    code="authority.entrusted-staffed",
    title="受委托组织有取得执法资格的人员",
    clauses=("XZCF2021 §21",),
    as_of=stood_on,
    when=body_kind == "entrusted",
    breach=entrusted_staff < 1,
    guards=dict.fromkeys(STANDING_ACTS, DENY),
    says="{stood_on}，受委托组织持有有效执法证的人员有{entrusted_staff}名",
    cure="组织人员取得执法资格；没有取得之前由委托机关自己办理",
    note="依法成立、具有管理公共事务职能和技术检查、鉴定的条件，由委托机关在委托之前审查，不在每一件案件中重复",
)
