"""执法主体每年认定并公布；本年度的认定公布之前，以上一年度的认定为准，再早的认定不能支持今天的执法。"""

from sanwei.facts.actor import body_confirmed_on, body_confirmed_year, body_qualified_from, stood_on

from ..control import Control
from ._acts import STANDING_ACTS
from ._terms import in_own_name, lapsed

control = Control(
    code="authority.body-confirmed-this-year",
    title="办案机关经过本年度（本年度尚未公布的，上一年度）的主体认定",
    clauses=("HN78 三(九)", "ZZ77 二(二)7"),
    as_of=stood_on,
    when=stood_on.is_not_null() & in_own_name,
    breach=lapsed(body_confirmed_year, body_confirmed_on, body_qualified_from, stood_on),
    guards=STANDING_ACTS,
    says="办案机关在{stood_on}行使职权，而最近一次年度认定属于{body_confirmed_year}年度（认定日：{body_confirmed_on}）",
    cure="由本级人民政府完成年度执法主体清理认定并向社会公布，公布之后再办理",
    note="文件要求每年认定，没有规定每年的截止日，所以只有整整漏掉一个年度才是违反；上一年度或者本年度新取得资格的不问",
)
