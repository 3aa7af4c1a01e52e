"""被决定回避的人员，自决定之后不得再参与本案。"""

from sanwei.facts.actor import acted_on
from sanwei.facts.derived.actors import a_recused_on

from ..authority._acts import EVERY_ACT
from ..control import Control

control = Control(
    code="case.recused-stays-away",
    title="被决定回避的人员不再参与本案",
    clauses=("XZCF2009 §37(3)", "HNZF2016 §23(1)", "XZCF2021 §43(1)"),
    as_of=acted_on,
    when=acted_on.is_not_null() & a_recused_on.is_not_null(),
    breach=acted_on > a_recused_on,
    guards=EVERY_ACT,
    says="证号为{certificate_no}的人员，被决定回避之日为{a_recused_on}，以{actor_role}身份参与本案之日为{acted_on}",
    cure="由其他人员办理；该人员回避之后所办的事项，由其他人员重新办理",
    note="决定回避的当日，先后难以分辨，不算违反；决定之前不停止调查",
)
