"""电子技术监控记录未经审核，或者经审核不符合要求的，不得作为处罚的证据。"""

from sanwei.facts.derived.beside import dv_decided_on, dv_relied_on
from sanwei.facts.device import device_record_fit, device_record_reviewed_on

from ..control import DENY, Control

control = Control(
    code="case.device-record-reviewed",
    title="监控记录审核合格才作为证据",
    clauses=("XZCF2021 §41(2)",),
    as_of=dv_decided_on,
    when=dv_decided_on.is_not_null() & dv_relied_on,
    # not reviewed by then is the breach
    breach=device_record_reviewed_on.is_null() | (device_record_reviewed_on > dv_decided_on) | ~device_record_fit,
    guards={"issue_decision": DENY},
    says="{dv_decided_on}作出决定，监控记录审核日：{device_record_reviewed_on}，符合要求：{device_record_fit}",
    cure="审核记录是否真实、清晰、完整、准确；不符合要求的，排除这件证据",
)
