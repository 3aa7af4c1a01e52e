"""After the decision: a slip is corrected, a decision is changed or revoked, and what follows is asked for."""

from __future__ import annotations

import pytest

from sanwei.acts.act import Refused
from sanwei.acts.models import Duty
from sanwei.acts.rows import Rows
from sanwei.cases.models import Case
from sanwei.documents.models import Document
from walking import DRAFT, FINE, NOTICE, basis, day, do, walk

pytestmark = pytest.mark.django_db


def proposal(case: Case, **changes) -> dict:
    made = [d for d in Rows.read(case.pk).all("decision") if d["decided_on"] and not d["revoked_on"]]
    return {
        "revised_decision": made[0].row,
        "revision_kind": "revoked",
        "revision_origin": "self",
        "revision_faults": ["facts"],
        "revision_reason": "复核发现占道面积没有测量记录。",
        "deal_anew": False,
        "substance_untouched": None,
    } | changes


def approved(case: Case, cast, **changes) -> Case:
    case = do("propose_revision", cast.officer, day(4, 15), proposal(case, **changes), case)
    assert case.waiting_for == "leader"
    answers = {"revision_approved": True, "revision_opinion": "同意。"}
    return do("approve_revision", cast.leader, day(4, 16), answers, case)


def open_duties(case: Case) -> set[str]:
    return set(Duty.objects.filter(matter_id=case.pk, state=Duty.OPEN).values_list("control", flat=True))


def test_a_revocation_of_a_closed_case_asks_for_service_and_refund(cast) -> None:
    case = approved(walk(cast), cast)
    assert case.stage == "closed"
    assert {"case.revision-served-in-time", "case.refunded-in-time"} <= open_duties(case)
    paper = Document.objects.get(matter_id=str(case.pk), form_code="revocation_decision")
    said = str(paper.data)
    assert paper.number == "郑城管罚撤〔2026〕1号" and "款项300元" in said and "不再作出行政处罚" in said
    row = Rows.read(case.pk).last("decision").row
    money = {"refunded_decision": row, "refunded_on": day(4, 20), "refund": FINE, "refund_receipt": "TF-1"}
    case = do("refund_money", cast.officer, day(4, 20), money, case)
    assert "case.refunded-in-time" not in open_duties(case)


def test_a_revoked_decision_may_be_made_anew_and_only_the_new_one_stands(cast) -> None:
    case = approved(walk(cast), cast, deal_anew=True)
    assert (case.stage, case.closed_on) == ("deliberating", None)
    case = do("draft_decision", cast.officer, day(4, 17), DRAFT | {"decision_basis": basis(case)}, case)
    case = do("issue_decision", cast.leader, day(4, 20), {}, case)
    assert case.stage == "serving"


def test_a_change_replaces_the_decision_and_what_was_paid_counts_for_it(cast) -> None:
    case = approved(walk(cast), cast, revision_kind="changed", revision_faults=["unfair"], deal_anew=None)
    assert case.stage == "deliberating"
    draft = DRAFT | {"decision_basis": basis(case), "fine": 20_000, "reasons": "首次发生，减为二百元。"}
    case = do("draft_decision", cast.officer, day(4, 17), draft, case)
    case = do("issue_decision", cast.leader, day(4, 20), {}, case)
    rows = Rows.read(case.pk)
    old, new = rows.all("decision")
    assert (old["revoked_on"], new["changes_decision"], new["decision_no"]) == (
        day(4, 20),
        old.row,
        "郑城管罚变〔2026〕1号",
    )
    assert rows.last("payment")["paid_decision"] == new.row
    assert "case.refunded-in-time" in open_duties(case)
    paper = str(Document.objects.get(form_code="change_decision").data)
    assert "多缴的100元" in paper and "郑城管罚决〔2026〕1号" in paper


def test_a_heavier_change_needs_a_new_notice(cast) -> None:
    case = approved(walk(cast), cast, revision_kind="changed", revision_faults=["unfair"], deal_anew=None)
    draft = DRAFT | {"decision_basis": basis(case), "fine": 40_000}
    case = do("draft_decision", cast.officer, day(4, 17), draft, case)
    with pytest.raises(Refused) as refused:
        do("issue_decision", cast.leader, day(4, 20), {}, case)
    assert "case.notice-covers-decision" in {f.control.code for f in refused.value.findings}
    again = {"noticed_on": day(4, 20), "defence_until": day(4, 28), "notice_basis": basis(case), "notice_fine": 40_000}
    assert do("give_notice", cast.officer, day(4, 20), NOTICE | again, case).stage == "deciding"


def test_a_slip_is_corrected_by_a_notice_and_the_decision_stands(cast) -> None:
    slip = {"slip_from": "示例路 8 号", "slip_to": "示例路 18 号", "substance_untouched": True}
    case = approved(walk(cast), cast, revision_kind="corrected", revision_faults=["clerical"], deal_anew=None, **slip)
    assert case.stage == "closed" and not Rows.read(case.pk).last("decision")["revoked_on"]
    paper = Document.objects.get(form_code="correction_notice")
    assert paper.number == "郑城管罚更〔2026〕1号" and "示例路 18 号" in str(paper.data)


@pytest.mark.parametrize(
    ("changes", "control"),
    [
        (
            {
                "revision_kind": "corrected",
                "revision_faults": ["clerical"],
                "slip_from": "三百元",
                "slip_to": "五百元",
                "substance_untouched": False,
            },
            "case.slip-keeps-substance",
        ),
        ({"revision_faults": ["clerical"]}, "case.revision-grounded"),
    ],
)
def test_what_is_no_slip_and_no_ground_is_refused(cast, changes, control) -> None:
    with pytest.raises(Refused) as refused:
        approved(walk(cast, "executing"), cast, **changes)
    assert control in {f.control.code for f in refused.value.findings}


def test_a_refused_proposal_goes_back_and_changes_nothing(cast) -> None:
    case = walk(cast, "executing")
    case = do("propose_revision", cast.officer, day(4, 15), proposal(case), case)
    answers = {"revision_approved": False, "revision_opinion": "理由不足。"}
    case = do("approve_revision", cast.leader, day(4, 16), answers, case)
    assert (case.stage, case.waiting_for) == ("executing", "officer")
    assert not Rows.read(case.pk).last("decision")["revoked_on"]
