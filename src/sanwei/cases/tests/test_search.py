"""Finding cases. The same tests run on PostgreSQL with DATABASE_URL set (see `cases/README.md`)."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core import checks
from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from sanwei.acts import clock
from sanwei.cases import fulltext, search
from sanwei.cases.models import Case, SearchLine
from sanwei.people.models import Body, Officer
from walking import LEAD, do, walk

pytestmark = pytest.mark.django_db
MOMENT = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)


def case(body: Body, officer: Officer | None = None, **words) -> Case:
    usual = {
        "title": "擅自在城市道路堆放物料",
        "party_name": "郑州示例装饰有限公司",
        "number": "郑城管罚立〔2026〕12号",
    }
    made = Case.objects.create(
        body=body, officer=officer, stage="lead", power_code="ZZCG-0001", opened_on=MOMENT.date(), touched_at=MOMENT,
        **usual | words,
    )  # fmt: skip
    search.index(made)
    return made


def found(paths: list[str], question: str) -> list[str]:
    return [c.number for c in search.find(paths, question).cases]


def test_a_text_is_cut_into_all_its_pairs() -> None:
    assert search.bigrams("罚款3元") == "罚款 款3 3元"
    assert search.bigrams("李") == "李"
    assert search.bigrams("〔２０２６〕") == "20 02 26"
    assert search.bigrams("，。") == ""


@given(st.text(max_size=30))
def test_pairs_keep_every_letter_in_its_order(text: str) -> None:
    told, grams = search.fold(text), search.bigrams(text).split(" ")
    again = "".join(gram[0] for gram in grams if gram) + grams[-1][1:]
    assert again == told


@pytest.mark.parametrize(
    "question",
    [
        "装饰",
        "示例装饰有限",
        "道路堆放",
        "〔2026〕12",
        "202612",
        "郑城管罚立〔2026〕12号",
        "郑城管罚立[2026]12号",
        "1",
        "饰",
        "２０２６",
        "堆放 装饰",
        "装饰 料",
    ],
)
def test_any_part_of_number_party_or_cause_finds(cast, question) -> None:
    case(cast.city)
    case(cast.city, number="郑城管罚立〔2025〕3号", title="建筑垃圾乱倒", party_name="李某")
    assert found([cast.city.path], question) == ["郑城管罚立〔2026〕12号"]


@pytest.mark.parametrize(
    "question", ["", "  ", "，", "装料", "料郑", "堆放 李某", "饰装", "%", "_", '"', "' OR 1=1", "装*料", "NOT 装饰x"]
)
def test_what_is_in_no_text_finds_nothing(cast, question) -> None:
    case(cast.city)
    assert found([cast.city.path], question) == []


def test_a_party_of_one_character_is_found(cast) -> None:
    case(cast.city, party_name="喆")
    assert found([cast.city.path], "喆") == ["郑城管罚立〔2026〕12号"]


def test_another_bodys_case_is_not_found(cast) -> None:
    case(cast.city)
    assert found([cast.county.path], "装饰") == []
    assert found([cast.county.path, cast.city.path], "装饰") == ["郑城管罚立〔2026〕12号"]
    assert found([], "装饰") == []


def test_a_case_whose_body_has_left_the_scope_is_not_shown_although_its_line_is_old(cast) -> None:
    made = case(cast.city)
    Case.objects.filter(pk=made.pk).update(body=cast.county)
    assert found([cast.city.path], "装饰") == []


def test_the_certificate_of_an_officer_finds_his_cases_and_his_partners(cast) -> None:
    case(cast.city, cast.officer, number="甲")
    case(cast.city, cast.head, number="乙", partner=cast.officer)
    case(cast.city, cast.head, number="丙")
    case(cast.county, cast.officer, number="丁")
    assert found([cast.city.path], "41010001") == ["乙", "甲"]
    assert found([cast.city.path], "41010099") == []


def test_a_number_given_out_in_a_case_finds_it(cast) -> None:
    made = walk(cast, "serving")
    with clock.at(dt.date(2026, 4, 1)):
        for label in ("郑城管罚决〔2026〕1号", "郑城管罚决[2026]1号", "郑城管罚告〔2026〕1号", "郑城管线〔2026〕1号"):
            assert [c.pk for c in search.find([cast.city.path], label).cases] == [made.pk], label
    assert found([cast.county.path], "郑城管罚决〔2026〕1号") == []


def test_an_act_that_changes_the_number_changes_what_is_found(cast) -> None:
    made = walk(cast, "filing")
    assert SearchLine.objects.get(matter_id=made.pk).words.startswith("郑城管线20261号")
    made = do("file_case", cast.leader, dt.date(2026, 3, 4), {}, made)
    assert SearchLine.objects.get(matter_id=made.pk).words.startswith("郑城管罚立20261号")
    assert found([cast.city.path], "罚立") == [made.number]
    # The old pairs are gone from the index; the old number still finds through the book of numbers.
    assert found([cast.city.path], "管线") == []


def test_most_acts_leave_the_line_alone_and_one_that_changes_it_pays_one_statement(cast, monkeypatch) -> None:
    told: list[str] = []
    real = search.SearchLine.objects.bulk_create
    monkeypatch.setattr(search.SearchLine.objects, "bulk_create", lambda *a, **k: told.append("line") or real(*a, **k))
    walk(cast, "closed")
    assert len(told) == 2  # the lead, and the filing with its number


def test_writing_a_line_is_one_statement(cast) -> None:
    made = case(cast.city)
    with CaptureQueriesContext(connection) as queries:
        search.index(made)
    assert len(queries) == 1


def test_pages_run_from_the_latest_to_the_first_without_gap_or_repetition(cast) -> None:
    made = [case(cast.city, number=f"第{n}号") for n in range(45)]
    seen, after = [], ""
    for _ in range(10):
        page = search.find([cast.city.path], "装饰", after=after)
        seen += [c.number for c in page.cases]
        after = page.older
        if not after:
            break
    assert seen == [c.number for c in reversed(made)]


def test_a_cursor_that_was_not_given_out_is_not_found(cast) -> None:
    for cursor in ("x", "-1", "1;", "９", "1" * 30):
        with pytest.raises(Http404):
            search.find([cast.city.path], "装饰", after=cursor)


def test_lines_of_imported_cases_are_written_by_a_rebuild(cast) -> None:
    made = case(cast.city)
    SearchLine.objects.all().delete()
    assert found([cast.city.path], "装饰") == []
    assert search.rebuild(batch=1) == 1
    assert found([cast.city.path], "装饰") == [made.number]


def test_a_search_asks_the_database_at_most_three_times(cast) -> None:
    case(cast.city, cast.officer)
    for question, most in (("装饰", 2), ("41010001", 3), ("郑城管罚决〔2026〕1号", 3)):
        with CaptureQueriesContext(connection) as queries:
            search.find([cast.city.path], question)
        assert len(queries) <= most, question


def test_a_missing_index_is_told_and_put_back(cast) -> None:
    made = case(cast.city)
    connection.check_constraints()  # PostgreSQL alters no table while a deferred check is still to come
    assert fulltext.in_place(None, databases=["default"]) == []
    fulltext.fall()
    said = fulltext.in_place(None, databases=["default"])
    assert [m.id for m in said] == ["cases.E001"] and said[0].level == checks.ERROR
    fulltext.stand()
    assert fulltext.in_place(None, databases=["default"]) == []
    assert found([cast.city.path], "装饰") == [made.number]


def test_the_lead_as_registered_is_found_at_once(cast) -> None:
    made = do("register_lead", cast.officer, dt.date(2026, 3, 2), LEAD)
    assert [c.pk for c in search.find([cast.city.path], "示例装饰").cases] == [made.pk]
