"""对赔偿请求的决定应当写明理由并告知请求人；决定赔偿的写明数额。"""

from sanwei.facts.claim import claim_awarded, claim_decided_on, claim_decider, claim_reason, claim_result

from ..control import DENY, Control
from ..terms import blank, said

control = Control(
    code="case.claim-answer-reasoned",
    title="赔偿请求的处理有理由、有数额、有决定人",
    clauses=("XZCF2009 §6", "XZCF2021 §7", "GJPC2012 §13(3)"),
    as_of=claim_decided_on,
    # a reason, a sum, a name that nobody wrote down is the breach
    breach=~said(claim_reason)
    | blank(claim_decider)
    | (claim_result.is_in(["paid", "agreed"]) & claim_awarded.is_null()),
    guards={"decide_claim": DENY},
    says="{claim_decided_on}的处理：{claim_result}，数额：{claim_awarded}，理由：{claim_reason}，决定人：{claim_decider}",
    cure="写明理由；决定赔偿的写明数额，由负责人决定并标注证号",
)
