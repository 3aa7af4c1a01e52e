import hashlib
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError

from sanwei.documents import sniff
from sanwei.documents.drawing import upload_bytes
from sanwei.documents.errors import FileAltered, UploadRefused
from sanwei.documents.files import path
from sanwei.documents.models import Upload
from sanwei.documents.uploads import check_upload, harmless_name, store

from .handed_in import GOOD, SHEET, WORD, handed, iso, jpeg, packed, png

HERE = "sanwei.documents.tests.handed_in"
RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OUTSIDE = (
    "<Relationships xmlns='urn:r'>"
    "<Relationship Id='1' Type='{}' Target='http://x.invalid/a' TargetMode='{}'/></Relationships>"
)


@pytest.mark.parametrize("kind", GOOD)
def test_a_good_file_is_known_by_its_bytes(kind: str) -> None:
    name, content, content_type = GOOD[kind]
    checked = check_upload(handed(name, content))
    assert checked.content_type == content_type
    assert checked.size == len(content)
    assert checked.sha256 == hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize("kind", sniff.KINDS)
def test_every_kind_has_a_good_example_and_refuses_the_bytes_of_the_others(kind: str) -> None:
    endings = sniff.KINDS[kind].endings
    foreign = [content for name, content, _ in GOOD.values() if not name.lower().endswith(endings)]
    assert len(foreign) < len(GOOD)
    for content in foreign:
        # An MP4 container may hold sound alone: telephones write such recordings as M4A.
        if kind in ("mp4", "m4a") and sniff.looks_like(content) & {"mp4"}:
            continue
        with pytest.raises(UploadRefused):
            check_upload(handed(f"文件.{endings[0]}", content))


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("空.jpg", b"", "文件“空”是空的，请检查后重新上传。"),
        ("程序.exe", b"MZ", "不接收这种文件（“程序”）"),
        ("页面.html", b"<script>", "不接收这种文件"),
        ("图.svg", b"<svg onload=alert(1)>", "不接收这种文件"),
        ("没有扩展名", png(), "不接收这种文件"),
        ("照片.jpg", png(), "内容不是JPG图片，与扩展名.jpg不符"),
        ("照片.png", b"<html>", "内容不是PNG图片"),
        ("文.pdf", b"MZ\x90%PDF-1.7", "内容不是PDF"),
        ("苹果.mp4", iso(b"heic"), "内容不是MP4视频"),
        ("大图.png", png(60_000, 60_000), "尺寸过大（60000×60000像素）"),
        ("长图.jpg", jpeg(65_000, 100), "尺寸过大"),
        ("零图.png", png(0, 5), "已经损坏"),
        ("断图.png", png()[:20], "已经损坏"),
        ("断图.jpg", jpeg()[:30], "已经损坏"),
        ("无帧.jpg", b"\xff\xd8\xff\xda\x00\x02", "已经损坏"),
        ("断.docx", packed(WORD)[:80], "不是完好的DOCX文件"),
        ("压缩包.docx", packed({"a.txt": "a"}), "不是完好的DOCX文件"),
        ("表.docx", packed(SHEET), "不是完好的DOCX文件"),
        ("文.xlsx", packed(WORD), "不是完好的XLSX文件"),
    ],
    # A zip holds the time it was made: bytes in a test's name would give each test process names of its own.
    ids=lambda value: value if isinstance(value, str) else "bytes",
)  # fmt: skip
def test_a_bad_file_is_refused_with_a_reason(name: str, content: bytes, said: str) -> None:
    with pytest.raises(UploadRefused) as caught:
        check_upload(handed(name, content))
    assert said in caught.value.message


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    ("part", "said"),
    [
        (("word/media/a.xml", b"<a>" + b"\x00" * 30_000_000), "压缩炸弹"),
        (("word/a.xml", "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>"), "外部实体"),
        (("word/a.xml", " " * 70_000 + "<!DOCTYPE a><a/>"), "外部实体"),
        (("word/a.xml", "<a>" + "x" * 65_528 + "<!DOCTYPE b>"), "外部实体"),
        (("word/a.xml", "<!DOCTYPE a><a/>".encode("utf-16")), "外部实体"),
        (("word/a.xml", "<!DOCTYPE a><a/>".encode("utf-16-be")), "外部实体"),
        (("word/a.xml", "<!DOCTYPE a><a/>".encode("utf-32")), "外部实体"),
        (("word/picture.dat", "<!DOCTYPE a><a/>"), "外部实体"),
        (("word/_rels/document.xml.rels", OUTSIDE.format(f"{RELS}/attachedTemplate", "External")), "外部内容"),
        (("word/_rels/document.xml.rels", OUTSIDE.format(f"{RELS}/oleObject", "&#69;xternal")), "外部内容"),
        (("word/_rels/document.xml.rels", "<Relationships"), "不是完好的"),
        (("word/vbaProject.bin", b"\x00"), "带有宏"),
        (("word/embeddings/a.EXE", b"MZ"), "带有宏或者程序"),
        (("../../evil.xml", "<a/>"), "越出文件夹"),
        (("/etc/evil.xml", "<a/>"), "越出文件夹"),
        (("word\\..\\..\\evil.xml", "<a/>"), "越出文件夹"),
        (("word/document.xml", "<again/>"), "不是完好的"),
    ],
)  # fmt: skip
def test_an_office_file_made_to_do_harm_is_refused(part: tuple[str, str | bytes], said: str) -> None:
    with pytest.raises(UploadRefused) as caught:
        check_upload(handed("申辩.docx", packed(WORD, part)))
    assert said in caught.value.message


