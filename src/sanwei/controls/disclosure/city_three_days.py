"""处罚决定书送达后三个工作日内，应当公开处罚结果。"""

import polars as pl

from sanwei.facts.decision import revoked_on
from sanwei.facts.derived.execution import d_exempted_on, d_published_on, d_served_on

from ..control import WARN, Control, Due, Duty
from ..terms import penalty_decided

control = Control(
    code="disclosure.city-three-days",
    title="决定书送达后三个工作日内公开",
    clauses=("ZZ39 三(五)",),
    as_of=d_served_on,
    when=penalty_decided & d_served_on.is_not_null(),
    due=Due(since=d_served_on, parameter="publication.city"),
    done=pl.min_horizontal(d_published_on, d_exempted_on),
    void_on=revoked_on,
    guards={"publish_decision": WARN, "exempt_publication": WARN},
    duty=Duty(todo="公开处罚决定（城市期限）", owner="officer", act="publish_decision"),
    says="决定书{d_served_on}送达，应当在{due}之前公开，公开日：{d_published_on}，认定不予公开日：{d_exempted_on}",
    cure="由承办人隐去国家秘密、商业秘密和个人隐私后立即公开；依法不公开的，报批认定",
)
