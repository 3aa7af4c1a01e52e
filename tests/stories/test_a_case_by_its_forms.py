"""Whole cases through the forms, as posted: the straight way, and a heavy one with a hearing."""

from __future__ import annotations

import datetime as dt

import pytest

from cast import Cast
from sanwei.acts.models import Duty
from sanwei.acts.rows import Rows
from sanwei.cases.models import Case
from sanwei.documents.models import Document
from sanwei.journal.models import Entry
from sanwei.journal.verify import verify
from unit.answering import faults, refusals
from unit.filling import Open, case_acts, made
from walking import STEPS, day

pytestmark = pytest.mark.django_db


class Matter:
    """A case in the hands of the cast, brought forward form by form."""

    def __init__(self, cast: Cast) -> None:
        self.cast, self.case = cast, None

    def tries(self, code: str, who: str, on: dt.date, **told: object):
        one = Open(case_acts()[code], self.case, who, on, self.cast)
        return one.send(one.post(**told))

    def does(self, code: str, who: str, on: dt.date, **told: object) -> Case:
        answer = self.tries(code, who, on, **told)
        assert answer.status_code == 302, (code, faults(answer), refusals(answer))
        self.case = made(answer)
        return self.case

    def is_refused(self, code: str, who: str, on: dt.date, control: str, **told: object) -> list[str]:
        """The act is refused by this control, and the refusal stands in the journal."""
        answer = self.tries(code, who, on, **told)
        entry = Entry.objects.latest("position")
        assert (answer.status_code, entry.act, entry.outcome) == (409, code, "refused"), faults(answer)
        assert control in {v["control"] for v in entry.content.body["content"]["verdicts"]}
        return refusals(answer)

    @property
    def rows(self) -> Rows:
        return Rows.read(self.case.pk)


def test_the_straight_way_is_walked_by_the_forms_alone(cast) -> None:
    matter = Matter(cast)
    for code, who, on, _ in STEPS:
        matter.does(code, who, on)
    assert (matter.case.stage, matter.case.version) == ("closed", len(STEPS))
    assert Document.objects.filter(matter_id=str(matter.case.pk)).count() >= 11
    assert verify().faults == []


def begun(cast: Cast) -> Matter:
    """A heavy case up to the end of its investigation: suspension of business besides a fine."""
    matter = Matter(cast)
    matter.does("register_lead", "officer", day(3, 2), informer_known="yes", lead_source="report")
    matter.does("propose_filing", "officer", day(3, 3))
    matter.does("return_request", "leader", day(3, 3))
    matter.does("propose_filing", "officer", day(3, 4))
    matter.does("file_case", "leader", day(3, 4))
    matter.does("answer_lead", "officer", day(3, 5))
    matter.does("record_contact", "officer", day(3, 5))
    matter.does("ask_recusal", "officer", day(3, 6), recused=str(cast.head.pk))
    matter.does("decide_recusal", "leader", day(3, 6), recusal_granted="no")
    matter.does("ask_preservation", "officer", day(3, 9))
    matter.does("preserve_evidence", "leader", day(3, 9))
    matter.does("add_evidence", "officer", day(3, 9))
    matter.does("add_evidence", "officer", day(3, 10), evidence_lawful="no")
    matter.does("decide_preservation", "leader", day(3, 11))
    back = {"exhibits": ["x1"], "step": "returned", "custody_place": "现场"}
    matter.does("move_exhibit", "officer", day(3, 11), **back)
    matter.does("order_correction", "officer", day(3, 11), correct_by="2026-03-13")
    matter.does("recheck_correction", "officer", day(3, 16))
    kinds = {"proposed_kinds": ["fine", "suspend_business"], "complex_case": "yes"}
    matter.does("end_investigation", "officer", day(3, 17), **kinds)
    matter.does("review_case", "reviewer", day(3, 18))
    return matter


def test_a_heavy_case_is_heard_assessed_and_discussed_before_it_is_decided(cast) -> None:
    matter = begun(cast)
    said = matter.is_refused(
        "give_notice", "officer", day(3, 19), "case.hearing-right-in-notice", hearing_right_told="no"
    )
    assert any("《行政处罚法》（2021）第六十三条" in words for words in said)
    matter.does("give_notice", "officer", day(3, 19), hearing_right_told="yes")
    hear(matter)
    matter.does("record_defence", "officer", day(4, 8), defence_form="waived")
    matter.does("draft_decision", "officer", day(4, 8))
    said = matter.is_refused("issue_decision", "leader", day(4, 9), "case.panel-held")
    assert any("《行政处罚法》（2021）第五十七条第二款" in words for words in said)
    assert "risk.assessed-when-major" in _controls()
    matter.does("assess_risk", "officer", day(4, 9))
    matter.does("hold_panel", "leader", day(4, 10))
    matter.does("draft_decision", "officer", day(4, 10), penalty_from="2026-04-20", penalty_until="2026-05-19")
    matter.does("issue_decision", "leader", day(4, 13))
    assert matter.case.stage == "serving"
    carry_out(matter)


def _controls() -> set[str]:
    return {v["control"] for v in Entry.objects.latest("position").content.body["content"]["verdicts"]}


def hear(matter: Matter) -> None:
    matter.does("request_hearing", "officer", day(3, 20))
    assert matter.case.stage == "hearing"
    away = {"chair": str(matter.cast.head.pk), "recorder": str(matter.cast.reviewer.pk), "hearing_time": "09:30"}
    matter.does("notify_hearing", "officer", day(3, 23), hearing_set_for="2026-04-03", **away)
    matter.does("hold_hearing", "officer", day(4, 3))
    assert matter.rows.last("hearing")["hearing_held_on"] == day(4, 3)
    matter.does("report_hearing", "head", day(4, 7))


def carry_out(matter: Matter) -> None:
    matter.does("serve_decision", "officer", day(4, 15), visit_form_served="yes", visit_form_signed="yes")
    matter.does("report_major_penalty", "officer", day(4, 16))
    matter.does("exempt_publication", "leader", day(4, 17))
    matter.does("record_payment", "officer", day(4, 20), paid="100")
    matter.does("record_payment", "officer", day(4, 21))
    assert [p["paid"] for p in matter.rows.all("payment")] == [10_000, 20_000]
    matter.does("propose_closing", "officer", day(4, 22))
    matter.does("close_case", "leader", day(4, 23))
    assert matter.case.stage == "closed"
    left = Duty.objects.filter(matter_id=matter.case.pk, state=Duty.OPEN).values_list("control", flat=True)
    assert list(left) == ["case.archived-in-time"]  # the file is still to be bound
    assert verify().faults == []