def test_a_hyperlink_in_an_office_file_is_no_harm() -> None:
    link = OUTSIDE.format(f"{RELS}/hyperlink", "External")
    assert check_upload(handed("申辩.docx", packed(WORD, ("word/_rels/document.xml.rels", link)))).kind == "docx"


def test_a_doctype_in_a_picture_inside_is_no_xml() -> None:
    assert check_upload(handed("申辩.docx", packed(WORD, ("word/media/a.png", png() + b"<!DOCTYPE a>")))).kind == "docx"


def test_too_many_parts_are_a_bomb() -> None:
    many = [(f"word/{number}.xml", "<a/>") for number in range(sniff.MOST_PARTS)]
    with pytest.raises(UploadRefused, match="压缩炸弹"):
        check_upload(handed("申辩.docx", packed(WORD, *many)))


def test_a_part_that_lies_about_its_size_is_broken() -> None:
    content = packed(WORD, ("word/a.xml", "<a>" + "x" * 100_000 + "</a>"))
    lying = content.replace((100_007).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert lying != content
    with pytest.raises(UploadRefused, match="不是完好的"):
        check_upload(handed("申辩.docx", lying))


def test_a_file_with_a_password_is_refused() -> None:
    content = bytearray(packed(WORD))
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(sign)
        content[at + place] |= 1
    with pytest.raises(UploadRefused, match="加了密码"):
        check_upload(handed("申辩.docx", bytes(content)))
    with zipfile.ZipFile(BytesIO(packed(WORD))) as archive:
        assert not archive.infolist()[0].flag_bits & 1


def test_the_limit_is_a_setting_and_is_said(settings) -> None:
    settings.SANWEI_UPLOAD_LIMIT = 1024 * 1024
    with pytest.raises(UploadRefused, match=r"有1\.5MB，超过1MB的上限，请压缩或者分成几份再上传。"):
        check_upload(handed("长.pdf", b"%PDF-" + b"x" * (1024 * 1536)))
    assert check_upload(handed("短.pdf", b"%PDF-" + b"x" * (1024 * 1024 - 5))).size == 1024 * 1024


def test_a_place_may_take_pictures_only() -> None:
    assert check_upload(handed("现场.jpg", jpeg()), kinds=("jpeg", "png")).kind == "jpeg"
    with pytest.raises(UploadRefused, match="可以上传：JPG图片、PNG图片。"):
        check_upload(handed("文.pdf", b"%PDF-1.7"), kinds=("jpeg", "png"))


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd.jpg", "passwd.jpg"),
        ("C:\\Users\\a\\现场.jpg", "现场.jpg"),
        ("发票.pdf.exe.jpg", "发票_pdf_exe.jpg"),
        (".htaccess.jpg", "htaccess.jpg"),
        ("a\x00b\u202egpj.jpg", "abgpj.jpg"),
        ('a<b>"c|d?.jpg', "a_b__c_d.jpg"),
        (".jpg", "附件.jpg"),
        ("长" * 300 + ".jpg", "长" * 120 + ".jpg"),
        ("2026.09.03 现场.jpg", "2026_09_03 现场.jpg"),
        ("a\r\nContent-Type: x.jpg", "a_Content-Type_ x.jpg"),
    ],
)
def test_a_name_keeps_its_words_and_loses_its_harm(given: str, kept: str) -> None:
    assert harmless_name(given, "jpg") == kept


