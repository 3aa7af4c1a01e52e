from __future__ import annotations

import hashlib
import json
from datetime import datetime

import pytest
from django.db import transaction

from sanwei.journal.book import append
from sanwei.journal.errors import JournalError
from sanwei.journal.models import Content, Entry, Head
from sanwei.journal.numbering import next_number
from sanwei.journal.queries import numbers_of, of_matter, since

pytestmark = pytest.mark.django_db


def test_positions_begin_with_one_and_follow_each_other(write):
    assert [write().position for _ in range(3)] == [1, 2, 3]
    assert Head.objects.get().size == 3


def test_the_leaf_is_canonical_and_holds_exactly_what_it_should(write):
    entry = write()
    assert entry.leaf == (
        f'{{"act":"issue_decision","certificate":"A410001","commitment":"{entry.commitment}","kind":"done",'
        '"matter_kind":"case","position":1,"register":"acts","time":"2026-05-06T09:30:00.123456+08:00"}'
    )


def test_the_leaf_hash_is_that_of_rfc_6962(write):
    entry = write()
    assert entry.leaf_hash == hashlib.sha256(b"\x00" + entry.leaf.encode()).hexdigest()


def test_the_commitment_binds_salt_content_and_the_columns_the_leaf_does_not_show(write):
    entry = write(content={"party": "甲某", "on": "2026-05-06"})
    content = Content.objects.get()
    assert len(bytes(content.salt)) == 32
    assert content.body == {
        "entry": {
            "id": str(entry.id),
            "matter_id": "c1",
            "body_code": "ZZCG",
            "officer_code": "O1",
            "law_version": "v1",
        },
        "content": {"party": "甲某", "on": "2026-05-06"},
    }
    text = json.dumps(content.body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert entry.commitment == hashlib.sha256(bytes(content.salt) + text.encode()).hexdigest()


def test_no_name_reaches_the_leaf(write):
    assert "甲某" not in write(content={"party": "甲某", "words": "我叫甲某"}).leaf


def test_equal_contents_have_different_commitments(write):
    assert write().commitment != write().commitment


def test_an_entry_reads_back_as_it_was_written(write):
    written = write()
    entry = Entry.objects.get()
    for field in Entry._meta.fields:
        assert getattr(entry, field.name) == getattr(written, field.name), field.name


def test_an_append_takes_three_queries(write, django_assert_num_queries):
    at = write().at
    with transaction.atomic(), django_assert_num_queries(3):
        append(
            act="file_case", matter_kind="case", matter_id="c2", body_code="", officer_code="", certificate_no="",
            outcome="refused", content={}, law_version="", at=at,
        )  # fmt: skip


def test_a_rollback_leaves_no_gap(write):
    write()
    with pytest.raises(RuntimeError, match="业务失败"), transaction.atomic():
        write()
        raise RuntimeError("业务失败")
    assert write().position == 2
    assert list(Entry.objects.values_list("position", flat=True)) == [1, 2]


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_nothing_is_taken():
    words = dict.fromkeys(("act", "matter_kind", "matter_id", "body_code", "officer_code", "certificate_no"), "x")
    with pytest.raises(JournalError, match="同一事务"):
        append(**words, outcome="done", content={}, law_version="v1", at=datetime(2026, 5, 6).astimezone())
    with pytest.raises(JournalError, match="同一事务"):
        next_number("甲", 2026, matter_kind="case", matter_id="c1")
    assert Entry.objects.count() == 0


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ({"at": datetime(2026, 5, 6)}, "时区"),  # noqa: DTZ001
        ({"outcome": "perhaps"}, "不认识"),
        ({"content": {"rate": 0.03}}, "float"),
        ({"content": {"name": "a\x00b"}}, "空字符"),
        ({"content": {"a\x00": 1}}, "空字符"),
        ({"content": ["x"]}, "对象"),
        ({"content": {"n": 2**60}}, "精确"),
    ],
)
def test_what_cannot_be_kept_is_refused_and_nothing_stays(write, words, says):
    with pytest.raises(JournalError, match=says):
        write(**words)
    assert Entry.objects.count() == 0
    assert Head.objects.get().size == 0


def test_a_backslash_u0000_that_is_only_text_is_kept(write):
    write(content={"path": "\\u0000"})
    assert Content.objects.get().body["content"] == {"path": "\\u0000"}


def test_without_its_head_the_journal_takes_nothing(write):
    Head.objects.all().delete()
    with pytest.raises(JournalError, match="migrate"):
        write()


def test_the_journal_of_a_matter_shows_the_latest_first_and_readers_go_on_where_they_were(write):
    for matter in ("c1", "c2", "c1"):
        write(matter_id=matter)
    assert [entry.position for entry in of_matter("case", "c1")] == [3, 1]
    assert [entry.position for entry in since(1)] == [2, 3]
    assert [entry.position for entry in since(0, limit=1)] == [1]


def test_the_numbers_of_a_matter_are_found(write):
    with transaction.atomic():
        for book in ("甲", "乙"):
            next_number(book, 2026, matter_kind="case", matter_id="c1")
        next_number("甲", 2026, matter_kind="case", matter_id="c2")
    assert [number.label for number in numbers_of("case", "c1")] == ["甲〔2026〕1号", "乙〔2026〕1号"]
