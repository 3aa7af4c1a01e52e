"""A case under way keeps the procedure it began under; a leader who moves it sees what changes, and can go back."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest
import yaml
from django.test import Client
from django.urls import reverse

from sanwei.acts import clock
from sanwei.acts.act import Refused
from sanwei.acts.models import Duty
from sanwei.acts.rows import Rows
from sanwei.cases import rules
from sanwei.controls.register import register
from sanwei.documents.models import Document
from sanwei.journal.models import Entry
from sanwei.lawbook import LawError, lawbook
from walking import CONTACT, LEAD, STEPS, day, do, walk

pytestmark = pytest.mark.django_db
NEW = {
    "code": "GC2026",
    "label": "2026年办案规程",
    "from": dt.date(2026, 3, 15),
    "until": None,
    "basis": "XZCF2021 §54(2)",
    "says": "内部期限缩短。",
    "status": "preset",
    "terms": {"lead.answer": 3},
    "without": ["case.conduct-recorded"],
}
MOVED = day(3, 16)
REASON = {"rules_reason": "新规程期限更短，对举报人更有利。"}


def with_version(root: Path, version: dict) -> Path:
    """A law tree of its own: that of the house with one more version of the procedure."""
    shutil.copytree(lawbook().root, root)
    path = root / "zhengzhou" / "procedures" / "penalty.yaml"
    told = yaml.safe_load(path.read_text("utf-8"))
    if version["from"] > told["versions"][-1]["from"]:
        told["versions"][-1]["until"] = version["from"] - dt.timedelta(days=1)
    told["versions"].append(version)
    path.write_text(yaml.safe_dump(told, allow_unicode=True), "utf-8")
    return root


@pytest.fixture(scope="module")
def law_of_2026(tmp_path_factory) -> Path:
    """With a second version of one form: cases under the old procedure keep the first."""
    root = with_version(tmp_path_factory.mktemp("rules") / "law", NEW)
    old = root / "henan" / "forms" / "penalty_notice"
    new = shutil.copytree(old, old.with_name("penalty_notice_2026"))
    for folder, line in ((old, "until: 2026-03-14"), (new, "until: null")):
        text = (folder / "form.yaml").read_text("utf-8")
        assert text.count("version: 1\n") == 1 and "in_force: {from: 2021-07-15, until: null}" in text
        text = text.replace("until: null", line, 1)
        if folder is new:
            text = text.replace("version: 1\n", "version: 2\n").replace("from: 2021-07-15", "from: 2026-03-15", 1)
        (folder / "form.yaml").write_text(text, "utf-8")
    path = root / "zhengzhou" / "procedures" / "penalty.yaml"
    told = yaml.safe_load(path.read_text("utf-8"))
    told["versions"][1]["forms"] = {"penalty_notice": "1"}
    path.write_text(yaml.safe_dump(told, allow_unicode=True), "utf-8")
    return root


@pytest.fixture
def new_law(law_of_2026, monkeypatch) -> None:
    monkeypatch.setenv("SANWEI_LAW", str(law_of_2026))


def a_case(cast, stage: str = "investigating"):
    """Begun on 2 March, filed, its informer waits for an answer."""
    return walk(cast, stage, register_lead={**LEAD, "informer_known": True})


def open_duties(case) -> set[tuple]:
    return set(Duty.objects.filter(matter_id=case.pk, state=Duty.OPEN).values_list("control", "row", "due"))


def answer_by(case) -> dt.date:
    return Duty.objects.get(matter_id=case.pk, control="case.lead-answered-in-time", state=Duty.OPEN).due


def move(cast, case):
    return do("move_rules", cast.leader, MOVED, {"rules_version": "GC2026"} | REASON, case)


def test_a_case_keeps_the_procedure_of_the_day_it_began_and_a_newer_one_begins_under_the_new(cast, new_law) -> None:
    case = a_case(cast)
    before = answer_by(case)
    with clock.at(MOVED):
        assert rules.current(Rows.read(case.pk), case).code == "GC2021"
    do(
        "record_contact",
        cast.officer,
        MOVED,
        CONTACT | {"contact_on": MOVED, "second_officer": str(cast.partner.pk)},
        case,
    )
    assert answer_by(case) == before == day(3, 11)
    young = do("register_lead", cast.officer, MOVED, {**LEAD, "lead_on": MOVED, "discovered_on": MOVED})
    assert rules.current(Rows.read(young.pk), young).code == "GC2026"


def test_moving_changes_what_the_preview_said_and_going_back_restores_every_duty(cast, new_law) -> None:
    case = a_case(cast)
    duties = open_duties(case)
    old, new = lawbook().procedure("case", "GC2021"), lawbook().procedure("case", "GC2026")
    told = rules.difference(Rows.read(case.pk), old, new, MOVED)
    assert [(d.before, d.after, d.kind) for d in told.duties] == [(day(3, 11), day(3, 9), "moved")]
    assert len(told.dropped) == 1 and told.asked == () and told.forms == ("行政处罚事先告知书：第 1 版改为第 2 版",)
    assert open_duties(case) == duties
    move(cast, case)
    assert answer_by(case) == day(3, 9) and open_duties(case) != duties
    do("restore_rules", cast.leader, MOVED, REASON, case)
    assert open_duties(case) == duties
    acts = Entry.objects.filter(matter_id=str(case.pk)).order_by("-position").values_list("act", flat=True)[:2]
    assert list(acts) == ["restore_rules", "move_rules"]


def test_a_control_of_the_old_procedure_stands_at_the_gate_until_the_case_is_moved(cast, new_law) -> None:
    case = a_case(cast)
    silent = CONTACT | {"contact_on": MOVED, "second_officer": str(cast.partner.pk), "incident": True}
    with pytest.raises(Refused) as refused:
        do("record_contact", cast.officer, MOVED, silent, case)
    assert [f.control.code for f in refused.value.findings] == ["case.conduct-recorded"]
    move(cast, case)
    do("record_contact", cast.officer, MOVED, silent, case)


def test_a_paper_is_drawn_in_the_version_the_procedure_keeps(cast, new_law) -> None:
    case = a_case(cast, "noticing")
    notice = next(answers for code, _, _, answers in STEPS if code == "give_notice")
    case = do("give_notice", cast.officer, MOVED, notice(case, cast), case)
    moved = move(cast, a_case(cast, "noticing"))
    do("give_notice", cast.officer, MOVED, notice(moved, cast), moved)
    drawn = {
        m: Document.objects.get(matter_id=str(m.pk), form_code="penalty_notice").form_version for m in (case, moved)
    }
    assert list(drawn.values()) == ["1", "2"]


def test_nothing_can_be_moved_where_there_is_one_procedure_or_no_leader(cast) -> None:
    case = a_case(cast)
    with pytest.raises(Refused) as refused:
        do("move_rules", cast.leader, day(3, 9), {"rules_version": "GC2016"} | REASON, walk(cast, "closed"))
    assert "已经办结" in str(refused.value)
    with pytest.raises(Refused) as refused:
        do("restore_rules", cast.leader, MOVED, REASON, case)
    assert "没有改用过规程" in str(refused.value)


def test_a_leader_moves_many_cases_on_one_page_that_tells_each_difference(cast, new_law) -> None:
    one, two = a_case(cast), a_case(cast)
    leader, page = Client(), reverse("cases:rules")
    leader.force_login(cast.leader.user)
    with clock.at(MOVED):
        text = leader.get(page).content.decode()
        for words in ("2026年办案规程", one.number, two.number, "2026年3月9日", "不再检查", "现在按2021年办案规程办理"):
            assert words in text, words
        sent = {"case": [f"{one.pk} {one.version}", f"{two.pk} {two.version - 1}"], "reason": "缩短期限", "token": "t1"}
        answer = leader.post(f"{page}?to=GC2026", sent, follow=True)
        assert "1 件案件改用“2026年办案规程”" in answer.content.decode()
        assert f"{two.number}：打开这一页以后有人办理过本案" in answer.content.decode()
        leader.post(f"{page}?to=GC2026", sent)
        text = leader.get(page).content.decode()
        assert one.number not in text and two.number in text
        own = leader.get(reverse("cases:do", args=[one.pk, "restore_rules"])).content.decode()
        assert "改用“2021年办案规程”之后" in own and "2026年3月11日" in own
    assert Entry.objects.filter(act="move_rules", outcome=Entry.DONE).count() == 1
    officer = Client()
    officer.force_login(cast.officer.user)
    with clock.at(MOVED):
        assert officer.post(f"{page}?to=GC2026", sent).status_code == 403


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"terms": {"decision.limit": 30}}, "由法律文件规定，规程不能改"),
        ({"terms": {"lead.nothing": 3}}, "没有参数"),
        ({"from": dt.date(2021, 7, 15)}, "施行期间重叠"),
        ({"forms": {"penalty_notice": "9"}}, "没有文书"),
        ({"code": "GC2021"}, "写了两次"),
    ],
)
def test_a_procedure_that_reaches_beyond_what_is_the_houses_own_is_a_fault(tmp_path, changed, words) -> None:
    root = with_version(tmp_path / "law", NEW | changed)
    with pytest.raises(LawError) as fault:
        lawbook(root=root)
    assert any(words in f.says for f in fault.value.faults)


def test_no_version_leaves_out_a_control_that_rests_on_a_statute() -> None:
    """What the law itself demands is asked under every procedure."""
    book, controls = lawbook(), register()
    for procedure in book.procedures("case"):
        for code in procedure.without:
            kinds = {book.clause(ref).instrument.kind for ref in controls[code].clauses}
            assert not kinds & {"法律", "行政法规", "地方性法规", "部门规章", "政府规章"}, (procedure.code, code)
