"""办案期限的实际起算点：批准的延长和停止计算的日数都往后推。"""

from __future__ import annotations

import polars as pl

from ..case import CASE, filed_on
from ..clock import (
    EXTENSION,
    STOP,
    extension_days,
    extension_decided_on,
    extension_due_before,
    extension_granted,
    resumed_on,
    stop_due_before,
    stop_granted,
    stop_kind,
    stopped_from,
)
from ..decision import DECISION, decided_on
from ..vocabulary import any_of, how_many, total

C, D = CASE, DECISION

# What was agreed only after the term had run out prolongs nothing; a source without the old due day is believed.
_in_time = (extension_decided_on <= extension_due_before).fill_null(True)
extended_days = C.count(
    "extended_days",
    "批准延长的日数",
    "到期之前批准的各次延长之和",
    unit="日",
    over="extension",
    take=total(extension_days, EXTENSION, extension_granted & _in_time),
    source="延期审批表",
)
_counts = stop_granted & stopped_from.is_not_null() & (stopped_from <= stop_due_before).fill_null(True)
stopped_days = C.count(
    "stopped_days",
    "停止计算的日数",
    "到期之前开始、已经恢复的各段时间之和；停止计算之日计入，恢复计算之日不计入",
    unit="日",
    over="stop",
    take=total((resumed_on - stopped_from).dt.total_days(), STOP, _counts & (resumed_on >= stopped_from)),
    source="中止（不计入期限）审批表、恢复办理审批表",
)
clock_stands = C.yesno(
    "clock_stands",
    "办案期限正在停止计算",
    "有批准停止计算、还没有恢复的时间",
    over="stop",
    take=how_many(STOP, _counts & resumed_on.is_null()) > 0,
    source="中止（不计入期限）审批表",
)
clock_from = C.day(
    "clock_from",
    "办案期限的推算起点",
    "立案日加上批准延长的日数和停止计算的日数",
    take=filed_on.dt.offset_by(pl.format("{}d", extended_days + stopped_days)),
    source="立案审批表、延期审批表、中止（不计入期限）审批表",
)

_suspended = stop_granted & (stop_kind == "suspended") & (stopped_from <= decided_on)
suspended_then = D.yesno(
    "suspended_then",
    "作出决定时正在中止",
    over="stop",
    take=any_of(STOP, _suspended & (resumed_on.is_null() | (resumed_on > decided_on))),
    source="中止（不计入期限）审批表、恢复办理审批表",
)

first_extended_on = C.day(
    "first_extended_on",
    "首次批准延长之日",
    over="extension",
    take=extension_decided_on.filter(extension_granted).min(),
    source="延期审批表",
)
extended_first_on = EXTENSION.day(
    "extended_first_on", "本案首次批准延长之日", over="case", take=first_extended_on, source="延期审批表"
)
