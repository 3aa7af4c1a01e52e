"""保管费用和检测费用由行政机关承担，不得向当事人收取。"""

from sanwei.facts.derived.measures import m_tests_charged
from sanwei.facts.measure import keeping_charged, measure_ended_on

from ..control import DENY, Control

control = Control(
    code="measure.costs-not-charged",
    title="保管、检测费用不向当事人收取",
    clauses=("XZQZ2011 §25(3)", "XZQZ2011 §26(3)"),
    as_of=measure_ended_on,
    breach=(keeping_charged > 0) | (m_tests_charged > 0),
    guards={"settle_measure": DENY},
    says="{measure_ended_on}处理被{measure_kind}的财物，向当事人收取保管费用{keeping_charged}，检测费用{m_tests_charged}",
    cure="费用由行政机关承担；已经收取的立即退还",
)
