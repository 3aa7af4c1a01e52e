"""Files handed in: looked at before anything else, kept under a random name.

Settings, all optional: SANWEI_UPLOAD_LIMIT (bytes, default 20 MB), SANWEI_SCANNER (dotted path of a function that takes
the open file and gives the name of what it found, or "" or None).
"""

import hashlib
import logging
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.module_loading import import_string

from sanwei import clock

from . import files, sniff
from .errors import UploadRefused
from .models import Upload
from .text import clean

log = logging.getLogger(__name__)

LIMIT = 20 * 1024 * 1024
_LONGEST_STEM = 120


@dataclass(frozen=True)
class CheckedUpload:
    """A file that was looked at: kind code, content type by its bytes, size, SHA-256, harmless name."""

    file: UploadedFile
    kind: str
    content_type: str
    size: int
    sha256: str
    original_name: str


def limit() -> int:
    """The most bytes a file may have."""
    return int(getattr(settings, "SANWEI_UPLOAD_LIMIT", LIMIT))


def harmless_name(given: str, ending: str) -> str:
    """The last part of a path, without signs that mean something to a system, with exactly one ending."""
    last = re.split(r"[/\\]", clean(unicodedata.normalize("NFC", given)))[-1]
    stem = last.rsplit(".", 1)[0] if "." in last else last
    stem = re.sub(r'[<>:"|?*%\n\u200b-\u200f\u2060]', "_", stem).replace(".", "_").strip(" _")
    return f"{stem[:_LONGEST_STEM] or '附件'}.{ending}"


def check_upload(uploaded: UploadedFile, *, kinds: Iterable[str] | None = None) -> CheckedUpload:
    """Look at an uploaded file. `kinds` are codes of `sniff.KINDS`; None allows all.

    Raises UploadRefused (a ValidationError) with a Chinese sentence: empty, too big, kind not allowed, content not what
    the name says, broken, dangerous, or found by the scanner.
    """
    allowed = [sniff.KINDS[code] for code in (sniff.KINDS if kinds is None else kinds)]
    said = harmless_name(uploaded.name or "", "x").removesuffix(".x")
    size = uploaded.size or 0
    if not size:
        raise UploadRefused(f"文件“{said}”是空的，请检查后重新上传。")
    if size > limit():
        raise UploadRefused(
            f"文件“{said}”有{size / 1048576:.1f}MB，超过{limit() / 1048576:g}MB的上限，请压缩或者分成几份再上传。"
        )
    kind, ending = _kind(uploaded, allowed, said)
    name = harmless_name(uploaded.name or "", ending)
    uploaded.seek(0)
    sniff.insist(kind.code, uploaded.file, name)
    _scan(uploaded, name)
    sha = hashlib.sha256()
    uploaded.seek(0)
    for chunk in uploaded.chunks():
        sha.update(chunk)
    return CheckedUpload(uploaded, kind.code, kind.content_type, size, sha.hexdigest(), name)


def _kind(uploaded: UploadedFile, allowed: list[sniff.Kind], said: str) -> tuple[sniff.Kind, str]:
    """The kind the name says, if the content agrees."""
    ending = clean(uploaded.name or "").rpartition(".")[2].lower()
    wanted = "、".join(kind.label for kind in allowed)
    kind = next((kind for kind in allowed if ending in kind.endings), None)
    if kind is None:
        raise UploadRefused(f"不接收这种文件（“{said}”）。可以上传：{wanted}。")
    uploaded.seek(0)
    if kind.code not in sniff.looks_like(uploaded.read(sniff.HEAD)):
        raise UploadRefused(f"文件“{said}”的内容不是{kind.label}，与扩展名.{ending}不符，请确认后重新上传。")
    return kind, ending


def _scan(uploaded: UploadedFile, name: str) -> None:
    """Ask the scanner, if one is set. A scanner that fails lets nothing through."""
    path = getattr(settings, "SANWEI_SCANNER", None)
    if not path:
        return
    uploaded.seek(0)
    try:
        found = import_string(path)(uploaded.file)
    except Exception as error:
        log.exception("the scanner failed")
        raise UploadRefused("暂时不能检查文件是否安全，没有接收。请稍后再试，仍不成功时联系系统管理员。") from error
    if found:
        log.warning("refused an upload: %s", clean(found)[:100])
        raise UploadRefused(f"文件“{name}”没有通过安全检查，不能接收。请用杀毒软件检查您的设备。")


def store(
    checked: CheckedUpload,
    *,
    matter_kind: str,
    matter_id: str,
    officer_code: str,
    taken_on: date | None = None,
    note: str = "",
) -> Upload:
    """Write the file and give its unsaved row; the act saves it. Raises UploadRefused when the bytes have changed since
    they were looked at. An act that fails afterwards leaves an orphan, which `drawing.sweep` removes."""
    checked.file.seek(0)
    name, sha256, size = files.keep(checked.file.chunks())
    if sha256 != checked.sha256:
        files.drop(name)
        raise UploadRefused(f"文件“{checked.original_name}”在上传中发生变化，请重新上传。")
    return Upload(
        matter_kind=matter_kind,
        matter_id=str(matter_id),
        stored_name=name,
        original_name=checked.original_name,
        content_type=checked.content_type,
        size=size,
        sha256=sha256,
        taken_on=taken_on,
        note=clean(note)[:200],
        officer_code=officer_code,
        uploaded_at=clock.now(),
    )
