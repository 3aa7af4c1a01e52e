"""决定认定了告知书没有写的不利事实的，应当先重新告知。"""

from sanwei.facts.decision import decided_on, facts_beyond_notice
from sanwei.facts.derived.decision import noticed_then

from ..control import DENY, Control
from ..terms import ordinary_penalty

control = Control(
    code="case.new-facts-renoticed",
    title="新的不利事实重新告知",
    clauses=("XZCF2009 §31", "XZCF2009 §41", "XZCF2021 §44", "XZCF2021 §62"),
    as_of=decided_on,
    when=ordinary_penalty & noticed_then.is_not_null() & facts_beyond_notice.is_not_null(),
    breach=facts_beyond_notice,
    guards={"issue_decision": DENY},
    says="{decided_on}的决定认定了{noticed_then}的告知书没有写明的不利事实：{facts_beyond_notice}",
    cure="把新认定的事实、理由和依据重新告知当事人，听取陈述、申辩之后重新拟写决定",
    note="种类、数额超出告知的由 case.notice-covers-decision 问。",
)
