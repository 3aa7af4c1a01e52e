"""Every form in the hands of the wrong person, at the wrong time, or twice."""

from __future__ import annotations

import uuid
from dataclasses import replace

from django.db import transaction
from django.test import Client, TestCase
from django.urls import reverse
from django.utils import timezone

from cast import PASSWORD
from sanwei.acts import clock
from sanwei.acts.fields import NOT_OURS
from sanwei.acts.rows import Rows
from sanwei.journal.models import Entry
from sanwei.people.models import Certificate, Officer
from unit.answering import faults, lost, refusals, rows, sent_again
from unit.filling import PICKS, Open, World

ROLES = {
    "leader": "leader",
    "officer": "officer",
    "reviewer": "reviewer",
    "head": "section_head",
    "supervisor": "supervisor",
}
MEANWHILE = (
    ("add_evidence", "partner", "乙办案"),
    ("refuse_lead", "second_leader", "己局长"),
    ("attach_signed", "partner", "乙办案"),
    ("name_agent", "partner", "乙办案"),
)


class EveryPerson(TestCase):
    """One world for all tests; what a test writes is rolled back."""

    maxDiff = None

    @classmethod
    def setUpTestData(cls) -> None:
        cls.world = World.build()

    def test_an_officer_of_another_body_cannot_be_chosen(self) -> None:
        """For every question that asks for a person: the county's officer, and somebody of the body without the
        role.
        """
        amiss = {}
        for (code, name), _ in PICKS.items():
            one = self.world[code]
            for who in ("stranger", "county_leader", "supervisor", "admin"):
                chosen = str(getattr(self.world.cast, who).pk)
                many = isinstance(one.post()[name], list)
                data, before = one.post(**{name: [chosen] if many else chosen}), rows()
                answer = one.send(data)
                said = (answer.status_code, faults(answer), lost(answer, data), rows() == before)
                if said != (422, {name: [NOT_OURS]}, [name], True):
                    amiss[code, name, who] = said
        self.assertEqual(amiss, {})

    def test_a_colleague_whose_certificate_has_lapsed_stops_the_act_in_which_he_would_take_part(self) -> None:
        lapsed = str(self.world.cast.expired.pk)
        for code, name in (("record_contact", "second_officer"), ("decide_on_the_spot", "second_officer")):
            one, before = self.world[code], rows()
            data = one.post(**{name: lapsed})
            answer = one.send(data)
            self.assertEqual((answer.status_code, lost(answer, data), rows()), (409, [], before), code)
            self.assertTrue(any("执法证" in said for said in refusals(answer)), refusals(answer))

    def test_an_expired_certificate_stops_every_act_of_an_officer_and_the_attempt_is_on_record(self) -> None:
        amiss, expired = {}, self.world.cast.expired
        for one in self.world:
            if one.who != "officer":
                continue
            data, before = one.post(), rows()
            answer = one.send(data, "expired")
            entry = Entry.objects.latest("position")
            on_record = (entry.act, entry.outcome, entry.officer_code) == (one.act.code, "refused", expired.code)
            told = any("执法证" in said for said in refusals(answer))
            if (answer.status_code, told, on_record, rows() == before) != (409, True, True, True):
                amiss[one.act.code] = (answer.status_code, refusals(answer), on_record)
            elif lost(answer, data):
                amiss[one.act.code] = ("lost", lost(answer, data))
        self.assertEqual(amiss, {})

    def test_an_expired_certificate_stops_leader_and_reviewer_too(self) -> None:
        day = timezone.localdate().replace(year=2026, month=1, day=31)
        Certificate.objects.filter(officer__code__in=("R-leader", "R-reviewer")).update(valid_until=day)
        amiss = {}
        for one in self.world:
            if one.who in ("leader", "reviewer"):
                before, answer = rows(), one.send(one.post())
                if answer.status_code != 409 or not refusals(answer) or rows() != before:
                    amiss[one.act.code] = (answer.status_code, refusals(answer))
        self.assertEqual(amiss, {})

    def test_who_may_not_do_an_act_is_told_who_may_and_the_attempt_is_on_record(self) -> None:
        amiss = {}
        for one in self.world:
            who = next(who for who, role in ROLES.items() if role not in one.act.roles)
            before, data = rows(), one.post()
            seen, sent = one.get(who), one.send(data, who)
            entry = Entry.objects.latest("position")
            on_record = (entry.act, entry.outcome, entry.officer_code) == (one.act.code, "refused", f"R-{who}")
            told = "办理，您当前没有这一身份" in sent.content.decode()
            found = (seen.status_code, sent.status_code, told, on_record, rows() == before)
            if found != (403, 403, True, True, True):
                amiss[one.act.code] = found
        self.assertEqual(amiss, {})

    def test_another_body_s_case_does_not_exist_for_a_stranger(self) -> None:
        amiss, before = {}, (rows(), Entry.objects.count())
        for one in self.world.on_cases():
            found = (one.get("stranger").status_code, one.send(one.post(), "stranger").status_code)
            if found != (404, 404):
                amiss[one.act.code] = found
        self.assertEqual(amiss, {})
        self.assertEqual((rows(), Entry.objects.count()), before)

    def test_an_act_that_does_not_exist_or_begins_elsewhere_is_not_found(self) -> None:
        one = self.world["add_evidence"]
        for name, args in (
            ("cases:do", [one.case.pk, "no_such_act"]),
            ("cases:do", [one.case.pk, "register_lead"]),
            ("cases:do", [uuid.UUID(int=7), "add_evidence"]),
            ("cases:begin", ["no_such_act"]),
            ("cases:begin", ["add_evidence"]),
        ):
            one_more = one.client()
            url = reverse(name, args=args)
            self.assertEqual((one_more.get(url).status_code, one_more.post(url, {}).status_code), (404, 404), url)

    def test_a_history_is_not_written_into_a_form(self) -> None:
        before, client = rows(), Client()
        client.force_login(self.world.cast.leader.user)
        answer = client.post(reverse("cases:begin", args=["import_history"]), {"token": "t"})
        self.assertEqual((answer.status_code, rows()), (409, before))

    def test_a_form_sent_twice_acts_once(self) -> None:
        amiss = {}
        for one in self.world:
            mark, data = transaction.savepoint(), one.post()
            first = one.send(data)
            after, again = rows(), one.send(data)
            if (again.status_code, again.url, rows()) != (302, first.url, after):
                amiss[one.act.code] = (again.status_code, faults(again), refusals(again))
            transaction.savepoint_rollback(mark)
        self.assertEqual(amiss, {})

    def meanwhile(self, one: Open) -> tuple[Open, str]:
        """An act somebody else has just done on this case, and who that was: the first that is open there."""
        for code, who, name in MEANWHILE:
            other = replace(self.world[code], case=one.case, who=who, day=one.day)
            if other.send(other.post()).status_code == 302:
                return other, name
        raise AssertionError(f"nothing can be done beside {one.act.code}")

    def test_a_stale_form_shows_what_the_other_did_and_keeps_what_was_typed(self) -> None:
        amiss = {}
        for one in self.world.on_cases():
            mark, data = transaction.savepoint(), one.post()
            meanwhile, name = self.meanwhile(one)
            before, answer = rows(), one.send(data)
            page, again = answer.content.decode(), sent_again(answer)
            found = {
                "status": answer.status_code == 409,
                "who": name in page,
                "what": f"办理了“{meanwhile.act.label}”" in page,
                "typed": not lost(answer, data),
                "version": again.get("version") == [str(one.fresh().version)],
                "token": again.get("token") not in (None, [data["token"]]),
                "nothing written": rows() == before,
            }
            amiss |= {one.act.code: [part for part, right in found.items() if not right]}
            transaction.savepoint_rollback(mark)
        self.assertEqual({code: parts for code, parts in amiss.items() if parts}, {})
        self.assertGreater(len(amiss), 35)

    def test_after_a_conflict_the_same_form_goes_through(self) -> None:
        one = self.world["add_evidence"]
        data = one.post(evidence_title="先写的标题")
        meanwhile = replace(one, who="partner")
        meanwhile.send(meanwhile.post())
        again = {
            name: values[0] for name, values in sent_again(one.send(data)).items() if name != "csrfmiddlewaretoken"
        }
        self.assertEqual(one.send(again).status_code, 302)
        titles = [r["evidence_title"] for r in Rows.read(one.case.pk).all("evidence")]
        self.assertEqual(titles[-1], "先写的标题")

    def test_who_was_signed_out_comes_back_to_the_form(self) -> None:
        one = self.world["add_evidence"]
        client, data, before = Client(), one.post(), rows()
        client.force_login(one.officer.user)
        client.logout()
        with clock.at(one.day):
            answer = client.post(one.url, data, follow=True)
            self.assertEqual(answer.redirect_chain, [(f"{reverse('login')}?next={one.url}", 302)])
            again = client.post(
                answer.redirect_chain[0][0], {"username": "officer", "password": PASSWORD, "next": one.url}
            )
            self.assertEqual((again.status_code, again.url, rows()), (302, one.url, before))
            self.assertEqual(client.get(one.url).status_code, 200)

    def test_an_account_without_an_officer_in_post_is_told_so(self) -> None:
        one = self.world["add_evidence"]
        Officer.objects.filter(pk=one.officer.pk).update(active_until=timezone.localdate().replace(year=2021))
        for answer in (one.get(), one.send({"token": "t", "version": "1"})):
            self.assertEqual(answer.status_code, 403)
            self.assertIn("没有对应的在岗人员", answer.content.decode())
