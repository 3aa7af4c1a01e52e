"""What a file is, by its bytes; and what makes one dangerous to open. No library parses the file."""

import re
import struct
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO
from xml.etree import ElementTree

from .errors import UploadRefused

HEAD = 4096
MOST_PIXELS = 120_000_000  # a telephone takes 50 to 108 million; a bomb says billions
MOST_SIDE = 30_000
MOST_PARTS = 3000
MOST_RELATIONS = 4 * 1024 * 1024
MOST_UNPACKED = 300 * 1024 * 1024
MOST_RATIO = 200  # unpacked to packed, for parts above a megabyte
CHUNK = 1 << 16


@dataclass(frozen=True)
class Kind:
    """A kind of file that may be handed in."""

    code: str
    label: str
    content_type: str
    endings: tuple[str, ...]


KINDS = {
    kind.code: kind
    for kind in (
        Kind("jpeg", "JPG图片", "image/jpeg", ("jpg", "jpeg")),
        Kind("png", "PNG图片", "image/png", ("png",)),
        Kind("pdf", "PDF", "application/pdf", ("pdf",)),
        Kind("docx", "DOCX", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ("docx",)),
        Kind("xlsx", "XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ("xlsx",)),
        Kind("mp4", "MP4视频", "video/mp4", ("mp4",)),
        Kind("m4a", "M4A录音", "audio/mp4", ("m4a",)),
        Kind("mp3", "MP3录音", "audio/mpeg", ("mp3",)),
    )
}
_BRANDS = (b"isom", b"iso2", b"iso3", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"M4V ", b"M4A ", b"mmp4",
           b"MSNV", b"dash", b"3gp4", b"3gp5", b"3gp6")  # fmt: skip
_NO_FRAME = {0xC4, 0xC8, 0xCC}  # JPEG: tables, not frames
_MAIN_PART = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}


def looks_like(head: bytes) -> set[str]:
    """The codes of the kinds whose first bytes these are; several where the same container carries several."""
    if head.startswith(b"\xff\xd8\xff"):
        return {"jpeg"}
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return {"png"}
    if head.startswith(b"%PDF-"):
        return {"pdf"}
    if head.startswith(b"PK\x03\x04"):
        return {"docx", "xlsx"}
    if head[4:8] == b"ftyp" and head[8:12] in _BRANDS:
        return {"m4a"} if head[8:12] == b"M4A " else {"mp4", "m4a"}
    # MPEG layer III frame: eleven set bits, layer bits 01.
    if head.startswith(b"ID3") or (len(head) > 2 and head[0] == 0xFF and head[1] & 0xE6 == 0xE2):
        return {"mp3"}
    return set()


def insist(code: str, file: BinaryIO, name: str) -> None:
    """Raise UploadRefused when the file of this kind is broken or made to do harm. `file` may be read anywhere."""
    file.seek(0)
    if code in ("jpeg", "png"):
        size = _png_size(file) if code == "png" else _jpeg_size(file)
        if size is None or 0 in size:
            raise UploadRefused(f"图片“{name}”已经损坏，打不开，请重新拍摄或者另存后再上传。")
        width, height = size
        if width * height > MOST_PIXELS or max(size) > MOST_SIDE:
            raise UploadRefused(f"图片“{name}”的尺寸过大（{width}×{height}像素），请缩小后再上传。")
    elif code in _MAIN_PART:
        _insist_office(code, file, name)


def _png_size(file: BinaryIO) -> tuple[int, int] | None:
    head = file.read(24)
    return struct.unpack(">II", head[16:24]) if len(head) == 24 and head[12:16] == b"IHDR" else None


def _jpeg_size(file: BinaryIO) -> tuple[int, int] | None:
    """Width and height from the first frame header; only headers are read, the picture is never unpacked."""
    file.seek(2)
    while True:
        mark = file.read(2)
        while len(mark) == 2 and mark == b"\xff\xff":
            mark = b"\xff" + file.read(1)
        if len(mark) < 2 or mark[0] != 0xFF or mark[1] in (0xD9, 0xDA):
            return None
        if mark[1] == 0x01 or 0xD0 <= mark[1] <= 0xD7:
            continue
        long = file.read(2)
        if len(long) < 2 or (length := struct.unpack(">H", long)[0]) < 2:
            return None
        if 0xC0 <= mark[1] <= 0xCF and mark[1] not in _NO_FRAME:
            frame = file.read(5)
            if len(frame) < 5:
                return None
            height, width = struct.unpack(">HH", frame[1:5])
            return width, height
        file.seek(length - 2, 1)


def _insist_office(code: str, file: BinaryIO, name: str) -> None:
    broken = UploadRefused(f"文件“{name}”不是完好的{KINDS[code].label}文件，请用WPS或者Word重新另存后再上传。")
    try:
        with zipfile.ZipFile(file) as archive:
            parts = archive.infolist()
            names = [part.filename for part in parts]
            if "[Content_Types].xml" not in names or _MAIN_PART[code] not in names or len(set(names)) < len(names):
                raise broken
            _insist_modest(parts, name)
            for part in parts:
                _insist_quiet(archive, part, name)
    except UploadRefused:
        raise
    except Exception as error:
        # A file made to break a reader breaks it in any way it likes: whatever cannot be read is not taken in.
        raise broken from error


def _insist_modest(parts: list[zipfile.ZipInfo], name: str) -> None:
    bomb = UploadRefused(f"文件“{name}”解开后过大，可能是压缩炸弹，不能接收。")
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise bomb
    for part in parts:
        if part.file_size > 1 << 20 and part.file_size > MOST_RATIO * max(1, part.compress_size):
            raise bomb
        if part.flag_bits & 1:
            raise UploadRefused(f"文件“{name}”加了密码，无法检查，请去掉密码后再上传。")
        if part.filename.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", part.filename):
            raise UploadRefused(f"文件“{name}”里有越出文件夹的路径，不能接收。")
        if part.filename.lower().endswith(("vbaproject.bin", ".exe", ".dll", ".js", ".vbs")):
            raise UploadRefused(f"文件“{name}”带有宏或者程序，请另存为不含宏的文件后再上传。")


def _insist_quiet(archive: zipfile.ZipFile, part: zipfile.ZipInfo, name: str) -> None:
    """No document type, no entity, no link that fetches something when the file is opened."""
    # Any part may be called XML by the list of contents, so the bytes are asked, not the ending.
    for text in _windows(archive, part):
        if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
            raise UploadRefused(f"文件“{name}”里有外部实体声明，可能用来窃取资料，不能接收。")
    if not part.filename.lower().endswith(".rels"):
        return
    if part.file_size > MOST_RELATIONS:
        raise UploadRefused(f"文件“{name}”里的链接过多，不能接收。")
    for relation in ElementTree.fromstring(archive.read(part)):  # expat; document types were refused above
        outside = relation.get("TargetMode", "").lower() == "external"
        if outside and not relation.get("Type", "").endswith("/hyperlink"):
            raise UploadRefused(f"文件“{name}”打开时会去读取外部内容，请断开链接、另存后再上传。")


def _windows(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """A part that is XML, in pieces that overlap, so that no word is cut in two. Without zero bytes: UTF-16 and UTF-32
    then read like ASCII."""
    with archive.open(part) as stream:
        chunk = stream.read(CHUNK)
        begin = chunk.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
        if begin and not begin.startswith(b"<"):
            return
        tail = b""
        while chunk:
            text = tail + chunk.replace(b"\x00", b"")
            yield text
            tail, chunk = text[-16:], stream.read(CHUNK)
