"""The invented city: built twice, the same both times, with exactly the faults that are written down."""

from __future__ import annotations

import datetime as dt
import io
import uuid
from collections.abc import Iterator
from types import SimpleNamespace

import polars as pl
import pytest
from demo.city import build, history, plan, summary
from demo.city.data import read
from demo.city.faulting import changed, linked
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import override_settings
from stdnum.cn import uscc

from sanwei.acts import clock, registry
from sanwei.acts.act import Refused
from sanwei.acts.models import Duty
from sanwei.acts.perform import perform
from sanwei.acts.rows import Rows, encode, frames_of
from sanwei.cases.models import Case, Party
from sanwei.cases.stages import STAGES
from sanwei.controls.judge import judge
from sanwei.controls.register import register
from sanwei.controls.verdict import Verdict
from sanwei.desk import demo
from sanwei.desk.models import DemoMarker
from sanwei.documents.models import Upload
from sanwei.documents.uploads import check_upload
from sanwei.journal.models import Entry
from sanwei.people.models import Body, Officer
from sanwei.people.queries import roles_on

from .watching import FormWatch, picture

TODAY = dt.date(2026, 11, 23)
CASES = plan.least()
FIRST = "case.lead-decided-in-time"
ALSO = "case.priority-lead-first"  # counts the same lateness once more in the four fields


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[SimpleNamespace]:
    """The city, and what was seen of one built before it by the command and undone."""
    told, forms = io.StringIO(), FormWatch()
    with (
        pytest.MonkeyPatch.context() as patch,
        django_db_blocker.unblock(),
        override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("files"), SANWEI_DEMO=True),
        transaction.atomic(),
    ):
        mark = transaction.savepoint()
        patch.setattr(build, "perform", forms.perform)
        call_command("build_city", today=TODAY, cases=CASES, stdout=told)
        patch.undo()
        before = picture()
        transaction.savepoint_rollback(mark)
        city = build.build(TODAY, CASES)
        found = summary.examine(city)
        yield SimpleNamespace(city=city, before=before, told=told.getvalue(), found=found, forms=forms)
        transaction.set_rollback(True)


def test_the_same_day_gives_the_same_city(built) -> None:
    now = picture()
    for part, seen in built.before.items():
        assert seen and now[part] == seen, part


def test_every_step_goes_as_it_was_planned(built) -> None:
    assert built.city.astray == []
    tried = sum(step.refused for planned in built.city.planned for step in planned.track)
    assert sum(built.city.refusals.values()) == tried == Entry.objects.filter(outcome=Entry.REFUSED).count()
    assert 20 <= tried <= 30


def test_the_answers_of_the_city_are_such_as_the_forms_take(built) -> None:
    assert built.forms.wrong == {}
    acts = {step.act for planned in built.city.planned for step in planned.track if not step.refused}
    assert built.forms.asked == acts
    for inner in ("take_over", "open_split"):  # a merger, a split does it on the other case, without a form
        acts.add(inner)
        assert Entry.objects.filter(act=inner, outcome="done").exists()
    assert len(set(registry.acts("case")) - acts) <= 5  # seldom ones, and the import


def test_there_are_twelve_bodies_in_three_levels_and_sixty_people(built) -> None:
    assert Body.objects.count() == 12
    assert set(Body.objects.values_list("level", flat=True)) == {"city", "county", "street"}
    assert {"organ", "authorised", "entrusted"} <= set(Body.objects.values_list("kind", flat=True))
    assert Officer.objects.count() == 60
    assert Officer.objects.values("name").distinct().count() == 60


def test_cases_stand_in_all_stages_and_are_as_many_as_asked_for(built) -> None:
    assert set(Case.objects.values_list("stage", flat=True)) == set(STAGES)
    split_off = Entry.objects.filter(act="open_split", outcome="done").count()
    assert Case.objects.count() == CASES + split_off
    assert Case.objects.filter(imported=True).count() == plan.faulty(CASES) == len(built.city.imported)


