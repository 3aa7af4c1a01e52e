import io
import uuid
import zipfile

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from sanwei.documents import access, bind, printing
from sanwei.documents.models import Document, Rendition

from .conftest import needs_chinese, pages
from .test_drawing import drawn

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("stored"), needs_chinese]
MINE, OTHERS = str(uuid.UUID(int=1)), str(uuid.UUID(int=2))


@pytest.fixture
def reader(monkeypatch) -> Client:
    """May read the one matter and not the other."""
    user = get_user_model().objects.create_user("printer", password="not-used-here")
    monkeypatch.setitem(access._rules, "case", lambda request, matter: request.user == user and matter == MINE)
    monkeypatch.setitem(access._names, "case", lambda ids: dict.fromkeys(ids, "示例案件"))
    client = Client()
    client.force_login(user)
    return client


def paper(matter: str = MINE) -> Document:
    document = drawn()
    document.matter_id = matter
    document.save()
    return document


def begun(reader: Client, **chosen) -> str:
    answer = reader.post(reverse("documents:print"), {"matter": [MINE], **chosen})
    assert answer.status_code == 302
    return answer.headers["Location"]


def streamed(answer) -> bytes:
    assert answer.status_code == 200
    return b"".join(answer.streaming_content)


def test_documents_of_matters_that_may_be_read_are_offered_and_no_others(reader) -> None:
    mine, other = paper(), paper(OTHERS)
    said = reader.get(reverse("documents:print"), {"matter": [MINE, OTHERS]}).content.decode()
    assert "示例案件" in said and str(mine.pk) in said and str(other.pk) not in said
    assert reader.get(reverse("documents:print"), {"matter": [OTHERS]}).status_code == 404
    assert reader.get(reverse("documents:print"), {"matter": ["甲"]}).status_code == 404


def test_a_whole_matter_becomes_one_pdf_in_which_every_document_begins_in_front(reader) -> None:
    paper()
    paper()
    url = begun(reader, whole=[MINE])
    said = reader.get(url).content.decode()
    assert "2 件文书已经生成" in said
    whole = streamed(reader.get(f"{url}pdf"))
    assert bind.page_count(whole) == 4  # one sheet each, with an empty back
    assert [bool(page) for page in pages(whole)] == [True, False, True, False]
    with zipfile.ZipFile(io.BytesIO(streamed(reader.get(f"{url}zip")))) as archive:
        assert len(archive.namelist()) == 2 and archive.testzip() is None


def test_what_is_long_is_done_in_pieces_and_says_how_far_it_is(reader, monkeypatch) -> None:
    monkeypatch.setattr(printing, "SLICE", 0)
    chosen = [paper() for _ in range(3)]
    url = begun(reader, document=[str(d.pk) for d in chosen])
    first = reader.get(url).content.decode()
    assert "已完成 1 件，共 3 件" in first and 'hx-trigger="load delay:1s"' in first and ">继续<" in first
    assert Rendition.objects.count() == 1
    reader.get(url)
    last = reader.get(url).content.decode()
    assert "3 件文书已经生成" in last and "hx-trigger" not in last


def test_one_document_that_cannot_be_made_does_not_stop_the_others(reader) -> None:
    good, bad = paper(), paper()
    Document.objects.filter(pk=bad.pk).update(data={**bad.data, "closing": ["改动"]})
    url = begun(reader, whole=[MINE])
    said = reader.get(url).content.decode()
    assert "1 件文书已经生成" in said and "没有生成" in said and "校验值不一致" in said
    with zipfile.ZipFile(io.BytesIO(streamed(reader.get(f"{url}zip")))) as archive:
        assert archive.namelist() == [f"00001 {good.file_stem}.pdf"]


def test_nothing_chosen_and_too_much_chosen_are_said(reader, monkeypatch) -> None:
    paper()
    paper()
    address = reverse("documents:print")
    answer = reader.post(address, {"matter": [MINE]})
    assert (answer.status_code, "至少选择一件" in answer.content.decode()) == (422, True)
    monkeypatch.setattr(printing, "MOST", 1)
    answer = reader.post(address, {"matter": [MINE], "whole": [MINE]})
    assert (answer.status_code, "分几次打印" in answer.content.decode()) == (422, True)


def test_a_foreign_document_is_not_slipped_in_and_a_batch_is_its_owners_alone(reader, django_user_model) -> None:
    mine, other = paper(), paper(OTHERS)
    url = begun(reader, document=[str(mine.pk), str(other.pk)])
    assert "1 件文书已经生成" in reader.get(url).content.decode()
    stranger = Client()
    stranger.force_login(django_user_model.objects.create_user("other", password="not-used-here"))
    assert stranger.get(url).status_code == stranger.get(f"{url}pdf").status_code == 404


def test_what_is_no_pdf_has_no_pages() -> None:
    assert bind.page_count(b"%PDF-1.4\nbroken") is None
