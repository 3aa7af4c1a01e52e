"""上级机关、监督机构、复议机关或者法院责令纠正的，应当及时更正、变更或者撤销。"""

from sanwei.facts.revision import order_received_on, revised_on, revision_origin

from ..control import WARN, Control, Due, Duty

control = Control(
    code="case.superior-order-carried-out",
    title="责令纠正的决定在期限内纠正",
    clauses=("HNZF2016 §43", "XZCF2009 §54", "XZCF2021 §75(2)"),
    as_of=order_received_on,
    when=order_received_on.is_not_null() & (revision_origin != "self"),
    due=Due(since=order_received_on, parameter="order.limit"),
    done=revised_on,
    guards={"approve_revision": WARN},
    duty=Duty(todo="按责令文书纠正处罚决定", owner="leader", act="approve_revision"),
    says="{order_received_on}收到责令纠正的文书，应当不迟于{due}纠正，纠正日：{revised_on}",
    cure="立即批准更正、变更或者撤销，并把结果报告责令的机关；责令文书另定期限的，以文书为准",
    note="法律没有写天数，期限是预设值；责令文书写明期限的，以文书为准，由承办人核对。",
)
