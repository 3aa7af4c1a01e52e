"""先行登记保存期限届满没有作出处理决定的，只能把物品还给当事人。"""

from sanwei.facts.codes import PRESERVATION_RELEASES
from sanwei.facts.investigation import preservation_decided_on, preservation_end, preserved_on

from ..control import DENY, Control, within_term

control = Control(
    code="case.lapsed-preservation-released",
    title="登记保存期限届满之后只能解除、退还",
    clauses=("XZCF2009 §37(2)", "XZCF2021 §56"),
    as_of=preservation_decided_on,
    when=preservation_decided_on.is_not_null() & preserved_on.is_not_null() & preservation_end.is_not_null(),
    breach=~within_term(preservation_decided_on, "preservation.limit", preserved_on, preserved_on)
    & ~preservation_end.is_in(list(PRESERVATION_RELEASES)),
    guards={"decide_preservation": DENY},
    says="{preserved_on}先行登记保存，{preservation_decided_on}才作出处理决定：{preservation_end}，已经超过法定期限",
    cure="期限届满的，登记保存不再有效，把物品还给当事人；确需查封、扣押、没收的，依法另行决定",
)