def test_numbers_and_the_journal_run_with_time(built) -> None:
    moments = list(Entry.objects.order_by("position").values_list("at", flat=True))
    assert moments == sorted(moments)
    assert max(moments).date() < TODAY


def test_the_audit_finds_in_each_history_exactly_what_is_written_down(built) -> None:
    assert summary.unlike(built.city, built.found) == []
    assert built.city.imported


def test_cases_made_through_the_acts_are_late_only_where_they_are_meant_to_be(built) -> None:
    shown: dict[str, set[str]] = {}
    for planned in built.city.planned:
        found = built.found.get(str(planned.scene.matter_id), {})
        assert set(found.values()) <= {Verdict.LATE, Verdict.OVERDUE}, (planned.group.name, summary.labels(found))
        meant = planned.group.slow | ({ALSO} if FIRST in planned.group.slow else set())
        assert found.keys() <= meant, (planned.group.name, summary.labels(found))
        shown.setdefault(planned.group.name, set()).update(found)
    slow = {planned.group.name: planned.group.slow for planned in built.city.planned}
    assert {name: controls - shown[name] for name, controls in slow.items() if controls - shown[name]} == {}


def test_every_control_is_broken_by_a_history_and_nothing_else_is(built) -> None:
    days, stored, wanted = built.city.planned[0].scene.days, [], {}
    for no, fault in enumerate(read("faults"), start=1):
        entry = history.Ready(dt.datetime(2026, 11, 5, 16, tzinfo=dt.UTC), no, fault)
        donor, _ = history.donor_of(entry, built.city.planned)
        case = uuid.UUID(int=no)
        laid = linked(changed(Rows.read(donor.matter_id), fault, days), no)
        stored += [(case, one.grain, one.row or str(case), n, encode(one.facts)) for n, one in enumerate(laid)]
        wanted[str(case)] = fault["finds"]
    judgement = judge(frames_of(stored), register().values(), built.city.book, TODAY)
    found: dict[str, dict[str, str]] = {case: {} for case in wanted}
    wrong = judgement.findings.filter(pl.col("verdict") >= int(Verdict.UNDETERMINED)).sort("verdict")
    for row in wrong.iter_rows(named=True):
        found[row["case_id"]][row["control"]] = Verdict(row["verdict"]).label
    assert {no: told for no, told in found.items() if told != wanted[no]} == {}
    assert set(register()) - {control for finds in wanted.values() for control in finds} == set()


def test_refusals_stand_on_record_with_the_control_that_refused(built) -> None:
    refused = Entry.objects.filter(outcome=Entry.REFUSED).select_related("content")
    told = [entry.content.body["content"] for entry in refused]
    controls = {verdict["control"] for one in told for verdict in one["verdicts"]}
    assert {
        "authority.certificate-valid",
        "authority.power-not-given-up",
        "case.filing-not-time-barred",
        "case.hearing-right-in-notice",
        "case.panel-held",
        "case.two-officers",
        "service.visit-form-served",
    } <= controls
    assert any("法制审核尚未通过" in reason for one in told for reason in one["reasons"])


def test_the_demo_officers_have_time_limits_past_and_due_today_and_soon(built) -> None:
    mine = Duty.objects.filter(state=Duty.OPEN, handler__user__username__in=("zhifa01", "zhifa02"))
    assert mine.filter(due__lt=TODAY).exists()
    assert mine.filter(due=TODAY).exists()
    assert mine.filter(due__gt=TODAY, due__lte=TODAY + dt.timedelta(days=3)).exists()
    waiting = set(Case.objects.filter(body__code="ZZCG").values_list("waiting_for", flat=True))
    assert {"reviewer", "leader", "officer"} <= waiting