def test_the_kept_name_has_the_ending_of_the_content() -> None:
    assert check_upload(handed("甲/乙.exe.JPG", jpeg())).original_name.endswith(".jpg")


def test_a_refusal_is_an_error_of_the_form_field() -> None:
    with pytest.raises(ValidationError) as caught:
        check_upload(handed("空.jpg", b""))
    assert caught.value.messages == ["文件“空”是空的，请检查后重新上传。"]


def test_what_the_scanner_finds_is_refused(settings) -> None:
    settings.SANWEI_SCANNER = f"{HERE}.scanner_that_finds"
    with pytest.raises(UploadRefused, match="没有通过安全检查"):
        check_upload(handed("现场.jpg", jpeg()))


def test_what_the_scanner_lets_through_is_taken(settings) -> None:
    settings.SANWEI_SCANNER = f"{HERE}.scanner_that_is_content"
    assert check_upload(handed("现场.jpg", jpeg())).sha256 == hashlib.sha256(jpeg()).hexdigest()


@pytest.mark.parametrize("path", [f"{HERE}.scanner_that_fails", "no.such.scanner"])
def test_a_scanner_that_fails_lets_nothing_through(settings, path: str) -> None:
    settings.SANWEI_SCANNER = path
    with pytest.raises(UploadRefused, match="暂时不能检查文件是否安全"):
        check_upload(handed("现场.jpg", jpeg()))


@pytest.mark.django_db
def test_a_stored_file_is_found_again_unchanged(stored: Path) -> None:
    checked = check_upload(handed("现场.jpg", jpeg()))
    kept = store(
        checked, matter_kind="case", matter_id="A-1", officer_code="zhou", taken_on=date(2026, 9, 3), note="东\x00侧"
    )
    assert Upload.objects.count() == 0
    kept.save()
    found = Upload.objects.get()
    assert upload_bytes(found) == jpeg()
    assert (found.original_name, found.content_type, found.note) == ("现场.jpg", "image/jpeg", "东侧")
    assert found.taken_on == date(2026, 9, 3)
    assert "现场" not in found.stored_name
    path(found.stored_name).write_bytes(png())
    with pytest.raises(FileAltered, match=r"“现场\.jpg”的文件与留存的校验值不一致"):
        upload_bytes(found)


def test_a_file_that_changes_after_it_was_looked_at_is_not_kept(stored: Path) -> None:
    file = handed("现场.jpg", jpeg())
    checked = check_upload(file)
    file.seek(0)
    file.write(b"\xff\xd8\xff\xe1")
    with pytest.raises(UploadRefused, match="发生变化"):
        store(checked, matter_kind="case", matter_id="A-1", officer_code="zhou")
    assert [one for one in stored.rglob("*") if one.is_file()] == []
