"""管辖应当由双方共同的上一级机关以文书指定。"""

from sanwei.facts.jurisdiction import designated_on, designation_common, designation_doc

from ..control import DENY, Control
from ..terms import blank

control = Control(
    code="case.designated-by-superior",
    title="由共同的上一级机关书面指定管辖",
    clauses=("XZCF2009 §21", "XZCF2021 §25"),
    as_of=designated_on,
    breach=blank(designation_doc) | ~designation_common,  # a word without a document designates nobody
    guards={"record_designation": DENY},
    says="{designated_on}由{designation_asked_of}指定管辖，是共同的上一级机关：{designation_common}，文书：{designation_doc}",
    cure="取得共同的上一级机关的书面决定，登记名称和文号",
)
