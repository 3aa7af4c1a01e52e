"""The sheet an editable DOCX template is drawn on: page, fonts, runs, paragraphs, lines to sign."""

from io import BytesIO

from docx import Document
from docx.document import Document as Paper
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from sanwei.documents.formats import BLANK_DAY
from sanwei.documents.package import ITEM, PLACE, Form

FANG, BIAO, HEI, KAI, SONG = "仿宋_GB2312", "方正小标宋简体", "黑体", "楷体_GB2312", "宋体"
LATIN = "Times New Roman"
RED = RGBColor(0xD7, 0x00, 0x0F)
# kind: (margins top, bottom, left, right in mm; size and pitch of the text in points)
SHEETS = {
    "letter": ((37, 35, 28, 26), 16, 28.95),
    "table": ((22, 21, 25, 25), 12, 20),
    "record": ((30, 26, 27, 25), 14, 25),
}


def places(text: str) -> str:
    """`{key}` → `{{ f.key }}`; `{it}` and `{it_nth}` stay the loop's own."""
    text = ITEM.sub(r"{{ it.\1 }}", text)
    return PLACE.sub(lambda place: "{{ it }}" if place[1] == "it" else f"{{{{ f.{place[1]} }}}}", text)


def element(name: str, **attributes: object) -> OxmlElement:
    element = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), str(value))
    return element


class Sheet:
    """One template in the making."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.margins, self.size, self.pitch = SHEETS[form.kind]
        self.paper: Paper = Document()
        self._set_up()

    def _set_up(self) -> None:
        section, (top, bottom, left, right) = self.paper.sections[0], self.margins
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin, section.bottom_margin = Mm(top), Mm(bottom)
        section.left_margin, section.right_margin = Mm(left), Mm(right)
        section.footer_distance = Mm(bottom - 12)
        for grid in section._sectPr.findall(qn("w:docGrid")):
            section._sectPr.remove(grid)
        if self.form.kind == "letter":  # `lines` only: with linesAndChars LibreOffice doubles the pitch
            section._sectPr.append(element("docGrid", type="lines", linePitch=round(self.pitch * 20)))
        self.paper.settings.odd_and_even_pages_header_footer = True
        normal = self.paper.styles["Normal"]
        normal.font.name, normal.font.size = LATIN, Pt(self.size)
        normal.element.get_or_add_rPr().rFonts.set(qn("w:eastAsia"), FANG)
        # Without a language LibreOffice picks Japanese or Taiwanese shapes of letters and punctuation.
        normal.element.get_or_add_rPr().append(element("lang", val="zh-CN", eastAsia="zh-CN"))
        shape = normal.paragraph_format
        shape.alignment = ALIGN.JUSTIFY
        shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(self.pitch)
        shape.space_before = shape.space_after = Pt(0)
        shape.widow_control = True
        core = self.paper.core_properties
        core.title, core.author, core.last_modified_by, core.comments = self.form.title, "", "", ""
        for name, rel in list(self.paper.part.package.rels.items()):
            if rel.reltype.endswith("/thumbnail"):
                del self.paper.part.package.rels[name]
        for footer, align in ((section.footer, ALIGN.RIGHT), (section.even_page_footer, ALIGN.LEFT)):
            self._page_number(footer.paragraphs[0], align)

    def _page_number(self, paragraph: Paragraph, align: ALIGN) -> None:
        paragraph.alignment = align
        paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Pt(14)
        self.write(paragraph, "— ", SONG, 14)
        for kind in ("begin", None, "end"):
            run = self.write(paragraph, "", SONG, 14)
            if kind:
                run._r.append(element("fldChar", fldCharType=kind))
            else:
                code = element("instrText")
                code.text = "PAGE"
                run._r.append(code)
        self.write(paragraph, " —", SONG, 14)

    def write(
        self, paragraph: Paragraph, text: str, font: str = FANG, size: float | None = None, **look: object
    ) -> Run:
        """A run of text in a Chinese font."""
        run = paragraph.add_run(text)
        run.font.name, run.font.size = LATIN, Pt(size or self.size)
        run._r.get_or_add_rPr().rFonts.set(qn("w:eastAsia"), font)
        if self.form.kind == "letter" and not look.get("red"):
            run._r.get_or_add_rPr().append(element("spacing", val=-4))
        if look.get("bold"):
            run.bold = True
        if look.get("red"):
            run.font.color.rgb = RED
        return run

    def tag(self, text: str) -> None:
        """A paragraph that docxtpl takes out again: a condition or a loop."""
        self.paper.add_paragraph().add_run(text)

    def paragraph(self, text: str, font: str = FANG, *, indent: bool = True, hold: bool = False) -> Paragraph:
        """A paragraph of the flow; `hold` keeps it with the next."""
        paragraph = self.paper.add_paragraph()
        self.write(paragraph, places(text), font)
        if indent:
            paragraph._p.get_or_add_pPr().append(element("ind", firstLineChars=200, firstLine=self.size * 40))
        paragraph.paragraph_format.keep_with_next = hold
        return paragraph

    def centred(self, text: str, font: str, size: float, **look: object) -> Paragraph:
        """A line of the head, not bound to the pitch of the text."""
        paragraph = self.paper.add_paragraph()
        paragraph.alignment = ALIGN.CENTER
        shape = paragraph.paragraph_format
        shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.AT_LEAST, Pt(size * 1.3)
        shape.keep_with_next = True
        paragraph._p.get_or_add_pPr().insert_element_before(
            element("snapToGrid", val=0), "w:spacing", "w:ind", "w:jc", "w:rPr"
        )
        self.write(paragraph, places(text), font, size, **look)
        return paragraph

    def rule(self, paragraph: Paragraph, sides: tuple[str, ...], colour: str = "auto", width: int = 8) -> None:
        """Lines above or below a paragraph; `width` in eighths of a point."""
        borders = element("pBdr")
        for side in sides:
            borders.append(element(side, val="single", sz=width, space=4, color=colour))
        paragraph._p.get_or_add_pPr().insert_element_before(borders, "w:spacing", "w:ind", "w:jc", "w:rPr")

    def side_by_side(self, texts: tuple[str, ...]) -> None:
        """Texts in one line, the last at the right margin."""
        width = Mm(210 - self.margins[2] - self.margins[3])
        paragraph = self.paragraph("", indent=False)
        paragraph.paragraph_format.tab_stops.add_tab_stop(width, alignment=2)
        self.write(paragraph, "\t".join((places(texts[0]), "\u3000".join(map(places, texts[1:])))))

    def sign_line(self, label: str) -> None:
        """A label and a line to sign on, the day at the right."""
        paragraph = self.paragraph("", indent=False, hold=True)
        width = Mm(210 - self.margins[2] - self.margins[3])
        paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(105), leader=3)
        paragraph.paragraph_format.tab_stops.add_tab_stop(width, alignment=2)
        paragraph.paragraph_format.space_before = Pt(6)
        self.write(paragraph, f"{label}：\t\t{BLANK_DAY}")

    def finished(self) -> bytes:
        """The template as it is saved."""
        out = BytesIO()
        self.paper.save(out)
        return out.getvalue()
