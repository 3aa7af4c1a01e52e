"""Service in six ways: each with its proof, refused without it, and the clocks of the party run from its day."""

from __future__ import annotations

import datetime as dt

import pytest

from sanwei.acts.act import Refused
from sanwei.acts.rows import Rows
from sanwei.cases.models import Case
from sanwei.documents.models import Document
from walking import NOTICE as TOLD
from walking import basis, day, do, walk

pytestmark = pytest.mark.django_db
SERVED_ON = day(4, 2)
FORM = {"visit_form_served": True, "visit_form_signed": True, "service_place": "郑州市示例路 8 号"}
CONSENT = {
    "consent_post": "郑州市示例路 8 号",
    "consent_electronic": True,
    "consent_way": "email",
    "consent_address": "chou@example.com",
}
FAILED = {
    "service_method": "mail",
    "attempt_place": "郑州市示例路 8 号",
    "attempt_result": "returned",
    "attempt_proof": "邮件 XA00000001CN 退回",
}
NOTICE = {
    "announce_ground": "others_failed",
    "announce_search": "两次上门无人，邮件退回，社区不知去向。",
    "announced_where": "郑州市城市管理局网站公告栏",
}


@pytest.fixture
def case(cast) -> Case:
    return walk(cast, "serving")


def serve(cast, case: Case, on: dt.date = SERVED_ON, **how) -> Case:
    row = Rows.read(case.pk).last("decision").row
    return do("serve_decision", cast.officer, on, FORM | {"served_decision": row, "served_on": on} | how, case)


def codes(refused) -> set[str]:
    return {f.control.code for f in refused.value.findings}


def test_a_paper_left_behind_needs_a_witness_or_a_recording(cast, case) -> None:
    left = {"service_method": "left", "receipt_signed": "refused_noted", "left_reason": "当事人看过之后拒绝签收。"}
    with pytest.raises(Refused) as refused:
        serve(cast, case, **left)
    assert codes(refused) == {"case.left-witnessed", "case.receipt-complete"}
    case = serve(cast, case, **left, left_recorded=True)
    service = Rows.read(case.pk).last("service")
    assert (service["receipt_witness"], case.stage) == ("拍照、录像记录", "executing")


def test_electronic_service_needs_a_signed_consent_that_was_given_before(cast, case) -> None:
    way = {"service_method": "electronic", "receipt_signed": "signed", "reached_at": "10:20"}
    with pytest.raises(Refused) as refused:
        serve(cast, case, **way)
    assert "case.electronic-consented" in codes(refused)
    case = do("confirm_address", cast.officer, day(4, 1), CONSENT | {"consented_on": day(4, 1)}, case)
    serve(cast, case, **way)
    service = Rows.read(case.pk).last("service")
    assert (service["consent_signed_on"], service["service_address"]) == (day(4, 1), "chou@example.com")
    assert Document.objects.filter(matter_id=str(case.pk), form_code="address_confirmation").exists()


def test_a_consent_that_was_replaced_by_a_refusal_counts_no_more(cast, case) -> None:
    case = do("confirm_address", cast.officer, day(3, 31), CONSENT | {"consented_on": day(3, 31)}, case)
    no = {"consented_on": day(4, 1), "consent_post": "郑州市示例路 8 号", "consent_electronic": False}
    case = do("confirm_address", cast.officer, day(4, 1), no, case)
    with pytest.raises(Refused) as refused:
        serve(cast, case, service_method="electronic", receipt_signed="signed", reached_at="10:20")
    assert "case.electronic-consented" in codes(refused)


def test_a_neighbour_does_not_sign_for_the_company(cast, case) -> None:
    with pytest.raises(Refused) as refused:
        serve(cast, case, service_method="direct", receipt_signed="signed", receiver_relation="other")
    assert codes(refused) == {"case.receiver-entitled"}


