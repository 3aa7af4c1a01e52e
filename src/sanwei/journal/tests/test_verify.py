"""`journal_check` finds what somebody did to the record past the triggers."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from sanwei.journal.models import Counter, Head
from sanwei.journal.numbering import next_number
from sanwei.journal.triggers import install, remove, triggers_in_place
from sanwei.journal.verify import verify

pytestmark = pytest.mark.django_db


@pytest.fixture
def recorded(write):
    for turn in range(3):
        with transaction.atomic():
            next_number("甲", 2026, matter_kind="case", matter_id=f"c{turn}")
            write(matter_id=f"c{turn}", content={"party": "甲某", "fine_fen": turn, "list": [1, None, True]})


def tamper(*statements: str) -> list[str]:
    """As the owner of the database could: triggers away, statements, triggers back."""
    remove()
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    install()
    return verify().faults


def test_a_whole_journal_has_no_fault(recorded):
    report = verify()
    assert (report.entries, report.numbers, report.faults) == (3, 3, [])


@pytest.mark.parametrize("page", [1, 2, 3])
def test_the_reading_goes_on_from_page_to_page(recorded, monkeypatch, page):
    monkeypatch.setattr("sanwei.journal.verify.PAGE", page)
    report = verify()
    assert (report.entries, report.faults) == (3, [])
    assert tamper("DELETE FROM journal_content") == [f"第{position}条没有内容。" for position in (1, 2, 3)]


def test_the_reading_takes_few_queries(recorded, django_assert_max_num_queries):
    with django_assert_max_num_queries(9):
        verify()


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("UPDATE journal_entry SET act = 'x' WHERE position = 2", "第2条的叶文本与记载不符。"),
        ("UPDATE journal_entry SET outcome = 'refused' WHERE position = 2", "第2条的叶文本与记载不符。"),
        ("UPDATE journal_entry SET at = '2026-05-05 01:30:00+00:00' WHERE position = 2", "第2条的叶文本与记载不符。"),
        (
            "UPDATE journal_entry SET officer_code = 'O2' WHERE position = 2",
            "第2条的事项、主体、人员或者法律库版本与内容不符。",
        ),
        (
            "UPDATE journal_entry SET matter_id = 'c9' WHERE position = 2",
            "第2条的事项、主体、人员或者法律库版本与内容不符。",
        ),
        ("UPDATE journal_content SET body = '{\"a\": 1.5}' WHERE entry_id = 2", "第2条的内容与承诺不符。"),
        ("UPDATE journal_content SET body = '{}' WHERE entry_id = 2", "第2条的内容与承诺不符。"),
        ("DELETE FROM journal_content WHERE entry_id = 2", "第2条没有内容。"),
        ("UPDATE journal_head SET size = 4", "登记簿首页记有4条，实际到第3条。"),
        ("DELETE FROM journal_head", "登记簿首页缺失。"),
        ("DELETE FROM journal_number WHERE n = 2", "号簿甲2026年有2个号，却从1到3，不连续。"),
        ("UPDATE journal_counter SET last = 7", "号簿甲2026年计数到7，实际到3号。"),
        ("DELETE FROM journal_counter", "号簿甲2026年有编号而没有计数。"),
    ],
)
def test_each_tampering_is_named(recorded, statement, fault):
    assert tamper(statement) == [fault]


def test_a_leaf_hash_that_does_not_fit_is_named(recorded):
    assert tamper(f"UPDATE journal_entry SET leaf_hash = '{'0' * 64}' WHERE position = 1") == ["第1条的叶散列不符。"]


def test_an_entry_cut_out_is_named(recorded):
    faults = tamper("DELETE FROM journal_content WHERE entry_id = 2", "DELETE FROM journal_entry WHERE position = 2")
    assert faults == ["序号1之后是3，中间有缺号。"]


def test_an_end_cut_off_is_named_by_the_head(recorded):
    faults = tamper("DELETE FROM journal_content WHERE entry_id = 3", "DELETE FROM journal_entry WHERE position = 3")
    assert faults == ["登记簿首页记有3条，实际到第2条。"]


def test_erased_content_leaves_every_leaf_whole(recorded):
    faults = tamper("DELETE FROM journal_content")
    assert faults == [f"第{position}条没有内容。" for position in (1, 2, 3)]


def test_the_command_says_so_in_chinese_and_by_its_exit_code(recorded):
    out = StringIO()
    call_command("journal_check", stdout=out)
    assert out.getvalue().splitlines() == ["留痕3条，编号3个。", "留痕日志完整。"]
    Head.objects.update(size=9)
    Counter.objects.update(last=9)
    out = StringIO()
    with pytest.raises(SystemExit) as exit_:
        call_command("journal_check", "--show=1", stdout=out)
    assert exit_.value.code == 1
    assert out.getvalue().splitlines() == [
        "留痕3条，编号3个。",
        "· 登记簿首页记有9条，实际到第3条。",
        "另有1个问题没有列出。",
        "发现2个问题。",
    ]


def test_missing_triggers_are_a_fault_too(recorded):
    remove()
    assert verify().faults == triggers_in_place() != []
