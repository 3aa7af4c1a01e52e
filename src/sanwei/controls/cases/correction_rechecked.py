"""责令限期改正的，期满之后应当在规定期限内复查。"""

from sanwei.facts.case import correct_by, correction_ordered_on, rechecked_on, terminated_on

from ..control import WARN, Control, Due, Duty

control = Control(
    code="case.correction-rechecked",
    title="改正期限届满之后及时复查",
    clauses=("XZCF2009 §23", "HN78 三(三)", "XZCF2021 §28(1)"),
    as_of=correction_ordered_on,
    due=Due(since=correct_by, parameter="correction.recheck"),
    done=rechecked_on,
    void_on=terminated_on,
    guards={"recheck_correction": WARN},
    duty=Duty(todo="复查改正情况", owner="officer", act="recheck_correction"),
    says="{correction_ordered_on}责令改正，改正期限到{correct_by}，应当不迟于{due}复查，复查日：{rechecked_on}",
    cure="到现场复查并记录是否已经改正；没有改正的依法继续处理",
)
