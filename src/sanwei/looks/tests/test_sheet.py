"""Style sheets and pages keep the rules of the house: old browsers, no inline code, no other host."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.template.loader import render_to_string
from django.test import Client

from sanwei.looks.gallery_forms import SignInForm

ROOM = Path(__file__).resolve().parents[1]
SHEETS = sorted((ROOM / "static" / "looks").glob("*.css"))
# Not in Chromium 86: what a browser does not know drops a whole rule.
TOO_NEW = {
    "color-mix": r"color-mix\(",
    ":has": r":has\(",
    ":is and :where": r":(is|where)\(",
    "layers": r"@layer",
    "container queries": r"@container|container-type",
    "nesting": r"&\s*[.:#\[>{ ]",
    "inset": r"[{;\s]inset:",
    "aspect-ratio": r"aspect-ratio:",
    "new units": r"\d(dvh|svh|lvh|cqw|cqi)\b",
    "subgrid": r"subgrid",
    "range queries": r"@media[^{]*[<>]=?",
}
PATHS = ["gallery", *(f"gallery/{name}" for name in ("login", "400", "403", "403_csrf", "404", "500", "503"))]
pytestmark = pytest.mark.urls("sanwei.looks.tests.urls")


@pytest.fixture
def page(settings, client: Client):
    settings.LOOKS_GALLERY = True
    return lambda path: client.get(f"/looks/{path}").content.decode()


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_a_sheet_uses_nothing_that_chromium_86_does_not_know(sheet):
    text = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.S)
    assert [name for name, pattern in TOO_NEW.items() if re.search(pattern, text)] == []
    assert not re.search(r"url\(|@import", text)
    assert text.count("{") == text.count("}")


def test_colours_stand_in_the_tokens_and_every_token_that_is_used_is_there():
    tokens = (ROOM / "static" / "looks" / "tokens.css").read_text(encoding="utf-8")
    known = set(re.findall(r"(--[\w-]+):", tokens))
    used = {name for sheet in SHEETS for name in re.findall(r"var\((--[\w-]+)\)", sheet.read_text(encoding="utf-8"))}
    assert used <= known
    assert known - used == set()


def test_every_class_of_the_parts_has_a_rule_or_is_known_to_be_bare():
    text = "".join(sheet.read_text(encoding="utf-8") for sheet in SHEETS)
    styled = set(re.findall(r"\.([a-z][\w-]*)", text))
    used: set[str] = set()
    for template in ROOM.glob("templates/**/*.html"):
        plain = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", " ", template.read_text(encoding="utf-8"), flags=re.S)
        for names in re.findall(r'class="([^"]*)"', plain):
            used.update(names.split())
    bare = {"staff"}  # a hook for the rooms above
    assert used - styled - bare == set()


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.django_db
def test_no_page_carries_inline_code_or_a_foreign_address(page, path):
    text = page(path)
    assert not re.search(r"\sstyle=|<style|\son\w+=|javascript:", text)
    assert re.findall(r"<script(?![^>]*\ssrc=)", text) == []
    addresses = set(re.findall(r"(?:https?:)?//[\w.-]+", text))
    assert addresses <= {"http://www.w3.org"}


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.django_db
def test_no_id_stands_twice_on_a_page(page, path):
    ids = re.findall(r'\sid="([^"]*)"', page(path))
    assert len(ids) == len(set(ids)) and "" not in ids


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.django_db
def test_chinese_text_has_full_width_punctuation(page, path):
    seen = re.sub(r"<[^>]*>", "\n", page(path))
    assert re.findall(r"[一-鿿][,:;?!]", seen) == []


@pytest.mark.django_db
def test_the_gallery_is_not_there_in_production(settings, client: Client):
    settings.LOOKS_GALLERY = False
    assert [client.get(f"/looks/{path}").status_code for path in PATHS] == [404] * len(PATHS)
    settings.LOOKS_GALLERY = True
    assert client.get("/looks/gallery/nothing").status_code == 404


@pytest.mark.django_db
def test_demo_accounts_are_shown_only_when_they_are_given(page, rf):
    assert "演示账号" in page("gallery/login")
    assert "演示账号" not in render_to_string("registration/login.html", {"form": SignInForm()}, rf.get("/"))


def test_error_pages_stand_without_a_request_and_show_the_number_they_are_given():
    for name in ("400", "403", "403_csrf", "404", "500", "503"):
        text = render_to_string(f"{name}.html", {"request_id": "ab12"})
        assert "可以这样做" in text and "ab12" in text and "<li>" in text


def test_a_refusal_shows_its_own_sentence():
    assert "执法证已于 2026年10月31日到期" in render_to_string(
        "403.html", {"exception": "执法证已于 2026年10月31日到期"}
    )
