"""执法机关只能办理本级有权管辖的事项。"""

from sanwei.facts.actor import power_level_fits, stood_on

from ..control import Control
from ._acts import STANDING_ACTS
from ._terms import by_delegation

control = Control(
    code="authority.level-fits",
    title="职权事项属于本级机关管辖",
    clauses=("XZCF2009 §20", "HN78 三(六)", "XZCF2021 §23", "XZCF2021 §24(2)"),
    as_of=stood_on,
    when=stood_on.is_not_null() & ~by_delegation,
    breach=~power_level_fits,
    guards=STANDING_ACTS,
    says="办案机关为{body_level}，本事项是否允许这一层级行使：{power_level_fits}",
    cure="移送有管辖权的层级办理，或者报共同的上一级机关指定管辖",
    note="受委托办理的，层级看委托机关，不在此问",
)
