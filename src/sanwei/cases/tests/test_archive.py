"""Signed papers come back, the file is bound, and how long it is kept follows the decision that stands."""

from __future__ import annotations

import datetime as dt
import uuid

import pytest
from django.test import TestCase

from cast import build
from sanwei.acts import clock, registry
from sanwei.acts.act import Refused
from sanwei.acts.models import Duty, FactRow
from sanwei.acts.perform import context
from sanwei.acts.rows import Row, Rows
from sanwei.cases.acts.archive import to_be_signed
from sanwei.cases.archive import volume
from sanwei.cases.archive.keeping import keeping
from sanwei.cases.models import Case
from sanwei.documents.models import Document
from sanwei.documents.tests.conftest import needs_chinese
from sanwei.documents.uploads import check_upload
from sanwei.lawbook import lawbook
from unit import filed
from walking import day, do, walk

END, DECIDED = day(4, 14), day(3, 31)


def scan(name: str = "扫描件.png"):
    return check_upload(filed.scan(name))


def attach(case, cast, title: str, on: dt.date = END, files: int = 1, **more):
    document = Document.objects.get(matter_id=str(case.pk), title=title)
    data = {
        "documents": [str(document.pk)],
        "signed_back_on": on,
        "scan_note": "",
        "files": [scan() for _ in range(files)],
    }
    return do("attach_signed", cast.officer, on, data | more, case)


def choices(case, cast) -> list[str]:
    with clock.at(END):
        return [label for _, label in to_be_signed(context(cast.officer, case))]


def archive(case, cast, on: dt.date = END):
    return do("archive_case", cast.officer, on, {"archive_note": "实物已经退还。"}, case)


def entries(case, which: str) -> list[dict]:
    papers = Document.objects.filter(matter_id=str(case.pk), form_code="archive_catalogue")
    return next(d.data["f"]["entries"] for d in papers if d.data["f"]["volume"] == which)


class TheFile(TestCase):
    """One closed case for all tests; what a test does is rolled back."""

    @classmethod
    def setUpTestData(cls) -> None:
        cls.cast = build()
        cls.closed = walk(cls.cast)

    def setUp(self) -> None:
        self.case = Case.objects.get(pk=self.closed.pk)

    def test_what_is_to_be_signed_is_told_with_who_has_to_sign(self) -> None:
        case, cast = self.case, self.cast
        told = choices(case, cast)
        assert any(
            label.startswith("送达回证（2026年") and "待签回：受送达人或者签收人、见证人、送达人" in label
            for label in told
        )
        assert not any(label.startswith("行政处罚决定书") for label in told)  # sealed, not signed

    def test_a_signed_paper_comes_back_to_the_paper_it_is_and_versions_are_kept(self) -> None:
        case, cast = self.case, self.cast
        attach(case, cast, "送达回证", files=2)
        case = attach(case, cast, "送达回证", scan_note="换成清楚的一份")
        first, second = Rows.read(case.pk).all("scan")
        assert (first["scan_version"], first["scan_pages"], second["scan_version"]) == (1, 2, 2)
        assert first["scan_digests"] == [scan().sha256] * 2
        assert len(first["scan_files"]) == 2 and not set(first["scan_files"]) & set(second["scan_files"])
        assert any("送达回证" in label and "已签回 2 次" in label for label in choices(case, cast))

    def test_a_scan_for_a_paper_of_another_case_is_not_taken(self) -> None:
        case, cast = self.case, self.cast
        other = walk(cast, "reviewing")
        foreign = Document.objects.filter(matter_id=str(other.pk)).first()
        with clock.at(END):
            act, ctx = registry.get("attach_signed"), context(cast.officer, case)
            assert str(foreign.pk) not in [pk for pk, _ in to_be_signed(ctx)]
            early = {"documents": [to_be_signed(ctx)[0][0]], "signed_back_on": day(3, 1), "files": [scan()]}
            assert "不能早于文书的制作日期" in act.wrong(ctx, early)["signed_back_on"]

    @needs_chinese
    def test_the_file_is_bound_in_two_volumes_with_pages_that_run_on(self) -> None:
        case, cast = self.case, self.cast
        case = attach(case, cast, "送达回证", files=3)
        case = archive(case, cast)
        f, main, second = Rows.read(case.pk).head, entries(case, "正卷"), entries(case, "副卷")
        assert f["archive_no"] == "郑城管案卷〔2026〕1号"
        assert [e["title"] for e in main[:2]] == ["行政处罚决定书", "送达回证"]
        inside, outside = {e["title"] for e in second}, {e["title"] for e in main}
        internal = {"立案审批表", "案件调查终结报告", "法制审核意见书", "行政处罚案件集体讨论笔录", "结案审批表"}
        assert internal <= inside and not internal & outside
        assert main[1]["note"] == "签" and [e["note"] for e in main if "笔录" in e["title"]] == ["缺"]
        last = 0
        for e in main:
            begin, _, end = e["pages"].partition("—")
            assert int(begin) == last + 1, e
            last = int(end or begin)
        assert (f["archive_pages"], f["archive_papers"]) == (last, len(main) + len(second))
        three = next(e for e in main if e["title"] == "送达回证")["pages"].split("—")
        assert int(three[1]) - int(three[0]) == 2

    def test_the_file_says_what_is_not_signed_and_later_scans_complete_it(self) -> None:
        case, cast = self.case, self.cast
        case = archive(case, cast)
        missing = Rows.read(case.pk).head["archive_unsigned"]
        assert missing == len(volume.unsigned(volume.papers(case.pk), Rows.read(case.pk))) > 0
        case = attach(case, cast, "送达回证")
        assert Rows.read(case.pk).head["archive_unsigned"] == missing - 1

    def test_archiving_ends_the_duty_and_is_not_done_twice(self) -> None:
        case, cast = self.case, self.cast
        duty = Duty.objects.get(matter_id=case.pk, control="case.archived-in-time")
        assert (duty.state, duty.due) == (Duty.OPEN, day(5, 14))
        case = archive(case, cast)
        duty.refresh_from_db()
        assert (duty.state, duty.done_on) == (Duty.DONE, END)
        with pytest.raises(Refused, match="已经归档"):
            archive(case, cast)

    def test_a_decision_made_anew_opens_the_archive_again(self) -> None:
        case, cast = self.case, self.cast
        case = archive(case, cast)
        row = FactRow.objects.get(matter_id=case.pk, grain="decision")
        FactRow.objects.filter(pk=row.pk).update(facts=row.facts | {"decided_on": "2026-04-10"})
        case = archive(case, cast, day(4, 20))
        assert Rows.read(case.pk).head["retention_from"] == day(4, 10)
        assert Rows.read(case.pk).head["archive_no"] == "郑城管案卷〔2026〕2号"


