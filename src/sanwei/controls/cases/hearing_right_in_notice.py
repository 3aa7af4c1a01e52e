"""拟处罚达到听证标准的，事先告知书应当告知要求听证的权利。"""

from sanwei.facts.deliberation import hearing_right_told, notice_confiscation, notice_fine, notice_kinds, noticed_on
from sanwei.facts.derived.rows import n_party_kind

from ..control import DENY, Control
from ..terms import hearing_due

control = Control(
    code="case.hearing-right-in-notice",
    title="达到听证标准的告知书写明听证权",
    clauses=("XZCF2009 §42", "XZCF2021 §63(1)", "HNZF2016 §27", "HNTZ204 §4(1)", "ZZTZ73 §4(1)"),
    as_of=noticed_on,
    when=hearing_due(notice_fine, notice_confiscation, notice_kinds, n_party_kind, noticed_on),
    breach=~hearing_right_told,
    guards={"give_notice": DENY},
    says="{noticed_on}告知拟罚款{notice_fine}、拟没收{notice_confiscation}，达到当日的听证标准，没有告知听证权",
    cure="由承办人在告知书中写明要求听证的权利和期限，再送达当事人",
)
