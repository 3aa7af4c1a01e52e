from pathlib import Path

from sanwei.documents import checks, fonts
from sanwei.documents.docx import render_docx

from .conftest import data, form


def test_the_font_set_is_made_once_for_a_process() -> None:
    assert fonts.fonts() is fonts.fonts()


def test_a_machine_without_chinese_fonts_is_known_as_such(tmp_path: Path) -> None:
    found, chinese = fonts._fonts(tmp_path, ())
    assert not chinese
    assert "Libertinus Serif" in found.families()


def test_the_check_tells_of_missing_fonts_and_does_not_stop_the_start(monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setattr(fonts, "chinese_found", lambda: False)
    monkeypatch.setattr(fonts, "_PLACES", ())
    monkeypatch.setenv("SANWEI_VAR", str(tmp_path))
    (message,) = checks.chinese_fonts()
    assert message.id == "documents.I001"
    assert not message.is_serious()
    assert "var/fonts" in message.hint
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "SIMSUN.TTC").write_bytes(b"")
    assert checks.chinese_fonts() == []


def test_docx_needs_no_font_of_the_machine(monkeypatch) -> None:
    monkeypatch.setattr(fonts, "chinese_found", lambda: False)
    assert render_docx(form("visit_form"), data("visit_form")).startswith(b"PK")


def test_the_agencys_own_fonts_lie_in_var(monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SANWEI_VAR", str(tmp_path))
    assert fonts.own_folder() == tmp_path / "fonts"
