"""强制措施期间检测、鉴定的，期间应当明确并书面告知当事人。"""

from sanwei.facts.testing import test_for_measure, test_from, test_told_on, test_until

from ..control import DENY, Control

control = Control(
    code="measure.test-term-told",
    title="检测、鉴定的期间明确并书面告知当事人",
    clauses=("XZQZ2011 §25(3)",),
    as_of=test_from,
    when=test_from.is_not_null() & test_for_measure,
    # a term nobody fixed or nobody was told of is the breach
    breach=test_until.is_null() | test_told_on.is_null() | (test_told_on > test_from),
    guards={"send_for_test": DENY},
    says="{test_from}开始检测“{test_what}”，明确的届满日：{test_until}，书面告知当事人：{test_told_on}",
    cure="明确检测期间的最后一日，不迟于检测开始之日书面告知当事人；没有告知的，该期间不应当扣除",
)
