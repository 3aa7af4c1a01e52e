"""责任：年龄、辨认控制能力、情节、有没有过错；不予处罚时的教育和管教。一案有几名当事人的，逐人认定。"""

from .codes import (
    EDUCATION_KINDS,
    HARMS,
    LENIENT_GROUNDS,
    MENTAL_STATES,
    NO_PENALTY_GROUNDS,
    RESPONSIBILITIES,
    SIGNING,
)
from .vocabulary import Grain

RESPONSIBILITY = Grain("responsibility", "责任认定", "对一名当事人的一次责任认定", happened="weighed_on")

weighed_on = RESPONSIBILITY.day("weighed_on", "认定日", source="责任认定记录")
weighed_party = RESPONSIBILITY.text(
    "weighed_party", "所认定的当事人", "共同当事人的行号；空为首位当事人", source="责任认定记录"
)
age_then = RESPONSIBILITY.count(
    "age_then", "违法时年龄", "违法行为发生之日的周岁", unit="岁", source="身份证件、户籍证明"
)
mental_state = RESPONSIBILITY.code("mental_state", "辨认控制能力", MENTAL_STATES, source="鉴定意见、病历")
mental_proof = RESPONSIBILITY.text("mental_proof", "辨认控制能力的证据", source="鉴定意见、病历")
violation_minor = RESPONSIBILITY.yesno("violation_minor", "违法行为轻微", source="责任认定记录")
corrected_in_time = RESPONSIBILITY.yesno("corrected_in_time", "及时改正", source="改正复查记录")
harm = RESPONSIBILITY.code("harm", "危害后果", HARMS, source="责任认定记录")
first_offence = RESPONSIBILITY.yesno(
    "first_offence", "初次违法", "回看期间内没有同一当事人同类违法的决定", source="责任认定记录"
)
looked_back_on = RESPONSIBILITY.day("looked_back_on", "回看日", "查询以往决定之日", source="案件登记系统")
looked_back_from = RESPONSIBILITY.day("looked_back_from", "回看起算日", source="案件登记系统")
earlier_decisions = RESPONSIBILITY.count(
    "earlier_decisions",
    "以往同类决定",
    "回看期间内对同一当事人、同一职权事项的决定件数",
    unit="件",
    source="案件登记系统",
)
earlier_numbers = RESPONSIBILITY.text("earlier_numbers", "以往决定的案号", source="案件登记系统")
no_fault = RESPONSIBILITY.yesno("no_fault", "证明没有主观过错", "当事人有证据足以证明", source="当事人提交的证据")
no_fault_proof = RESPONSIBILITY.text("no_fault_proof", "没有主观过错的证据", source="当事人提交的证据")
lenient_grounds = RESPONSIBILITY.words(
    "lenient_grounds", "应当从轻、减轻的情形", codes=LENIENT_GROUNDS, source="责任认定记录"
)
weighed_outcome = RESPONSIBILITY.code("weighed_outcome", "认定结论", RESPONSIBILITIES, source="责任认定记录")
exempt_ground = RESPONSIBILITY.code("exempt_ground", "不予处罚的情形", NO_PENALTY_GROUNDS, source="责任认定记录")
weighed_reason = RESPONSIBILITY.text("weighed_reason", "认定理由", source="责任认定记录")
first_confirmed_on = RESPONSIBILITY.day(
    "first_confirmed_on", "首违不罚确认日", "负责人确认初次违法可以不予处罚之日", source="责任认定记录"
)
first_confirmer = RESPONSIBILITY.text("first_confirmer", "确认人", "确认的负责人证号", source="责任认定记录")

EDUCATION = Grain(
    "education", "教育、管教", "对当事人的一次教育、指导，或者责令监护人管教、看管", happened="educated_on"
)

educated_on = EDUCATION.day("educated_on", "教育日", source="教育记录")
educated_party = EDUCATION.text(
    "educated_party", "所教育的当事人", "共同当事人的行号；空为首位当事人", source="教育记录"
)
education_kind = EDUCATION.code("education_kind", "方式", EDUCATION_KINDS, source="教育记录")
educated_person = EDUCATION.text("educated_person", "接受教育、管教责任的人", "本人或者监护人", source="教育记录")
education_text = EDUCATION.text("education_text", "教育、管教内容", source="教育记录")
education_signed = EDUCATION.code("education_signed", "签名", SIGNING, source="教育记录")
educator_no = EDUCATION.text("educator_no", "教育人", "执法人员证号", source="教育记录")
