"""不得因当事人陈述、申辩而给予更重的处罚。"""

from sanwei.facts.decision import decided_on, fine, penalty_kinds
from sanwei.facts.derived.party import defence_made, defended_fine, defended_rank, renoticed_on_evidence

from ..control import DENY, Control
from ..terms import amount, ordinary_penalty, rank

control = Control(
    code="case.no-heavier-for-defence",
    title="不因陈述申辩加重处罚",
    clauses=("XZCF2009 §32(2)", "XZCF2021 §45(2)", "HNZF2016 §26(3)"),
    as_of=decided_on,
    when=ordinary_penalty & defence_made & ~renoticed_on_evidence,
    breach=(amount(fine, penalty_kinds, "fine") > defended_fine) | (rank(penalty_kinds) > defended_rank),
    guards={"issue_decision": DENY},
    says="当事人申辩之前告知的罚款为{defended_fine}，申辩之后决定罚款{fine}，罚款数额或者处罚种类加重了",
    cure="按不重于申辩之前告知的内容决定；确有新的证据表明违法更重的，补充证据后重新告知、重新听取申辩",
    note="与当事人据以申辩的各次告知中最轻的一次相比；申辩之后取得新证据（不含当事人陈述）并据此重新告知的，不在此问，另由 case.notice-covers-decision 比较最近一次告知。",
)
