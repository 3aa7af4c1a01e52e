"""决定作出之后才取得的证据，不得作为该决定的定案依据。"""

from sanwei.facts.derived.rows import e_decided_on
from sanwei.facts.investigation import evidence_relied_on, obtained_on

from ..control import WARN, Control

control = Control(
    code="case.evidence-not-after-decision",
    title="定案证据不得在决定之后取得",
    clauses=("XZCF2009 §36", "XZCF2021 §40", "XZCF2021 §54(1)"),
    as_of=obtained_on,
    when=obtained_on.is_not_null() & e_decided_on.is_not_null() & evidence_relied_on.fill_null(False),
    breach=obtained_on > e_decided_on,
    guards={"add_evidence": WARN},
    says="列为定案依据的证据“{evidence_title}”取得日为{obtained_on}，决定作出日为{e_decided_on}",
    cure="决定之后取得的材料只能证明执行、改正等事后情况，不列为定案依据；证据不足的决定依法纠正",
)
