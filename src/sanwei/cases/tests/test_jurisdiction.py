"""Whose matter it is: place, who filed first, a dispute agreed on or designated."""

from __future__ import annotations

import pytest

from sanwei.acts.act import Refused
from sanwei.acts.rows import Rows
from sanwei.documents.models import Document
from walking import day, do, walk

pytestmark = pytest.mark.django_db

DISPUTE = {
    "dispute_on": day(3, 3),
    "dispute_with": "金水区城市管理局",
    "dispute_ground": "place",
    "dispute_facts": "在交界处。",
}
ASKED = {"designation_asked_of": "郑州市人民政府", "designation_common": True, "designation_reason": "先收到线索。"}
FILING = day(3, 4)
NAMED = {"designated_to": "ours", "designation_doc": "指定管辖决定〔2026〕1号"}


def row(case) -> dict:
    return {"dispute": Rows.read(case.pk).last("dispute").row}


def elsewhere(cast):
    return walk(cast, "filing", propose_filing={"place_in_area": False})


def refused_by(case, cast, code="file_case", on=FILING, who="leader", data=()) -> set[str]:
    with pytest.raises(Refused) as refused:
        do(code, getattr(cast, who), on, dict(data), case)
    return {f.control.code for f in refused.value.findings}


def designated(case, cast, on):
    case = do("record_dispute", cast.officer, day(3, 3), DISPUTE, case)
    case = do("ask_designation", cast.leader, day(3, 3), row(case) | ASKED, case)
    return do("record_designation", cast.officer, on, row(case) | NAMED | {"designated_on": on}, case)


def test_a_place_outside_our_area_is_not_ours_until_the_common_superior_says_so(cast) -> None:
    case = elsewhere(cast)
    assert refused_by(case, cast) == {"case.place-in-area"}
    case = designated(case, cast, day(3, 4))
    assert do("file_case", cast.leader, day(3, 4), {}, case).stage == "investigating"
    assert Document.objects.filter(matter_id=str(case.pk), form_code="designation_request", sealed=True).exists()


def test_who_filed_first_has_the_case_unless_both_agree(cast) -> None:
    first = {"other_filed_by": "金水区城市管理局", "other_filed_on": day(3, 3)}
    case = walk(cast, "filing", propose_filing=first)
    assert refused_by(case, cast) == {"case.first-to-file"}
    case = do("record_dispute", cast.officer, day(3, 3), DISPUTE, case)
    agreed = {"negotiated_on": day(3, 4), "negotiation_result": "ours", "negotiation_note": "对方移交。"}
    case = do("negotiate_dispute", cast.officer, day(3, 4), row(case) | agreed, case)
    assert do("file_case", cast.leader, day(3, 4), {}, case).stage == "investigating"


def test_nothing_is_decided_while_a_dispute_stands(cast) -> None:
    case = walk(cast, "deciding")
    case = do("record_dispute", cast.officer, day(3, 30), DISPUTE | {"dispute_on": day(3, 30)}, case)
    assert "case.dispute-settled-first" in refused_by(case, cast, "issue_decision", day(3, 31))


def test_only_the_common_superior_designates(cast) -> None:
    case = do("record_dispute", cast.officer, day(3, 3), DISPUTE, walk(cast, "lead"))
    case = do("ask_designation", cast.leader, day(3, 3), row(case) | ASKED | {"designation_common": False}, case)
    told = row(case) | NAMED | {"designated_on": day(3, 5)}
    assert refused_by(case, cast, "record_designation", day(3, 5), "officer", told) == {"case.designated-by-superior"}


def test_a_violation_that_still_went_on_when_found_is_not_barred(cast) -> None:
    long_ago = {"violation_on": day(3, 1).replace(year=2020)}
    assert refused_by(walk(cast, "filing", register_lead=long_ago), cast) == {"case.filing-not-time-barred"}
    case = walk(cast, "filing", register_lead=long_ago | {"violation_state": "going_on"})
    assert do("file_case", cast.leader, day(3, 4), {}, case).stage == "investigating"
