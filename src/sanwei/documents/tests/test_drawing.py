import hashlib
import os
import threading
import uuid
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from sanwei.documents import drawing, files
from sanwei.documents.drawing import draw_up, orphans, rendition, rendition_bytes, seal_of, sweep
from sanwei.documents.errors import FieldsMissing, FileAltered, FormError
from sanwei.documents.fill import digest
from sanwei.documents.models import Document, Rendition

from .conftest import DAY, needs_chinese
from .examples import context

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("stored")]


def drawn(form: str = "visit_form", number: str = "", **more: object) -> Document:
    """An unsaved document from the example context."""
    return draw_up(
        matter_kind="case", matter_id="A-1", body_code="SL-CG", officer_code="zhou", form=form,
        context=context(), number=number, on=more.pop("on", DAY), **more,
    )  # fmt: skip


def saved(form: str = "visit_form", number: str = "", **more: object) -> Document:
    document = drawn(form, number, **more)
    document.save()
    return document


def test_drawing_up_saves_nothing_and_settles_every_word() -> None:
    document = drawn("penalty_decision", "示城管罚决〔2026〕9号")
    assert Document.objects.count() == 0
    assert document.title == "行政处罚决定书"
    assert document.form_version == "1"
    assert document.data["f"]["number"] == "示城管罚决〔2026〕9号"
    assert document.data["f"]["day"] == "2026年10月13日"
    assert document.data_sha256 == digest(document.data)


def test_a_form_with_a_number_asks_for_it() -> None:
    with pytest.raises(FieldsMissing, match="文号"):
        drawn("penalty_decision", "")


def test_a_day_without_a_form_draws_nothing() -> None:
    with pytest.raises(FormError):
        drawn(on=date(2010, 1, 1))


def test_the_digest_survives_the_database() -> None:
    document = saved("penalty_decision", "1号")
    again = Document.objects.get(pk=document.pk)
    assert digest(again.data) == again.data_sha256 == document.data_sha256


def test_a_new_version_follows_the_one_it_replaces() -> None:
    first = saved("penalty_decision", "1号")
    second = saved("penalty_decision", "1号", replaces=first)
    assert (second.version, second.replaces) == (2, first)
    assert second.file_stem == "行政处罚决定书 1号 第2版"
    assert saved("penalty_decision", "1号", replaces=second).version == 3


def test_the_same_number_is_not_given_twice_to_one_kind_of_document() -> None:
    saved("penalty_decision", "1号")
    with pytest.raises(IntegrityError), transaction.atomic():
        saved("penalty_decision", "1号")
    saved("penalty_notice", "1号")
    saved()
    saved()
    assert Document.objects.count() == 4


def test_what_is_written_is_neither_changed_nor_deleted() -> None:
    document = saved()
    with pytest.raises(TypeError, match="不能修改"):
        document.save()
    with pytest.raises(TypeError, match="不能删除"):
        document.delete()
    with pytest.raises(TypeError, match="不能修改"):
        Document.objects.get().save(update_fields=["title"])


@pytest.mark.parametrize("kind", [pytest.param("pdf", marks=needs_chinese), "docx"])
def test_a_file_is_rendered_once_and_kept(kind: str, stored: Path) -> None:
    document = saved()
    first = rendition(document, kind)
    content = rendition_bytes(first)
    assert rendition(document, kind) == first
    assert hashlib.sha256(content).hexdigest() == first.sha256
    assert len(content) == first.size
    file = stored / first.stored_name[:2] / first.stored_name
    assert file.read_bytes() == content
    assert file.stat().st_mode & 0o007 == 0
    assert str(document.pk) not in str(file)
    assert [path for path in stored.rglob("*") if path.is_file()] == [file]


def test_an_unknown_kind_is_no_rendition() -> None:
    with pytest.raises(ValueError, match="exe"):
        rendition(saved(), "exe")


