"""The box that finds cases, as a page."""

from __future__ import annotations

import pytest

from walking import walk

from .conftest import make_case

pytestmark = pytest.mark.django_db


def test_what_is_found_lies_within_what_one_may_see(cast, today, signed_in) -> None:
    make_case(cast.city, cast.officer, number="城")
    make_case(cast.county, cast.stranger, number="县")

    def found(officer) -> list[str]:
        return [case.number for case in signed_in(officer).get("/search", {"q": "示例"}).context["cases"]]

    assert found(cast.officer) == ["城"]
    assert found(cast.stranger) == ["县"]
    assert found(cast.supervisor) == ["县", "城"]
    assert found(cast.admin) == []


def test_nothing_asked_and_nothing_found_say_what_to_do(cast, today, signed_in) -> None:
    client = signed_in(cast.officer)
    assert "没有找到" not in client.get("/search").content.decode()
    assert "换两三个字试试" in client.get("/search?q=查无此案").content.decode()


def test_the_question_stands_in_the_box_again_and_is_cut_when_it_is_too_long(cast, today, signed_in) -> None:
    page = signed_in(cast.officer).get("/search", {"q": '  "示例"  公司 ' + "长" * 500})
    assert page.context["question"].startswith('"示例" 公司 长长') and len(page.context["question"]) == 80
    assert 'value="&quot;示例&quot; 公司' in page.content.decode()


def test_the_second_page_leads_back_to_the_first(cast, today, signed_in) -> None:
    for n in range(21):
        make_case(cast.city, cast.officer, number=f"第{n}号")
    client = signed_in(cast.officer)
    first = client.get("/search", {"q": "示例"})
    second = client.get(first.context["pager"]["next"])
    assert len(first.context["cases"]) == 20
    assert [case.number for case in second.context["cases"]] == ["第0号"]
    assert second.context["pager"]["next"] == ""
    again = client.get(second.context["pager"]["previous"])
    assert [case.pk for case in again.context["cases"]] == [case.pk for case in first.context["cases"]]


def test_the_certificate_number_of_an_officer_finds_his_cases(cast, today, signed_in) -> None:
    made = walk(cast, "lead")
    page = signed_in(cast.leader).get("/search", {"q": "41010001"})
    assert [case.pk for case in page.context["cases"]] == [made.pk]
