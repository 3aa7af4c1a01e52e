"""自作出重大行政处罚决定之日起十五日内，应当报送备案审查。"""

from sanwei.facts.decision import confiscation, decided_on, fine, penalty_kinds, revoked_on
from sanwei.facts.derived.decision import d_party_kind
from sanwei.facts.derived.execution import d_reported_on

from ..control import WARN, Control, Due, Duty
from ..terms import major, penalty_decided

control = Control(
    code="supervision.major-filed-in-time",
    title="重大处罚决定在十五日内报送备案审查",
    clauses=("ZZ39 三(三)二", "HNBA168 §4"),
    as_of=decided_on,
    when=penalty_decided & major(fine, confiscation, penalty_kinds, d_party_kind, decided_on),
    due=Due(since=decided_on, parameter="major_filing.limit"),
    done=d_reported_on,
    void_on=revoked_on,
    guards={"report_major_penalty": WARN},
    duty=Duty(todo="报送重大行政处罚备案", owner="reviewer", act="report_major_penalty"),
    says="{decided_on}作出的重大处罚（罚款{fine}、没收{confiscation}）应当在{due}之前报送备案，报送日：{d_reported_on}",
    cure="由法制机构立即报送重大行政处罚目录和决定书备案审查，并说明迟延的原因",
)
