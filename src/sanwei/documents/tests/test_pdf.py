import hashlib
import json
import subprocess
import sys
import threading

import pytest

from sanwei.documents import pdf as pdf_room
from sanwei.documents.errors import FontsMissing, RenderFailed
from sanwei.documents.pdf import LACKING_NOTE, make_pdf, render_pdf

from .conftest import CODES, DAY, data, form, needs_chinese, needs_text, pages

pytestmark = needs_chinese
NASTY = "甲&乙<script>alert(1)</script>\"'{{7*7}}{%x%}#let$m$*b*_i_\\@ref`c`//㐂喆堃赟祎翀昇犇𰻝公司"


def printed(filled: dict) -> list[str]:
    """Every text the layout has to show."""
    texts = [filled["form"]["title"], *filled["closing"], *filled["foot"]]
    for item in filled["flow"]:
        texts += item.get("texts", []) + item.get("labels", [])
        for cell in (cell for row in item.get("rows", []) for cell in row):
            texts += [*cell.get("texts", []), cell.get("text", ""), cell.get("signed", "")]
    return ["".join(text.split()) for text in texts if text.strip()]


@needs_text
@pytest.mark.parametrize("code", CODES)
def test_every_word_of_a_form_is_in_the_text_of_its_pdf(code: str) -> None:
    filled = data(code)
    made = make_pdf(form(code), filled, on=DAY)
    # Cells stand side by side in the text layer: compared letter by letter, words by their letters.
    whole = "".join(pages(made.content))
    if form(code).kind == "letter":
        running = "".join(page.rsplit("—", 2)[0] for page in pages(made.content))
        assert [text for text in printed(filled) if text not in running] == []
    assert [text for text in printed(filled) if set(text) - set(whole)] == []
    assert made.archival
    assert made.note == ""


@needs_text
def test_the_decision_says_what_the_law_asks_of_it() -> None:
    said = "".join(pages(render_pdf(form("penalty_decision"), data("penalty_decision"), on=DAY)))
    for words in (
        "示例市双桥建材有限公司",
        "示例市双桥区长丰路18号",
        "《郑州市城市市容和环境卫生管理条例》第四十八条第六项",
        "罚款人民币贰仟元整（2000元）",
        "六十日内向示例市人民政府申请行政复议",
        "六个月内向示例市双桥区人民法院",
        "十五日内",
        "百分之三",
        "2026年10月13日",
        "样式示意",
        "—1—",
    ):
        assert words in said, words


@pytest.mark.parametrize("code", CODES)
def test_the_same_data_give_the_same_bytes(code: str) -> None:
    filled = data(code)
    assert render_pdf(form(code), filled, on=DAY) == render_pdf(form(code), filled, on=DAY)


def test_another_process_gives_the_same_bytes() -> None:
    asked = (
        "import json,sys,hashlib;from datetime import date;from sanwei.documents import forms;"
        "from sanwei.documents.pdf import render_pdf;on=date(2026,10,13);"
        "print(hashlib.sha256(render_pdf(forms.load('penalty_decision',on),json.load(sys.stdin),on=on)).hexdigest())"
    )
    filled = data("penalty_decision")
    done = subprocess.run(
        [sys.executable, "-c", asked], input=json.dumps(filled), capture_output=True, text=True, check=True,
        env={"PYTHONPATH": "src", "PYTHONHASHSEED": "7", "PATH": "/usr/bin:/bin"},
    )  # fmt: skip
    assert done.stdout.strip() == hashlib.sha256(render_pdf(form("penalty_decision"), filled, on=DAY)).hexdigest()


@pytest.mark.parametrize("code", CODES)
def test_no_name_of_a_party_breaks_a_layout(code: str) -> None:
    made = make_pdf(form(code), data(code, party__name=NASTY), on=DAY)
    assert made.content.startswith(b"%PDF-")
    assert made.archival


@needs_text
def test_a_name_is_text_and_never_markup() -> None:
    filled = data("penalty_decision", party__name=NASTY)
    first = pages(render_pdf(form("penalty_decision"), filled, on=DAY))[0]
    assert f"当事人：{NASTY}" in first


def test_a_letter_that_no_font_has_is_shown_as_a_box_and_said() -> None:
    made = make_pdf(form("penalty_decision"), data("penalty_decision", party__name="甲😀公司"), on=DAY)
    assert made.content.startswith(b"%PDF-")
    assert not made.archival
    assert made.note == LACKING_NOTE


@needs_text
@pytest.mark.parametrize("code", ["penalty_decision", "on_the_spot_decision"])
def test_five_thousand_letters_of_facts_run_over_as_many_sheets_as_they_need(code: str) -> None:
    made = pages(render_pdf(form(code), data(code, decision__facts_found="违法事实。" * 1000), on=DAY))
    assert len(made) >= 4
    assert "".join(made).count("违") >= 1000


