"""The page of every act, for everybody who may do it, at every stage a case passes: it opens, it is cheap, it
explains.
"""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import escape

from cast import Cast
from sanwei.acts import clock
from sanwei.acts.act import Act
from sanwei.acts.rows import Rows
from sanwei.cases.models import Case
from sanwei.cases.stages import STAGES
from sanwei.facts import VOCABULARY
from sanwei.facts.vocabulary import WORDS
from unit.filling import case_acts
from walking import STEPS, day, do, walk

pytestmark = [pytest.mark.django_db, pytest.mark.forms]
MOST_QUERIES = 16
HEARING = {
    "hearing_notified_on": day(3, 18),
    "hearing_set_for": day(3, 30),
    "hearing_time": "09:30",
    "hearing_place": "三楼会议室",
    "hearing_public": True,
}


def doers(act: Act, cast: Cast) -> list:
    """Those of the city's bureau who may do the act."""
    people = {"officer": cast.officer, "section_head": cast.head, "leader": cast.leader, "reviewer": cast.reviewer}
    return [person for role, person in people.items() if role in act.roles][:1]


def looked_at(case: Case | None, cast: Cast, on) -> dict[str, list[str]]:
    """What is amiss with the pages of all acts on this case (none: of those that begin one)."""
    amiss, clients = {}, {}
    for code, act in case_acts().items():
        if act.creates == (case is not None):
            continue
        for person in doers(act, cast):
            if (client := clients.get(person.code)) is None:
                client = clients[person.code] = Client()
                client.force_login(person.user)
            url = reverse("cases:do", args=[case.pk, code]) if case else reverse("cases:begin", args=[code])
            with clock.at(on), CaptureQueriesContext(connection) as asked:
                answer = client.get(url)
            found = [] if answer.status_code == 200 else [f"status {answer.status_code}"]
            if len(asked) > MOST_QUERIES:
                found.append(f"{len(asked)} queries")
            if answer.status_code == 200:
                found += unexplained(answer)
            if found:
                amiss[f"{case.stage if case else 'none'} {code} {person.code}"] = found
    return amiss


def unexplained(answer) -> list[str]:
    """Questions of the page's form without a label or without the help the vocabulary has for them."""
    form, page, found = answer.context["form"], answer.content.decode(), []
    for bound in form.visible_fields():
        fact = VOCABULARY.facts.get(bound.name)
        if not bound.label or bound.label == bound.name or not _stands(bound.label, page):
            found.append(f"{bound.name}: no label")
        told = (
            fact is not None and fact.meaning and not fact.codes and fact.dtype != WORDS
        )  # choices explain themselves
        if told and not bound.help_text:
            found.append(f"{bound.name}: no help")
        if bound.help_text and not _stands(bound.help_text, page):
            found.append(f"{bound.name}: help is not shown")
    if not _stands(answer.context["act"].hint, page):
        found.append("the page does not say what the step is for")
    return found


def _stands(text: str, page: str) -> bool:
    return escape(text) in page


def test_the_acts_that_begin_a_case_open(cast) -> None:
    assert looked_at(None, cast, day(3, 2)) == {}


def test_every_act_opens_at_every_stage_of_the_way(cast) -> None:
    case, seen, amiss = None, set(), {}
    for code, who, on, answers in STEPS:
        case = do(code, getattr(cast, who), on, answers(case, cast), case)
        if case.stage not in seen:
            seen.add(case.stage)
            amiss |= looked_at(case, cast, on)
    assert amiss == {}
    aside = {"refused", "terminated", "hearing", "merged", "suspended", "at_police", "transferred"}
    assert seen == set(STAGES) - aside


def test_every_act_opens_while_a_hearing_is_asked_for_told_and_held(cast) -> None:
    case = walk(cast, "defending", give_notice={"hearing_right_told": True})
    case = do("request_hearing", cast.officer, day(3, 18), {"hearing_asked_on": day(3, 18)}, case)
    assert case.stage == "hearing"
    assert looked_at(case, cast, day(3, 18)) == {}
    row = {"hearing": Rows.read(case.pk).last("hearing").row}
    people = {"chair": str(cast.head.pk), "recorder": str(cast.reviewer.pk)}
    case = do("notify_hearing", cast.officer, day(3, 18), HEARING | row | people, case)
    assert looked_at(case, cast, day(3, 19)) == {}
    held = {"hearing_held_on": HEARING["hearing_set_for"], "hearing_record": "双方发表了意见。"}
    held |= {"hearing_signed": "signed", "hearing_agents": 0}
    case = do("hold_hearing", cast.officer, held["hearing_held_on"], held | row, case)
    assert case.stage == "defending"
    assert looked_at(case, cast, day(4, 1)) == {}


@pytest.mark.parametrize(("code", "before"), [("refuse_lead", "filing"), ("terminate_case", "investigating")])
def test_every_act_opens_where_a_case_has_ended_early(cast, code, before) -> None:
    reason = {"lead_refusal": "情节轻微并已改正。", "termination_reason": "当事人已经注销。"}
    case = do(code, cast.leader, day(3, 5), reason, walk(cast, before))
    assert looked_at(case, cast, day(3, 5)) == {}
