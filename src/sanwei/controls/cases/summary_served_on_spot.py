"""当场处罚决定书应当当场交付当事人。"""

from sanwei.facts.decision import decided_on
from sanwei.facts.derived.execution import d_served_on

from ..control import DENY, Control
from ..terms import decided
from ._terms import made_on_the_spot

control = Control(
    code="case.summary-served-on-spot",
    title="当场处罚决定书当场交付",
    clauses=("XZCF2009 §34(1)", "XZCF2021 §52(1)"),
    as_of=decided_on,
    when=decided & made_on_the_spot,
    breach=d_served_on.is_null() | (d_served_on != decided_on),  # a decision not handed over on the spot is the breach
    guards={"decide_on_the_spot": DENY},
    says="{decided_on}当场作出的处罚决定，交付（送达）日为{d_served_on}",
    cure="当场把决定书交给当事人；拒绝签收的，在决定书上注明",
)
