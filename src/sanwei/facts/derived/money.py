"""延期、分期、没收物品、催告、申请执行和复议、诉讼各行之间的回看。"""

from __future__ import annotations

import polars as pl

from ..case import CASE, closed_on, closing_asked_on
from ..decision import DECISION, decided_on, fine, on_the_spot, revoked_on
from ..execution import PAYMENT, paid, paid_decision, paid_on
from ..money import (
    DEFERRAL,
    ENFORCEMENT,
    GOODS,
    INSTALMENT,
    applied_on,
    court_result,
    deferral_decided_on,
    deferral_granted,
    deferral_of,
    deferral_until,
    enforced_decision,
    goods_banked_on,
    goods_disposed_on,
    goods_proceeds,
    instalment_of,
    instalment_total,
)
from ..remedies import (
    REMEDY,
    remedies_until,
    remedy_began_on,
    remedy_ended_on,
    remedy_kind,
    remedy_of,
    stay_ordered,
    stayed_on,
)
from ..vocabulary import any_of, earliest, how_many, latest

D = DECISION
_me = pl.col(D.id)

# 缴款所属的决定。
_its = pl.col(D.id) == paid_decision
p_fine = PAYMENT.fen("p_fine", "所缴决定的罚款", over="decision", take=earliest(fine, D, _its), source="行政处罚决定书")
p_on_the_spot = PAYMENT.yesno(
    "p_on_the_spot", "所缴决定当场作出", over="decision", take=earliest(on_the_spot, D, _its), source="行政处罚决定书"
)

# 各期：累计缴款达到累计应缴之日。
_running = pl.when(paid_decision == instalment_of).then(paid.fill_null(0)).otherwise(0).cum_sum()
i_paid_on = INSTALMENT.day(
    "i_paid_on",
    "本期缴清日",
    over="payment",
    take=earliest(paid_on, PAYMENT, (paid_decision == instalment_of) & (_running >= instalment_total)),
    source="缴款累计达到本期累计应缴数额之日",
)
i_granted_on = INSTALMENT.day(
    "i_granted_on",
    "本期的批准日",
    over="deferral",
    take=earliest(deferral_decided_on, DEFERRAL, deferral_granted & (deferral_of == instalment_of)),
    source="延期（分期）缴纳通知书",
)
i_revoked_on = INSTALMENT.day(
    "i_revoked_on",
    "所涉决定撤销日",
    over="decision",
    take=earliest(revoked_on, D, pl.col(D.id) == instalment_of),
    source="撤销决定",
)

# 没收物品：结案之时处理完没有。
g_closing_on = GOODS.day(
    "g_closing_on",
    "本案呈报、批准结案日",
    over="case",
    take=pl.coalesce(closed_on, closing_asked_on),
    source="结案审批表",
)
g_settled = GOODS.yesno(
    "g_settled",
    "本件物品已经处理完毕",
    take=goods_disposed_on.is_not_null() & ((goods_proceeds.fill_null(0) == 0) | goods_banked_on.is_not_null()),
    source="已经处理，所得款项已经上缴国库",
)

# 强制执行。
_of = pl.col(D.id) == enforced_decision
e_remedies_until = ENFORCEMENT.day(
    "e_remedies_until",
    "所涉决定救济期限届满日",
    over="decision",
    take=earliest(remedies_until, D, _of),
    source="送达回证、复议决定书、判决书",
    foretold=True,
)
e_remedies_open = ENFORCEMENT.count(
    "e_remedies_open",
    "申请时尚未终结的复议、诉讼",
    unit="件",
    over="remedy",
    take=how_many(
        REMEDY, (remedy_of == enforced_decision) & (remedy_ended_on.is_null() | (remedy_ended_on > applied_on))
    ),
    source="复议（诉讼）登记",
)
e_stayed = ENFORCEMENT.yesno(
    "e_stayed",
    "申请时停止执行",
    over="remedy",
    take=any_of(
        REMEDY,
        (remedy_of == enforced_decision)
        & stay_ordered.fill_null(False)
        & (stayed_on <= applied_on)
        & (remedy_ended_on.is_null() | (remedy_ended_on > applied_on)),
    ),
    source="停止执行决定、裁定",
)
d_applied_on = D.day(
    "d_applied_on",
    "申请强制执行日",
    over="enforcement",
    take=earliest(applied_on, ENFORCEMENT, (enforced_decision == _me) & applied_on.is_not_null()),
    source="强制执行申请书",
)
d_deferral_until = D.day(
    "d_deferral_until",
    "延期、分期的最后一日",
    over="deferral",
    take=latest(deferral_until, DEFERRAL, (deferral_of == _me) & deferral_granted),
    source="延期（分期）缴纳通知书",
    foretold=True,
)
applications_made = CASE.count(
    "applications_made",
    "申请强制执行的次数",
    unit="次",
    over="enforcement",
    take=how_many(ENFORCEMENT, applied_on.is_not_null()),
    source="强制执行申请书",
)
enforcements_ended = CASE.count(
    "enforcements_ended",
    "终结执行的次数",
    unit="次",
    over="enforcement",
    take=how_many(ENFORCEMENT, court_result == "ended"),
    source="人民法院裁定书",
)

# 复议、诉讼期间：不计算加处罚款的起止。
_review, _suit = (remedy_of == _me) & (remedy_kind == "review"), (remedy_of == _me) & (remedy_kind != "review")
d_review_from = D.day(
    "d_review_from", "申请复议日", over="remedy", take=earliest(remedy_began_on, REMEDY, _review), source="复议登记"
)
d_review_ended_on = D.day(
    "d_review_ended_on", "复议终结日", over="remedy", take=latest(remedy_ended_on, REMEDY, _review), source="复议登记"
)
d_suit_from = D.day(
    "d_suit_from", "起诉日", over="remedy", take=earliest(remedy_began_on, REMEDY, _suit), source="诉讼登记"
)
d_suit_ended_on = D.day(
    "d_suit_ended_on", "诉讼终结日", over="remedy", take=latest(remedy_ended_on, REMEDY, _suit), source="诉讼登记"
)
r_next_decided_on = REMEDY.day(
    "r_next_decided_on",
    "结果之后重新作出决定日",
    over="decision",
    take=decided_on.filter((decided_on >= remedy_ended_on).fill_null(False)).min(),
    source="行政处罚决定书",
)
