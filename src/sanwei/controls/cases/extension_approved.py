"""延长办案期限，应当有法律、法规、规章的依据和理由，并由负责人批准、标注证号。"""

from sanwei.facts.clock import (
    extension_approver,
    extension_basis,
    extension_decided_on,
    extension_granted,
    extension_reason,
)

from ..control import DENY, Control
from ..terms import blank

control = Control(
    code="case.extension-approved",
    title="延长办案期限有依据、有理由、经负责人批准",
    clauses=("XZCF2021 §60", "ZJCX2022 办案期限·延长", "ZZ77 二(二)7"),
    as_of=extension_decided_on,
    when=extension_decided_on.is_not_null() & extension_granted,
    # what is not written down was not approved: absence is the breach
    breach=blank(extension_approver) | blank(extension_basis) | blank(extension_reason),
    guards={"decide_extension": DENY},
    says="{extension_decided_on}批准延长，批准人证号：{extension_approver}，依据：{extension_basis}，理由：{extension_reason}",
    cure="写明允许延长的法律、法规、规章条款和延长的理由，由负责人批准并标注执法证号；没有依据的不得延长",
)
