"""使用电子技术监控设备取证的，设备在记录之前经过法制和技术审核，设置地点已经公布。"""

from sanwei.facts.device import (
    device_law,
    device_law_reviewed_on,
    device_published_on,
    device_taken_on,
    device_tech_reviewed_on,
)

from ..control import WARN, Control
from ..terms import blank

control = Control(
    code="case.device-reviewed",
    title="监控设备经过法制、技术审核并公布设置地点",
    clauses=("XZCF2021 §41(1)",),
    as_of=device_taken_on,
    # a review or a publication nobody wrote down did not take place: the clause asks that it be shown
    breach=blank(device_law)
    | device_law_reviewed_on.is_null()
    | device_tech_reviewed_on.is_null()
    | device_published_on.is_null()
    | (device_law_reviewed_on > device_taken_on)
    | (device_tech_reviewed_on > device_taken_on)
    | (device_published_on > device_taken_on),
    guards={"record_device": WARN},
    says=(
        "{device_taken_on}的监控记录，设备依据：{device_law}，法制审核：{device_law_reviewed_on}，"
        "技术审核：{device_tech_reviewed_on}，地点公布：{device_published_on}"
    ),
    cure="补齐设备的审核和公布；记录之前没有审核、公布的，排除这件证据，另行取证",
)
