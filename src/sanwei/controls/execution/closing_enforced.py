"""以申请强制执行或者无法执行为由结案的，应当确已申请，确有终结执行的结果。"""

import polars as pl

from sanwei.facts.case import closed_on, closing_asked_on, closing_ground
from sanwei.facts.derived.money import applications_made, enforcements_ended

from ..control import DENY, Control

_closing = pl.coalesce(closed_on, closing_asked_on)

control = Control(
    code="case.closing-enforced",
    title="申请执行、终结执行之后才能以此结案",
    clauses=("XZQZ2011 §40", "XZQZ2011 §53", "HNZF2016 §33(2)"),
    as_of=_closing,
    when=_closing.is_not_null() & closing_ground.is_in(["court_enforced", "impossible"]),
    breach=((closing_ground == "court_enforced") & (applications_made == 0))
    | ((closing_ground == "impossible") & (enforcements_ended == 0)),
    guards={"propose_closing": DENY, "close_case": DENY},
    says="结案理由为“{closing_ground}”：申请强制执行{applications_made}次，终结执行{enforcements_ended}次",
    cure="先催告、申请人民法院强制执行；确实无法执行的，等法院终结执行之后再结案",
)
