"""请求其他机关协助，应当写明向谁请求、请求什么、为什么。"""

from sanwei.facts.assist import assist_asked_on, assist_matter, assist_reason, assist_to

from ..control import DENY, Control
from ..terms import blank

control = Control(
    code="case.assistance-requested",
    title="协助请求写明对象、事项和理由",
    clauses=("XZCF2021 §26",),
    as_of=assist_asked_on,
    # what the letter does not say is the breach
    breach=blank(assist_to) | blank(assist_matter) | blank(assist_reason),
    guards={"request_assistance": DENY},
    says="{assist_asked_on}向{assist_to}请求协助，事项：{assist_matter}，理由：{assist_reason}",
    cure="写明被请求的机关、要查的事项，以及为什么属于它的职权",
)
