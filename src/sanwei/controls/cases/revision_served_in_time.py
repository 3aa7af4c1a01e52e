"""更正通知书、撤销决定书应当在法定期限内送达当事人。"""

from sanwei.facts.revision import revised_on, revision_kind, revision_served_on

from ..control import WARN, Control, Due, Duty

control = Control(
    code="case.revision-served-in-time",
    title="更正、撤销文书在法定期限内送达当事人",
    clauses=("XZCF2009 §40", "XZCF2021 §61(1)"),
    as_of=revised_on,
    when=revised_on.is_not_null() & revision_kind.is_in(["corrected", "revoked"]),
    due=Due(since=revised_on, parameter="service.limit"),
    done=revision_served_on,
    guards={"serve_revision": WARN},
    duty=Duty(todo="送达更正、撤销文书", owner="officer", act="serve_revision"),
    says="{revised_on}批准的更正、撤销，应当在{due}之前送达当事人，送达日：{revision_served_on}",
    cure="立即送达更正通知书、撤销决定书，并填写送达回证",
    note="变更由新的决定书作出，按决定书送达，由 case.served-in-time 问。",
)
