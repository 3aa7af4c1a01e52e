"""Twelve writers at once, each a thread with a connection of its own, as in the product: nobody fails, nothing is lost,
no number stands twice or is left out.
"""

from __future__ import annotations

import re
import threading
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper

from sanwei.acts import clock, registry
from sanwei.acts.act import Conflict
from sanwei.acts.models import Duty, FactRow, Submission
from sanwei.acts.perform import Outcome, perform
from sanwei.acts.rows import Rows
from sanwei.cases.models import Case
from sanwei.controls.judge import judge
from sanwei.controls.register import timed
from sanwei.journal.models import Entry, Number
from sanwei.journal.verify import verify
from sanwei.lawbook import lawbook
from walking import EVIDENCE, LEAD, STEPS, day, do, walk

pytestmark = pytest.mark.django_db(transaction=True)
ON = day(3, 6)
PIECES = 5  # pieces of evidence each of the four adds to the one case
OWN = STEPS[:7]  # what each of the eight does on a case of his own: lead … recheck of the correction


def together(*works: Callable[[], object]) -> list[object]:
    """Run the works at the same time; what each gave, in their order. What one raises is raised here."""
    gate = threading.Barrier(len(works))

    def one(work: Callable[[], object]) -> object:
        try:
            gate.wait(timeout=60)
            return work()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(max_workers=len(works)) as pool:
        return [future.result(timeout=240) for future in [pool.submit(one, work) for work in works]]


def act(code: str, officer, data: dict, case: Case | None = None, **more) -> Outcome:
    """One act on the day of these tests; the clock is a context's, so each thread has to set it."""
    with clock.at(ON):
        return perform(
            registry.get(code),
            officer=officer,
            data=data,
            matter_id=case.pk if case else None,
            body=officer.body,
            **more,
        )


def evidence(title: str) -> dict:
    return EVIDENCE | {"obtained_on": day(3, 5), "evidence_title": title}


def on_own_case(cast, party: str) -> Callable[[], Case]:
    """The first steps of a case, from the lead on."""

    def work() -> Case:
        case = None
        for code, who, on, answers in OWN:
            more = {"party_name": party} if code == "register_lead" else {}
            case = do(code, getattr(cast, who), on, answers(case, cast) | more, case)
        return case

    return work


def patient(cast, case: Case, who: str) -> Callable[[], int]:
    """Adds evidence from the version he has seen; told of another's act, he looks again. Gives how often he was
    told.
    """

    def work() -> int:
        told = 0
        for n in range(PIECES):
            while True:
                seen = Case.objects.values_list("version", flat=True).get(pk=case.pk)
                try:
                    act(
                        "add_evidence",
                        getattr(cast, who),
                        evidence(f"{who} {n}"),
                        case,
                        version=seen,
                        token=uuid.uuid4().hex,
                    )
                except Conflict as conflict:
                    assert conflict.since, "a conflict says what the person has not seen"
                    told += 1
                else:
                    break
        return told

    return work


def heedless(cast, case: Case, who: str) -> Callable[[], int]:
    """Adds evidence without looking at the version."""

    def work() -> int:
        for n in range(PIECES):
            act("add_evidence", getattr(cast, who), evidence(f"{who} {n}"), case, token=uuid.uuid4().hex)
        return 0

    return work


def duties(case: Case, on) -> dict:
    found = judge(Rows.read(case.pk).frames(), timed(), lawbook(), on).findings
    return {(f["control"], f["row"]): f["due"] for f in found.iter_rows(named=True) if f["since"]}


def whole_journal() -> None:
    """Positions, numbers and the journal's own check."""
    positions = list(Entry.objects.order_by("position").values_list("position", flat=True))
    assert positions == list(range(1, len(positions) + 1))
    for book, year in Number.objects.values_list("book", "year").distinct():
        taken = sorted(Number.objects.filter(book=book, year=year).values_list("n", flat=True))
        assert taken == list(range(1, len(taken) + 1)), book
    labels = list(Number.objects.values_list("label", flat=True))
    assert len(labels) == len(set(labels))
    assert verify().faults == []


