"""Evidence beyond a title: what is excluded, what is preserved, what is sampled and tested."""

from __future__ import annotations

import pytest

from sanwei.acts.act import Refused
from sanwei.acts.models import Duty
from sanwei.acts.rows import Rows
from sanwei.documents.models import Document
from walking import CONTACT, EVIDENCE, FINDINGS, day, do, walk

KEPT = {
    "preservation_reason": "账册可能被销毁。",
    "things": "进货账册，3 本\n送货单，42 张",
    "preservation_place": "本机关证物室",
}


def refused(code, officer, on, data, case) -> set[str]:
    with pytest.raises(Refused) as found:
        do(code, officer, on, data, case)
    return {f.control.code for f in found.value.findings}


def preserved(cast, case, on):
    case = do("ask_preservation", cast.officer, on, KEPT, case)
    granted = {"preservation": "preservation-1", "preservation_granted": True, "preservation_opinion": "同意。"}
    return do("preserve_evidence", cast.leader, on, granted, case)


def settled(end: str) -> dict:
    return {"preservation": "preservation-1", "preservation_end": end, "preservation_result": "已经核对。"}


def test_preserved_things_are_settled_within_seven_working_days(cast) -> None:
    case = preserved(cast, walk(cast, "investigating"), day(3, 9))
    assert Duty.objects.get(control="case.preservation-decided-in-time").due == day(3, 18)
    assert [x["exhibit_on"] for x in Rows.read(case.pk).all("exhibit")] == [day(3, 9)] * 2
    case = do("decide_preservation", cast.leader, day(3, 18), settled("confiscated"), case)
    drawn = Document.objects.filter(form_code__startswith="preservation").values_list("form_code", flat=True)
    assert set(drawn) == {"preservation_approval", "preservation_notice", "preservation_settlement"}


def test_what_nobody_settled_in_time_can_only_go_back(cast) -> None:
    case = preserved(cast, walk(cast, "investigating"), day(3, 9))
    found = refused("decide_preservation", cast.leader, day(3, 19), settled("confiscated"), case)
    assert found == {"case.lapsed-preservation-released"}
    case = do("decide_preservation", cast.leader, day(3, 19), settled("released"), case)
    assert Rows.read(case.pk).last("preservation")["preservation_decided_on"] == day(3, 19)


def test_a_request_the_leader_does_not_grant_takes_nothing(cast) -> None:
    case = do("ask_preservation", cast.officer, day(3, 9), KEPT, walk(cast, "investigating"))
    no = {"preservation": "preservation-1", "preservation_granted": False, "preservation_opinion": "可以复印。"}
    case = do("preserve_evidence", cast.leader, day(3, 9), no, case)
    rows = Rows.read(case.pk)
    assert rows.last("preservation")["preserved_on"] is None
    assert rows.all("custody") == []


def test_samples_are_taken_by_two_sealed_tested_and_told(cast) -> None:
    case = walk(cast, "investigating")
    case = do(
        "ask_sampling", cast.officer, day(3, 9), {"sampling_target": "砂石", "sampling_reason": "查明成分。"}, case
    )
    granted = {"sampling": "sampling-1", "sampling_granted": True, "sampling_opinion": "同意。"}
    case = do("approve_sampling", cast.leader, day(3, 9), granted, case)
    taken = {
        "sampling": "sampling-1",
        "sampled_on": day(3, 9),
        "sampled_at": "08:40",
        "sampling_place": "示例路 8 号",
        "second_officer": str(cast.partner.pk),
        "sampling_method": "四分法取样。",
        "things": "砂石样品，2 袋",
        "samples_sealed": True,
        "sampling_signed": "refused_noted",
        "custody_place": "样品柜",
    }
    assert refused("take_samples", cast.officer, day(3, 9), taken, case) == {"case.samples-recorded"}
    case = do("take_samples", cast.officer, day(3, 9), taken | {"sampling_witness": "社区工作人员"}, case)
    test = {"of": "sampling-1", "test_what": "成分", "test_house": "某检测机构", "test_from": day(3, 9)}
    case = do(
        "send_for_test", cast.officer, day(3, 9), test | {"test_until": day(3, 20), "test_told_on": day(3, 9)}, case
    )
    assert Rows.read(case.pk).last("testing")["test_for_measure"] is False
    end = {"sampling": "sampling-1", "sampling_end": "used", "sampling_end_note": "耗尽。", "custody_to": "某检测机构"}
    case = do("settle_samples", cast.officer, day(3, 11), end, case)
    assert [m["custody_step"] for m in Rows.read(case.pk).all("custody")] == ["taken", "used"]


def test_evidence_excluded_after_the_draft_stops_the_decision(cast) -> None:
    case = walk(cast, "deciding")
    rows = Rows.read(case.pk)
    evidence = rows.last("evidence").row
    assert rows.last("decision")["cited_evidence"] == [evidence]
    out = {"evidence": evidence, "exclusion_ground": "unlawful", "exclusion_note": "取证时没有表明身份。"}
    case = do("exclude_evidence", cast.officer, day(3, 30), out, case)
    found = refused("issue_decision", cast.leader, day(3, 31), {}, case)
    assert "case.excluded-evidence-not-cited" in found


def test_a_party_who_asks_for_recusal_is_put_on_record(cast) -> None:
    case = walk(cast, "investigating")
    asked = CONTACT | {"contact_on": day(3, 6), "second_officer": str(cast.partner.pk), "recusal_answer": "asked"}
    case = do("record_contact", cast.officer, day(3, 6), asked, case)
    case = do("add_evidence", cast.officer, day(3, 6), EVIDENCE | {"obtained_on": day(3, 6)}, case)
    assert refused("end_investigation", cast.officer, day(3, 9), FINDINGS, case) == {"case.recusal-registered"}
