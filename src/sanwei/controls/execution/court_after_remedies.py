"""复议、起诉的期限届满，当事人既不复议、起诉又不履行的，才可以申请强制执行。"""

from sanwei.facts.derived.money import e_remedies_open, e_remedies_until
from sanwei.facts.money import applied_on

from ..control import DENY, Control

control = Control(
    code="case.court-after-remedies",
    title="救济期限届满之后才申请强制执行",
    clauses=("XZQZ2011 §53",),
    as_of=applied_on,
    breach=(e_remedies_open > 0) | (applied_on <= e_remedies_until),
    guards={"apply_court": DENY},
    says="复议、起诉的期限{e_remedies_until}届满，未终结的复议、诉讼{e_remedies_open}件，{applied_on}就申请强制执行",
    cure="等复议、起诉的期限届满；正在复议、诉讼的，等结果生效之后再申请",
)
