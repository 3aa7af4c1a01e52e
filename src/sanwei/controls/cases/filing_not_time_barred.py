"""已经明确超过追责期限的违法行为，不予立案。"""

import polars as pl

from sanwei.facts.case import discovered_on, filed_on, harms_life, lead_on, violation_on, violation_state

from ..control import DENY, Control, param
from ._terms import barred, ordinary

_found = pl.coalesce(discovered_on, lead_on)

control = Control(
    code="case.filing-not-time-barred",
    title="明确超过追责期限的不予立案",
    clauses=("XZCF2009 §29(1)", "XZCF2009 §29(2)", "XZCF2021 §36(1)", "XZCF2021 §36(2)"),
    as_of=filed_on,
    # 发生日、危害后果要靠调查查明：立案时还不知道发生日的不问，不知道危害后果的按较长的期限。
    when=filed_on.is_not_null() & ordinary & violation_on.is_not_null(),
    breach=violation_state.ne_missing(pl.lit("going_on"))
    & barred(
        _found,
        violation_on,
        param("limitation.ordinary", filed_on),
        param("limitation.long", violation_on),
        harms_life.fill_null(True),
    ),
    guards={"file_case": DENY},
    says=(
        "违法行为终了于{violation_on}，发现于{discovered_on}（收到线索日：{lead_on}），"
        "违法行为状态：{violation_state}，涉及生命健康、金融安全且有危害后果：{harms_life}"
    ),
    cure="不予立案并写明理由；有举报人的，答复举报人",
    note="立案之后才查明超过追责期限的，由作出决定时的控制判断",
)
