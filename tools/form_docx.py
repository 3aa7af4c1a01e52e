"""Draws the editable DOCX template of a form from its fields and wording. Places become `{{ f.key }}` of docxtpl."""

from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Pt
from tools.form_sheet import BIAO, FANG, HEI, KAI, Sheet
from tools.form_tables import draw_table

from sanwei.documents.package import Block, Form


def _head(sheet: Sheet) -> None:
    title, kind = sheet.form.title, sheet.form.kind
    if kind == "letter":
        sheet.centred("{body_name}", BIAO, 34, red=True, bold=True)
        sheet.centred(title, BIAO, 22, bold=True)
        last = sheet.centred("{number}", FANG, 16)
        sheet.rule(last, ("bottom",), "D7000F", 12)
        last.paragraph_format.space_after = Pt(10)
    elif kind == "record":
        sheet.centred("{body_name}", BIAO, 18, bold=True)
        sheet.centred(title, BIAO, 22, bold=True).paragraph_format.space_after = Pt(10)
        if any(field.key == "case_number" for field in sheet.form.fields):
            sheet.tag("{%p if f.case_number %}")
            sheet.paragraph("案号：{case_number}", indent=False, hold=True).alignment = ALIGN.RIGHT
            sheet.tag("{%p endif %}")
    else:
        sheet.centred(title, BIAO, 22, bold=True).paragraph_format.space_after = Pt(8)


def _block(sheet: Sheet, block: Block, labels: dict[str, str], *, hold: bool) -> None:
    conditions = [f"f.{key}" for key in (block.when,) if key] + [f"not f.{key}" for key in (block.unless,) if key]
    if conditions:
        sheet.tag(f"{{%p if {' and '.join(conditions)} %}}")
    if block.each:
        sheet.tag(f"{{%p for it in f.{block.each} %}}")
    if block.table:
        draw_table(sheet, block.table, labels)
    elif block.sign:
        for role in block.sign:
            sheet.sign_line(labels[role])
    elif isinstance(block.line, tuple) and len(block.line) > 1:
        sheet.side_by_side(block.line)
    else:
        heading = block.kind == "head"
        font = HEI if heading else KAI if block.kind == "note" else FANG
        indent = block.kind in ("p", "note") or (heading and sheet.form.kind == "letter")
        sheet.paragraph(block.texts[0], font, indent=indent, hold=hold or heading)
    if block.each:
        sheet.tag("{%p endfor %}")
    if conditions:
        sheet.tag("{%p endif %}")


def _closing(sheet: Sheet) -> None:
    for place, said in enumerate(sheet.form.wording.closing):
        sheet.paragraph(said, indent=False, hold=True).paragraph_format.space_before = Pt(0 if place else 12)
    if sheet.form.seal:
        for gap, said in ((40, "{body_name}"), (0, "{day}")):
            paragraph = sheet.paragraph(said, indent=False, hold=gap > 0 or bool(sheet.form.wording.foot))
            paragraph.alignment = ALIGN.RIGHT
            paragraph.paragraph_format.right_indent = Pt(sheet.size * 4)
            paragraph.paragraph_format.space_before = Pt(gap)


def _leads_to_signing(form: Form, place: int) -> bool:
    """Whether what follows the block at `place` may be the places to sign or the closing: they never stand alone."""
    for block in form.wording.flow[place + 1 :]:
        if block.kind == "sign":
            return True
        if not (block.when or block.unless or block.each):
            return False
    return form.kind == "letter"


def draw(form: Form) -> bytes:
    """The template of `form` as DOCX bytes, not yet settled (see `sanwei.documents.docx.settle`)."""
    sheet = Sheet(form)
    labels = {signature.role: signature.label for signature in form.signatures}
    _head(sheet)
    flow = form.wording.flow
    for place, block in enumerate(flow):
        _block(sheet, block, labels, hold=block.kind in ("p", "note") and _leads_to_signing(form, place))
    if form.kind == "letter":
        _closing(sheet)
    for place, said in enumerate(form.wording.foot):
        paragraph = sheet.paragraph(said, indent=False)
        if form.kind == "letter":
            sheet.rule(paragraph, ("top", "bottom"))
            paragraph.paragraph_format.space_before = Pt(0 if place else 14)
    return sheet.finished()
