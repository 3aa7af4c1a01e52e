"""What the case page offers: what a time limit waits for comes first, what may be done along the way by topic."""

from __future__ import annotations

import pytest

from sanwei.acts import clock, registry
from sanwei.acts.models import Duty
from sanwei.acts.perform import context
from sanwei.cases.views.nexts import ANYTHING, TOPICS, next_acts, topic
from walking import day, walk

pytestmark = pytest.mark.django_db


def offered(officer, case, due=()):
    with clock.at(day(3, 11)):
        return next_acts(context(officer, case), due)


def labels(links) -> list[str]:
    return [link["label"] for link in links]


def test_what_a_time_limit_waits_for_is_a_step_and_the_nearest_comes_first(cast) -> None:
    case = walk(cast, "reviewing")
    steps, aside, _ = offered(cast.officer, case)
    assert "责令改正" not in labels(steps)
    assert "责令改正" in labels(dict(aside)["证据和回避"])
    steps, aside, _ = offered(cast.officer, case, ["amend_party", "order_correction"])
    assert labels(steps)[:2] == ["更正当事人情况", "责令改正"]
    assert "责令改正" not in labels(dict(aside)["证据和回避"])


def test_the_page_hands_over_the_acts_of_open_time_limits(cast, client) -> None:
    case = walk(cast, "executing")
    client.force_login(cast.officer.user)
    with clock.at(day(4, 7)):
        page = client.get(case.get_absolute_url())
    waited = [d.act for d in Duty.objects.filter(matter_id=case.pk, state=Duty.OPEN).order_by("due", "id")]
    mine = {registry.get(code).label for code in waited if registry.get(code).roles & {"officer"}}
    assert mine
    assert set(labels(page.context["open_acts"])[: len(mine)]) == mine


def test_who_may_not_do_an_act_is_told_who_may_and_not_what_he_himself_lacks(cast) -> None:
    case = walk(cast, "reviewing")
    _, _, shut = offered(cast.officer, case)
    told = {each["label"]: " ".join(c["says"] for c in each["conditions"]) for each in shut}
    assert told["法制审核"] == "“法制审核”由法制审核人员办理，您当前没有这一身份"
    assert "法制审核的日期" in told["签发处罚决定"]


def test_acts_along_the_way_have_a_topic() -> None:
    aside = [
        act for act in registry.acts("case").values() if act.aside and type(act).__module__.startswith("sanwei.cases")
    ]
    assert {act.code for act in aside if topic(act) == ANYTHING} == set()
    assert len(set(TOPICS.values())) > 10
