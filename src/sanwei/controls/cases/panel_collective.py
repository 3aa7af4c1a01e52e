"""集体讨论须有两名以上负责人参加。"""

from sanwei.facts.deliberation import panel_kind, panel_members, panel_on

from ..control import DENY, Control

control = Control(
    code="case.panel-collective",
    title="集体讨论有两名以上负责人参加",
    clauses=("ZZ39 三(三)四", "XZCF2009 §38(2)", "XZCF2021 §57(2)", "HNZF2016 §28(2)"),
    as_of=panel_on,
    when=panel_kind.is_in(["persons_in_charge", "leadership"]),
    breach=panel_members.list.n_unique() < 2,
    guards={"hold_panel": DENY},
    says="{panel_on}的集体讨论参加人为{panel_members}，不足两人，不成其为集体",
    cure="由两名以上负责人重新讨论，讨论笔录写明全部参加人",
    note="法律没有规定人数；一个人不成集体，两人只是最低限度。",
)
