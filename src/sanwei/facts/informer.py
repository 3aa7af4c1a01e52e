"""举报人、投诉人：一人（一次）一行。姓名和联系方式另行密封，不在事实里。"""

from .codes import INFORMER_CHANNELS
from .vocabulary import Grain

INFORMER = Grain("informer", "举报人、投诉人", "同一事项的一名举报人、投诉人的一次举报", happened="informer_on")

informer_on = INFORMER.day("informer_on", "举报日", source="举报登记表")
informer_channel = INFORMER.code("informer_channel", "举报方式", INFORMER_CHANNELS, source="举报登记表")
informer_named = INFORMER.yesno("informer_named", "实名", "不愿意写姓名的，登记为匿名", source="举报登记表")
informer_reachable = INFORMER.yesno(
    "informer_reachable", "留有联系方式", "留有联系方式的，应当将处理结果答复本人", source="举报登记表"
)
informer_secret = INFORMER.yesno(
    "informer_secret", "要求保密", "要求保密的，文书上不写姓名和联系方式", source="举报登记表"
)
informer_said = INFORMER.text("informer_said", "举报内容", source="举报登记表")
informer_answered_on = INFORMER.day("informer_answered_on", "答复日", source="答复记录")
informer_answer = INFORMER.text("informer_answer", "答复方式和内容", source="答复记录")

JOINED = Grain("joined", "并入的线索和案件", "并入本案的另一条线索或者另一案", happened="joined_on")

joined_on = JOINED.day("joined_on", "并入日", source="并案审批表")
joined_from = JOINED.text("joined_from", "并入的案号", source="并案审批表")
joined_from_id = JOINED.text("joined_from_id", "并入案件的标识", source="并案审批表")
joined_reason = JOINED.text("joined_reason", "并入理由", source="并案审批表")
