"""A body keeps its phrases; its people tick them below long texts, without a script."""

from __future__ import annotations

import pytest
from django.http import QueryDict
from django.test import Client
from django.urls import reverse

from sanwei.acts import clock, registry
from sanwei.acts.fields import ActForm
from sanwei.acts.perform import context
from sanwei.acts.rows import Rows
from sanwei.journal.models import Entry
from sanwei.looks.widgets import LongText
from sanwei.standards.models import PhraseBook
from sanwei.standards.queries import offered, questions
from walking import day, walk

pytestmark = pytest.mark.django_db
TEXT = "首次发生，主动改正，按较低幅度处罚。"
ON = day(3, 2)


def client(officer) -> Client:
    made = Client()
    made.force_login(officer.user)
    return made


def sent(officer, code: str, **answers):
    """The form of an act on the book as a browser posts it."""
    url, browser = reverse("standards:do", args=[code]), client(officer)
    with clock.at(ON):
        page = browser.get(url)
        form = page.context["form"]
        version = "" if form.initial["version"] is None else form.initial["version"]
        return browser.post(url, {"token": form.initial["token"], "version": version, **answers})


def kept(officer, text: str = TEXT, name: str = "reasons"):
    answer = sent(officer, "keep_phrase", phrase_for=name, phrase_text=text)
    assert answer.status_code == 302, answer.content.decode()
    return answer


def test_a_section_head_keeps_a_phrase_and_the_journal_knows(cast) -> None:
    kept(cast.head)
    kept(cast.leader, "另一句。")
    book = PhraseBook.objects.get()
    assert (book.body, book.version) == (cast.city, 2)
    assert [text for _, text in offered(cast.city, ["reasons"])["reasons"]] == [TEXT, "另一句。"]
    assert Entry.objects.filter(matter_kind="phrases", act="keep_phrase", outcome="done").count() == 2


def test_the_same_phrase_twice_and_one_too_long_are_said(cast) -> None:
    kept(cast.head)
    for text, said in ((TEXT, "已经有同样的常用语"), ("长" * 501, "最多 500 字")):
        answer = sent(cast.head, "keep_phrase", phrase_for="reasons", phrase_text=text)
        assert (answer.status_code, said in answer.content.decode()) == (422, True)


def test_an_officer_reads_phrases_and_does_not_keep_them(cast) -> None:
    kept(cast.head)
    browser = client(cast.officer)
    assert TEXT in browser.get(reverse("standards:phrases")).content.decode()
    assert browser.post(reverse("standards:do", args=["keep_phrase"]), {}).status_code == 403


def test_a_phrase_of_another_body_is_neither_shown_nor_dropped(cast) -> None:
    kept(cast.head)
    assert TEXT not in client(cast.stranger).get(reverse("standards:phrases")).content.decode()
    row = Rows.read(PhraseBook.objects.get().pk).last("phrase").row
    assert sent(cast.county_leader, "drop_phrase", phrase=row).status_code == 422


def test_a_phrase_out_of_use_is_offered_no_more_and_stays_on_record(cast) -> None:
    kept(cast.head)
    row = Rows.read(PhraseBook.objects.get().pk).last("phrase").row
    assert sent(cast.head, "drop_phrase", phrase=row).status_code == 302
    assert offered(cast.city, ["reasons"]) == {}
    assert Rows.read(PhraseBook.objects.get().pk).last("phrase")["phrase_text"] == TEXT


def test_a_ticked_phrase_is_part_of_the_answer_without_a_script(cast) -> None:
    kept(cast.head)
    case = walk(cast, "deliberating")
    with clock.at(day(3, 30)):
        form = ActForm(registry.get("draft_decision"), context(cast.officer, case))
        (key, text), *rest = form.fields["reasons"].widget.phrases
        assert (text, rest) == (TEXT, [])
        assert TEXT in str(form["reasons"]) and "常用语（1）" in str(form["reasons"])
        assert "常用语" not in str(form["causes"])
        data = QueryDict(mutable=True)
        data["reasons"] = "已经清理。\r\n"
        data.setlist("reasons_phrase", [key, "no-such-row"])
        typed = ActForm(registry.get("draft_decision"), context(cast.officer, case), data)
        typed.is_valid()
        assert typed.cleaned_data["reasons"] == f"已经清理。\n{TEXT}"


def test_a_phrase_that_stands_there_already_is_not_put_twice() -> None:
    box = LongText()
    box.phrases = [("1", TEXT), ("2", "甲。")]
    data = QueryDict(mutable=True)
    data["a"] = f"{TEXT}另外说明。"
    data.setlist("a_phrase", ["1", "2"])
    assert box.value_from_datadict(data, {}, "a") == f"{TEXT}另外说明。\n甲。"
    assert box.value_from_datadict(QueryDict("b=x"), {}, "a") is None
    assert box.value_from_datadict({"a": "x"}, {}, "a") == "x"


def test_every_long_question_can_have_phrases() -> None:
    names = dict(questions())
    assert {"reasons", "record_text", "closing_note", "lead_refusal"} <= names.keys()
    assert "phrase_text" not in names
    assert all(names.values())
