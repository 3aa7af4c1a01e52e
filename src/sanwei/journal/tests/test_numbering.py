from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from sanwei.journal.errors import AppendOnlyError, JournalError
from sanwei.journal.models import Counter, Number
from sanwei.journal.numbering import next_number

pytestmark = pytest.mark.django_db


def draw(book: str = "郑城管罚决字", year: int = 2026, **words) -> Number:
    with transaction.atomic():
        return next_number(book, year, matter_kind="case", matter_id="c1", **words)


def test_each_book_and_each_year_counts_for_itself():
    drawn = [draw(), draw(), draw(year=2027), draw(book="郑城管听告字")]
    assert [number.label for number in drawn] == [
        "郑城管罚决字〔2026〕1号",
        "郑城管罚决字〔2026〕2号",
        "郑城管罚决字〔2027〕1号",
        "郑城管听告字〔2026〕1号",
    ]
    assert Counter.objects.get(book="郑城管罚决字", year=2026).last == 2


def test_a_pattern_and_a_word_make_the_label():
    assert draw("ZZCG/decision", word="郑城管罚决字").label == "郑城管罚决字〔2026〕1号"
    assert draw("ZZCG/case", pattern="{year}-{n:04d}").label == "2026-0001"


@pytest.mark.parametrize("pattern", ["{word}〔{year}〕", "{word}{n}{other}", "{word}{n", "{n.__class__.a}"])
def test_a_pattern_that_cannot_be_filled_is_refused(pattern):
    with pytest.raises(JournalError, match="编号格式"):
        draw(pattern=pattern)
    assert Number.objects.count() == 0


def test_a_book_without_name_is_refused():
    with pytest.raises(JournalError, match="号簿"):
        draw("")


def test_a_rollback_gives_the_number_back():
    draw()
    with pytest.raises(RuntimeError, match="业务失败"), transaction.atomic():
        assert draw().n == 2
        raise RuntimeError("业务失败")
    assert draw().n == 2


def test_a_number_takes_two_queries(django_assert_num_queries):
    draw()
    with transaction.atomic(), django_assert_num_queries(2):
        next_number("郑城管罚决字", 2026, matter_kind="case", matter_id="c1")


@pytest.mark.parametrize("n", [1, 4])
def test_a_number_out_of_order_is_refused_by_the_database(n):
    draw()
    draw()
    with pytest.raises(IntegrityError), transaction.atomic():
        Number(book="郑城管罚决字", year=2026, n=n, matter_kind="case", matter_id="c9", label="x").save()


def test_a_number_once_given_is_not_changed_in_code():
    number = draw()
    number.label = "改"
    with pytest.raises(AppendOnlyError, match="编号"):
        number.save()
    with pytest.raises(AppendOnlyError, match="编号"):
        number.delete()
