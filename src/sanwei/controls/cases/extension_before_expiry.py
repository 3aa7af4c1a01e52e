"""办案期限届满之后，不得再批准延长。"""

from sanwei.facts.clock import extension_decided_on, extension_due_before, extension_granted

from ..control import DENY, Control

control = Control(
    code="case.extension-before-expiry",
    title="在原期限届满之前批准延长",
    clauses=("XZCF2021 §60",),
    as_of=extension_decided_on,
    when=extension_decided_on.is_not_null() & extension_granted,
    breach=extension_decided_on > extension_due_before,
    guards={"decide_extension": DENY},
    says="原办案期限{extension_due_before}届满，{extension_decided_on}才批准延长",
    cure="期限已经届满的不再延长，尽快作出决定，并在卷内写明超过办案期限的原因",
)
