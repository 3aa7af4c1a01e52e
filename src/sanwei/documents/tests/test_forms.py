from datetime import date, timedelta

import pytest
import yaml

from sanwei.documents import fonts, forms
from sanwei.documents.docx import render_docx
from sanwei.documents.errors import FormError
from sanwei.documents.fill import fill
from sanwei.documents.pdf import render_pdf
from sanwei.lawbook import lawbook

from .conftest import CODES, DAY, data, form
from .examples import context


def change(folder, name: str, old: str, new: str) -> None:
    file = folder / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_all_forms_of_the_house_are_there() -> None:
    assert {one.code for one in forms.every()} >= set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_a_package_is_whole_and_cites_law_of_its_time(code: str) -> None:
    package = form(code)
    assert [name for name in forms.PARTS if not (package.folder / name).is_file()] == []
    book = lawbook()
    assert package.basis
    assert [ref for ref in package.basis if not book.clause(ref).in_force.covers(DAY)] == []


@pytest.mark.parametrize("code", CODES)
def test_every_field_is_used_by_the_wording_or_the_head(code: str) -> None:
    package = form(code)
    said = yaml.safe_dump(
        yaml.safe_load((package.folder / "wording.yaml").read_text(encoding="utf-8")), allow_unicode=True
    )
    head = {"body_name", "number", "day", "case_number"}  # the layouts set these themselves
    unused = [field.key for field in package.fields if field.key not in said and field.key not in head]
    assert unused == []


@pytest.mark.parametrize("code", CODES)
def test_every_signature_has_its_place(code: str) -> None:
    package = form(code)
    placed = {role for block in package.wording.flow for role in block.sign or ()}
    placed |= {cell.sign for block in package.wording.flow if block.table for cell in block.table.cells if cell.sign}
    assert {signature.role for signature in package.signatures} == placed


def test_a_day_before_the_first_version_has_no_form() -> None:
    first = form("penalty_decision").in_force.start
    with pytest.raises(FormError, match="没有生效的版本"):
        forms.load("penalty_decision", first - timedelta(days=1))
    assert forms.load("penalty_decision", first).code == "penalty_decision"


def test_an_unknown_form_is_said_in_chinese() -> None:
    with pytest.raises(FormError, match="没有文书“no_such_form”"):
        forms.load("no_such_form", DAY)


def test_a_form_changed_in_the_law_files_needs_no_python(own_law) -> None:
    folder = own_law() / "henan" / "forms" / "visit_form"
    change(
        folder,
        "form.yaml",
        "signatures:",
        "- {key: water, label: 用水量, from: party.water, format: count, required: true}\nsignatures:",
    )
    change(
        folder,
        "wording.yaml",
        "[{label: 签名}",
        "[{label: 用水量}, {text: '{water}立方米', span: 3}]\n    - [{label: 签名}",
    )
    own_law()
    given = context(party__water=12)
    given["document"] = {"number": "", "day": DAY}
    cells = [cell for row in fill(form("visit_form"), given)["flow"][1]["rows"] for cell in row]
    assert [cell["texts"] for cell in cells if "立方米" in "".join(cell.get("texts", ""))] == [["12立方米"]]


def test_a_later_version_takes_over_on_its_day(own_law) -> None:
    henan = own_law() / "henan" / "forms"
    folder = henan / "visit_form_2"
    folder.mkdir()
    for name in forms.PARTS:
        (folder / name).write_bytes((henan / "visit_form" / name).read_bytes())
    change(henan / "visit_form", "form.yaml", "until: null", "until: 2026-12-31")
    change(folder, "form.yaml", "from: 2021-07-15", "from: 2027-01-01")
    change(folder, "form.yaml", "version: 1", "version: 2")
    own_law()
    assert forms.load("visit_form", date(2026, 12, 31)).version == "1"
    assert forms.load("visit_form", date(2027, 1, 1)).version == "2"


def test_a_city_may_have_a_form_of_its_own(own_law) -> None:
    law = own_law()
    mine = law / "zhengzhou" / "forms" / "visit_form"
    mine.mkdir(parents=True)
    for name in forms.PARTS:
        (mine / name).write_bytes((law / "henan" / "forms" / "visit_form" / name).read_bytes())
    own_law()
    assert forms.load("visit_form", DAY).folder == mine
    assert forms.load("penalty_decision", DAY).folder.parts[-3] == "henan"
    assert render_docx(form("visit_form"), data("visit_form")).startswith(b"PK")
    if fonts.chinese_found():  # its layout still finds the parts of the province
        assert render_pdf(form("visit_form"), data("visit_form")).startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("form.yaml", "format: tick", "format: ticking", "格式“ticking”不认识"),
        ("form.yaml", "kind: table", "kind: poster", "kind"),
        ("form.yaml", "key: phone,", "key: title,", "重复的key"),
        ("wording.yaml", "{title}", "{titel}", "titel"),
        ("wording.yaml", "sign: party", "sign: nobody", "nobody不在signatures中"),
        ("wording.yaml", "{each: said, span: 3", "{each: title, span: 3", "each不能用格式为text的字段title"),
        ("wording.yaml", '{text: "{title}", span: 3}', '{text: "{title}", span: 2}', "占3栏，应当是4栏"),
        ("wording.yaml", '{text: "{title}", span: 3}', '{text: "{title}", label: 甲, span: 3}', "恰好是"),
        ("wording.yaml", "flow:\n- {p:", "flow:\n- {p: 甲, head:", "恰好是"),
        ("wording.yaml", "- {p:", "- {when: nothing, p:", "nothing不是本文书的字段"),
        ("wording.yaml", "- {p:", "- {shout: 1, p:", "shout"),
        ("wording.yaml", "flow:", "flow: [", "写法有误"),
    ],
)  # fmt: skip
def test_a_fault_in_a_package_names_the_package_and_the_reason(own_law, name, old, new, said) -> None:
    folder = own_law() / "henan" / "forms" / "visit_form"
    change(folder, name, old, new)
    with pytest.raises(FormError, match="henan/forms/visit_form") as caught:
        forms.read(folder)
    assert said in str(caught.value)
    assert str(own_law()) not in str(caught.value)


def test_a_package_without_wording_is_said_to_be_incomplete(own_law) -> None:
    folder = own_law() / "henan" / "forms" / "visit_form"
    (folder / "wording.yaml").unlink()
    with pytest.raises(FormError, match=r"缺文件henan/forms/visit_form/wording\.yaml"):
        forms.read(folder)
