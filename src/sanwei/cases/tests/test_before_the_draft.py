"""What stands before the decision while nobody has drafted it: the draft, and what can be told without it."""

from __future__ import annotations

import pytest
from django.test import Client

from sanwei.acts import clock, registry
from sanwei.acts.gate import ahead
from sanwei.acts.perform import context
from walking import day, do, walk

pytestmark = pytest.mark.django_db


def missing(officer, case, on) -> tuple[list[str], list[str]]:
    """Reasons of order, and codes of the controls in the way."""
    with clock.at(on):
        not_yet, _ = ahead(registry.get("issue_decision"), context(officer, case))
    return [n.reason for n in not_yet if not n.finding], [n.finding.control.code for n in not_yet if n.finding]


def test_before_the_draft_nothing_is_missed_that_the_draft_fills_in(cast) -> None:
    case = walk(cast, "deliberating")
    assert missing(cast.leader, case, day(3, 30)) == (["承办人还没有拟写决定"], [])


def test_what_can_be_told_without_a_draft_is_told(cast) -> None:
    case = walk(cast, "reviewing")
    reasons, controls = missing(cast.leader, case, day(3, 13))
    assert reasons == ["承办人还没有拟写决定"]
    assert controls == ["case.legal-review-first", "case.notice-first"]


def test_a_draft_that_says_too_little_is_told_what_it_lacks(cast) -> None:
    case = walk(cast, "deciding")
    draft = {"decision_kind": "penalty", "penalty_kinds": ["fine"], "fine": 30_000, "remedies_told": False}
    case = do("draft_decision", cast.officer, day(3, 30), draft | {"decision_basis": []}, case)
    reasons, controls = missing(cast.leader, case, day(3, 31))
    assert reasons == []
    assert {"case.decision-reasoned", "case.decision-cites-basis", "case.decision-tells-remedies"} <= set(controls)


def test_who_may_not_do_a_step_is_told_who_does_and_not_what_certificate_he_lacks(cast) -> None:
    case = walk(cast, "investigating")
    client = Client()
    client.force_login(cast.supervisor.user)
    with clock.at(day(3, 5)):
        page = client.get(case.get_absolute_url())
    told = [c for step in page.context["closed_acts"] for c in step["conditions"]]
    assert told, "steps of others are shown with who does them"
    assert not [c for c in told if "执法证" in str(c)]
