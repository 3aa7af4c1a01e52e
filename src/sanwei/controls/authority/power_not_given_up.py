"""职权集中或者交给其他机关之后，原机关不得继续行使；移交之前已经立案的除外。"""

from sanwei.facts.actor import power_given_up_on, stood_on
from sanwei.facts.derived.actors import stood_filed_on

from ..control import Control
from ._acts import STANDING_ACTS

_filed_before = (stood_filed_on < power_given_up_on).fill_null(False)

control = Control(
    code="authority.power-not-given-up",
    title="已经移交给其他机关的职权，原机关不得再行使",
    clauses=("XZCF2009 §16", "HN78 三(六)", "HNZF2016 §15(1)", "XZCF2021 §18(2)", "ZZFQ13 一"),
    as_of=stood_on,
    when=stood_on.is_not_null() & power_given_up_on.is_not_null() & ~_filed_before,
    breach=power_given_up_on <= stood_on,
    guards=STANDING_ACTS,
    says="本项职权移交其他机关之日为{power_given_up_on}，本机关行使之日为{stood_on}（本案立案日：{stood_filed_on}）",
    cure="移送承接该项职权的机关办理",
    note="移交之前已经立案的，由原机关办完；移交决定另有规定的从其规定",
)