@needs_text
def test_an_opinion_of_five_thousand_letters_is_not_cut_off() -> None:
    made = pages(
        render_pdf(
            form("filing_approval"), data("filing_approval", approval__leader={"opinion": "同意办理。" * 1000}), on=DAY
        )
    )
    assert "".join(made).count("理。") >= 1000
    assert len(made) >= 3


@needs_text
def test_a_long_word_without_a_space_stays_on_the_sheet() -> None:
    address = "https://example.invalid/" + "a" * 400
    made = pages(render_pdf(form("penalty_decision"), data("penalty_decision", party__address=address), on=DAY))
    assert address in made[0]


@needs_text
@pytest.mark.parametrize("length", range(1, 23, 2))
def test_heads_and_seals_never_part_from_what_they_belong_to(length: int) -> None:
    facts = "\n".join(["占用人行道堆放砂石和砖块。"] * length)
    filled = data("penalty_decision", decision__facts_found=facts)
    made = pages(render_pdf(form("penalty_decision"), filled, on=DAY))
    for words in ("样式示意", "执法人员：", "本决定书将依法向社会公开。"):
        assert words in made[-1]
    heads = tuple(item["texts"][0] for item in filled["flow"] if item["kind"] == "head")
    assert [page for page in made if page.rsplit("—", 2)[0].endswith(heads)] == []


@needs_text
@pytest.mark.parametrize("code", ["inspection_record", "panel_record"])
def test_places_to_sign_never_stand_alone_on_a_sheet(code: str) -> None:
    last = [item for item in data(code)["flow"] if item["kind"] == "p"][-1]["texts"][0]
    for length in range(1, 22, 2):
        changes = {
            "contact__record_text": "\n".join(["一行。"] * length),
            "panel__reported": "\n".join(["一行。"] * length),
        }
        made = pages(render_pdf(form(code), data(code, **changes), on=DAY))
        signing = next(page for page in made if "（签名）：" in page)
        assert last[-8:] in signing, length


@needs_text
def test_page_numbers_run_on() -> None:
    made = pages(render_pdf(form("penalty_decision"), data("penalty_decision"), on=DAY))
    assert [page.rsplit("—", 2)[1] for page in made] == [str(number) for number in range(1, len(made) + 1)]


@needs_text
def test_a_long_name_of_a_body_fits_its_sheet_and_its_seal() -> None:
    name = "示例市高新技术产业开发区综合行政执法局城市管理执法大队第十二中队"
    made = pages(render_pdf(form("penalty_decision"), data("penalty_decision", body__name=name), on=DAY), "-raw")
    assert name in made[0]
    assert name in made[-1]


@needs_text
def test_a_seal_image_takes_the_place_of_the_sample() -> None:
    png = bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010806000000" "1f15c4890000000d49444154789c63f8cfc0f01f0005000"
        "1ff89993d1d0000000049454e44ae426082"
    )  # fmt: skip
    made = render_pdf(form("penalty_decision"), data("penalty_decision"), on=DAY, seal=png)
    assert "样式示意" not in "".join(pages(made))
    assert b"/Image" in made


def test_the_day_in_the_file_is_the_day_of_the_document() -> None:
    made = render_pdf(form("visit_form"), data("visit_form"), on=DAY)
    assert b"D:20261013" in made


def test_threads_render_side_by_side() -> None:
    wanted = render_pdf(form("visit_form"), data("visit_form"), on=DAY)
    made: list[bytes] = []

    def work() -> None:
        made.append(render_pdf(form("visit_form"), data("visit_form"), on=DAY))

    threads = [threading.Thread(target=work) for _ in range(4)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert made == [wanted] * 4


def test_a_broken_layout_is_said_without_the_paths_of_the_machine(own_law) -> None:
    law = own_law()
    (law / "henan" / "forms" / "visit_form" / "layout.typ").write_text("#nothing(", encoding="utf-8")
    own_law()
    with pytest.raises(RenderFailed, match="请联系系统管理员检查文书包visit_form") as caught:
        render_pdf(form("visit_form"), data("visit_form"), on=DAY)
    assert str(law) not in str(caught.value)


def test_without_a_chinese_font_no_pdf_is_made_and_the_way_out_is_said(monkeypatch) -> None:
    monkeypatch.setattr(pdf_room.fonts, "chinese_found", lambda: False)
    with pytest.raises(FontsMissing, match=r"请把仿宋_GB2312.*也可以先下载DOCX"):
        render_pdf(form("visit_form"), data("visit_form"), on=DAY)
