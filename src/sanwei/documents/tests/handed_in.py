"""Small files of every kind, good and bad, made here byte by byte."""

import struct
import zipfile
import zlib
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile

WORD = {
    "[Content_Types].xml": "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>",
    "_rels/.rels": "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'/>",
    "word/document.xml": "<w:document xmlns:w='urn:w'/>",
}
SHEET = {**{k: v for k, v in WORD.items() if not k.startswith("word/")}, "xl/workbook.xml": "<workbook/>"}


def png(width: int = 2, height: int = 2) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\x00\x00\x00" * 2)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def jpeg(width: int = 2, height: int = 2, frame: int = 0xC0) -> bytes:
    jfif = b"\xff\xe0" + struct.pack(">H", 16) + b"JFIF\x00" + b"\x00" * 9
    tables = b"\xff\xc4" + struct.pack(">H", 4) + b"\x00\x00"
    start = b"\xff" + bytes([frame]) + struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\x01\x11\x00"
    return b"\xff\xd8" + jfif + tables + b"\xff" + start + b"\xff\xda\x00\x02\xff\xd9"


def packed(parts: dict[str, str | bytes], *more: tuple[str, str | bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in (*parts.items(), *more):
            archive.writestr(name, body)
    return out.getvalue()


def iso(brand: bytes) -> bytes:
    return struct.pack(">I", 24) + b"ftyp" + brand + b"\x00\x00\x02\x00isomiso2" + b"\x00\x00\x00\x08mdat"


GOOD: dict[str, tuple[str, bytes, str]] = {
    "jpeg": ("现场.jpg", jpeg(), "image/jpeg"),
    "progressive": ("现场.JPEG", jpeg(frame=0xC2), "image/jpeg"),
    "png": ("截图.png", png(), "image/png"),
    "pdf": ("决定书.pdf", b"%PDF-1.7\n%%EOF", "application/pdf"),
    "docx": ("申辩.docx", packed(WORD), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "xlsx": ("台账.xlsx", packed(SHEET), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "mp4": ("记录仪.mp4", iso(b"isom"), "video/mp4"),
    "m4a": ("询问.m4a", iso(b"M4A "), "audio/mp4"),
    "m4a of a telephone": ("询问.m4a", iso(b"mp42"), "audio/mp4"),
    "mp3": ("询问.mp3", b"ID3\x04" + b"\x00" * 20, "audio/mpeg"),
    "mp3 without a tag": ("询问.mp3", b"\xff\xfb\x90\x00" + b"\x00" * 20, "audio/mpeg"),
}


def handed(name: str, content: bytes, said: str = "text/html") -> SimpleUploadedFile:
    """A file as it comes from a browser, whose word on its type counts for nothing."""
    return SimpleUploadedFile(name, content, content_type=said)


def scanner_that_finds(file) -> str:
    return "Eicar\n-Test"


def scanner_that_is_content(file) -> str | None:
    assert file.read(3)
    return None


def scanner_that_fails(file) -> str:
    raise OSError("no scanner today")
