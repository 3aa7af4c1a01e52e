"""开展执法工作应当向当事人说明目的和方法。"""

from sanwei.facts.investigation import contact_on, purpose_explained

from ..control import DENY, Control

control = Control(
    code="case.purpose-explained",
    title="向当事人说明执法的目的和方法",
    clauses=("HN78 三(五)", "ZZ77 二(三)"),
    as_of=contact_on,
    breach=~purpose_explained,
    guards={"record_contact": DENY, "decide_on_the_spot": DENY},
    says="{contact_on}对{contact_person}的{contact_kind}，是否说明执法的目的和方法：{purpose_explained}",
    cure="向当事人说明为什么检查、怎样检查之后重新进行，并记入笔录",
)
