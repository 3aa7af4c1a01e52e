"""Who may not be penalised, what that needs on record, and what a first offence is looked back for."""

from __future__ import annotations

import pytest
from stdnum.cn import ric

from sanwei.acts.act import Refused
from sanwei.acts.rows import Rows
from sanwei.cases.acts.responsibility import age_on
from unit.decided import EDUCATED, WEIGHED
from walking import DRAFT, LEAD, basis, day, do, walk

pytestmark = pytest.mark.django_db
PERSON = {"party_kind": "person", "party_name": "卯某某", "party_representative": ""}


def refused_by(act: str, who, on, data: dict, case) -> set[str]:
    with pytest.raises(Refused) as refused:
        do(act, who, on, data, case)
    return {f.control.code for f in refused.value.findings}


def weighed(case, cast, **changes):
    return do("weigh_responsibility", cast.officer, day(3, 26), WEIGHED | changes, case)


def drafted(case, cast, **changes):
    exempt = {"decision_kind": "no_penalty", "penalty_kinds": [], "fine": None, "no_penalty_ground": "first_offence"}
    ground = (exempt | changes)["no_penalty_ground"]
    free = {"first_offence": ["XZCF2021 §33(1)"], "under_14": ["XZCF2021 §30"]}.get(ground, [])
    cited = [*basis(case), *free]
    return do("draft_decision", cast.officer, day(3, 30), DRAFT | {"decision_basis": cited} | exempt | changes, case)


def taught(case, cast, kind="taught"):
    data = EDUCATED | {"educated_on": day(3, 27), "education_kind": kind}
    return do("record_education", cast.officer, day(3, 27), data, case)


def test_full_years_turn_on_the_birthday() -> None:
    code = "41010520120301803"
    code += ric.calc_check_digit(code + "0")
    assert (age_on(code, day(2, 28)), age_on(code, day(3, 1))) == (13, 14)
    assert age_on("", day(3, 1)) is None and age_on(code, None) is None


def test_a_first_offence_needs_confirmation_and_education_before_it_goes_free(cast) -> None:
    case = drafted(weighed(walk(cast, "deliberating"), cast), cast)
    found = refused_by("issue_decision", cast.leader, day(3, 31), {}, case)
    assert {"case.first-offence-confirmed", "case.no-penalty-educated"} <= found
    row = Rows.read(case.pk).last("responsibility")
    assert (row["earlier_decisions"], row["looked_back_on"]) == (0, day(3, 26))
    case = do("confirm_first_offence", cast.leader, day(3, 31), {"responsibility": row.row}, taught(case, cast))
    assert do("issue_decision", cast.leader, day(3, 31), {}, case).stage == "serving"


def test_who_was_decided_against_before_is_no_first_offender(cast) -> None:
    first = walk(cast)
    case = weighed(walk(cast, "deliberating"), cast)
    row = Rows.read(case.pk).last("responsibility")
    assert (row["earlier_decisions"], row["earlier_numbers"]) == (1, first.number)
    case = do("confirm_first_offence", cast.leader, day(3, 30), {"responsibility": row.row}, taught(case, cast))
    found = refused_by("issue_decision", cast.leader, day(3, 31), {}, drafted(case, cast))
    assert found == {"case.first-offence-alone"}


def test_a_child_is_not_penalised_and_its_guardian_is_told_to_look_after_it(cast) -> None:
    case = walk(cast, "deliberating", register_lead=LEAD | PERSON)
    case = weighed(case, cast, age_then=13, mental_state="sound", exempt_ground="under_14")
    penalty = {"decision_kind": "penalty", "penalty_kinds": ["fine"], "fine": 30_000, "no_penalty_ground": None}
    case = taught(drafted(case, cast, **penalty), cast)
    assert "case.child-not-penalised" in refused_by("issue_decision", cast.leader, day(3, 31), {}, case)
    case = drafted(case, cast, no_penalty_ground="under_14")
    assert refused_by("issue_decision", cast.leader, day(3, 31), {}, case) == {"case.guardian-ordered"}
    case = do("issue_decision", cast.leader, day(3, 31), {}, taught(case, cast, "guardian"))
    assert case.stage == "serving"


def test_two_persons_of_one_name_without_a_number_are_not_taken_for_one(cast) -> None:
    walk(cast, register_lead=LEAD | PERSON)
    case = weighed(walk(cast, "deliberating", register_lead=LEAD | PERSON), cast, age_then=40)
    assert Rows.read(case.pk).last("responsibility")["earlier_decisions"] == 0
