"""The way of one act: permit, gate, do, record, duties."""

from __future__ import annotations

import pytest

from sanwei.acts import clock, registry
from sanwei.acts.act import Conflict, Forbidden, Refused
from sanwei.acts.gate import weigh
from sanwei.acts.models import Duty, FactRow, Submission
from sanwei.acts.perform import context, perform
from sanwei.acts.rows import Rows
from sanwei.controls.judge import judge
from sanwei.controls.register import timed
from sanwei.journal.models import Entry, Number
from sanwei.lawbook import lawbook
from walking import CONTACT, DRAFT, STEPS, day, do, walk

pytestmark = pytest.mark.django_db


def _try(code, officer, case, on, **more):
    with clock.at(on):
        return perform(registry.get(code), officer=officer, matter_id=case.pk, data=more.pop("data", {}), **more)


def test_a_straight_case_goes_from_lead_to_closing(cast):
    case = walk(cast)
    assert case.stage == "closed"
    assert case.number == "郑城管罚立〔2026〕1号"
    assert Entry.objects.filter(matter_id=str(case.pk), outcome="done").count() == len(STEPS)
    assert (
        not Duty.objects.filter(matter_id=case.pk, state=Duty.OPEN)
        .exclude(control__startswith="disclosure")
        .exclude(control="case.archived-in-time")
        .exists()
    )


def test_the_gate_judges_the_record_that_is_written(cast, monkeypatch):
    """What the act laid over the facts is what stands in the database afterwards: the gate was an audit of
    tomorrow's record.
    """
    seen = {}

    def remember(act, ctx, after, touched, **more):
        seen["rows"] = {(r.grain, r.row): r.facts for r in after}
        return weigh(act, ctx, after, touched, **more)

    monkeypatch.setattr("sanwei.acts.perform.weigh", remember)
    case = None
    for code, who, on, answers in STEPS:
        case = do(code, getattr(cast, who), on, answers(case, cast), case)
        stored = {(r.grain, r.row): r.facts for r in Rows.read(case.pk)}
        laid = {key: {n: v for n, v in facts.items() if v is not None} for key, facts in seen["rows"].items()}
        assert stored == laid, code


def test_the_duties_that_are_stored_are_those_the_audit_finds(cast):
    case = walk(cast, "executing")
    found = judge(Rows.read(case.pk).frames(), timed(), lawbook(), day(4, 2)).findings
    expected = {(f["control"], f["row"]): f["due"] for f in found.iter_rows(named=True) if f["since"]}
    stored = {(d.control, d.row): d.due for d in Duty.objects.filter(matter_id=case.pk).exclude(state=Duty.VOID)}
    assert stored == expected
    assert ("case.payment-in-time", Rows.read(case.pk).last("decision").row) in stored


def test_deciding_without_legal_review_is_refused_with_the_clause_and_leaves_nothing_but_the_refusal(cast):
    case = walk(cast, "reviewing")
    draft = {**DRAFT, "answer_to_defence": ""}
    with pytest.raises(Refused) as not_open:
        _try("draft_decision", cast.officer, case, day(3, 13), data=draft)
    assert "尚未事先告知" in str(not_open.value)
    FactRow.objects.create(
        matter_kind="case",
        matter_id=case.pk,
        grain="decision",
        row="d1",
        seq=99,
        facts={"drafted_on": "2026-03-13", "decision_kind": "penalty", "fine": 30000, "penalty_kinds": ["fine"]},
    )
    type(case).objects.filter(pk=case.pk).update(waiting_for="leader")
    numbers = Number.objects.count()
    with pytest.raises(Refused) as refused:
        _try("issue_decision", cast.leader, case, day(3, 13))
    codes = {f.control.code for f in refused.value.findings}
    assert "case.legal-review-first" in codes
    cites = [c for f in refused.value.findings if f.control.code == "case.legal-review-first" for c, _ in f.cites]
    assert "郑政办〔2013〕39号 三(三)四" in cites
    assert Number.objects.count() == numbers, "the number drawn for the decision was given back"
    entry = Entry.objects.latest("position")
    assert (entry.act, entry.outcome, entry.officer_code) == ("issue_decision", "refused", cast.leader.code)
    assert "case.legal-review-first" in {v["control"] for v in entry.content.body["content"]["verdicts"]}
    assert not Rows.read(case.pk).last("decision")["decided_on"]


