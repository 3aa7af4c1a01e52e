"""负责审批、审核的负责人和初审人员也要持证上岗，审批时标注在当日有效的执法证号码。"""

from sanwei.facts.actor import acted_on, actor_role, certificate_from, certificate_no, certificate_until

from ..control import Control
from ..terms import blank, within
from ._acts import EVERY_ACT

APPROVERS = ["section_head", "reviewer", "leader", "panel_member", "chair"]

control = Control(
    code="authority.approver-certified",
    title="审批、审核人员标注有效的执法证号码",
    clauses=("ZZ77 二(二)7", "HNZF2016 §21(1)"),
    as_of=acted_on,
    when=acted_on.is_not_null() & actor_role.is_in(APPROVERS),
    # an approval without a number is the breach
    breach=blank(certificate_no) | ~within(acted_on, certificate_from, certificate_until),
    guards=EVERY_ACT,
    says=(
        "{acted_on}以{actor_role}身份审批、审核的人员，标注的执法证号：{certificate_no}，"
        "有效期起于{certificate_from}、止于{certificate_until}（未记录终止日的为长期）"
    ),
    cure="由持有效执法证的负责人、审核人员办理，并标注证号；没有证件的先培训考试、申领证件",
)
