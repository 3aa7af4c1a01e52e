"""送达的方式与凭证：每种方式各有证明，送达未成和送达地址确认各成一行。"""

from .codes import SERVICE_METHODS
from .execution import SERVICE
from .vocabulary import Grain

SERVED_PAPERS = {
    "decision": "处罚决定书",
    "notice": "事先告知书",
    "hearing": "听证通知书",
    "deferral": "延期（分期）缴纳通知书",
    "enforcement": "催告书",
}
RECEIVERS = {
    "self": "受送达人本人",
    "family": "同住的成年家属",
    "representative": "法定代表人、负责人",
    "mailroom": "单位负责收件的人",
    "agent": "代理人、指定的代收人",
    "other": "其他人",
}
ANNOUNCE_GROUNDS = {"whereabouts_unknown": "受送达人下落不明", "others_failed": "其他方式都无法送达"}
ATTEMPT_RESULTS = {
    "nobody": "无人在场",
    "moved": "已经搬离",
    "address_wrong": "地址不详或者有误",
    "returned": "邮件退回",
    "unreachable": "电子地址无法到达",
    "refused": "拒绝接收",
}
ELECTRONIC_WAYS = {"email": "电子邮件", "sms": "手机短信", "fax": "传真", "platform": "电子送达平台"}

served_what = SERVICE.code("served_what", "所送达的文书", SERVED_PAPERS, source="送达回证")
served_row = SERVICE.text("served_row", "所送达文书的行", "文书所在行号", source="送达回证")
receiver = SERVICE.text("receiver", "签收人", source="送达回证")
receiver_relation = SERVICE.code("receiver_relation", "签收人与受送达人的关系", RECEIVERS, source="送达回证")
left_reason = SERVICE.text("left_reason", "留置理由", "当事人怎样拒绝接收", source="送达回证")
left_recorded = SERVICE.yesno("left_recorded", "留置过程拍照、录像", source="送达回证")
entrusted_to = SERVICE.text("entrusted_to", "受委托送达的机关", source="委托送达函")
posted_on = SERVICE.day("posted_on", "交邮日", source="邮件详情单")
post_no = SERVICE.text("post_no", "邮件号码", source="邮件详情单")
service_address = SERVICE.text("service_address", "电子送达地址", "送达地址确认书上写明的地址", source="送达地址确认书")
reached_at = SERVICE.text("reached_at", "到达时间", "进入受送达人特定系统的时间，时：分", source="电子送达凭证")
consent_signed_on = SERVICE.day("consent_signed_on", "同意电子送达日", "确认书签订的日期", source="送达地址确认书")
announced_on = SERVICE.day("announced_on", "公告日", "发出公告的日期", source="送达公告")
announced_where = SERVICE.text("announced_where", "公告载体", "刊登、张贴的地方", source="送达公告")
announced_until = SERVICE.day("announced_until", "公告期满日", "期满即视为送达", source="送达公告", foretold=True)
announce_ground = SERVICE.code("announce_ground", "公告理由", ANNOUNCE_GROUNDS, source="送达公告")
announce_search = SERVICE.text("announce_search", "查找、送达经过", "为什么只能公告送达", source="送达公告")

ATTEMPT = Grain("attempt", "送达未成", "一次没有成功的送达", happened="attempted_on")

attempted_on = ATTEMPT.day("attempted_on", "尝试送达日", source="送达记录")
attempt_what = ATTEMPT.code("attempt_what", "所送的文书", SERVED_PAPERS, source="送达记录")
attempt_row = ATTEMPT.text("attempt_row", "所送文书的行", "文书所在行号", source="送达记录")
attempt_method = ATTEMPT.code("attempt_method", "送达方式", SERVICE_METHODS, source="送达记录")
attempt_place = ATTEMPT.text("attempt_place", "地点或者地址", source="送达记录")
attempt_result = ATTEMPT.code("attempt_result", "未成的原因", ATTEMPT_RESULTS, source="送达记录")
attempt_proof = ATTEMPT.text("attempt_proof", "凭证", "走访记录、退回的邮件、录像编号等", source="送达记录")

CONSENT = Grain("consent", "送达地址确认", "当事人签订的一份送达地址确认书", happened="consented_on")

consented_on = CONSENT.day("consented_on", "签订日", source="送达地址确认书")
consent_electronic = CONSENT.yesno("consent_electronic", "同意电子送达", source="送达地址确认书")
consent_way = CONSENT.code("consent_way", "电子送达方式", ELECTRONIC_WAYS, source="送达地址确认书")
consent_address = CONSENT.text("consent_address", "电子送达地址", "邮箱、手机号码、传真号码", source="送达地址确认书")
consent_post = CONSENT.text("consent_post", "邮寄送达地址", source="送达地址确认书")
consent_receiver = CONSENT.text("consent_receiver", "指定的代收人", source="送达地址确认书")
consent_withdrawn_on = CONSENT.day("consent_withdrawn_on", "撤回日", "当事人撤回或者另行确认的日期", source="书面声明")
