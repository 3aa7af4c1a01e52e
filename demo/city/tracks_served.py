"""The ways after the decision that are not straight: service, money, goods, review, the court."""

from __future__ import annotations

from . import answers_after as b
from . import answers_served as v
from .tracks import (
    BEGUN,
    CLOSED,
    ENDED,
    ISSUED,
    PAID,
    PLAIN,
    PUBLISHED,
    REVIEWED,
    SERVED,
    SILENT,
    SPOT,
    SPOT_REPORTED,
    Step,
    Track,
    until,
)

# 当事人搬走，公告三十日之后才算送达；公告期内先公开。
ANNOUNCED: Track = (
    *until(PLAIN, "issue_decision"),
    Step("record_attempt", after=2, says=v.attempt),
    *PUBLISHED,
    Step("announce_service", after=1, says=v.announcement),
    Step("complete_announcement", after=24, says=v.announced),
    Step("record_payment", after=1, says=b.payment),
    *CLOSED,
)
# 告知书邮寄，决定书按确认书电子送达，凭缴款码缴款。
AGREED: Track = (
    *BEGUN,
    Step("confirm_address", after=0, says=v.consent),
    *ENDED,
    *REVIEWED,
    Step("give_notice", after=1, says=v.unserved_notice),
    Step("serve_document", after=2, says=v.posted),
    *SILENT,
    *ISSUED,
    Step("serve_decision", after=2, says=v.electronic),
    *PUBLISHED,
    Step("tell_payment", after=0, says=v.told),
    *PAID,
    *CLOSED,
)
_DECIDED: Track = (*until(PLAIN, "issue_decision"), *SERVED, *PUBLISHED)
DEFERRED: Track = (
    *_DECIDED,
    Step("ask_deferral", after=2, says=v.deferral),
    Step("decide_deferral", "leader", 1, v.deferral_granted),
    Step("record_payment", after=6, says=v.first_half),
    Step("record_payment", after=15, says=v.second_half),
    *CLOSED,
)
GOODS: Track = (
    *until(PLAIN, "review_case"),
    Step("give_notice", after=1, says=v.goods_notice),
    *SILENT,
    Step("draft_decision", after=1, says=v.goods_draft),
    Step("issue_decision", "leader", 1),
    *SERVED,
    *PUBLISHED,
    Step("list_goods", after=1, says=v.goods),
    Step("record_payment", after=1, says=v.goods_payment),
    Step("dispose_goods", after=15, says=v.disposal),
    Step("bank_proceeds", after=2, says=v.proceeds),
    *CLOSED,
)
# 申请复议，停止执行，维持；仍不缴款，催告之后申请法院，执行到位。
COURT: Track = (
    *_DECIDED,
    Step("record_remedy", after=3, says=v.review),
    Step("record_stay", after=1, says=v.stay),
    Step("answer_remedy", after=3, says=v.review_answered),
    Step("record_remedy_result", after=20, says=v.upheld),
    Step("remind_party", after=2, says=v.reminder),
    Step("serve_document", after=0, says=v.reminder_served),
    Step("apply_court", "leader", 14, v.application),
    *PAID,
    Step("record_court_result", after=8, says=v.court_done),
    *CLOSED,
)
SPOT_COLLECTED: Track = (
    *SPOT,
    Step("record_payment", after=0, says=v.on_the_spot),
    *SPOT_REPORTED[1:],
    Step("hand_in_money", after=0, says=v.handed_in),
    Step("bank_money", after=1, says=v.banked),
    *CLOSED,
)
