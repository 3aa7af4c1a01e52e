"""结案之后，案卷应当在规定期限内编目装订、立卷归档。"""

from sanwei.facts.archive import archived_on
from sanwei.facts.case import closed_on

from ..control import WARN, Control, Due, Duty
from ._terms import ordinary

control = Control(
    code="case.archived-in-time",
    title="结案之后在规定期限内归档",
    clauses=("HN78 三(二)", "HNZF2016 §33(2)", "XZCF2021 §47"),
    as_of=closed_on,
    when=closed_on.is_not_null() & ordinary,
    due=Due(since=closed_on, parameter="archive.limit"),
    done=archived_on,
    guards={"archive_case": WARN},
    duty=Duty(todo="整理案卷、归档", owner="officer", act="archive_case"),
    says="{closed_on}结案，应当不迟于{due}归档，归档日：{archived_on}",
    cure="附回签字盖章的文书，核对卷内目录，办理归档",
)
