"""执法机关行使的职权应当在自己公布的权责清单之内。"""

from sanwei.facts.actor import power_listed_from, power_listed_until, stood_on

from ..control import Control
from ..terms import within
from ._acts import STANDING_ACTS
from ._terms import by_delegation

control = Control(
    code="authority.power-listed",
    title="行使的职权在本机关权责清单之内",
    clauses=("HN78 三(二)", "HNZF2016 §9", "XZCF2021 §17"),
    as_of=stood_on,
    when=stood_on.is_not_null() & ~by_delegation,
    breach=~within(stood_on, power_listed_from, power_listed_until),
    guards=STANDING_ACTS,
    says="本机关在{stood_on}行使的职权，列入权责清单之日为{power_listed_from}、移出之日为{power_listed_until}（未记录的为没有移出）",
    cure="核对职权事项；确属本机关职权的，依程序列入权责清单并公布，不属于本机关职权的移送有权机关",
    note="受委托办理的事项在委托机关的清单上，不在此问",
)
