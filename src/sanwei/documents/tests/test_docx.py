import re
import zipfile
from io import BytesIO

import pytest
from docx import Document as Paper
from docx.oxml.ns import qn
from lxml import etree
from tools import build_forms
from tools.form_docx import draw

from sanwei.documents.docx import NOT_ISSUED, render_docx, settle
from sanwei.documents.errors import RenderFailed

from .conftest import CODES, data, form
from .test_pdf import NASTY, printed


def text_of(content: bytes) -> str:
    """All text of the main part, without white space."""
    body = Paper(BytesIO(content)).element.body
    return "".join("".join(node.text or "" for node in body.iter(qn("w:t"))).split())


@pytest.mark.parametrize("code", CODES)
def test_every_word_of_a_form_is_in_its_docx(code: str) -> None:
    filled = data(code)
    said = text_of(render_docx(form(code), filled))
    assert [text for text in printed(filled) if text not in said] == []
    assert "{{" not in said
    assert "{%" not in said


@pytest.mark.parametrize("code", CODES)
def test_the_same_data_give_the_same_bytes(code: str) -> None:
    assert render_docx(form(code), data(code)) == render_docx(form(code), data(code))


@pytest.mark.parametrize("code", CODES)
def test_a_name_is_text_and_never_code(code: str) -> None:
    nasty = NASTY + "😀\x0b\x07\ud800"
    content = render_docx(form(code), data(code, party__name=nasty))
    with zipfile.ZipFile(BytesIO(content)) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(archive.read(name))
    if any(field.source == "party.name" for field in form(code).fields):
        assert NASTY + "😀" in text_of(content)


def test_a_draft_says_so_on_every_sheet_and_what_is_issued_does_not() -> None:
    def heads(code: str, **told) -> set[str]:
        """What the headers of the document say that a watermark says."""
        section = Paper(BytesIO(render_docx(form(code), data(code), **told))).sections[0]
        both = (section.header, section.even_page_header)
        return {"".join(re.findall('string="([^"]+)"', etree.tostring(h._element, encoding=str))) for h in both}

    assert heads("penalty_decision", sealed=False) == {NOT_ISSUED}
    assert heads("penalty_decision", sealed=True) == {""}
    assert heads("filing_approval", sealed=False) == {""}  # carries no seal at all


def test_lines_of_a_long_text_are_lines_of_the_docx() -> None:
    filled = data("penalty_decision", decision__facts_found="第一段。\n第二段。\n" + "长" * 5000)
    paper = Paper(BytesIO(render_docx(form("penalty_decision"), filled)))
    assert [p.text for p in paper.paragraphs if p.text in ("第一段。", "第二段。")] == ["第一段。", "第二段。"]
    assert "长" * 5000 in text_of(render_docx(form("penalty_decision"), filled))


def test_a_sheet_is_that_of_gb_t_9704() -> None:
    section = Paper(BytesIO(render_docx(form("penalty_decision"), data("penalty_decision")))).sections[0]
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(side.mm) for side in margins] == [37, 35, 28, 26]
    (grid,) = section._sectPr.findall(qn("w:docGrid"))
    assert grid.get(qn("w:type")) == "lines"
    assert grid.get(qn("w:linePitch")) == "579"
    assert "PAGE" in etree.tostring(section.even_page_footer._element).decode()


@pytest.mark.parametrize("code", [code for code in CODES if form(code).kind != "table"])
def test_what_is_signed_is_kept_with_the_words_before_it(code: str) -> None:
    paragraphs = [p for p in Paper(BytesIO(render_docx(form(code), data(code)))).paragraphs if p.text.strip()]
    texts = [p.text for p in paragraphs]
    if form(code).kind == "letter":  # the words, the lines of the closing, the name; the day comes last
        first = len(texts) - 2 - len(form(code).wording.closing) - 1
        held = paragraphs[first:-1]
        assert texts[-2:] == ["示例市城市管理局", "2026年10月13日"]
    else:
        first = next(place for place, text in enumerate(texts) if text.endswith("\u3000日"))
        held = paragraphs[first - 1 : first + 1]
    assert len(held) >= 2
    assert all(p.paragraph_format.keep_with_next for p in held)


def test_condition_rows_leave_nothing_behind() -> None:
    rows = {}
    for first in (True, False):
        paper = Paper(
            BytesIO(render_docx(form("on_the_spot_decision"), data("on_the_spot_decision", remedy__review_first=first)))
        )
        rows[first] = [row.cells[0].text for row in paper.tables[0].rows]
    assert rows[True].count("救济途径和期限") == rows[False].count("救济途径和期限") == 1
    assert "" not in [row for row in rows[True] if "%" in row]
    assert not [row for row in rows[True] + rows[False] if "%" in row]


def test_every_template_is_what_its_wording_says() -> None:
    assert [path.parent.name for path, _ in build_forms.outdated("henan")] == []


def test_the_tool_says_which_template_is_out_of_date(own_law, capsys) -> None:
    folder = own_law() / "henan" / "forms" / "visit_form"
    wording = folder / "wording.yaml"
    wording.write_text(
        wording.read_text(encoding="utf-8").replace("感谢你（单位）", "谢谢你（单位）"), encoding="utf-8"
    )
    before = (folder / "template.docx").read_bytes()
    assert build_forms.main(["--check"]) == 1
    assert "不一致：" in capsys.readouterr().out
    assert (folder / "template.docx").read_bytes() == before
    assert build_forms.main([]) == 0
    own_law()
    assert "谢谢你（单位）" in text_of(render_docx(form("visit_form"), data("visit_form")))
    assert build_forms.main(["--check"]) == 0


def test_drawing_a_template_twice_gives_the_same_bytes() -> None:
    one = form("on_the_spot_decision")
    assert settle(draw(one)) == settle(draw(one))


def test_a_foot_and_a_closing_follow_the_letter(own_law) -> None:
    folder = own_law() / "henan" / "forms" / "penalty_decision"
    wording = folder / "wording.yaml"
    wording.write_text(wording.read_text(encoding="utf-8") + "foot:\n- 本决定书一式二份。\n", encoding="utf-8")
    build_forms.main([])
    own_law()
    said = text_of(render_docx(form("penalty_decision"), data("penalty_decision")))
    assert said.endswith("示例市城市管理局2026年10月13日本决定书一式二份。")


@pytest.mark.parametrize(
    "said", ["{{ f.nothing }}", "{{ f.party.__class__.__mro__ }}", "{% for x in %}", "{{ ''.__class__.__base__ }}"]
)
def test_a_template_edited_wrongly_is_said_and_runs_no_code(own_law, said: str) -> None:
    file = own_law() / "henan" / "forms" / "visit_form" / "template.docx"
    paper = Paper(str(file))
    paper.add_paragraph(said)
    paper.save(str(file))
    own_law()
    with pytest.raises(RenderFailed, match="《行政执法回访意见表》的DOCX模板填不上"):
        render_docx(form("visit_form"), data("visit_form"))


def test_a_template_that_is_no_docx_is_said(own_law) -> None:
    (own_law() / "henan" / "forms" / "visit_form" / "template.docx").write_bytes(b"PK\x03\x04 no zip")
    own_law()
    with pytest.raises(RenderFailed, match="模板打不开"):
        render_docx(form("visit_form"), data("visit_form"))
