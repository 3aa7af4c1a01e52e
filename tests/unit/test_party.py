"""What was not known of the party when the lead came can be added later, and a case is not stuck without it."""

from __future__ import annotations

import pytest

from sanwei.acts.rows import Rows
from sanwei.cases.models import Case, Party
from sanwei.documents.models import Document
from sanwei.journal.models import Content, Entry
from unit.answering import faults, lost, rows, sent_again
from unit.filling import DAYS, Open, case_acts
from walking import LEAD, day, walk

pytestmark = pytest.mark.django_db
CODE = "91410100MA9K8TGT3C"


@pytest.fixture
def opened(cast):
    """An act on a case whose party has no address."""

    def on(code: str, stage: str, who: str = "officer") -> Open:
        case = walk(cast, stage, register_lead=LEAD | {"party_address": ""})
        return Open(case_acts()[code], case, who, DAYS.get(code, day(3, 6)), cast)

    return on


def test_an_investigation_does_not_end_without_the_party_s_address(cast, opened):
    one = opened("end_investigation", "investigating")
    for code in ("record_contact", "add_evidence"):
        step = Open(case_acts()[code], one.case, "officer", day(3, 6), cast)
        assert step.send(step.post()).status_code == 302
    before, data = rows(), one.post(complex_case="no", harms_life="no", proposed_kinds=["fine"], proposed_fine="300")
    answer = one.send(data)
    assert (answer.status_code, lost(answer, data), rows()) == (422, [], before)
    assert "请先办理“更正当事人情况”" in faults(answer)["__all__"][0]


def test_a_decision_that_lacks_the_address_is_not_issued_until_it_is_added(cast, opened):
    one = opened("issue_decision", "deciding", "leader")
    before, answer = rows(), one.send(one.post())
    assert (answer.status_code, rows()) == (422, before)
    assert "住所（住址）" in faults(answer)["__all__"][0]
    amend = Open(case_acts()["amend_party"], one.case, "officer", one.day, cast)
    assert amend.send(amend.post(party_address="郑州市示例路 18 号")).status_code == 302
    assert one.send(one.post()).status_code == 302
    assert "郑州市示例路 18 号" in str(Document.objects.get(form_code="penalty_decision").data)


def test_an_amendment_is_found_by_its_new_name_and_its_numbers_stay_sealed(opened):
    one = opened("amend_party", "investigating")
    assert sent_again(one.get())["party_name"] == ["郑州示例装饰有限公司"]
    data = one.post(party_name="郑州示例装饰工程有限公司", party_code=CODE, party_phone="13800000000")
    assert one.send(data).status_code == 302
    case, party = Case.objects.get(pk=one.case.pk), Party.objects.get(case=one.case)
    assert (case.party_name, party.name, party.code, party.phone) == (
        "郑州示例装饰工程有限公司", "郑州示例装饰工程有限公司", CODE, "13800000000",
    )  # fmt: skip
    entry = Entry.objects.latest("position")
    assert entry.content.body["content"]["note"].startswith(
        "更正：姓名（名称）、证件号码、住所（住址）、联系电话。依据："
    )
    told = "".join(str(content.body) for content in Content.objects.all())
    assert CODE not in told and "13800000000" not in told
    page = one.client().get("/search?q=装饰工程").content.decode()
    assert str(case.pk) in page


def test_an_amendment_that_changes_nothing_is_none(opened):
    one = opened("amend_party", "investigating")
    before, answer = rows(), one.send(one.post(party_address=""))
    assert (answer.status_code, rows()) == (422, before)
    assert faults(answer) == {"amendment_reason": ["当事人情况没有任何变化，不需要更正"]}


def test_another_kind_of_party_is_a_fact_the_controls_see(opened):
    one = opened("amend_party", "investigating")
    assert one.send(one.post(party_kind="person", party_representative="")).status_code == 302
    assert Rows.read(one.case.pk).head["party_kind"] == "person"


def test_after_the_decision_the_party_stands(cast):
    case = walk(cast, "serving")
    one = Open(case_acts()["amend_party"], case, "officer", day(4, 1), cast)
    before, answer = rows(), one.send(one.post(party_name="另一家公司"))
    assert (answer.status_code, rows()) == (409, before)
    assert "决定书上的当事人不能再改" in answer.content.decode()
