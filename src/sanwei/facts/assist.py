"""协助请求：办案需要时向其他机关提出的一次请求和它的结果。"""

from .vocabulary import Grain

ASSIST_RESULTS = {"done": "已经协助", "partly": "部分协助", "declined": "不予协助", "withdrawn": "撤回请求"}
ASSIST = Grain("assist", "协助请求", "向其他机关提出的一次协助请求", happened="assist_asked_on")

_LETTER = "协助函"
assist_asked_on = ASSIST.day("assist_asked_on", "请求协助日", source=_LETTER)
assist_no = ASSIST.text("assist_no", "协助函文号", source=_LETTER)
assist_to = ASSIST.text("assist_to", "被请求机关", source=_LETTER)
assist_matter = ASSIST.text("assist_matter", "请求协助的事项", "要查什么、要什么材料", source=_LETTER)
assist_reason = ASSIST.text("assist_reason", "请求的理由和依据", "为什么需要，为什么属于对方的职权", source=_LETTER)
assist_until = ASSIST.day("assist_until", "希望答复之日", source=_LETTER, foretold=True)
assist_answered_on = ASSIST.day("assist_answered_on", "收到答复日", source="复函")
assist_result = ASSIST.code("assist_result", "协助的结果", ASSIST_RESULTS, source="复函")
assist_answer = ASSIST.text("assist_answer", "答复的内容", "不予协助的写明对方的理由", source="复函")
