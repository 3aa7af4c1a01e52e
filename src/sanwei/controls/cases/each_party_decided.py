"""几名当事人共同违法的，应当对每一名当事人分别作出决定之后才能结案。"""

import polars as pl

from sanwei.facts.case import closed_on, closing_asked_on, closing_ground
from sanwei.facts.derived.parties import parties_undecided

from ..control import DENY, Control

_closing = pl.coalesce(closed_on, closing_asked_on)

control = Control(
    code="case.each-party-decided",
    title="对每一名共同当事人都作出决定",
    clauses=("XZCF2009 §38(1)", "XZCF2021 §57(1)"),
    as_of=_closing,
    when=_closing.is_not_null() & closing_ground.is_in(["executed", "no_penalty"]),
    breach=parties_undecided > 0,
    guards={"propose_closing": DENY, "close_case": DENY},
    says="呈报结案时，还有{parties_undecided}名共同当事人没有处罚或者不予处罚的决定",
    cure="对每一名共同当事人分别告知、分别作出处罚或者不予处罚的决定，再呈报结案",
)
