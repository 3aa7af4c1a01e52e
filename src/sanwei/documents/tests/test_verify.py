from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from sanwei.documents import public, verify
from sanwei.documents.docx import render_docx
from sanwei.documents.drawing import draw_up, rendition, rendition_bytes
from sanwei.documents.models import Document
from sanwei.documents.package import Form
from sanwei.documents.pdf import make_pdf
from sanwei.people.models import Body

from .conftest import DAY, data, form, needs_chinese, needs_text, pages
from .examples import context
from .test_drawing import saved

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("stored")]
PARTY = "示例市双桥建材有限公司"


@pytest.fixture(autouse=True)
def fresh_counter():
    cache.clear()
    yield
    cache.clear()


def asked(document: Document, client: Client | None = None, **more):
    address = reverse("verify:code", args=[verify.shown(document.short_code)])
    return (client or Client()).get(address, **more)


def test_a_code_is_read_however_it_is_typed() -> None:
    code = verify.new_code()
    assert len(code) == verify.LENGTH
    assert verify.read_code(verify.shown(code)) == code
    assert verify.read_code("7k2qm 0r9tx") == "7K2QM0R9TX"
    assert verify.read_code("7K2QM-OR9TI") == "7K2QM0R9T1"
    assert verify.read_code("7K2QM") == ""
    assert verify.read_code("7K2QM-0R9T文") == ""


def test_anybody_hears_number_body_and_day_and_nothing_else() -> None:
    Body.objects.create(code="SL-CG", name="示例市城市管理局", kind="organ", level="city", path="SL-CG/")
    document = saved("penalty_decision", "示城管罚决〔2026〕9号")
    answer = asked(document)
    said = answer.content.decode()
    assert answer.status_code == 200
    for words in ("示城管罚决〔2026〕9号", "示例市城市管理局", "2026年10月13日", "留存的内容与制作时的校验值一致"):
        assert words in said
    for words in (PARTY, "砂石", "行政处罚决定书", "罚款", "张", str(document.pk), document.data_sha256):
        assert words not in said


def test_words_changed_behind_the_house_are_said_to_differ() -> None:
    document = saved()
    Document.objects.filter(pk=document.pk).update(data={**document.data, "closing": ["另加一句"]})
    assert "不一致" in asked(document).content.decode()


def test_a_code_nobody_gave_out_and_one_mistyped_are_not_found() -> None:
    for typed, says in (("00000-00000", "没有这个核验码"), ("甲乙", "十位数字和字母")):
        answer = Client().get(reverse("verify:code", args=[typed]))
        assert (answer.status_code, says in answer.content.decode()) == (404, True)


def test_the_form_leads_to_the_document() -> None:
    document = saved()
    answer = Client().get(reverse("verify:start"), {"code": document.short_code.lower()})
    assert answer.headers["Location"] == reverse("verify:code", args=[verify.shown(document.short_code)])
    assert Client().get(reverse("verify:start"), {"code": "短"}).status_code == 400


@needs_chinese
def test_the_file_handed_out_is_the_same_and_any_other_is_not() -> None:
    document = saved()
    content = rendition_bytes(rendition(document, "pdf"))
    address = reverse("verify:code", args=[verify.shown(document.short_code)])
    same = Client().post(address, {"file": SimpleUploadedFile("甲.pdf", content)}).content.decode()
    assert "就是本系统制作的文书原文件" in same
    other = Client().post(address, {"file": SimpleUploadedFile("甲.pdf", content + b"\n")}).content.decode()
    assert "不是本系统制作的原文件" in other
    assert Client().post(address, {}).status_code == 422


def test_who_asks_too_often_has_to_wait_and_others_need_not() -> None:
    document = saved()
    answers = [asked(document).status_code for _ in range(public.MOST + 1)]
    assert answers == [200] * public.MOST + [429]
    assert asked(document, REMOTE_ADDR="10.0.0.9").status_code == 200


@needs_chinese
@needs_text
def test_the_code_stands_on_the_first_sheet_and_only_there(settings) -> None:
    settings.SANWEI_PUBLIC_URL = "https://example.invalid/"
    assert verify.address("ABCDE12345") == "https://example.invalid/verify/ABCDE-12345"
    made = make_pdf(form("penalty_decision"), data("penalty_decision"), on=DAY, code="ABCDE12345")
    assert ["ABCDE-12345" in page for page in pages(made.content)] == [True, False, False]
    assert made.archival


def test_the_docx_carries_the_code_and_its_picture() -> None:
    made = render_docx(form("visit_form"), data("visit_form"), code="ABCDE12345")
    with ZipFile(BytesIO(made)) as parts:
        names = parts.namelist()
        feet = [parts.read(name).decode() for name in names if "footer" in name and name.endswith(".xml")]
    assert any(name.startswith("word/media/") for name in names)
    assert any("ABCDE-12345" in foot for foot in feet)


def issued(act: str) -> Document:
    package = form("penalty_decision")
    named = Form.model_validate({**package.model_dump(by_alias=True), "issued_by": ("issue_decision",)})
    return draw_up(
        matter_kind="case", matter_id="A-1", body_code="SL-CG", officer_code="zhou", form=named,
        context=context(), number="1号", on=DAY, act=act,
    )  # fmt: skip


def test_only_the_act_that_issues_a_document_seals_it() -> None:
    assert issued("issue_decision").sealed
    assert not issued("draft_decision").sealed
    assert saved("penalty_notice", "2号").sealed  # names no act: whichever draws it up issues it
    assert not saved("filing_approval").sealed  # carries no seal at all


@needs_chinese
@needs_text
def test_what_is_not_issued_bears_no_seal_and_says_so_on_every_sheet() -> None:
    draft = pages(make_pdf(form("penalty_decision"), data("penalty_decision"), on=DAY, sealed=False).content, "-raw")
    assert "样式示意" not in "".join(draft)
    assert [page for page in draft if not {"稿", "签", "发"} <= set(page)] == []
    sealed = pages(make_pdf(form("penalty_decision"), data("penalty_decision"), on=DAY).content)
    assert "样式示意" in sealed[-1]
    assert [page for page in sealed if "稿" in page] == []
