"""Every control keeps the cases a jurist wrote for it, and is well formed."""

import pytest

from sanwei.controls.register import register
from sanwei.controls.verdict import Verdict
from sanwei.lawbook import lawbook

from .cases_of import cases, path_of, verdict

CONTROLS = list(register().values())


def _all() -> list:
    found = []
    for control in CONTROLS:
        for name, facts, expected, as_of in cases(path_of(control)):
            found.append(pytest.param(control, facts, expected, as_of, id=f"{control.code}-{name}"))
    return found


@pytest.mark.parametrize(("control", "facts", "expected", "as_of"), _all())
def test_a_case_gets_the_verdict_a_jurist_wrote(control, facts, expected, as_of):
    assert verdict(control, facts, as_of).label == Verdict.named(expected).label


@pytest.mark.parametrize("control", CONTROLS, ids=lambda c: c.code)
def test_a_control_has_cases_that_keep_it_break_it_and_do_not_ask_it(control):
    said = {expected for _, _, expected, _ in cases(path_of(control))}
    assert "合规" in said
    assert said & {"违反", "逾期", "迟延"}
    assert "不适用" in said


@pytest.mark.parametrize("control", CONTROLS, ids=lambda c: c.code)
def test_a_control_cites_clauses_and_parameters_that_exist(control):
    book = lawbook()
    for ref in control.clauses:
        assert book.clause(ref).says
    for key in control.parameters:
        assert book.parameter(key).values


@pytest.mark.parametrize("control", CONTROLS, ids=lambda c: c.code)
def test_a_control_tells_a_person_what_is_wrong_and_what_to_do(control):
    assert control.title and control.says and control.cure
    assert not control.says.endswith("。")
