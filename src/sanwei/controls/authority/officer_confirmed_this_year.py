"""行政执法人员每年确认并公布；本年度的确认公布之前，以上一年度的确认为准，再早的确认不能支持今天的执法。"""

from sanwei.facts.actor import acted_on, actor_role, certificate_from, officer_confirmed_on, officer_confirmed_year

from ..control import Control
from ._acts import EVERY_ACT
from ._terms import lapsed

control = Control(
    code="authority.officer-confirmed-this-year",
    title="执法人员经过本年度（本年度尚未公布的，上一年度）的确认",
    clauses=("HN78 三(九)", "ZZ77 二(二)7"),
    as_of=acted_on,
    when=acted_on.is_not_null() & (actor_role == "officer"),
    breach=lapsed(officer_confirmed_year, officer_confirmed_on, certificate_from, acted_on),
    guards=EVERY_ACT,
    says="{acted_on}以{actor_role}身份办理的人员，最近一次年度确认属于{officer_confirmed_year}年度（确认日：{officer_confirmed_on}）",
    cure="由本级人民政府完成执法人员年度确认并向社会公布；在此之前换由已经确认的人员办理",
    note="文件要求每年确认，没有规定每年的截止日，所以只有整整漏掉一个年度才是违反；上一年度或者本年度新领证的不问",
)
