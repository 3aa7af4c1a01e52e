"""A party or a deed is split off into a case of its own: both name each other, nothing is typed twice."""

from __future__ import annotations

import pytest

from sanwei.acts.act import Refused
from sanwei.acts.rows import Rows
from sanwei.cases import clocks
from sanwei.cases.models import Case
from sanwei.documents.models import Document
from sanwei.lawbook import lawbook
from unit.test_parties import SECOND
from walking import STEPS, day, do, walk

pytestmark = pytest.mark.django_db
WHY = {"split_reason": "需要另行查找、鉴定，不影响其余部分先行处理。"}


@pytest.fixture
def begun(cast) -> Case:
    case = walk(cast, "investigating")
    for code, who, on, answers in STEPS[3:5]:
        case = do(code, getattr(cast, who), on, answers(case, cast), case)
    return case


def split(case: Case, cast, part: str, on=None) -> tuple[Case, Case]:
    """The first case and the one that came out of it."""
    case = do("propose_split", cast.officer, day(3, 9), WHY | {"part": part}, case)
    case = do("approve_split", cast.leader, on or day(3, 10), {}, case)
    return case, Case.objects.select_related("party").get(pk=Rows.read(case.pk).last("split")["split_case_id"])


def test_a_party_split_off_is_the_first_party_of_its_own_case(cast, begun) -> None:
    case = do("add_party", cast.officer, day(3, 6), SECOND, begun)
    case, other = split(case, cast, f"party:{Rows.read(case.pk).last('party').row}")
    rows, theirs = Rows.read(case.pk), Rows.read(other.pk)
    assert (other.party_name, other.party.address, other.stage) == (
        "辰某某",
        SECOND["coparty_address"],
        "investigating",
    )
    assert theirs.head["split_from"] == case.number and rows.last("split")["split_number"] == other.number
    for fact in ("lead_on", "discovered_on", "violation_on", "lead_place", "power_code", "filed_on"):
        assert theirs.head[fact] == rows.head[fact], fact
    assert [r.row for r in theirs.all("evidence")] == [r.row for r in rows.all("evidence")]
    assert clocks.term(theirs, lawbook()).due == clocks.term(rows, lawbook()).due
    assert Document.objects.filter(matter_id=str(other.pk), form_code="filing_approval").exists()
    # the first case waits for nobody else any more
    assert [p["coparty_split_on"] for p in rows.all("party")] == [day(3, 10)]
    with pytest.raises(Refused, match="没有可以分出的"):
        do("propose_split", cast.officer, day(3, 11), WHY | {"part": "deed:2"}, case)


def test_a_deed_split_off_goes_on_under_its_own_power(cast, begun) -> None:
    what = {
        "violation_power": "ZZCG-0003",
        "deed": "new",
        "violation_ended_on": day(2, 27),
        "violation_what": "另一处。",
    }
    case = do("add_violation", cast.officer, day(3, 6), what, begun)
    case, other = split(case, cast, "deed:2")
    head = Rows.read(other.pk).head
    assert (other.power_code, head["violation_on"], head["lead_summary"]) == ("ZZCG-0003", day(2, 27), "另一处。")
    assert (other.party_name, other.officer_id) == (case.party_name, case.officer_id)
    assert "等" not in case.title


def test_a_case_is_not_split_to_win_time(cast, begun) -> None:
    case = do("add_party", cast.officer, day(3, 6), SECOND, begun)
    with pytest.raises(Refused) as refused:
        split(case, cast, f"party:{Rows.read(case.pk).last('party').row}", on=day(6, 3))  # due on 2 June
    assert [f.control.code for f in refused.value.findings] == ["case.split-before-expiry"]
    assert Case.objects.count() == 1


def test_nobody_opens_a_split_case_by_hand(cast, begun) -> None:
    with pytest.raises(Refused, match="不能单独办理"):
        do("open_split", cast.leader, day(3, 10), {"rows": []})
