"""没有行政执法主体资格的单位，不得立案、不得作出处罚决定。"""

from sanwei.facts.actor import body_qualified_from, body_qualified_until, stood_on

from ..control import Control
from ..terms import within
from ._acts import STANDING_ACTS
from ._terms import in_own_name

control = Control(
    code="authority.body-qualified",
    title="办案机关在行为当日具有执法主体资格",
    clauses=("XZCF2009 §15", "HN78 三(九)", "ZZ77 二(二)7", "HNZF2016 §13", "XZCF2021 §17", "XZCF2021 §38(1)"),
    as_of=stood_on,
    when=stood_on.is_not_null() & in_own_name,
    breach=~within(stood_on, body_qualified_from, body_qualified_until),
    guards=STANDING_ACTS,
    says="办案机关在{stood_on}行使职权，其执法主体资格起于{body_qualified_from}、止于{body_qualified_until}（未记录终止日的为长期）",
    cure="由本级人民政府确认执法主体资格并公告；在此之前移送有资格的机关办理",
    note="受委托组织以委托机关名义执法，不问其自身的主体资格，另由委托范围的控制判断",
)
