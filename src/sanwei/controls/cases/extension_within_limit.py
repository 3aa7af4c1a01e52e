"""首次延长不得超过规定日数；再次延长应当由负责人集体讨论，也不得超过规定日数。"""

import polars as pl

from sanwei.facts.clock import extension_days, extension_decided_on, extension_discussed, extension_granted
from sanwei.facts.derived.clock import extended_first_on

from ..control import DENY, Control, param

_again = extension_decided_on > extended_first_on
_most = (
    pl.when(_again)
    .then(param("decision.extension.again", extension_decided_on))
    .otherwise(param("decision.extension", extension_decided_on))
)

control = Control(
    code="case.extension-within-limit",
    title="延长办案期限的次数和日数不超过规定",
    clauses=("ZJCX2022 办案期限·延长",),
    as_of=extension_decided_on,
    when=extension_decided_on.is_not_null() & extension_granted,
    breach=(extension_days > _most) | (_again & ~extension_discussed),
    guards={"decide_extension": DENY},
    says=(
        "本案首次批准延长之日：{extended_first_on}；{extension_decided_on}批准延长{extension_days}日，"
        "经负责人集体讨论：{extension_discussed}"
    ),
    cure="首次延长不超过规定的日数；确需再次延长的，由负责人集体讨论决定，并不超过规定的日数",
    note="日数是住房城乡建设领域的预设；其他领域的程序规定不同的，由法规包中的参数改写",
)
