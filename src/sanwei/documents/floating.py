"""A picture that floats over the text of a DOCX at a fixed place of the sheet, so that nothing moves."""

from io import BytesIO

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Length
from docx.text.paragraph import Paragraph

_ANCHOR = """<wp:anchor {spaces} distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0"
  locked="0" layoutInCell="1" allowOverlap="1">
  <wp:simplePos x="0" y="0"/>
  <wp:positionH relativeFrom="page"><wp:posOffset>{left}</wp:posOffset></wp:positionH>
  <wp:positionV relativeFrom="page"><wp:posOffset>{top}</wp:posOffset></wp:positionV>
  <wp:extent cx="{side}" cy="{side}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>
</wp:anchor>"""


def picture(paragraph: Paragraph, png: bytes, left: int, top: int, side: Length) -> None:
    """Put a square PNG at `left`, `top` of the sheet (in EMU), anchored to a paragraph."""
    run = paragraph.add_run()
    inline = run.add_picture(BytesIO(png), width=side, height=side)._inline
    anchor = parse_xml(
        _ANCHOR.format(spaces=nsdecls("wp", "a", "pic", "r"), left=int(left), top=int(top), side=int(side))
    )
    for part in list(inline):
        if part.tag.endswith(("}docPr", "}cNvGraphicFramePr", "}graphic")):
            anchor.append(part)
    inline.getparent().replace(inline, anchor)