def test_a_changed_file_is_not_handed_out() -> None:
    kept = rendition(saved(), "docx")
    file = files.path(kept.stored_name)
    file.write_bytes(file.read_bytes()[:-1] + b"X")
    with pytest.raises(FileAltered, match="“行政执法回访意见表”的文件与留存的校验值不一致"):
        rendition_bytes(kept)
    file.unlink()
    with pytest.raises(FileAltered, match="从备份恢复"):
        rendition_bytes(kept)


def test_a_changed_document_is_not_rendered() -> None:
    document = saved()
    data = {**document.data, "foot": ["另行缴费。"]}
    Document.objects.filter(pk=document.pk).update(data=data)
    with pytest.raises(FileAltered, match="内容与制作时的校验值不一致"):
        rendition(Document.objects.get(), "docx")
    assert Rendition.objects.count() == 0


@pytest.mark.parametrize("name", ["../../etc/passwd", "", "a" * 31, "A" * 32, "a" * 32 + "\n"])
def test_a_stored_name_leads_nowhere_else(name: str) -> None:
    with pytest.raises(FileAltered):
        files.path(name)


def test_a_write_that_fails_leaves_nothing_behind(stored: Path) -> None:
    def breaking():
        yield b"half"
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        files.keep(breaking())
    assert [path for path in stored.rglob("*") if path.is_file()] == []


def test_old_files_that_no_row_names_are_swept_and_no_others(stored: Path) -> None:
    kept = rendition(saved(), "docx")
    old, _, _ = files.keep([b"old"])
    young, _, _ = files.keep([b"young"])
    stranger = stored / "ab" / "notes.txt"
    stranger.parent.mkdir(exist_ok=True)
    stranger.write_text("not ours")
    for name in (kept.stored_name, old):
        day_before = (timezone.now() - timedelta(hours=25)).timestamp()
        os.utime(files.path(name), (day_before, day_before))
    os.utime(stranger, (0, 0))
    assert orphans() == [files.path(old)]
    assert sweep() == 1
    assert sweep() == 0
    assert files.path(young).exists()
    assert stranger.exists()
    assert rendition_bytes(kept)


def test_the_command_sweeps(stored: Path, capsys) -> None:
    from django.core.management import call_command

    old, _, _ = files.keep([b"old"])
    os.utime(files.path(old), (0, 0))
    call_command("documents_sweep", "--dry-run")
    assert old in capsys.readouterr().out
    call_command("documents_sweep")
    assert capsys.readouterr().out == "清理了1个文件。\n"


def test_a_seal_is_read_only_from_its_folder_and_only_a_png(settings, tmp_path: Path) -> None:
    assert seal_of("SL-CG") is None
    settings.SANWEI_SEALS = tmp_path / "seals"
    settings.SANWEI_SEALS.mkdir()
    png = b"\x89PNG\r\n\x1a\n" + b"x"
    (settings.SANWEI_SEALS / "SL-CG.png").write_bytes(png)
    (settings.SANWEI_SEALS / "SL-XX.png").write_bytes(b"GIF89a")
    (tmp_path / "outside.png").write_bytes(png)
    assert seal_of("SL-CG") == png
    assert seal_of("SL-XX") is None
    assert seal_of("../outside") is None
    assert seal_of("SL-ZZ") is None


@pytest.mark.django_db(transaction=True)
def test_two_demands_at_once_get_the_same_file(monkeypatch, stored: Path) -> None:
    document = saved()
    both, render = threading.Barrier(2, timeout=20), drawing._render

    def together(*given):
        made = render(*given)
        both.wait()
        return made

    monkeypatch.setattr(drawing, "_render", together)
    got: list[uuid.UUID | Exception] = []

    def demand() -> None:
        try:
            got.append(rendition(document, "docx").pk)
        except Exception as error:
            got.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=demand) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert got == [Rendition.objects.get().pk] * 2
    assert len([path for path in stored.rglob("*") if path.is_file()]) == 1