def test_mail_is_served_on_the_day_it_is_signed_for_and_keeps_its_number(cast, case) -> None:
    sent = {"service_method": "mail", "receipt_signed": "signed", "post_no": "XA00000001CN", "posted_on": day(4, 1)}
    case = serve(cast, case, **sent, entrusted_to="不相干的一栏")
    service = Rows.read(case.pk).last("service")
    assert (service["served_on"], service["receipt_witness"]) == (SERVED_ON, "邮件 XA00000001CN")
    assert service["entrusted_to"] is None


def announced(cast, case: Case) -> Case:
    paper = f"decision:{Rows.read(case.pk).last('decision').row}"
    case = do(
        "record_attempt", cast.officer, day(4, 7), FAILED | {"paper_served": paper, "attempted_on": day(4, 7)}, case
    )
    return do("announce_service", cast.officer, day(4, 8), NOTICE | {"paper_served": paper}, case)


def test_nobody_announces_what_nobody_tried_to_hand_over(cast, case) -> None:
    paper = f"decision:{Rows.read(case.pk).last('decision').row}"
    with pytest.raises(Refused) as refused:
        do("announce_service", cast.officer, day(4, 8), NOTICE | {"paper_served": paper}, case)
    assert codes(refused) == {"case.announcement-last-resort"}


def test_a_public_notice_serves_when_its_thirty_days_are_over(cast, case) -> None:
    case = announced(cast, case)
    row = Rows.read(case.pk).last("service")
    assert (row["announced_until"], row["served_on"], case.stage) == (day(5, 8), None, "serving")
    with pytest.raises(Refused) as refused:
        do("complete_announcement", cast.officer, day(5, 7), {"service": row.row}, case)
    assert codes(refused) == {"case.announcement-term-over"}
    case = do("complete_announcement", cast.officer, day(5, 11), {"service": row.row}, case)
    assert Rows.read(case.pk).last("service")["served_on"] == day(5, 8)  # the end of the term, not the day of writing
    assert case.stage == "executing"


def test_who_turns_up_during_the_notice_is_served_that_day(cast, case) -> None:
    case = serve(cast, announced(cast, case), day(4, 20), service_method="direct", receipt_signed="signed")
    services = Rows.read(case.pk).all("service")
    assert [(s["served_on"], s["service_method"]) for s in services] == [(day(4, 20), "direct")]


def test_a_notice_drawn_up_but_not_handed_over_lets_nobody_go_on(cast) -> None:
    case = walk(cast, "noticing")
    unserved = TOLD | {"noticed_on": None, "defence_until": day(3, 25), "notice_basis": basis(case)}
    case = do("give_notice", cast.officer, day(3, 17), unserved, case)
    assert case.stage == "noticing"
    silent = {"defended_on": day(3, 26), "defence_form": "none", "defence_said": ""}
    with pytest.raises(Refused) as refused:
        do("record_defence", cast.officer, day(3, 26), silent, case)
    assert "告知书还没有送达当事人" in str(refused.value)


def test_the_time_to_speak_runs_from_the_day_the_notice_was_served(cast) -> None:
    case = walk(cast, "noticing")
    unserved = TOLD | {"noticed_on": None, "defence_until": day(3, 20), "notice_basis": basis(case)}
    case = do("give_notice", cast.officer, day(3, 17), unserved, case)
    notice = Rows.read(case.pk).last("notice")
    handed = {"paper_served": f"notice:{notice.row}", "served_on": day(3, 24), "service_method": "mail"}
    handed |= {
        "receipt_signed": "signed",
        "service_place": "郑州市示例路 8 号",
        "posted_on": day(3, 19),
        "post_no": "XA2",
    }
    case = do("serve_document", cast.officer, day(3, 24), handed, case)
    notice = Rows.read(case.pk).last("notice")
    assert (notice["noticed_on"], notice["defence_until"]) == (day(3, 24), day(3, 27))
    assert case.stage == "defending"
