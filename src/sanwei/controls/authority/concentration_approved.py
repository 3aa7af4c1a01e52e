"""通过相对集中取得的处罚权，应当先调研、后批准，批准之后才能行使。"""

from sanwei.facts.actor import concentration_approved_on, concentration_surveyed_on, power_received_on, stood_on

from ..control import Control
from ._acts import STANDING_ACTS

control = Control(
    code="authority.concentration-approved",
    title="集中行使的处罚权经过调研、批准并已经承接",
    clauses=("HN78 三(六)", "HNZF2016 §15(1)", "XZCF2021 §18(2)"),
    as_of=concentration_approved_on,
    when=stood_on.is_not_null() & power_received_on.is_not_null(),
    breach=(concentration_surveyed_on > concentration_approved_on)
    | (concentration_approved_on > power_received_on)
    | (power_received_on > stood_on),
    guards=STANDING_ACTS,
    says="集中行使的职权：调研日{concentration_surveyed_on}，批准日{concentration_approved_on}，承接日{power_received_on}，行使日{stood_on}",
    cure="补正集中行使处罚权的调研、批准材料；尚未批准或者尚未承接的，由原机关办理",
    note="以批准之日的规定为准：2012年6月14日之前批准的集中，当时没有审批前调研的要求，不问",
)
