"""Assistance, monitoring devices, criminal sentences and claims: what the gate asks of them, what is reckoned."""

from __future__ import annotations

import uuid

import pytest

from sanwei.acts.act import Refused
from sanwei.acts.rows import Row, Rows
from sanwei.cases.acts.sentence import offset_of
from sanwei.documents.models import Document
from walking import DRAFT, EVIDENCE, STEPS, basis, day, do, walk

pytestmark = pytest.mark.django_db
DEVICE = {
    "device_taken_on": day(3, 1),
    "device_no": "JK-7",
    "device_place": "示例路口",
    "device_law": "某行政法规第一条",
    "device_law_reviewed_on": day(1, 5),
    "device_tech_reviewed_on": day(1, 5),
    "device_published_on": day(1, 9),
}


def test_what_a_device_recorded_counts_only_when_reviewed_and_told(cast) -> None:
    case = walk(cast, "investigating")
    case = do(
        "add_evidence",
        cast.officer,
        day(3, 5),
        EVIDENCE | {"evidence_kind": "electronic", "obtained_on": day(3, 5)},
        case,
    )
    taken = DEVICE | {"device_evidence": Rows.read(case.pk).last("evidence").row}
    case = do("record_device", cast.officer, day(3, 5), taken, case)
    for code, who, on, answers in STEPS[3:]:
        if code == "draft_decision":
            break
        case = do(code, getattr(cast, who), on, answers(case, cast), case)
    case = do("draft_decision", cast.officer, day(3, 30), DRAFT | {"decision_basis": basis(case)}, case)
    with pytest.raises(Refused) as refused:
        do("issue_decision", cast.leader, day(3, 31), {}, case)
    assert {f.control.code for f in refused.value.findings} == {"case.device-record-reviewed", "case.device-fact-told"}
    row = {"device": Rows.read(case.pk).last("device").row}
    fit = {"device_record_fit": True, "device_record_note": "清楚、完整。"}
    case = do("review_device", cast.officer, day(3, 31), row | fit, case)
    how = {"device_told_on": day(3, 31), "device_told_how": "到窗口查看录像，可以当面申辩。"}
    case = do("tell_device_fact", cast.officer, day(3, 31), row | how, case)
    assert do("issue_decision", cast.leader, day(3, 31), {}, case).stage == "serving"


def test_a_request_for_assistance_goes_out_as_a_letter(cast) -> None:
    case = walk(cast, "investigating")
    asked = {
        "assist_to": "某登记机构",
        "assist_matter": "查权属。",
        "assist_reason": "属于其职权。",
        "assist_until": None,
    }
    case = do("request_assistance", cast.officer, day(3, 5), asked, case)
    (letter,) = Document.objects.filter(matter_id=str(case.pk), form_code="assistance_letter")
    assert letter.number == "郑城管协〔2026〕1号" and letter.data["f"]["receiver"] == "某登记机构"


def test_only_the_fine_paid_is_set_off_and_never_more_than_the_criminal_fine() -> None:
    def rows(fine: int, *paid: int, **decision) -> Rows:
        d = {"decided_on": day(3, 31), "fine": fine} | decision
        payments = [Row("payment", f"p{n}", n, {"paid_decision": "d", "paid": p}) for n, p in enumerate(paid)]
        return Rows(uuid.UUID(int=1), [Row("decision", "d", 0, d), *payments])

    assert offset_of(rows(30_000, 10_000, 5_000), None, 500_000) == 15_000
    assert offset_of(rows(30_000, 90_000), None, 500_000) == 30_000  # the rest was confiscated
    assert offset_of(rows(30_000, 30_000), None, 20_000) == 20_000
    assert offset_of(rows(30_000, 30_000, revoked_on=day(4, 1)), None, 500_000) == 0
    assert offset_of(rows(30_000, 30_000, decided_party="p"), None, 500_000) == 0


def test_a_claim_that_is_declined_says_why_and_who_decided(cast) -> None:
    case = walk(cast, "executing")
    claim = {"claimed_on": day(4, 3), "claimant": "丑经理", "claim_ground": "penalty", "claim_said": "要求赔偿误工。"}
    case = do("record_claim", cast.officer, day(4, 3), claim, case)
    row = {"claim": Rows.read(case.pk).last("claim").row, "claim_result": "declined"}
    with pytest.raises(Refused) as refused:
        do("decide_claim", cast.leader, day(4, 7), row | {"claim_reason": "无"}, case)
    assert [f.control.code for f in refused.value.findings] == ["case.claim-answer-reasoned"]
    case = do("decide_claim", cast.leader, day(4, 7), row | {"claim_reason": "处罚合法，没有损害。"}, case)
    assert Rows.read(case.pk).last("claim")["claim_decider"] == "41010005"