def test_eight_on_their_own_cases_and_four_on_one_leave_nothing_out_and_nothing_twice(cast):
    assert connection.vendor == "postgresql" or not _in_memory(connection), "threads must not share a connection"
    shared = walk(cast, "investigating")
    done = Entry.objects.count()
    own = [on_own_case(cast, f"郑州示例{n}公司") for n in range(8)]
    hands = [patient(cast, shared, "officer"), patient(cast, shared, "partner"),
             heedless(cast, shared, "head"), heedless(cast, shared, "officer")]  # fmt: skip
    gave = together(*own, *hands)

    whole_journal()
    acts = len(OWN) * len(own) + PIECES * len(hands)
    assert Entry.objects.filter(outcome="done").count() == done + acts == Entry.objects.count()
    cases = [case for case in gave[: len(own)] if isinstance(case, Case)]
    assert len({case.pk for case in cases}) == len({case.number for case in cases}) == 8
    filed = sorted(int(re.search(r"〕(\d+)号", case.number)[1]) for case in cases)
    assert filed == list(range(2, 10)), "the shared case took the first number"
    for case in cases:
        assert (case.version, case.stage) == (len(OWN), "investigating")
    shared.refresh_from_db()
    assert shared.version == 3 + PIECES * len(hands)
    numbers = [r["evidence_no"] for r in Rows.read(shared.pk).all("evidence")]
    assert numbers == list(range(1, PIECES * len(hands) + 1)), "nobody wrote over what he had not seen"
    for case, on in [*((case, OWN[-1][2]) for case in cases), (shared, ON)]:
        stored = {(d.control, d.row): d.due for d in Duty.objects.filter(matter_id=case.pk).exclude(state=Duty.VOID)}
        assert stored == duties(case, on)


def _in_memory(connection: BaseDatabaseWrapper) -> bool:
    return connection.is_in_memory_db()


def test_one_form_sent_by_two_threads_at_once_acts_once(cast):
    case = walk(cast, "lead")
    for n in range(4):
        case = do("return_request", cast.leader, day(3, 4), {"return_note": "理由不足"}, case) if n else case
        token, version = uuid.uuid4().hex, case.version
        data = {"partner": str(cast.partner.pk), "filing_reason": "有违法事实"}
        entries = Entry.objects.count()
        first, second = together(
            *[lambda: act("propose_filing", cast.officer, data, case, token=token, version=version)] * 2  # noqa: B023
        )
        assert {first.repeated, second.repeated} == {True, False}
        assert first.position == second.position
        assert Entry.objects.count() == entries + 1
        assert Submission.objects.filter(matter_id=case.pk, act="propose_filing", position=first.position).count() == 1
        case.refresh_from_db()
    whole_journal()


def test_one_lead_sent_by_two_threads_at_once_is_one_case(cast):
    for _ in range(4):
        cases, token = Case.objects.count(), uuid.uuid4().hex
        first, second = together(*[lambda: act("register_lead", cast.officer, LEAD, token=token)] * 2)  # noqa: B023
        assert {first.repeated, second.repeated} == {True, False}
        assert (first.matter.pk, first.position) == (second.matter.pk, second.position)
        assert Case.objects.count() == cases + 1
    assert Number.objects.filter(book__startswith="lead/").count() == 4
    assert FactRow.objects.filter(grain="case").count() == 4
    whole_journal()


def test_two_leaders_who_file_the_same_case_at_once_file_it_once(cast):
    case = walk(cast, "filing")

    def filing(who: str) -> Callable[[], str]:
        def work() -> str:
            try:
                act("file_case", getattr(cast, who), {}, case, version=case.version, token=uuid.uuid4().hex)
            except Conflict as conflict:
                return conflict.since[0].officer_code
            return "filed"

        return work

    gave = together(filing("leader"), filing("second_leader"))
    assert sorted(gave, key=len)[0] == "filed"
    assert set(gave) - {"filed"} in ({cast.leader.code}, {cast.second_leader.code})
    assert Number.objects.filter(book__startswith="filing/").count() == 1
    whole_journal()
