"""Several reports of one matter, each answered; a lead that joins another case; where leads come from."""

from __future__ import annotations

import pytest

from sanwei.acts import clock
from sanwei.acts.act import Refused
from sanwei.acts.models import Duty
from sanwei.acts.rows import Rows
from sanwei.cases.models import Informer
from sanwei.documents.models import Document
from sanwei.journal.models import Entry
from walking import LEAD, day, do, walk

pytestmark = pytest.mark.django_db

REPORT = {
    "informer_on": day(3, 3),
    "informer_channel": "phone",
    "informer_named": True,
    "informer_reachable": True,
    "informer_secret": True,
    "informer_said": "门前堆放砂石，请求查处。",
    "informer_name": "某居民",
    "informer_phone": "13800000000",
}


def test_each_informer_is_answered_and_his_name_stands_in_no_fact_and_on_no_paper(cast) -> None:
    case = do("add_informer", cast.officer, day(3, 3), REPORT, walk(cast, "filing"))
    assert not Duty.objects.filter(control="case.informer-answered-in-time").exists()
    case = do("file_case", cast.leader, day(3, 4), {}, case)
    duty = Duty.objects.get(control="case.informer-answered-in-time")
    assert (duty.due, duty.state) == (day(3, 11), Duty.OPEN)
    row = Rows.read(case.pk).last("informer")
    told = {"informer": row.row, "informer_answered_on": day(3, 5), "informer_answer": "电话答复已经立案。"}
    do("answer_informer", cast.officer, day(3, 5), told, case)
    duty.refresh_from_db()
    assert duty.state == Duty.DONE
    assert Informer.objects.get(row=row.row).name == "某居民"
    paper = Document.objects.get(form_code="lead_register")
    assert paper.data["f"]["informer"] == "要求保密，另行密封"
    written = [str(e.content.body) for e in Entry.objects.select_related("content")]
    assert not any("某居民" in text or "13800000000" in text for text in (*written, str(paper.data), str(row.facts)))


@pytest.mark.parametrize("source", ["assigned", "transferred", "media", "other"])
def test_a_lead_of_another_hand_says_whose(cast, source) -> None:
    with pytest.raises(Refused) as refused:
        do("register_lead", cast.officer, day(3, 2), LEAD | {"lead_source": source})
    assert {f.control.code for f in refused.value.findings} == {"case.lead-source-recorded"}
    told = {"lead_source": source, "lead_from": "市人民政府办公室", "lead_ref": "督办〔2026〕1号"}
    assert do("register_lead", cast.officer, day(3, 2), LEAD | told).stage == "lead"


def test_a_lead_joins_another_case_and_both_point_to_each_other(cast, client) -> None:
    target = walk(cast, "investigating")
    lead = do("register_lead", cast.officer, day(3, 5), LEAD | {"informer_known": True, "lead_source": "report"})
    asked = {"merged_into_id": str(target.pk), "merge_reason": "同一事项。"}
    lead = do("propose_merge", cast.officer, day(3, 5), asked, lead)
    assert lead.waiting_for == "leader"
    version = target.version
    lead = do("approve_merge", cast.leader, day(3, 6), {}, lead)
    target.refresh_from_db()
    assert (lead.stage, target.version) == ("merged", version + 1)
    assert Rows.read(target.pk).last("joined")["joined_from"] == lead.number
    assert Duty.objects.get(matter_id=lead.pk, control="case.lead-answered-in-time").due == day(3, 13)
    client.force_login(cast.officer.user)
    with clock.at(day(3, 6)):
        ours, theirs = (client.get(c.get_absolute_url()).content.decode() for c in (lead, target))
    assert f'<a href="{target.get_absolute_url()}">{target.number}</a>' in ours
    assert f'<a href="{lead.get_absolute_url()}">{lead.number}</a>' in theirs


def test_evidence_goes_along_and_no_page_takes_rows_over(cast) -> None:
    source, target = walk(cast, "investigating"), walk(cast, "investigating")
    told = {"merged_into_id": str(target.pk), "merge_reason": "同一当事人的关联行为。"}
    source = do("propose_merge", cast.officer, day(3, 5), told, source)
    do("approve_merge", cast.leader, day(3, 5), {}, source)
    assert len(Rows.read(target.pk).all("joined")) == 1
    with pytest.raises(Refused) as refused:
        do("take_over", cast.leader, day(3, 6), {"rows": []}, target)
    assert refused.value.not_yet[0].reason == "不能单独办理"
    with pytest.raises(Refused) as ended:
        do(
            "order_correction",
            cast.officer,
            day(3, 6),
            {"correction_demanded": "清理", "correct_by": day(3, 9)},
            source,
        )
    assert "本案已经并入另一案" in {n.reason for n in ended.value.not_yet}
