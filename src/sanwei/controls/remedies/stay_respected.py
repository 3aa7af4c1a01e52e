"""决定停止执行的，停止期间不得申请强制执行。"""

from sanwei.facts.derived.money import e_stayed
from sanwei.facts.money import applied_on

from ..control import DENY, Control

control = Control(
    code="case.stay-respected",
    title="停止执行期间不申请强制执行",
    clauses=("XZFY1999 §21", "XZFY2023 §42", "XZSS2017 §56"),
    as_of=applied_on,
    breach=e_stayed,
    guards={"apply_court": DENY},
    says="{applied_on}申请强制执行，当时复议机关或者法院已经决定停止执行",
    cure="等停止执行的决定、裁定失去效力之后再申请",
)
