"""The law can be read by staff: every document, clause, duty, number and control has its page."""

from __future__ import annotations

import pytest

from sanwei.controls.register import register
from sanwei.lawbook import lawbook

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(cast, today, signed_in):
    return signed_in(cast.reviewer)


def test_every_document_stands_in_the_list_once(reader) -> None:
    page = reader.get("/law/")
    listed = [instrument.code for _, held in page.context["groups"] for instrument, _, _ in held]
    assert sorted(listed) == sorted(instrument.code for instrument in lawbook().instruments)


def test_every_document_can_be_opened_and_shows_every_clause_of_it(reader) -> None:
    book = lawbook()
    for instrument in book.instruments:
        page = reader.get(f"/law/{instrument.code}")
        assert page.status_code == 200, instrument.code
        shown = [clause.ref for clause, _, _ in page.context["clauses"]]
        assert shown == [clause.ref for clause in book.clauses_of(instrument.code)]


def test_a_clause_names_the_controls_that_stand_on_it(reader) -> None:
    page = reader.get("/law/ZZ39").content.decode()
    assert "/law/controls/case.legal-review-first" in page


def test_what_nobody_has_read_is_marked_on_every_page(reader) -> None:
    book = lawbook()
    unread = next(i for i in book.instruments if not i.is_verified)
    assert "待核实" in reader.get(f"/law/{unread.code}").content.decode()
    assert reader.get("/law/").content.decode().count("待核实") >= 1
    values = [value for parameter in book.parameters for value in parameter.values]
    page = reader.get("/law/parameters")
    assert page.context["waiting"] == sum(not value.is_verified for value in values)
    assert page.content.decode().count('<span class="tag warn">待核实</span>') == page.context["waiting"]


def test_the_seventy_duties_each_have_a_fate(reader) -> None:
    page = reader.get("/law/duties")
    duties = [duty for _, held in page.context["parts"] for duty in held]
    assert len(duties) == 70 == len({duty["id"] for duty in duties})
    assert sum(number for _, number in page.context["fates"]) == 70
    assert all(duty["cites"] and duty["carriers"] for duty in duties)


def test_every_control_can_be_opened(reader) -> None:
    for code, control in register().items():
        page = reader.get(f"/law/controls/{code}")
        assert page.status_code == 200, code
        text = page.content.decode()
        assert control.title in text and all(lawbook().clause(ref).cite in text for ref in control.clauses), code


def test_the_number_in_force_today_comes_first(reader) -> None:
    page = reader.get("/law/parameters")
    told = next(p for p in page.context["parameters"] if p["key"] == "service.limit")
    assert told["values"][0]["now"] and not any(value["now"] for value in told["values"][1:])


def test_what_is_not_there_is_not_found(reader) -> None:
    for path in ("/law/NOSUCH", "/law/controls/no.such", "/law/controls/%3Cscript%3E"):
        assert reader.get(path).status_code == 404, path
