"""普通程序的案件应当先呈报、后由负责人批准立案，批准时标注证号。"""

from sanwei.facts.case import filed_on, filing_approver, filing_asked_on

from ..control import DENY, Control
from ..terms import blank
from ._terms import ordinary

control = Control(
    code="case.filing-approved",
    title="立案经负责人批准并标注证号",
    clauses=("ZZ77 二(二)7", "XZCF2021 §54(2)"),
    as_of=filed_on,
    when=filed_on.is_not_null() & ordinary,
    # an approval that does not say by whom is the breach
    breach=blank(filing_approver) | (filing_asked_on > filed_on).fill_null(False),
    guards={"file_case": DENY},
    says="立案日为{filed_on}，呈报立案日为{filing_asked_on}，批准人证号：{filing_approver}",
    cure="由承办人呈报，行政机关负责人批准立案并标注执法证号",
)
