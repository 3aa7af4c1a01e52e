"""Draws the tables of an editable DOCX template."""

from collections.abc import Iterator

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT as UPRIGHT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.shared import Mm, Pt
from docx.table import _Cell
from tools.form_sheet import HEI, Sheet, element, places

from sanwei.documents.formats import BLANK_DAY
from sanwei.documents.package import Cell, Table

CELL_PITCH = Pt(16.5)


def _fill_cell(sheet: Sheet, cell: _Cell, spec: Cell, labels: dict[str, str]) -> None:
    first = cell.paragraphs[0]
    first.alignment = ALIGN.LEFT
    cell.vertical_alignment = UPRIGHT.TOP if spec.tall and not spec.label else UPRIGHT.CENTER
    if spec.label is not None:
        first.alignment = ALIGN.CENTER
        sheet.write(first, places(spec.label), HEI)
    elif spec.seal:
        for text in ("{{ f.body_name }}", "（印章）", "{{ f.day }}"):
            paragraph = first if text.startswith("{{ f.body") else cell.add_paragraph()
            paragraph.alignment = ALIGN.CENTER
            sheet.write(paragraph, text)
    elif spec.opinion:
        sheet.write(first, f"{{{{ f.{spec.opinion}.text }}}}")
        last = cell.add_paragraph()
        last.alignment = ALIGN.RIGHT
        last.paragraph_format.space_before = Pt(14)
        blank = "\u3000" * 8
        sheet.write(last, f'签名：{{{{ f.{spec.opinion}.signed or "{blank}" }}}}\u3000{{{{ f.{spec.opinion}.day }}}}')
    elif spec.sign:
        sheet.write(first, f"{labels[spec.sign]}：")
        last = cell.add_paragraph()
        last.alignment = ALIGN.RIGHT
        sheet.write(last, BLANK_DAY)
    else:
        text = f'{{{{ f.{spec.each} | join("\\n") }}}}' if spec.each else places(spec.text or "")
        sheet.write(first, text)


def _spots(spec: Table) -> Iterator[tuple[int, int, Cell]]:
    """(row, column, cell) of every cell, past the ones that reach down from above."""
    reach = [0] * len(spec.columns)
    for place, row in enumerate(spec.rows):
        column = 0
        for cell in row.cells:
            while reach[column] > place:
                column += 1
            yield place, column, cell
            reach[column : column + cell.span] = [place + cell.down] * cell.span
            column += cell.span


def draw_table(sheet: Sheet, spec: Table, labels: dict[str, str]) -> None:
    """A bordered table with fixed widths; a conditional row stands between two rows that docxtpl takes out."""
    table = sheet.paper.add_table(rows=len(spec.rows), cols=len(spec.columns), style="Table Grid")
    table.autofit = False
    width = len(spec.columns)
    grid = list(table._cells)  # asked once: python-docx builds all cells anew for every question
    for column, wide in zip(table.columns, spec.columns, strict=True):
        column.width = Mm(wide)
    for place, cell in enumerate(grid):
        cell.width = Mm(spec.columns[place % width])
    margins = element("tblCellMar")
    for side in ("left", "right"):
        margins.append(element(side, w=75, type="dxa"))
    table._tbl.tblPr.append(margins)
    trs = [row._tr for row in table.rows]
    for row, drawn in zip(spec.rows, table.rows, strict=True):
        drawn.height = Mm(max([cell.tall or 0 for cell in row.cells] + [6.5]))
        if not any(cell.each for cell in row.cells):
            drawn._tr.get_or_add_trPr().append(element("cantSplit"))
    for place, column, cell in _spots(spec):
        spot = grid[place * width + column]
        if cell.span > 1 or cell.down > 1:
            spot = spot.merge(grid[(place + cell.down - 1) * width + column + cell.span - 1])
        _fill_cell(sheet, spot, cell, labels)
        for paragraph in spot.paragraphs:
            shape = paragraph.paragraph_format
            shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, CELL_PITCH
    for row, drawn in zip(spec.rows[:-1], table.rows[:-1], strict=False):
        if any(cell.sign or cell.seal for cell in row.cells):  # what is signed together stays on one sheet
            for paragraph in (paragraph for cell in drawn.cells for paragraph in cell.paragraphs):
                paragraph.paragraph_format.keep_with_next = True
    for tr in trs[: spec.head]:
        tr.get_or_add_trPr().append(element("tblHeader"))
    for row, tr in zip(spec.rows, trs, strict=True):
        if row.each:
            tr.addprevious(_tag_row(f"{{%tr for it in f.{row.each} %}}"))
            tr.addnext(_tag_row("{%tr endfor %}"))
        elif not row.bare:
            tr.addprevious(_tag_row(f"{{%tr if {'f.' + row.when if row.when else 'not f.' + str(row.unless)} %}}"))
            tr.addnext(_tag_row("{%tr endif %}"))
    # Word wants a paragraph after a table; keep it out of sight.
    last = sheet.paper.add_paragraph().paragraph_format
    last.line_spacing_rule, last.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(6)


def _tag_row(text: str) -> OxmlElement:
    row, cell, paragraph, run, said = (element(name) for name in ("tr", "tc", "p", "r", "t"))
    said.text = text
    row.append(cell)
    cell.append(paragraph)
    paragraph.append(run)
    run.append(said)
    return row
