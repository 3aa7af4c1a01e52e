"""监控设备记录的违法事实，应当及时告知当事人，并提供查询、陈述、申辩的途径。"""

from sanwei.facts.derived.beside import dv_decided_on, dv_relied_on
from sanwei.facts.device import device_told_how, device_told_on

from ..control import DENY, Control
from ..terms import blank

control = Control(
    code="case.device-fact-told",
    title="监控记录的违法事实已经告知当事人",
    clauses=("XZCF2021 §41(3)",),
    as_of=dv_decided_on,
    when=dv_decided_on.is_not_null() & dv_relied_on,
    # not told by then is the breach
    breach=device_told_on.is_null() | (device_told_on > dv_decided_on) | blank(device_told_how),
    guards={"issue_decision": DENY},
    says="{dv_decided_on}作出决定，违法事实告知日：{device_told_on}，查询、申辩的途径：{device_told_how}",
    cure="把设备记录的违法事实和查询、陈述、申辩的途径告知当事人，再作决定",
    note="法律没有规定几日之内告知，至迟在决定之前",
)
