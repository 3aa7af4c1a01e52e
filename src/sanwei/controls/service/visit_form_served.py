"""处罚数额较大或者影响重大的，送达决定书时应当同时送达回访意见表，并在送达回证上签收。"""

from sanwei.facts.derived.around import s_decision_kind, s_fine, s_kinds, s_party_kind
from sanwei.facts.execution import served_on, service_method, visit_form_served, visit_form_signed
from sanwei.facts.serving import served_what

from ..control import DENY, Control
from ..terms import visited

_by_hand = service_method.is_in(["direct", "left", "entrusted"])  # otherwise nobody is there to sign

control = Control(
    code="service.visit-form-served",
    title="较重处罚的决定书与回访意见表一并送达签收",
    clauses=("ZZ77 二(二)1",),
    as_of=served_on,
    # 告知书、催告书等文书的送达不附意见表。
    when=served_on.is_not_null()
    & (served_what.fill_null("decision") == "decision")
    & (s_decision_kind == "penalty")
    & visited(s_fine, s_kinds, s_party_kind, served_on),
    breach=~visit_form_served | (_by_hand & ~visit_form_signed),
    guards={"serve_decision": DENY},
    says="罚款{s_fine}的决定书{served_on}送达，同时送达回访意见表（{visit_form_served}），在回证上签收（{visit_form_signed}）",
    cure="由承办人补送回访意见表，请当事人在送达回证上签收或者注明拒签",
    note="邮寄、公告、电子送达的，意见表一并寄发或者附上即可，不要求在回证上签名。",
)
