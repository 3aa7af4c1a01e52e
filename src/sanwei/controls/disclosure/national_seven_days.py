"""处罚决定作出之日起七个工作日内，应当公开处罚决定信息。"""

import polars as pl

from sanwei.facts.decision import decided_on, revoked_on
from sanwei.facts.derived.execution import d_exempted_on, d_published_on

from ..control import WARN, Control, Due, Duty
from ..terms import penalty_decided

control = Control(
    code="disclosure.national-seven-days",
    title="决定作出后七个工作日内公开",
    clauses=("GBF118 公示·事后",),
    as_of=decided_on,
    when=penalty_decided,
    due=Due(since=decided_on, parameter="publication.national"),
    done=pl.min_horizontal(d_published_on, d_exempted_on),
    void_on=revoked_on,
    guards={"publish_decision": WARN, "exempt_publication": WARN},
    duty=Duty(todo="公开处罚决定（国家期限）", owner="officer", act="publish_decision"),
    says="{decided_on}作出的决定应当在{due}之前公开，公开日：{d_published_on}，认定不予公开日：{d_exempted_on}",
    cure="由承办人隐去国家秘密、商业秘密和个人隐私后立即公开；依法不公开的，报批认定",
)