def rows(decided: dt.date | None = DECIDED, **decision) -> Rows:
    """A case closed with one decision."""
    own = Row(
        "case", "00000000-0000-0000-0000-000000000001", 1, {"party_kind": "organisation", "procedure": "ordinary"}
    )
    made = Row(
        "decision", "d", 2, {"decided_on": decided, "decision_kind": "penalty", "penalty_kinds": ["fine"]} | decision
    )
    return Rows(uuid.UUID(int=1), [own, made] if decided else [own])


@pytest.mark.parametrize(
    ("decision", "code", "until"),
    [
        ({"fine": 30_000}, "long", dt.date(2056, 12, 31)),
        ({"fine": 49_999_999}, "long", dt.date(2056, 12, 31)),
        ({"fine": 49_000_000, "confiscation": 1_000_000}, "permanent", None),
        ({"penalty_kinds": ["fine", "revoke_licence"], "fine": 100}, "permanent", None),
        ({"decision_kind": "no_penalty", "penalty_kinds": []}, "short", dt.date(2036, 12, 31)),
        ({"on_the_spot": True, "fine": 5_000}, "short", dt.date(2036, 12, 31)),
    ],
)
def test_how_long_a_file_is_kept_follows_kind_and_sum(decision, code, until) -> None:
    kept = keeping(rows(**decision), lawbook(), END)
    assert (kept.code, kept.until, kept.since) == (code, until, day(3, 31))


def test_a_file_without_a_decision_is_kept_from_its_end_and_a_later_decision_moves_the_term() -> None:
    kept = keeping(rows(None), lawbook(), END)
    assert (kept.code, kept.since, kept.until) == ("short", None, dt.date(2036, 12, 31))
    later = keeping(rows(dt.date(2027, 1, 4), fine=30_000), lawbook(), END)
    assert (later.since, later.until) == (dt.date(2027, 1, 4), dt.date(2057, 12, 31))
    assert "2027年1月4日" in later.why
