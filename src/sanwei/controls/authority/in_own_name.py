"""受委托组织以委托机关的名义处罚，行政机关和法律、法规授权的组织以自己的名义处罚。"""

from sanwei.facts.decision import decided_on, named_body
from sanwei.facts.derived.around import d_body_code, d_body_kind

from ..control import DENY, Control
from ..terms import penalty_decided

_entrusted = (d_body_kind == "entrusted").fill_null(False)

control = Control(
    code="authority.in-own-name",
    title="以应当署名的机关的名义处罚",
    clauses=("XZCF2021 §19", "XZCF2021 §20(4)", "HNZF2016 §14(1)"),
    as_of=decided_on,
    when=penalty_decided & (_entrusted | named_body.is_not_null()),
    breach=(_entrusted & (named_body == d_body_code)) | (~_entrusted & (named_body != d_body_code)),
    guards={"issue_decision": DENY},
    says="{decided_on}的处罚决定以{named_body}的名义作出，办案的是{d_body_code}（{d_body_kind}）",
    cure="受委托的，以委托机关的名义作出并在委托范围和期限之内；没有有效委托的，不能处罚。授权组织以自己的名义作出",
    note="没有记录署名机关的只问受委托组织。",
)
