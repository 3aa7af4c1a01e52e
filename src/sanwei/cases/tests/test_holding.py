"""What the case page says is held: until when, why until then, and where every thing is."""

from __future__ import annotations

from sanwei.acts import clock
from sanwei.acts.models import Duty
from sanwei.acts.perform import context
from sanwei.cases.models import Case
from sanwei.cases.tests.test_measures import act, at, lead, seized, urgent  # noqa: F401  `lead` is a fixture
from sanwei.cases.views import holding
from sanwei.looks.words import left_text as left
from walking import day


def held(cast, case, on) -> dict:
    with clock.at(on):
        case = Case.objects.select_related("body").get(pk=case.pk)
        return holding.of(context(cast.officer, case), list(Duty.objects.filter(matter_id=case.pk, state=Duty.OPEN)))


def test_a_measure_is_red_only_after_its_last_day(cast, lead) -> None:  # noqa: F811
    seized(cast, lead)
    (one,) = held(cast, lead, day(4, 2))["holding"]
    assert (one["due"], one["left"], one["why"]) == (day(4, 2), 0, "自2026年3月3日起30日")
    assert left(one["left"], "calendar_days").level != "bad"
    (late,) = held(cast, lead, day(4, 3))["holding"]
    assert left(late["left"], "calendar_days").level == "bad"


def test_an_urgent_measure_says_until_which_hour_it_must_be_approved(cast, lead) -> None:  # noqa: F811
    urgent(cast, lead, at(3, 3, 22, 50), measure_at="22:40", measure_ended_at="22:50")
    (one,) = held(cast, lead, day(3, 4))["holding"]
    assert one["urgent"] == "须在2026年3月4日 22:40之前由负责人补办批准"
    granted = {"measure": "measure-1", "measure_granted": True, "measure_opinion": "同意。"}
    act("rule_measure", cast.leader, at(3, 4, 9), lead, **granted)
    (one,) = held(cast, lead, day(3, 4))["holding"]
    assert one["urgent"] == ""


def test_every_thing_is_shown_with_its_holder(cast, lead) -> None:  # noqa: F811
    seized(cast, lead)
    things = held(cast, lead, day(3, 4))["things"]
    assert [(t["name"], t["holder"], t["step"], len(t["chain"])) for t in things] == [
        ("面粉", "甲办案（41010001）", "取得", 1),
        ("食用油", "甲办案（41010001）", "取得", 1),
    ]
