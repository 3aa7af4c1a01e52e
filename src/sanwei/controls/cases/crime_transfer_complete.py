"""向公安机关移送，应当写明涉嫌犯罪的情况，随附调查报告、物品清单等材料。"""

from sanwei.facts.transfer import transfer_kind, transfer_materials, transfer_reason, transferred_on

from ..control import DENY, Control
from ..terms import said

control = Control(
    code="case.crime-transfer-complete",
    title="移送公安机关附有调查报告和材料清单",
    clauses=("YSFZ2001 §6",),
    as_of=transferred_on,
    when=transferred_on.is_not_null() & (transfer_kind == "police"),
    breach=~said(transfer_reason) | ~said(transfer_materials),  # what is not listed did not go along
    guards={"send_transfer": DENY},
    says="{transferred_on}移送公安机关，涉嫌犯罪的情况：{transfer_reason}，随案材料：{transfer_materials}",
    cure="写明涉嫌犯罪的情况，逐件列出调查报告、涉案物品清单、检验鉴定文书和其他材料",
)
