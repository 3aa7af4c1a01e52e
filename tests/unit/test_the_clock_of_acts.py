"""What an act draws up and takes in stands at the moment of the act, not at the moment of the machine."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from sanwei.acts import clock
from sanwei.cases.papers.people import People
from sanwei.documents.models import Document
from sanwei.documents.uploads import check_upload, store
from walking import day, walk

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


def test_papers_and_files_carry_the_time_of_the_clock(cast) -> None:
    case = walk(cast, "investigating")
    assert {d.drawn_at.date() for d in Document.objects.filter(matter_id=str(case.pk))} == {day(3, 4)}
    with clock.at(day(3, 5)):
        checked = check_upload(SimpleUploadedFile("回证.pdf", PDF))
        taken = store(checked, matter_kind="case", matter_id=str(case.pk), officer_code="R-officer")
        assert taken.uploaded_at == clock.now()


def test_the_officers_in_charge_are_asked_for_once(cast, django_assert_num_queries) -> None:
    from sanwei.acts.perform import context

    case = walk(cast, "investigating")
    with clock.at(day(3, 5)):
        ctx = context(cast.officer, case)
        people = People(ctx, ctx.rows)
        with django_assert_num_queries(1):
            both = people.handlers()
            assert people.handlers() == both
    assert [o["certificate_no"] for o in both] == ["41010001", "41010002"]
