"""更正、变更、撤销处罚决定，应当写明理由并由行政机关负责人批准。"""

from sanwei.facts.revision import revised_on, revision_approver, revision_reason

from ..control import DENY, Control
from ..terms import said

control = Control(
    code="case.revision-approved",
    title="更正、变更、撤销有理由并经负责人批准",
    clauses=("XZCF2009 §54", "XZCF2021 §75(2)", "HNZF2016 §32"),
    as_of=revised_on,
    breach=revision_approver.is_null() | ~said(revision_reason),  # no approver or no reason on record is the breach
    guards={"approve_revision": DENY},
    says="{revised_on}更正、变更、撤销决定，批准人：{revision_approver}，理由：{revision_reason}",
    cure="写明理由，报行政机关负责人批准之后再办理",
)