@pytest.mark.parametrize(
    ("username", "role", "body"),
    [
        ("zhifa01", "officer", "ZZCG"),
        ("zhifa02", "officer", "ZZCG"),
        ("shenhe01", "reviewer", "ZZCG"),
        ("fuzeren01", "leader", "ZZCG"),
        ("fuzeren02", "leader", "ZZCG"),
        ("jiandu01", "supervisor", "ZZSF"),
        ("xitong01", "system_admin", "ZZCG"),
        ("jszhifa01", "officer", "JSCG"),
    ],
)
def test_a_demo_account_stands_with_its_role_and_the_one_password(built, username: str, role: str, body: str) -> None:
    user = get_user_model().objects.get(username=username)
    assert user.check_password(demo.password())
    assert user.officer.body.code == body
    assert roles_on(user.officer, TODAY, user.officer.body) == {role}


def test_the_logins_shown_are_those_the_readme_walks_with(built) -> None:
    with clock.at(TODAY):
        shown = {one["username"] for one in demo.logins()}
    assert {"zhifa01", "shenhe01", "fuzeren01", "fuzeren02", "jiandu01", "xitong01", "jszhifa01"} <= shown


def test_nobody_without_a_demo_account_can_sign_in(built) -> None:
    assert get_user_model().objects.count() == sum("user" in person for person in read("people"))
    assert Officer.objects.filter(user__isnull=True).count() == 60 - get_user_model().objects.count()


def test_parties_carry_codes_in_the_right_shape_of_a_division_that_does_not_exist(built) -> None:
    codes = [party.code for party in Party.objects.filter(kind="organisation")]
    assert codes and all(uscc.is_valid(code) and code[2:8] == "410199" for code in codes)
    assert {party.code for party in Party.objects.exclude(kind="organisation")} == {""}


def test_some_evidence_has_a_picture_that_an_upload_would_be_taken_with(built) -> None:
    from demo.city.pictures import taken

    assert Upload.objects.filter(matter_kind="case", content_type="image/png").exists()
    checked = next(files for p in built.city.planned if (files := taken(p.scene)))
    assert check_upload(checked[0].file).kind == "png"


def test_a_history_is_marked_and_the_journal_says_where_it_comes_from(built) -> None:
    case = Case.objects.filter(imported=True).first()
    entry = Entry.objects.select_related("content").get(matter_id=str(case.pk))
    assert entry.act == "import_history"
    assert "导入的历史案件" in entry.content.body["content"]["note"]


def test_a_history_cannot_be_written_on_a_page(built) -> None:
    leader = Officer.objects.get(user__username="fuzeren01")
    with clock.at(TODAY), transaction.atomic(), pytest.raises(Refused, match="不在页面上登记"):
        perform(registry.get("import_history"), officer=leader, data={}, body=leader.body)


def test_the_command_tells_what_it_built(built) -> None:
    split_off = Entry.objects.filter(act="open_split", outcome="done").count()
    assert f"60 人，{CASES + split_off} 件案件" in built.told
    assert "期限：待办" in built.told and "被拒绝：" in built.told and "审查：" in built.told
    assert "注意" not in built.told


def test_a_second_city_is_refused(built) -> None:
    with pytest.raises(CommandError, match="已经建好"):
        call_command("build_city")


@pytest.mark.django_db
def test_a_database_with_people_in_it_is_refused(cast) -> None:
    assert not DemoMarker.objects.exists()
    with pytest.raises(CommandError, match="已有数据"):
        call_command("build_city")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"cases": CASES - 1}, "案件数应当在"),
        ({"cases": 100_000}, "案件数应当在"),
        ({"today": dt.date(2031, 1, 6)}, "工作日历不够用"),
    ],
)
def test_a_city_that_cannot_be_built_is_refused_and_leaves_nothing(arguments: dict, said: str) -> None:
    with pytest.raises(CommandError, match=said):
        call_command("build_city", **arguments)
    assert not Body.objects.exists()


@pytest.mark.django_db
def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(CommandError, match="不是日期"):
        call_command("build_city", "--today=11月23日")


@pytest.mark.django_db
def test_no_city_is_built_outside_the_demonstration(settings) -> None:
    settings.SANWEI_DEMO = False
    with pytest.raises(CommandError, match="正式环境不建立"):
        call_command("build_city")
