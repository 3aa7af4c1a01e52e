"""被取消行政执法资格的人员，自取消之日起不得再办理任何执法事项。"""

from sanwei.facts.actor import acted_on, certificate_revoked_on

from ..control import Control
from ._acts import EVERY_ACT

control = Control(
    code="authority.disqualified-signs-nothing",
    title="被取消执法资格的人员不得再办理执法事项",
    clauses=("HN78 三(九)", "ZZ77 二(二)7", "HNZF2016 §21(1)", "XZCF2021 §42(1)"),
    as_of=acted_on,
    when=acted_on.is_not_null() & certificate_revoked_on.is_not_null(),
    breach=certificate_revoked_on <= acted_on,
    guards=EVERY_ACT,
    says="以{actor_role}身份办理的人员（证号：{certificate_no}），被取消执法资格之日为{certificate_revoked_on}，办理本案之日为{acted_on}",
    cure="换由有执法资格的人员办理；该人员在取消资格之后所办的，由有资格的人员重新办理",
)
