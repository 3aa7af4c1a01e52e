"""Every act tried at stages at which it is not its turn: refused in words, nothing written, nothing broken."""

from __future__ import annotations

from django.db import transaction
from django.test import TestCase

from sanwei.acts import clock
from sanwei.acts.perform import context
from sanwei.journal.models import Entry
from unit.answering import faults, refusals, rows
from unit.filling import ASIDE, WHO, Open, World, case_acts
from walking import day, walk

STAGES = {"lead": day(3, 2), "filing": day(3, 3), "reviewing": day(3, 12), "serving": day(3, 31), "closed": day(4, 14)}


class OutOfTurn(TestCase):
    """One case at each of these stages; what a test writes is rolled back."""

    maxDiff = None

    @classmethod
    def setUpTestData(cls) -> None:
        cls.world = World.build("register_lead")
        cls.cases = {stage: walk(cls.world.cast, stage) for stage in STAGES}

    def tried(self):
        """(stage, act as tried there, whether its room says it is its turn)."""
        for stage, case in self.cases.items():
            for code, act in case_acts().items():
                if not act.creates:
                    who = WHO.get(code) or ASIDE.get(code, ("", "officer", ()))[1]
                    one = Open(act, case, who, STAGES[stage], self.world.cast)
                    with clock.at(one.day):
                        yield stage, one, not act.closed(context(one.officer, one.fresh()))

    def test_what_is_not_open_is_refused_and_nothing_is_written(self) -> None:
        amiss, tried = {}, 0
        for stage, one, its_turn in self.tried():
            mark, before, answer = transaction.savepoint(), rows(), one.send(one.post())
            if not its_turn:
                tried += 1
                told = bool(refusals(answer) if answer.status_code == 409 else faults(answer))
                if answer.status_code not in (409, 422) or not told or rows() != before:
                    amiss[stage, one.act.code] = (answer.status_code, faults(answer))
            transaction.savepoint_rollback(mark)
        self.assertEqual(amiss, {})
        self.assertGreater(tried, 120)

    def test_no_decision_before_filing_and_the_words_say_what_comes_first(self) -> None:
        for stage, word in (("lead", "本案尚未批准立案"), ("filing", "本案尚未批准立案"), ("closed", "本案已经结案")):
            one = Open(case_acts()["issue_decision"], self.cases[stage], "leader", STAGES[stage], self.world.cast)
            before, answer = rows(), one.send(one.post())
            self.assertEqual((answer.status_code, rows()), (409, before))
            self.assertTrue(any(word in said for said in refusals(answer)), refusals(answer))
            entry = Entry.objects.latest("position")
            self.assertEqual((entry.act, entry.outcome, entry.officer_code), ("issue_decision", "refused", "R-leader"))

    def test_what_prepares_a_decision_is_not_made_up_afterwards(self) -> None:
        for code, who in (
            ("give_notice", "officer"),
            ("hold_panel", "leader"),
            ("assess_risk", "officer"),
            ("review_case", "reviewer"),
            ("draft_decision", "officer"),
        ):
            one = Open(case_acts()[code], self.cases["serving"], who, STAGES["serving"], self.world.cast)
            before, answer = rows(), one.send(one.post(panel_began="15:00", panel_on="2026-03-27"))
            self.assertEqual((answer.status_code, rows()), (409, before), (code, faults(answer)))
            self.assertTrue(any("已经作出决定" in said for said in refusals(answer)), (code, refusals(answer)))

    def test_no_service_before_the_decision(self) -> None:
        one = Open(
            case_acts()["serve_decision"], self.cases["reviewing"], "officer", STAGES["reviewing"], self.world.cast
        )
        before, answer = rows(), one.send(one.post(served_decision="d1"))
        self.assertEqual((answer.status_code, rows()), (422, before))
        page = one.get().content.decode()
        self.assertIn("没有等待送达的决定", page)
        self.assertIn("现在还不能办理“送达决定书”", page)
