"""Two who broke the law together: each told, heard, decided about and served apart, in one case."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from sanwei.acts import clock, registry
from sanwei.acts.act import Refused
from sanwei.acts.fields import ActForm
from sanwei.acts.perform import context
from sanwei.acts.reading import readings
from sanwei.acts.rows import Rows
from sanwei.documents.models import Document
from walking import DRAFT, NOTICE, STEPS, basis, day, do, walk

pytestmark = pytest.mark.django_db
CODE = "11010519491231002X"
SECOND = {
    "coparty_kind": "person",
    "coparty_name": "辰某某",
    "coparty_representative": "",
    "coparty_address": "郑州市示例路 9 号",
    "coparty_part": "提供车辆并参与堆放，作用次要。",
}
SERVED = {"service_method": "direct", "service_place": "示例路", "receipt_signed": "signed", "visit_form_served": False}


@pytest.fixture
def joint(cast):
    """A case with two parties, reviewed; and the row of the second."""
    case = walk(cast, "investigating")
    case = do("add_party", cast.officer, day(3, 5), SECOND, case)
    steps = ("record_contact", "add_evidence", "end_investigation", "review_case")
    for code, who, on, answers in STEPS:
        if code in steps:
            case = do(code, getattr(cast, who), on, answers(case, cast), case)
    return case, Rows.read(case.pk).last("party").row


def told(case, cast, party, fine):
    data = NOTICE | {"noticed_on": day(3, 17), "defence_until": day(3, 25), "notice_basis": basis(case)}
    return do("give_notice", cast.officer, day(3, 17), data | {"noticed_party": party, "notice_fine": fine}, case)


def silent(case, cast, party):
    data = {"defended_on": day(3, 26), "defence_form": "none", "defence_said": "", "defending_party": party}
    return do("record_defence", cast.officer, day(3, 26), data, case)


def drafted(case, cast, party, fine):
    data = DRAFT | {"decision_basis": basis(case), "decided_party": party, "fine": fine}
    return do("draft_decision", cast.officer, day(3, 30), data, case)


def test_each_party_is_told_heard_and_decided_about_apart(cast, joint) -> None:
    case, second = joint
    case = told(case, cast, "first", 30_000)
    assert case.stage == "noticing"
    case = told(case, cast, second, 20_000)
    assert case.stage == "defending"
    case = silent(case, cast, "first")
    assert case.stage == "defending"
    case = silent(case, cast, second)
    assert case.stage == "deliberating"
    case = do("issue_decision", cast.leader, day(3, 31), {}, drafted(case, cast, "first", 30_000))
    assert case.stage == "deliberating"
    case = do("issue_decision", cast.leader, day(3, 31), {}, drafted(case, cast, second, 20_000))
    assert case.stage == "serving"
    papers = Document.objects.filter(matter_id=str(case.pk), form_code="penalty_decision").order_by("number")
    named = [(paper.number, paper.data["f"]["party"]) for paper in papers]
    assert named == [("郑城管罚决〔2026〕1号", "郑州示例装饰有限公司"), ("郑城管罚决〔2026〕2号", "辰某某")]
    for row in Rows.read(case.pk).all("decision"):
        case = do(
            "serve_decision",
            cast.officer,
            day(4, 2),
            SERVED | {"served_decision": row.row, "served_on": day(4, 2)},
            case,
        )
    receipts = Document.objects.filter(matter_id=str(case.pk), form_code="service_receipt")
    assert sorted("辰某某" in str(paper.data) for paper in receipts) == [False, True]
    assert case.stage == "executing"


def test_the_notice_of_one_does_not_serve_for_the_other(cast, joint) -> None:
    case, second = joint
    case = silent(told(case, cast, "first", 30_000), cast, "first")
    case = drafted(case, cast, second, 20_000)
    with pytest.raises(Refused) as refused:
        do("issue_decision", cast.leader, day(3, 31), {}, case)
    assert "case.notice-first" in {f.control.code for f in refused.value.findings}


def test_the_case_is_not_closed_while_one_party_waits_for_a_decision(cast, joint) -> None:
    case, _ = joint
    case = silent(told(case, cast, "first", 30_000), cast, "first")
    case = do("issue_decision", cast.leader, day(3, 31), {}, drafted(case, cast, "first", 30_000))
    row = Rows.read(case.pk).last("decision").row
    case = do(
        "serve_decision", cast.officer, day(4, 2), SERVED | {"served_decision": row, "served_on": day(4, 2)}, case
    )
    with pytest.raises(Refused) as refused:
        do("propose_closing", cast.officer, day(4, 3), {"closing_ground": "executed", "closing_note": "办完。"}, case)
    assert "case.each-party-decided" in {f.control.code for f in refused.value.findings}


def test_the_number_of_a_co_party_is_checked_sealed_masked_and_its_reading_logged(cast) -> None:
    case = walk(cast, "investigating")
    with clock.at(day(3, 5)):
        form = ActForm(
            registry.get("add_party"), context(cast.officer, case), data=SECOND | {"coparty_code": "11010519491231002Y"}
        )
    assert "coparty_code" in form.errors  # the last digit is wrong
    case = do(
        "add_party", cast.officer, day(3, 5), SECOND | {"coparty_code": CODE, "coparty_phone": "13800000000"}, case
    )
    assert CODE not in str([r.facts for r in Rows.read(case.pk)])  # the facts do not know it
    client = Client()
    client.force_login(cast.officer.user)
    with clock.at(day(3, 5)):
        page = client.get(reverse("cases:case", args=[case.pk])).content.decode()
        url = reverse("cases:party", args=[case.pk])
        masked = client.get(url).content.decode()
        client.post(url, {"reason": "verify", "detail": ""})
        whole = client.get(url).content.decode()
    assert "示例路 9 号" not in page and CODE not in page + masked and "110＊＊＊＊2X" in masked
    assert CODE in whole and "示例路 9 号" in whole
    (entry,) = readings(case, "case")
    assert "证件号码（辰某某）" in entry.content.body["content"]["what"]
