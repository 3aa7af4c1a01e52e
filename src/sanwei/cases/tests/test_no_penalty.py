"""A decision not to punish: its own form with its own grounds, and the closing says what came of it."""

from __future__ import annotations

import pytest

from sanwei.acts import clock, registry
from sanwei.acts.act import Refused
from sanwei.acts.fields import ActForm
from sanwei.acts.perform import context
from sanwei.documents.models import Document
from unit.decided import EDUCATED, WEIGHED
from walking import DRAFT, basis, day, do, walk

pytestmark = pytest.mark.django_db
EXEMPT = "XZCF2021 §33(1)"


def draft(case, **changes) -> dict:
    nothing = {"decision_kind": "no_penalty", "penalty_kinds": [], "fine": None}
    nothing["no_penalty_ground"] = "minor_corrected"
    return DRAFT | nothing | {"decision_basis": [*basis(case), EXEMPT], "reasons": "轻微，当场改正。"} | changes


def test_a_decision_not_to_punish_has_its_own_form_and_the_closing_says_so(cast) -> None:
    case = walk(cast, "deliberating")
    minor = {"violation_minor": True, "harm": "none", "exempt_ground": "minor_corrected"}
    case = do("weigh_responsibility", cast.officer, day(3, 27), WEIGHED | minor, case)
    case = do("record_education", cast.officer, day(3, 27), EDUCATED | {"educated_on": day(3, 27)}, case)
    case = do("draft_decision", cast.officer, day(3, 30), draft(case), case)
    case = do("issue_decision", cast.leader, day(3, 31), {}, case)
    paper = Document.objects.get(matter_id=str(case.pk), form_code="no_penalty_decision")
    assert paper.number == "郑城管不罚决〔2026〕1号"
    said = str(paper.data)
    assert "第三十三条第一款" in said and "对当事人不予行政处罚" in said and "进行教育" in said
    assert "予以处罚" not in said and "罚款" not in said
    assert not Document.objects.filter(form_code="penalty_decision").exists()
    served = {"served_decision": case_row(case), "served_on": day(4, 2), "service_method": "direct"}
    served |= {"service_place": "示例路", "receipt_signed": "signed", "visit_form_served": False}
    case = do("serve_decision", cast.officer, day(4, 2), served, case)
    assert "《不予行政处罚决定书》" in str(Document.objects.get(form_code="service_receipt").data)
    case = do(
        "propose_closing",
        cast.officer,
        day(4, 3),
        {"closing_ground": "no_penalty", "closing_note": "已经送达并教育。"},
        case,
    )
    case = do("close_case", cast.leader, day(4, 7), {}, case)
    closing = Document.objects.get(matter_id=str(case.pk), form_code="closing_approval")
    assert "不予行政处罚（依据《行政处罚法》（2021）第三十三条第一款）" in str(closing.data)


def case_row(case) -> str:
    from sanwei.acts.rows import Rows

    return Rows.read(case.pk).last("decision").row


def test_no_penalty_without_its_ground_and_a_penalty_with_one_are_refused_at_the_draft(cast) -> None:
    case = walk(cast, "deliberating")
    for data in (draft(case, decision_basis=basis(case)), DRAFT | {"decision_basis": [*basis(case), EXEMPT]}):
        with pytest.raises(Refused) as refused:
            do("draft_decision", cast.officer, day(3, 30), data, case)
        assert [f.control.code for f in refused.value.findings] == ["case.basis-fits-decision"]
    case = do("draft_decision", cast.officer, day(3, 30), draft(case), case)
    do("draft_decision", cast.officer, day(3, 30), DRAFT | {"decision_basis": [*basis(case), "XZCF2021 §32"]}, case)


def test_the_clauses_of_the_day_that_lighten_or_exempt_are_offered_and_none_is_chosen_beforehand(cast) -> None:
    case = walk(cast, "deliberating")
    with clock.at(day(3, 30)):
        form = ActForm(registry.get("draft_decision"), context(cast.officer, case))
    offered = [ref for ref, _ in form.fields["decision_basis"].choices]
    assert {"XZCF2021 §32", EXEMPT, "XZCF2021 §40"} <= set(offered)
    assert not [ref for ref in offered if ref.startswith("XZCF2009")]
    assert set(form.initial["decision_basis"]) == set(basis(case))


def test_a_lightened_penalty_cites_what_lightens_it(cast) -> None:
    case = walk(cast, "deliberating")
    lighter = DRAFT | {"decision_basis": [*basis(case), "XZCF2021 §32"]}
    case = do("draft_decision", cast.officer, day(3, 30), lighter, case)
    do("issue_decision", cast.leader, day(3, 31), {}, case)
    assert "第三十二条所列的情形" in str(Document.objects.get(form_code="penalty_decision").data)
