"""Data of a document → PDF, by the typst layout of its form. Same data, same bytes."""

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import typst

from . import fonts, verify
from .errors import FontsMissing, RenderFailed
from .fill import canonical
from .package import Form

log = logging.getLogger(__name__)

ARCHIVE = "a-2b"  # PDF/A-2b: fonts embedded, no outside references
_LACKING = "could not be displayed with font"
LACKING_NOTE = "字库缺字，部分文字在PDF中显示为方框，请补装含有该字的字体后重新生成，或者改用DOCX"


@dataclass(frozen=True)
class Pdf:
    """The bytes, whether they are PDF/A, and a note in Chinese when letters are missing from every font."""

    content: bytes
    archival: bool
    note: str = ""


def _inputs(data: Mapping[str, Any], seal: bytes | None, code: str, sealed: bool) -> dict[str, str]:
    given = {"data": canonical(data).decode()}
    if not sealed:
        given["unsealed"] = "1"
    elif seal:
        given["seal"] = json.dumps(list(seal), separators=(",", ":"))
    if code:
        given |= {"code": verify.shown(code), "qr": verify.qr_svg(verify.address(code))}
    return given


def _stamp(on: date | None) -> int:
    # Days since the epoch as seconds: the file says the day it was drawn up, never the moment it was rendered.
    return (on.toordinal() - date(1970, 1, 1).toordinal()) * 86400 if on else 0


def make_pdf(
    form: Form,
    data: Mapping[str, Any],
    *,
    on: date | None = None,
    seal: bytes | None = None,
    code: str = "",
    sealed: bool = True,
) -> Pdf:
    """Render `data` (from `fill`) with the layout of `form`; `on` is the day the file carries, `seal` a PNG.

    `code`: the short code it is verified by, printed as a QR code. Not `sealed`: a draft, said on every sheet.
    Raises FontsMissing when there is no Chinese font, RenderFailed when the layout does not compile.
    """
    if not fonts.chinese_found():
        raise FontsMissing(f"没有找到中文字体，不能生成PDF。{fonts.ADVICE}；也可以先下载DOCX。")
    settings: dict[str, Any] = {
        "root": str(form.folder.parents[2]),  # the law folder: layouts share parts across packs
        "font_paths": fonts.fonts(),
        "sys_inputs": _inputs(data, seal, code, sealed or not data["form"]["seal"]),
        "timestamp": _stamp(on),
    }
    layout = str(form.folder / "layout.typ")
    try:
        return Pdf(typst.compile(layout, pdf_standards=ARCHIVE, **settings), archival=True)
    except typst.TypstError as error:
        if _LACKING not in str(error):
            log.error("layout of %s %s: %s", form.code, form.version, error)
            raise RenderFailed(
                f"《{form.title}》的版式文件不能排版，请联系系统管理员检查文书包{form.code}。"
            ) from error
    # PDF/A forbids a letter without a glyph. The document is still wanted: plain PDF, and say so.
    log.warning("《%s》%s。", form.title, LACKING_NOTE)
    return Pdf(typst.compile(layout, **settings), archival=False, note=LACKING_NOTE)


def render_pdf(form: Form, data: Mapping[str, Any], *, on: date | None = None, seal: bytes | None = None) -> bytes:
    """The bytes of `make_pdf`."""
    return make_pdf(form, data, on=on, seal=seal).content
