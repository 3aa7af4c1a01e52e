import io
import uuid
import zipfile
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from sanwei.documents import access, files, fonts
from sanwei.documents.models import Document, Rendition, Upload
from sanwei.documents.uploads import check_upload, store

from .conftest import needs_chinese
from .handed_in import GOOD, handed, jpeg, png
from .test_drawing import saved

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("stored")]


@pytest.fixture
def reader(monkeypatch) -> Client:
    """Signed in, and allowed to read matter A-1 of kind `case`."""
    user = get_user_model().objects.create_user("reader", password="not-used-here")
    monkeypatch.setitem(access._rules, "case", lambda request, matter: request.user == user and matter == "A-1")
    client = Client()
    client.force_login(user)
    return client


def kept(kind: str = "jpeg", **more: str) -> Upload:
    name, content, _ = GOOD[kind]
    row = store(
        check_upload(handed(name, content)), **{"matter_kind": "case", "matter_id": "A-1", "officer_code": "z", **more}
    )
    row.save()
    return row


def addresses() -> list[str]:
    document, upload = saved(), kept()
    return [
        reverse("documents:file", args=[document.pk, "docx"]),
        reverse("documents:upload", args=[upload.pk]),
        reverse("documents:preview", args=[upload.pk]),
    ]


def insist_on_headers(response) -> None:
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response.headers["Content-Security-Policy"]
    assert "allow-" not in response.headers["Content-Security-Policy"]
    assert "no-store" in response.headers["Cache-Control"]


def test_a_document_comes_as_an_attachment_with_its_name(reader: Client) -> None:
    document = saved("penalty_decision", "示城管罚决〔2026〕9号")
    response = reader.get(reverse("documents:file", args=[document.pk, "docx"]))
    assert response.status_code == 200
    insist_on_headers(response)
    assert response.headers["Content-Disposition"].startswith("attachment; filename*=utf-8''%E8%A1%8C")
    assert response.headers["Content-Type"].endswith("wordprocessingml.document")
    assert zipfile.is_zipfile(io.BytesIO(response.content))


@needs_chinese
def test_a_pdf_comes_as_an_attachment_too(reader: Client) -> None:
    response = reader.get(reverse("documents:file", args=[saved().pk, "pdf"]))
    insist_on_headers(response)
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.content.startswith(b"%PDF-")


@pytest.mark.parametrize("kind", GOOD)
def test_a_file_handed_in_comes_back_as_an_attachment_of_its_own_type(reader: Client, kind: str) -> None:
    response = reader.get(reverse("documents:upload", args=[kept(kind).pk]))
    insist_on_headers(response)
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert response.headers["Content-Type"] == GOOD[kind][2]
    assert response.content == GOOD[kind][1]


def test_a_preview_shows_pictures(reader: Client) -> None:
    response = reader.get(reverse("documents:preview", args=[kept("png").pk]))
    insist_on_headers(response)
    assert response.headers["Content-Type"] == "image/png"
    assert response.headers["Content-Disposition"].startswith("inline")
    assert response.content == png()


@pytest.mark.parametrize("kind", ["pdf", "docx", "mp4", "mp3"])
def test_a_preview_shows_nothing_but_pictures(reader: Client, kind: str) -> None:
    assert reader.get(reverse("documents:preview", args=[kept(kind).pk])).status_code == 404


def test_a_preview_asks_the_bytes_and_not_the_row(reader: Client) -> None:
    row = kept("pdf")
    Upload.objects.filter(pk=row.pk).update(content_type="image/png")
    assert reader.get(reverse("documents:preview", args=[row.pk])).status_code == 404


def test_a_visitor_is_led_to_sign_in(settings) -> None:
    settings.LOGIN_URL = "/sign-in"
    for address in addresses():
        response = Client().get(address)
        assert response.status_code == 302
        assert response.headers["Location"] == f"/sign-in?next={address}"
    assert Rendition.objects.count() == 0


def test_whoever_has_no_business_with_the_matter_finds_nothing(reader: Client, monkeypatch) -> None:
    monkeypatch.setitem(access._rules, "case", lambda request, matter: False)
    assert [reader.get(address).status_code for address in addresses()] == [404] * 3
    assert Rendition.objects.count() == 0


@pytest.mark.parametrize("answer", [None, 1, "yes"])
def test_only_a_plain_yes_opens(reader: Client, monkeypatch, answer: object) -> None:
    monkeypatch.setitem(access._rules, "case", lambda request, matter: answer)
    assert [reader.get(address).status_code for address in addresses()] == [404] * 3


def test_a_kind_of_matter_without_a_rule_is_closed(reader: Client) -> None:
    row = kept(matter_kind="permit")
    assert reader.get(reverse("documents:upload", args=[row.pk])).status_code == 404


def test_another_matter_is_not_there(reader: Client) -> None:
    row = kept(matter_id="A-2")
    other = reader.get(reverse("documents:upload", args=[row.pk]))
    none = reader.get(reverse("documents:upload", args=[uuid.uuid4()]))
    assert other.status_code == none.status_code == 404


def test_an_unknown_format_is_not_there(reader: Client) -> None:
    assert reader.get(reverse("documents:file", args=[saved().pk, "exe"])).status_code == 404


def test_nothing_is_posted_here(reader: Client) -> None:
    assert [reader.post(address).status_code for address in addresses()] == [405] * 3


def test_a_changed_file_is_said_and_not_handed_out(reader: Client) -> None:
    row = kept()
    files.path(row.stored_name).write_bytes(jpeg(3, 3))
    response = reader.get(reverse("documents:upload", args=[row.pk]))
    assert response.status_code == 409
    assert "“现场.jpg”的文件与留存的校验值不一致，可能被改动" in response.content.decode()
    assert jpeg(3, 3) not in response.content


def test_a_changed_document_is_said_and_not_handed_out(reader: Client) -> None:
    document = saved()
    Document.objects.filter(pk=document.pk).update(data={**document.data, "foot": ["<script>alert(1)</script>"]})
    response = reader.get(reverse("documents:file", args=[document.pk, "docx"]))
    assert response.status_code == 409
    assert "内容与制作时的校验值不一致" in response.content.decode()
    assert "<script>" not in response.content.decode()


def test_without_fonts_the_page_says_to_take_docx(reader: Client, monkeypatch) -> None:
    monkeypatch.setattr(fonts, "chinese_found", lambda: False)
    document = saved()
    response = reader.get(reverse("documents:file", args=[document.pk, "pdf"]))
    assert response.status_code == 503
    assert "没有找到中文字体，不能生成PDF" in response.content.decode()
    assert reader.get(reverse("documents:file", args=[document.pk, "docx"])).status_code == 200


def test_a_second_download_costs_few_queries(reader: Client, django_assert_max_num_queries, stored: Path) -> None:
    address = reverse("documents:file", args=[saved().pk, "docx"])
    first = reader.get(address)
    with django_assert_max_num_queries(4):
        second = reader.get(address)
    assert first.content == second.content
    assert len([path for path in stored.rglob("*") if path.is_file()]) == 1