def test_the_same_form_sent_twice_acts_once(cast):
    case = walk(cast, "lead")
    data = {"partner": str(cast.partner.pk), "filing_reason": "有违法事实"}
    first = _try("propose_filing", cast.officer, case, day(3, 3), data=data, token="一张表单", version=case.version)
    again = _try("propose_filing", cast.officer, case, day(3, 3), data=data, token="一张表单", version=case.version)
    assert (first.repeated, again.repeated) == (False, True)
    assert first.position == again.position
    assert Submission.objects.count() == 1


def test_a_token_is_spent_only_for_the_form_it_came_with(cast):
    """Another act, another matter or another officer with the same token is no repetition: it is done, not waved by."""
    filing = {"partner": str(cast.partner.pk), "filing_reason": "有违法事实", "place_in_area": True}
    first, second = walk(cast, "lead"), walk(cast, "lead")
    with clock.at(day(3, 3)):
        for case in (first, second):
            done = perform(
                registry.get("propose_filing"), officer=cast.officer, matter_id=case.pk, data=filing, token="同一串"
            )
            assert not done.repeated, "another matter"
    assert not _try("file_case", cast.leader, first, day(3, 4), token="同一串").repeated, "another act"
    _try("return_request", cast.leader, second, day(3, 4), data={"return_note": "理由不足"}, token="另一串")
    with pytest.raises(Forbidden):
        _try("return_request", cast.stranger, second, day(3, 4), data={"return_note": "理由不足"}, token="另一串")


def test_a_lead_sent_twice_is_one_case(cast):
    code, _, on, answers = STEPS[0]
    with clock.at(on):
        made = [
            perform(registry.get(code), officer=cast.officer, body=cast.city, data=answers(None, cast), token="同一张")
            for _ in range(2)
        ]
    assert made[0].matter.pk == made[1].matter.pk
    assert made[1].repeated
    assert Number.objects.count() == 1


def test_who_comes_second_is_told_what_the_first_did(cast):
    case = walk(cast, "investigating")
    do("add_evidence", cast.partner, day(3, 6), STEPS[4][3](case, cast), case)
    with pytest.raises(Conflict) as conflict:
        _try(
            "record_contact",
            cast.officer,
            case,
            day(3, 6),
            data=CONTACT | {"contact_on": day(3, 6), "second_officer": str(cast.partner.pk)},
            version=case.version,
        )
    assert [e.act for e in conflict.value.since] == ["add_evidence"]
    assert conflict.value.since[0].officer_code == cast.partner.code


def test_an_act_belongs_to_its_role_and_the_attempt_is_on_record(cast):
    case = walk(cast, "filing")
    with pytest.raises(Forbidden) as forbidden:
        _try("file_case", cast.officer, case, day(3, 4))
    assert "行政机关负责人" in str(forbidden.value)
    assert Entry.objects.latest("position").outcome == "refused"


def test_an_officer_of_another_body_cannot_act_on_the_case(cast):
    case = walk(cast, "investigating")
    with pytest.raises(Forbidden):
        _try("add_evidence", cast.stranger, case, day(3, 6), data=STEPS[4][3](case, cast))


def test_an_expired_certificate_stops_the_act(cast):
    case = walk(cast, "investigating")
    with pytest.raises(Refused) as refused:
        _try("add_evidence", cast.expired, case, day(3, 6), data=STEPS[4][3](case, cast))
    assert "authority.certificate-valid" in {f.control.code for f in refused.value.findings}


def test_a_refused_act_changes_nothing_but_the_journal(cast):
    case = walk(cast, "investigating")
    before = (FactRow.objects.count(), Duty.objects.count(), case.version)
    with pytest.raises(Refused):
        _try("add_evidence", cast.expired, case, day(3, 6), data=STEPS[4][3](case, cast))
    case.refresh_from_db()
    assert (FactRow.objects.count(), Duty.objects.count(), case.version) == before


def test_an_act_costs_at_most_fifteen_queries(cast, django_assert_max_num_queries):
    case = walk(cast, "investigating")
    with django_assert_max_num_queries(15):
        do_one = _try(
            "add_evidence",
            cast.officer,
            case,
            day(3, 6),
            data=STEPS[4][3](case, cast),
            token="t1",
            version=case.version,
        )
    assert do_one.position


def test_a_context_for_pages_locks_nothing(cast, django_assert_max_num_queries):
    case = walk(cast, "investigating")
    with django_assert_max_num_queries(2):
        assert context(cast.officer, case).roles == {"officer"}
