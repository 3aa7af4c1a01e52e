"""执法人员应当持有在行为当日有效的行政执法证件。"""

from sanwei.facts.actor import acted_on, actor_role, certificate_from, certificate_until

from ..control import Control
from ..terms import within
from ._acts import EVERY_ACT

control = Control(
    code="authority.certificate-valid",
    title="执法人员的执法证在行为当日有效",
    clauses=("HN78 三(九)", "ZZ77 二(二)7", "HNZF2016 §21(1)", "HNTZ180 §4", "XZCF2021 §42(1)"),
    as_of=acted_on,
    when=acted_on.is_not_null() & (actor_role == "officer"),
    breach=~within(acted_on, certificate_from, certificate_until),
    guards=EVERY_ACT,
    says=(
        "{acted_on}以{actor_role}身份办理的人员，其执法证（证号："
        "{certificate_no}）有效期起于{certificate_from}、止于{certificate_until}（未记录终止日的为长期）"
    ),
    cure="换由持有效执法证的人员办理；证件到期的，先参加培训考试、换发证件",
)
