"""分案：把一名共同当事人或者另一个行为从本案分出，另立一案；两边互相指明。"""

from .case import CASE
from .parties import PARTY
from .violations import VIOLATION
from .vocabulary import Grain

SPLIT = Grain("split", "分案", "从本案分出另一案的一次呈报和批准", happened="split_asked_on")

_FORM = "分案审批表"
split_asked_on = SPLIT.day("split_asked_on", "呈报分案日", source=_FORM)
split_party = SPLIT.text("split_party", "分出的当事人", "共同当事人的行号；分出的是行为时为空", source=_FORM)
split_deed = SPLIT.count("split_deed", "分出的是第几个行为", "分出的是当事人时为空", unit="", source=_FORM)
split_reason = SPLIT.text("split_reason", "分案理由", source=_FORM)
split_ruled_on = SPLIT.day("split_ruled_on", "批准分案日", source=_FORM)
split_approver = SPLIT.text("split_approver", "批准分案人", "负责人证号", source=_FORM)
split_due_before = SPLIT.day("split_due_before", "原案的到期日", source=_FORM, foretold=True)
split_number = SPLIT.text("split_number", "分出的案件", "案号", source=_FORM)
split_case_id = SPLIT.text("split_case_id", "分出案件的标识", source=_FORM)

coparty_split_on = PARTY.day("coparty_split_on", "分出另案之日", "之后由另案处理", source=_FORM)
violation_split_on = VIOLATION.day("violation_split_on", "分出另案处理之日", "之后由另案处理", source=_FORM)

split_from = CASE.text("split_from", "由哪一案分出", "案号", source=_FORM)
split_from_id = CASE.text("split_from_id", "原案的标识", source=_FORM)
split_off_on = CASE.day("split_off_on", "由原案分出之日", source=_FORM)
