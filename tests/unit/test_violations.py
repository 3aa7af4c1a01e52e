"""Several violations in one case: one deed under two norms is fined once by the higher, two deeds are fined each."""

from __future__ import annotations

import pytest

from sanwei.acts.act import Refused
from sanwei.acts.rows import Rows
from sanwei.cases.models import Case
from sanwei.documents.models import Document
from walking import DRAFT, FINDINGS, NOTICE, STEPS, basis, day, do, walk

pytestmark = pytest.mark.django_db
LOW, HIGH, OTHER = "ZZCG-0001", "ZZCG-0002", "ZZCG-0003"  # 100–500, 500–3,000 and 200–1,000 元
WHAT = {"violation_ended_on": day(3, 1), "violation_what": "同日还查明另一项。"}
WITHOUT = ("penalty_kinds", "fine", "confiscation")  # the sums of the charges say it


def charged(norm: str, fine: int) -> dict:
    kinds = {"charge_kinds": ["fine"], "charge_fine": fine, "charge_confiscation": None, "lenient": []}
    return kinds | {"norm": norm, "charge_reason": "按较低幅度。"}


def codes(refused) -> set[str]:
    return {f.control.code for f in refused.value.findings}


@pytest.fixture
def several(cast) -> Case:
    """Deed 1 breaches two norms, deed 2 a third; nothing is set yet."""
    case = walk(cast, "investigating")
    for code, who, on, answers in STEPS[3:5]:
        case = do(code, getattr(cast, who), on, answers(case, cast), case)
    case = do("add_violation", cast.officer, day(3, 6), WHAT | {"violation_power": HIGH, "deed": "1"}, case)
    return do("add_violation", cast.officer, day(3, 6), WHAT | {"violation_power": OTHER, "deed": "new"}, case)


def drafted(case: Case, cast) -> Case:
    fine = 90_000
    found = FINDINGS | {"proposed_fine": fine}
    case = do("end_investigation", cast.officer, day(3, 12), found, case)
    passed = {"review_outcome": "passed", "review_opinion": "同意。"}
    case = do("review_case", cast.reviewer, day(3, 16), passed, case)
    told = NOTICE | {"noticed_on": day(3, 17), "defence_until": day(3, 25), "notice_basis": basis(case)}
    case = do("give_notice", cast.officer, day(3, 17), told | {"notice_fine": fine}, case)
    silent = {"defended_on": day(3, 26), "defence_form": "none", "defence_said": ""}
    case = do("record_defence", cast.officer, day(3, 26), silent, case)
    data = {n: v for n, v in DRAFT.items() if n not in WITHOUT} | {"decision_basis": basis(case)}
    return do("draft_decision", cast.officer, day(3, 30), data, case)


def test_one_deed_under_two_norms_is_fined_by_the_higher_one(cast, several) -> None:
    with pytest.raises(Refused) as refused:
        do("set_charge", cast.officer, day(3, 9), charged(f"1/{LOW}", 30_000), several)
    assert codes(refused) == {"case.heavier-norm-followed"}
    with pytest.raises(Refused) as refused:
        do("set_charge", cast.officer, day(3, 9), charged(f"1/{HIGH}", 30_000), several)
    assert codes(refused) == {"case.charge-in-range"}


def test_the_decision_adds_the_deeds_up_and_states_each_with_its_range(cast, several) -> None:
    case = do("set_charge", cast.officer, day(3, 9), charged(f"1/{HIGH}", 50_000), several)
    case = do("set_charge", cast.officer, day(3, 9), charged(f"2/{OTHER}", 30_000), case)
    case = do("set_charge", cast.officer, day(3, 10), charged(f"2/{OTHER}", 40_000), case)
    assert case.title.endswith("等3项违法")
    case = do("issue_decision", cast.leader, day(3, 31), {}, drafted(case, cast))
    rows = Rows.read(case.pk)
    decision = rows.last("decision")
    assert (decision["fine"], decision["fine_least"], decision["fine_most"]) == (90_000, 70_000, 400_000)
    assert (decision["penalty_kinds"], case.fine_fen) == (["fine"], 90_000)
    assert [r["stood_act"] for r in rows.all("standing")].count("issue_decision") == 3  # each power is judged
    assert {r["charge_decision"] for r in rows.all("charge")} == {decision.row}
    for form in ("penalty_notice", "penalty_decision"):
        (paper,) = Document.objects.filter(matter_id=str(case.pk), form_code=form)
        first, second, whole = paper.data["f"]["penalties"]
        assert "第1个行为" in first and "500元以上3000元以下" in first and "（500元）" in first
        assert "第2个行为" in second and "200元以上1000元以下" in second and "（400元）" in second
        assert "以上合并" in whole and "（900元）" in whole


def test_no_decision_is_drafted_while_a_deed_has_no_charge(cast, several) -> None:
    case = do("set_charge", cast.officer, day(3, 9), charged(f"1/{HIGH}", 50_000), several)
    with pytest.raises(Refused, match="还有行为没有拟定处罚"):
        drafted(case, cast)


def test_a_deed_fined_in_another_case_is_not_fined_again(cast) -> None:
    earlier = walk(cast, "serving")
    case = walk(cast, "deliberating")
    silent = DRAFT | {"decision_basis": basis(case), "fined_before_other": ""}
    case = do("draft_decision", cast.officer, day(3, 30), silent, case)
    assert Rows.read(case.pk).last("decision")["fined_before_numbers"] == earlier.number
    with pytest.raises(Refused) as refused:
        do("issue_decision", cast.leader, day(3, 31), {}, case)
    assert "case.not-fined-elsewhere" in codes(refused)
    why = {"fined_before_other": "前一次在八号门前，已经清理；这一次在十号门前重新堆放。"}
    case = do("draft_decision", cast.officer, day(3, 30), DRAFT | {"decision_basis": basis(case)} | why, case)
    assert do("issue_decision", cast.leader, day(3, 31), {}, case).stage == "serving"
