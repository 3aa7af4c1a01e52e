"""What the acts of the benchmark are answered with, and acts as pieces of work to be measured."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import opening
from django.urls import reverse
from ground import Crew

import walking
from sanwei.acts import registry
from sanwei.acts.perform import Outcome, perform
from sanwei.cases.models import Case
from sanwei.people.models import Officer

Work = Callable[[int], object]
EVIDENCE = walking.EVIDENCE | {"obtained_on": opening.TODAY}
LEAD = walking.LEAD | {"lead_on": opening.TODAY, "discovered_on": opening.TODAY, "violation_on": opening.TODAY}
CONTACT = walking.CONTACT | {"contact_on": opening.TODAY}
LEADERS = frozenset({"file_case", "issue_decision", "close_case"})


def at_stage(stage: str, crew: Crew | None = None) -> Iterator[Case]:
    """Cases at a stage, of one body or of all, each once."""
    held = Case.objects.filter(stage=stage).select_related("officer__body", "body").order_by("id")
    yield from (held.filter(body=crew.body) if crew else held).iterator(chunk_size=200)


def act(code: str, officer: Officer, data: dict[str, Any], case: Case | None = None) -> Outcome:
    """One act, as a view performs it."""
    return perform(
        registry.get(code), officer=officer, data=data, matter_id=case.pk if case else None, body=officer.body,
        version=case.version if case else None,
    )  # fmt: skip


def performing(crews: list[Crew], code: str, stage: str) -> Work:
    """An act on the next case at this stage, whose body it may be."""
    cases, by_body = at_stage(stage), {crew.body.pk: crew for crew in crews}

    def work(_: int) -> object:
        case = next(cases, None)
        if case is None:
            raise RuntimeError(f"no case at the stage {stage} is left: seed more cases")
        crew = by_body[case.body_id]
        partner = next(o for o in crew.officers if o.pk != case.officer_id)
        given: dict[str, dict[str, Any]] = {
            "add_evidence": EVIDENCE,
            "propose_filing": {
                "partner": str(partner.pk),
                "filing_reason": "有违法事实，属本机关管辖。",
                "place_in_area": True,
            },
            "issue_decision": {},
        }
        return act(code, crew.leader if code in LEADERS else case.officer, given[code], case)

    return work


def registering(crew: Crew) -> Work:
    return lambda turn: act("register_lead", crew.officers[turn % 14], LEAD | {"party_name": f"新线索{turn}号商店"})


def forms(crew: Crew, asking: Callable[[Officer, str], Any]) -> tuple[Work, Work]:
    """(open the form of an act, send it filled in): over cases of one officer, with the token of a fresh form."""
    officer = crew.officer
    browser = asking(officer, "经办人")
    mine = [case for case in at_stage("investigating", crew) if case.officer_id == officer.pk]
    pages = [reverse("cases:do", args=[case.pk, "add_evidence"]) for case in mine]
    hidden = re.compile(r'name="(token|version)" value="([^"]*)"')
    filled = {name: _sent(value) for name, value in EVIDENCE.items()}
    known: list[tuple[str, dict[str, str]]] = []

    def opened(turn: int) -> object:
        page = pages[turn % len(pages)]
        answer = browser.client.get(page)
        if answer.status_code != 200:
            raise RuntimeError(f"{answer.status_code}：{page}")
        known.append((page, dict(hidden.findall(answer.content.decode()))))
        return answer

    def posted(turn: int) -> object:
        page, fields = known.pop()
        # Several forms may have been opened on one case; only the token has to be fresh.
        fields["version"] = str(Case.objects.only("version").get(pk=page.split("/")[-3]).version)
        answer = browser.client.post(page, filled | fields)
        if answer.status_code != 302:
            raise RuntimeError(f"{answer.status_code}：{page}")
        return answer

    return opened, posted


def _sent(value: object) -> str:
    return {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)
