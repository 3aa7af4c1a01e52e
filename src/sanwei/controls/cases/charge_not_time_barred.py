"""一案有几个违法行为的，超过追责期限才发现的那一个不得处罚。"""

import polars as pl

from sanwei.facts.derived.violations import ch_discovered_on, ch_harms_life, ch_lead_on, ch_penalised
from sanwei.facts.violations import charge_ended_on, charged_on

from ..control import DENY, Control, param
from ._terms import barred

control = Control(
    code="case.charge-not-time-barred",
    title="超过追责期限的那个行为不得处罚",
    clauses=("XZCF2009 §29(1)", "XZCF2009 §29(2)", "XZCF2021 §36(1)", "XZCF2021 §36(2)"),
    as_of=charged_on,
    when=ch_penalised,
    breach=barred(
        pl.coalesce(ch_discovered_on, ch_lead_on),
        charge_ended_on,
        param("limitation.ordinary", charged_on),
        param("limitation.long", charge_ended_on),
        ch_harms_life,
    ),
    guards={"set_charge": DENY, "issue_decision": DENY},
    says="第{charge_deed}个行为终了于{charge_ended_on}，发现于{ch_discovered_on}（收到线索日：{ch_lead_on}）",
    cure="核对该行为的终了日；确已超过追责期限的，对它不予处罚，处罚种类留空并写明理由",
)
