"""直接送达由当事人本人签收，或者由法律许可代收的人签收。"""

import polars as pl

from sanwei.facts.derived.around import s_party_kind
from sanwei.facts.execution import receipt_signed, served_on, service_method
from sanwei.facts.serving import receiver_relation

from ..control import DENY, Control

_person = receiver_relation.is_in(["self", "family", "agent"])
_trader = receiver_relation.is_in(["self", "family", "agent", "representative", "mailroom"])
_organisation = receiver_relation.is_in(["representative", "mailroom", "agent"])
_entitled = (
    pl.when(s_party_kind == "person")
    .then(_person)
    .when(s_party_kind == "sole_trader")
    .then(_trader)
    .when(s_party_kind == "organisation")
    .then(_organisation)
)

control = Control(
    code="case.receiver-entitled",
    title="签收人有权代收",
    clauses=("MSSS2007 §78", "MSSS2012 §85", "MSSS2021 §88", "XZCF2021 §61(1)"),
    as_of=served_on,
    when=served_on.is_not_null()
    & (service_method == "direct")
    & (receipt_signed == "signed")
    & receiver_relation.is_not_null(),
    breach=~_entitled,
    guards={"serve_decision": DENY, "serve_document": DENY},
    says="当事人类别为{s_party_kind}，{served_on}由{receiver_relation}签收",
    cure="公民由本人、同住的成年家属或者代理人签收，单位由法定代表人、负责人或者负责收件的人签收；否则重新送达",
    note="没有记录签收人身份的旧案不问。个体工商户按经营者本人，也可以由店里负责收件的人签收。",
)
