"""职权集中到其他机关之后，原机关不得继续行使。"""

from sanwei.facts.actor import power_given_up_on, stood_on

from ..control import Control
from ._acts import STANDING_ACTS

control = Control(
    code="authority.power-not-given-up",
    title="已经集中给其他机关的职权，原机关不得再行使",
    clauses=("XZCF2009 §16", "HN78 三(六)", "HNZF2016 §15(1)", "XZCF2021 §18(2)"),
    as_of=stood_on,
    when=stood_on.is_not_null() & power_given_up_on.is_not_null(),
    breach=power_given_up_on <= stood_on,
    guards=STANDING_ACTS,
    says="本项职权自{power_given_up_on}起已集中由其他机关行使，本机关却在{stood_on}继续行使",
    cure="移送集中行使该职权的机关办理",
)
