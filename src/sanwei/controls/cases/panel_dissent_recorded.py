"""集体讨论有不同意见的，应当如实记录。"""

from sanwei.facts.deliberation import panel_against, panel_dissent, panel_on

from ..control import DENY, Control
from ..terms import listed, said

control = Control(
    code="case.panel-dissent-recorded",
    title="集体讨论的不同意见如实记录",
    clauses=("XZCF2009 §38(2)", "XZCF2021 §57(2)", "XZCF2021 §47", "HNZF2016 §28(2)"),
    as_of=panel_on,
    when=panel_on.is_not_null() & listed(panel_against),
    breach=~said(panel_dissent),  # no words of those who disagreed: the absence is the breach
    guards={"hold_panel": DENY},
    says="{panel_on}的集体讨论有人持不同意见（{panel_against}），记录的不同意见：{panel_dissent}",
    cure="在笔录中写明每一名持不同意见的人的意见",
)
