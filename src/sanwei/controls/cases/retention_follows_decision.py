"""案卷的保管期限从处罚决定之日算起；决定日期此后变动的，保管期限应当重新核定。"""

from sanwei.facts.archive import archived_on, retention_from
from sanwei.facts.derived.case import last_decided_on

from ..control import DENY, Control

control = Control(
    code="case.retention-follows-decision",
    title="保管期限从现行决定之日算起",
    clauses=("HN78 三(二)", "HNZF2016 §33(2)", "XZCF2021 §47"),
    as_of=archived_on,
    when=archived_on.is_not_null() & last_decided_on.is_not_null(),
    breach=retention_from != last_decided_on,
    guards={"archive_case": DENY},
    says="保管期限从{retention_from}算起，现行决定的日期是{last_decided_on}",
    cure="重新办理归档，保管期限随现行决定重新计算",
)
