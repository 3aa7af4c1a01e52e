"""派驻人员应当在派驻的期限和事项范围之内执法。"""

from sanwei.facts.actor import acted_on, posted, posting_covers_power, posting_from, posting_until

from ..control import Control
from ..terms import within
from ._acts import EVERY_ACT

control = Control(
    code="authority.posting-in-scope",
    title="派驻人员在派驻期限和范围之内执法",
    clauses=("HN78 三(六)",),
    as_of=acted_on,
    when=acted_on.is_not_null() & posted,
    breach=~within(acted_on, posting_from, posting_until) | ~posting_covers_power,
    guards=EVERY_ACT,
    says=(
        "派驻人员在{acted_on}以{actor_role}身份办理，"
        "派驻期限起于{posting_from}、止于{posting_until}（未记录终止日的为长期），派驻范围含本事项：{posting_covers_power}"
    ),
    cure="换由本机关人员或者在派驻范围之内的人员办理，或者先办理派驻延期、变更",
)
