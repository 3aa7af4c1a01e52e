"""Personal data of a party: masked everywhere, shown once to who says what for; the reading stands in the journal."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from sanwei.acts import clock
from sanwei.acts.act import Conflict
from sanwei.acts.perform import perform
from sanwei.acts.reading import readings
from sanwei.acts.registry import get
from sanwei.cases.models import Case, Party
from sanwei.documents.models import Document
from sanwei.journal.models import Entry
from sanwei.looks.masks import mask_address, mask_number, mask_phone
from sanwei.people.models import RoleGrant
from walking import LEAD, day, do, walk

pytestmark = pytest.mark.django_db
CODE, PHONE, PLACE = "11010519491231002X", "13800000000", "郑州市示例区示例路 9 号 2 单元"
PERSON = {"party_kind": "person", "party_name": "李某某", "party_code": CODE, "party_phone": PHONE}
PERSON |= {"party_address": PLACE, "party_representative": "", "lead_summary": f"来电 {PHONE}，要求处理。"}


@pytest.fixture
def case(cast) -> Case:
    """A case against a person, just filed."""
    return walk(cast, "investigating", register_lead=PERSON)


@pytest.fixture
def signed_in():
    def as_officer(officer) -> Client:
        client = Client()
        client.force_login(officer.user)
        return client

    return as_officer


def page(client: Client, case: Case, name: str = "cases:case") -> str:
    with clock.at(day(3, 5)):
        return client.get(reverse(name, args=[case.pk])).content.decode()


def ask(client: Client, case: Case, **answers):
    with clock.at(day(3, 5)):
        return client.post(reverse("cases:party", args=[case.pk]), {"reason": "verify", "detail": ""} | answers)


def test_the_case_page_shows_no_number_no_telephone_and_no_address(cast, case, signed_in) -> None:
    said = page(signed_in(cast.officer), case)
    for secret in (CODE, PHONE, PLACE):
        assert secret not in said
    assert "110＊＊＊＊2X" in said and "＊＊＊＊0000" in said and "郑州市示例区＊＊＊＊" in said
    assert "李某某" in said and "查看完整信息" in said


def test_who_says_what_for_sees_it_once_and_stands_in_the_journal(cast, case, signed_in) -> None:
    client = signed_in(cast.officer)
    assert CODE not in page(client, case, "cases:party")
    answer = ask(client, case, reason="contact", detail="约定询问时间")
    assert answer.status_code == 302
    whole = page(client, case, "cases:party")
    for told in (CODE, PHONE, PLACE, "只显示这一次", "联系、通知当事人：约定询问时间"):
        assert told in whole
    assert CODE not in page(client, case, "cases:party"), "once"
    (entry,) = readings(case, Case.KIND)
    assert (entry.officer_code, entry.certificate_no) == (cast.officer.code, "41010001")
    assert entry.content.body["content"]["what"] == ["证件号码", "住所（住址）", "联系电话"]
    for secret in (CODE, PHONE, PLACE):
        assert secret not in str(entry.content.body), "what was read is named, not written down again"


def test_without_a_reason_nothing_is_shown_and_nothing_recorded(cast, case, signed_in) -> None:
    client = signed_in(cast.officer)
    for answers in ({"reason": ""}, {"reason": "other"}, {"reason": "curiosity"}):
        answer = ask(client, case, **answers)
        assert answer.status_code == 422 and CODE not in answer.content.decode()
    assert not readings(case, Case.KIND).exists()
    assert CODE not in page(client, case, "cases:party")


def test_what_was_asked_for_one_case_does_not_open_another(cast, case, signed_in) -> None:
    other = walk(cast, "filing", register_lead=PERSON | {"party_code": "", "party_phone": "13900000000"})
    client = signed_in(cast.officer)
    ask(client, case)
    assert "13900000000" not in page(client, other, "cases:party")


def test_a_role_is_asked_of_who_reads(cast, case, signed_in) -> None:
    assert ask(signed_in(cast.supervisor), case, reason="supervise").status_code == 302
    assert ask(signed_in(cast.stranger), case).status_code == 404
    assert ask(signed_in(cast.admin), case).status_code == 404
    RoleGrant.objects.filter(officer=cast.partner).update(role="clerk")
    client = signed_in(cast.partner)
    assert ask(client, case).status_code == 403
    assert "查看完整信息" not in page(client, case)
    assert [e.officer_code for e in readings(case, Case.KIND)] == [cast.supervisor.code]


def test_reading_is_no_step_of_the_case(cast, case, signed_in) -> None:
    """Neither its record nor what a second person is told after a conflict."""
    version = case.version
    case = do(
        "amend_party", cast.officer, day(3, 5), PERSON | {"party_name": "李某", "amendment_reason": "身份证"}, case
    )
    ask(signed_in(cast.officer), case)
    assert "查看当事人完整信息" not in page(signed_in(cast.officer), case)
    with pytest.raises(Conflict) as conflict, clock.at(day(3, 5)):
        perform(get("terminate_case"), officer=cast.leader, matter_id=case.pk, data={}, version=version)
    assert [e.act for e in conflict.value.since] == ["amend_party"]
    assert Entry.objects.latest("position").act == "read_personal"


def test_what_is_public_of_an_organisation_is_not_hidden(cast, signed_in) -> None:
    firm = {"party_code": "91410108MA0000000X", "party_phone": "0371-00000000"}
    case = walk(cast, "filing", register_lead=firm)
    said = page(signed_in(cast.officer), case)
    assert "91410108MA0000000X" in said and LEAD["party_address"] in said
    assert "0371-00000000" not in said


@pytest.mark.parametrize(
    ("mask", "whole", "told"),
    [
        (mask_number, "11010519491231002X", "110＊＊＊＊2X"),
        (mask_number, "1234", "＊＊＊＊"),
        (mask_phone, "13800001234", "＊＊＊＊1234"),
        (mask_phone, "110", "＊＊＊＊"),
        (mask_address, "郑州市金水区示例路 1 号", "郑州市金水区＊＊＊＊"),
        (mask_address, "示例路 1 号", "＊＊＊＊"),
        (mask_address, "", ""),
    ],
)
def test_a_mask_leaves_what_may_be_seen(mask, whole, told) -> None:
    assert mask(whole) == told


def test_correcting_the_party_shows_no_secret_and_what_is_left_blank_stays(cast, case, signed_in) -> None:
    with clock.at(day(3, 5)):
        said = signed_in(cast.officer).get(reverse("cases:do", args=[case.pk, "amend_party"])).content.decode()
    for secret in (CODE, PHONE, PLACE):
        assert secret not in said
    assert "现在登记的是 110＊＊＊＊2X，不改的留空" in said
    blank = {"party_code": "", "party_phone": "", "party_address": "", "party_name": "李某"}
    do("amend_party", cast.officer, day(3, 5), PERSON | blank | {"amendment_reason": "身份证"}, case)
    party = Party.objects.get(case=case)
    assert (party.name, party.code, party.phone, party.address) == ("李某", CODE, PHONE, PLACE)


def test_who_oversees_reads_who_read_what_for(cast, case, signed_in) -> None:
    ask(signed_in(cast.officer), case, reason="contact", detail="约定询问时间")
    with clock.at(day(3, 6)):
        (item,) = signed_in(cast.leader).get("/readings").context["readings"]
        assert (item["who"], item["why"], item["case"]) == ("甲办案", "联系、通知当事人：约定询问时间", case)
        assert signed_in(cast.county_leader).get("/readings").context["readings"] == []
        assert signed_in(cast.officer).get("/readings").status_code == 403


def download(client: Client, case: Case, form: str, how: str = "docx"):
    paper = Document.objects.get(matter_id=str(case.pk), form_code=form)
    with clock.at(day(3, 5)):
        return client.get(reverse("documents:file", args=[paper.pk, how]))


def test_a_paper_with_personal_data_goes_out_under_a_name_and_a_capacity(cast, case, signed_in) -> None:
    assert download(signed_in(cast.officer), case, "filing_approval").status_code == 200
    assert download(signed_in(cast.leader), case, "filing_approval").status_code == 200
    by_leader, by_officer = readings(case, Case.KIND)
    assert by_officer.content.body["content"]["why"].startswith("以承办人身份下载《立案审批表》")
    assert by_leader.content.body["content"]["why"].startswith("以行政机关负责人身份下载《立案审批表》")
    assert "住所（住址）" in by_officer.content.body["content"]["what"]
    assert PLACE not in str(by_officer.content.body)


def test_whoever_may_not_ask_for_the_particulars_does_not_get_them_on_paper(cast, case, signed_in) -> None:
    RoleGrant.objects.filter(officer=cast.partner).update(role="clerk")
    assert download(signed_in(cast.partner), case, "filing_approval").status_code == 403
    assert not readings(case, Case.KIND)


def test_a_paper_without_personal_data_leaves_no_reading(cast, case, signed_in) -> None:
    Party.objects.filter(case=case).update(kind="organisation", phone="")
    assert download(signed_in(cast.officer), case, "filing_approval").status_code == 200
    assert not readings(case, Case.KIND)
