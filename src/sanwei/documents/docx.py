"""Data of a document → DOCX, by the template of its form. Editable in WPS and Word; same data, same bytes."""

import logging
import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Any

from docx.opc.exceptions import OpcError
from docx.shared import Mm, Pt
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree

from . import verify
from .errors import RenderFailed
from .floating import picture
from .package import Form

log = logging.getLogger(__name__)

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first day a zip can name


def settle(content: bytes) -> bytes:
    """The same zip with fixed times and modes, so that equal content has equal bytes."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as given, zipfile.ZipFile(out, "w") as kept:
        for name in given.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, 0o600 << 16, 3
            kept.writestr(entry, given.read(name), compresslevel=6)
    return out.getvalue()


def _mark(paper: DocxTemplate, code: str) -> None:
    """The code and its QR code at the foot of the first sheet, over the text and without moving it."""
    section = paper.docx.sections[0]
    foot = section.footer.paragraphs[0]
    side = section.left_margin
    high = section.page_height - Mm(22)
    picture(foot, verify.qr_png(verify.address(code)), side, high, Mm(13))
    first, said = foot.runs[0], foot.add_run(f"核验码 {verify.shown(code)}\u3000\u3000")
    said.font.size = Pt(8)
    first._r.addprevious(said._r)  # the number of the page keeps its place at the edge


def render_docx(form: Form, data: Mapping[str, Any], *, code: str = "") -> bytes:
    """Fill the template of `form` with `data` (from `fill`). Values are text, never template code.

    `code`: the short code it is verified by.

    Raises RenderFailed when the template names an unknown field or is no DOCX.
    """
    # Templates are edited by hand in agencies: a sandbox, and an unknown field is said instead of left blank.
    sandbox = SandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    template = form.folder / "template.docx"
    try:
        paper = DocxTemplate(str(template))
        if code:  # before it is filled: docxtpl then makes other parts of the footers
            paper.init_docx()
            _mark(paper, code)
        paper.render({"f": data["f"], "form": data["form"]}, jinja_env=sandbox, autoescape=True)
        out = BytesIO()
        paper.save(out)
    except TemplateError as error:
        log.error("template of %s %s: %s", form.code, form.version, error)
        raise RenderFailed(f"《{form.title}》的DOCX模板填不上，请联系系统管理员检查文书包{form.code}。") from error
    except (OpcError, OSError, ValueError, KeyError, zipfile.BadZipFile, etree.XMLSyntaxError) as error:
        log.error("template of %s %s: %s", form.code, form.version, error)
        raise RenderFailed(f"《{form.title}》的DOCX模板打不开，请联系系统管理员检查文书包{form.code}。") from error
    return settle(out.getvalue())
