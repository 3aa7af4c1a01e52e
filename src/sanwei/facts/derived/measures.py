"""强制措施、物品、检测各行所需的回看。"""

from __future__ import annotations

import polars as pl

from ..case import closed_on
from ..codes import CUSTODY_ENDS, CUSTODY_STEPS
from ..decision import DECISION, decided_on, revoked_on
from ..exhibit import (
    CUSTODY,
    EXHIBIT,
    custody_exhibit,
    custody_from,
    custody_intact,
    custody_on,
    custody_step,
    custody_to,
    exhibit_of,
)
from ..measure import MEASURE, measure_extension_days, measure_on
from ..testing import TESTING, test_charged, test_ended_on, test_from, test_of, test_until
from ..vocabulary import any_of, earliest, how_many, latest, total

M, X = MEASURE, EXHIBIT
_ends = list(CUSTODY_ENDS)

# 物品：按流转先后，前一次的接收人应当就是后一次的交出人；有了去向之后不再流转。
_mine = custody_exhibit == pl.col(X.id)
_there = _mine & pl.col(CUSTODY.id).is_not_null()
_before = custody_to.filter(_there).shift(1)
x_moves = X.count(
    "x_moves", "流转次数", unit="次", over="custody", take=how_many(CUSTODY, _mine), source="物品流转登记"
)
x_broken = X.yesno(
    "x_broken",
    "流转中断",
    "有一次的交出人不是前一次的接收人",
    over="custody",
    take=(_before.is_not_null() & (custody_from.filter(_there) != _before)).any(ignore_nulls=False),
    source="物品流转登记",
)
x_went_on = X.yesno(
    "x_went_on",
    "有去向之后又流转",
    over="custody",
    take=custody_step.filter(_there).shift(1).is_in(_ends).any(),
    source="物品流转登记",
)
x_damaged = X.count(
    "x_damaged",
    "交接时不完好的次数",
    unit="次",
    over="custody",
    take=how_many(CUSTODY, _mine & ~custody_intact),
    source="物品流转登记",
)
x_last_step = X.code(
    "x_last_step",
    "最近一次流转",
    CUSTODY_STEPS,
    over="custody",
    take=latest(custody_step, CUSTODY, _mine),
    source="物品流转登记",
)
x_ended_on = X.day(
    "x_ended_on",
    "有去向之日",
    "退还、销毁、没收、移送或者检验耗用之日",
    over="custody",
    take=earliest(custody_on, CUSTODY, _mine & custody_step.is_in(_ends)),
    source="物品流转登记",
)
x_closed_on = X.day("x_closed_on", "本案结案日", over="case", take=closed_on, source="案件")

# 检测期间不计入措施期限：从检测开始之日起，算到检测完成或者告知的届满日，取先到者。
_its = test_of == pl.col(M.id)
_spent = (pl.min_horizontal(test_ended_on, test_until) - test_from).dt.total_days()
m_excluded = M.count(
    "m_excluded",
    "不计入期限的检测天数",
    unit="日",
    over="testing",
    take=total(_spent, TESTING, _its & (_spent > 0)),
    source="检测期间告知书、检测报告",
)
m_tests_charged = M.fen(
    "m_tests_charged",
    "向当事人收取的检测费用合计",
    over="testing",
    take=total(test_charged, TESTING, _its),
    source="检测报告",
)
m_runs_from = M.day(
    "m_runs_from",
    "期限起算基准日",
    "实施日顺延检测天数和批准延长的天数，由此起算三十日",
    take=measure_on.dt.offset_by(pl.format("{}d", pl.col("m_excluded") + measure_extension_days.fill_null(0))),
    source="实施日、延长通知书、检测期间",
)
m_first_from = M.day(
    "m_first_from",
    "首个期限起算基准日",
    "实施日顺延检测天数，不含延长",
    take=measure_on.dt.offset_by(pl.format("{}d", pl.col("m_excluded"))),
    source="实施日、检测期间",
)
m_decided_on = M.day(
    "m_decided_on",
    "采取措施之后的处罚决定日",
    over="decision",
    take=earliest(decided_on, DECISION, (decided_on >= measure_on) & revoked_on.is_null()),
    source="处罚决定",
)
_thing = exhibit_of == pl.col(M.id)
m_things = M.count(
    "m_things", "清单物品件数", unit="项", over="exhibit", take=how_many(EXHIBIT, _thing), source="物品清单"
)
m_things_gone_on = M.day(
    "m_things_gone_on",
    "全部物品有去向之日",
    over="exhibit",
    take=pl.when(~any_of(EXHIBIT, _thing & pl.col("x_ended_on").is_null())).then(
        pl.col("x_ended_on").filter(_thing).max()
    ),
    source="物品流转登记",
)
