"""Data of a document → DOCX, by the template of its form. Editable in WPS and Word; same data, same bytes."""

import logging
import zipfile
from collections.abc import Mapping
from functools import lru_cache
from io import BytesIO
from typing import Any

from docx.opc.exceptions import OpcError
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, Template, TemplateError
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree

from . import verify
from .errors import RenderFailed
from .floating import picture
from .package import Form

log = logging.getLogger(__name__)

NOT_ISSUED = "样稿 未签发"
_WATERMARK = f"""<w:pict {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"
  xmlns:o="urn:schemas-microsoft-com:office:office">
  <v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">
    <v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>
      <v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/>
      <v:f eqn="if @0 @4 21600"/></v:formulas>
    <v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/><o:lock v:ext="edit" text="t"/>
  </v:shapetype>
  <v:shape id="NotIssued" type="#_x0000_t136" alt="{NOT_ISSUED}" stroked="f" fillcolor="#e1e1e1"
    style="position:absolute;margin-left:0;margin-top:0;width:440pt;height:76pt;rotation:325;z-index:-251658752;
mso-position-horizontal:center;mso-position-horizontal-relative:page;mso-position-vertical:center;
mso-position-vertical-relative:page">
    <v:textpath style="font-family:&quot;SimHei&quot;;font-size:1pt" string="{NOT_ISSUED}"/>
  </v:shape>
</w:pict>"""
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first day a zip can name


class _Sandbox(SandboxedEnvironment):
    """Compiles a source once: that took two fifths of the time of every document."""

    def from_string(self, source, globals=None, template_class=None):
        if globals or template_class or not isinstance(source, str):
            return super().from_string(source, globals, template_class)
        return _compiled(source)


# Templates are edited by hand in agencies: a sandbox, and an unknown field is said instead of left blank.
_SANDBOX = _Sandbox(undefined=StrictUndefined, autoescape=True)


@lru_cache(maxsize=200)
def _compiled(source: str) -> Template:
    return SandboxedEnvironment.from_string(_SANDBOX, source)


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


def _not_issued(paper: DocxTemplate) -> None:
    """The same words as on the PDF of a draft, behind the text of every sheet, as Word and WPS write a watermark."""
    both = paper.docx.settings.odd_and_even_pages_header_footer
    for section in paper.docx.sections:
        heads = [section.header]
        heads += [section.first_page_header] if section.different_first_page_header_footer else []
        heads += [section.even_page_header] if both else []
        for head in heads:
            head.is_linked_to_previous = False
            head.paragraphs[0].add_run()._r.append(parse_xml(_WATERMARK))


def render_docx(form: Form, data: Mapping[str, Any], *, code: str = "", sealed: bool = True) -> bytes:
    """Fill the template of `form` with `data` (from `fill`). Values are text, never template code.

    `code`: the short code it is verified by. Not `sealed`: a draft, said on every sheet.

    Raises RenderFailed when the template names an unknown field or is no DOCX.
    """
    template = form.folder / "template.docx"
    try:
        paper = DocxTemplate(str(template))
        draft = not sealed and bool(data["form"]["seal"])
        if code or draft:  # before it is filled: docxtpl then makes other parts of headers and footers
            paper.init_docx()
        if code:
            _mark(paper, code)
        if draft:
            _not_issued(paper)
        paper.render({"f": data["f"], "form": data["form"]}, jinja_env=_SANDBOX, autoescape=True)
        out = BytesIO()
        paper.save(out)
    except TemplateError as error:
        log.error("template of %s %s: %s", form.code, form.version, error)
        raise RenderFailed(f"《{form.title}》的DOCX模板填不上，请联系系统管理员检查文书包{form.code}。") from error
    except (OpcError, OSError, ValueError, KeyError, zipfile.BadZipFile, etree.XMLSyntaxError) as error:
        log.error("template of %s %s: %s", form.code, form.version, error)
        raise RenderFailed(f"《{form.title}》的DOCX模板打不开，请联系系统管理员检查文书包{form.code}。") from error
    return settle(out.getvalue())
