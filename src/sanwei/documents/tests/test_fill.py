import json
from dataclasses import dataclass
from datetime import date

import pytest

from sanwei.documents.errors import FieldsMissing, FieldWrong
from sanwei.documents.fill import canonical, digest, fill

from .conftest import CODES, data, form
from .examples import context


def words(one: dict) -> str:
    return json.dumps(one, ensure_ascii=False)


@pytest.mark.parametrize("code", CODES)
def test_every_form_is_filled_from_the_full_context_into_plain_json(code: str) -> None:
    filled = data(code)
    assert json.loads(canonical(filled)) == filled
    assert "{" not in "".join(text for item in filled["flow"] for text in item.get("texts", []))


@pytest.mark.parametrize("code", CODES)
def test_an_empty_context_lists_every_required_label_at_once(code: str) -> None:
    package = form(code)
    with pytest.raises(FieldsMissing) as caught:
        fill(package, {})
    required = [field.label for field in package.fields if field.required]
    assert [label for label in caught.value.labels if label in required] == required
    assert str(caught.value).startswith(f"《{package.title}》还缺以下内容：")


def test_blank_text_does_not_count_as_an_answer() -> None:
    with pytest.raises(FieldsMissing) as caught:
        data("penalty_decision", decision__reasons=" \n\u3000", party__name="\x00")
    assert caught.value.labels == ["当事人", "裁量理由"]


def test_a_flag_that_says_no_is_an_answer() -> None:
    assert data("penalty_decision", decision__fined=False)["f"]["fined"] is False
    with pytest.raises(FieldsMissing, match="是否罚款"):
        data("penalty_decision", decision__fined=None)


def test_a_fine_asks_for_the_way_to_pay_and_no_fine_does_not() -> None:
    with pytest.raises(FieldsMissing) as caught:
        data("penalty_decision", payment={})
    assert caught.value.labels == ["缴款期限", "缴款银行和账户", "加处罚款的依据", "加处罚款比例", "加处罚款上限"]
    warned = data("penalty_decision", payment={}, decision__fined=False, decision__penalties=["警告"])
    assert "缴纳" not in words(warned["flow"])


def test_remedies_come_from_the_facts_and_not_from_the_layout() -> None:
    longer = data("penalty_decision", remedy__review_term={"value": 90, "unit": "calendar_days"},
                  remedy__suit_term={"value": 3, "unit": "months"}, body__court="示例铁路运输法院")  # fmt: skip
    said = words(longer["flow"])
    assert "九十日内向示例市人民政府申请行政复议" in said
    assert "三个月内向示例铁路运输法院提起行政诉讼" in said
    assert "六十日" not in said


@pytest.mark.parametrize("code", ["penalty_decision", "on_the_spot_decision"])
def test_where_review_comes_first_the_way_to_court_leads_through_it(code: str) -> None:
    first = words(data(code, remedy__review_first=True, remedy__suit_term=None)["flow"])
    assert "应当先" in first
    assert "再依法向示例市双桥区人民法院提起行政诉讼" in first
    either = words(data(code, remedy__review_first=False)["flow"])
    assert "也可以自收到本决定书之日起六个月内" in either
    assert "应当先" not in either
    with pytest.raises(FieldsMissing, match="起诉期限"):
        data(code, remedy__review_first=False, remedy__suit_term=None)


def test_the_notice_tells_of_the_hearing_only_where_there_is_a_right_to_it() -> None:
    assert "听证" in words(data("penalty_notice")["flow"])
    assert "听证" not in words(data("penalty_notice", notice__hearing=False, notice__hearing_term=None)["flow"])
    with pytest.raises(FieldsMissing, match="要求听证的期限"):
        data("penalty_notice", notice__hearing_term=None)


def test_a_paragraph_without_its_fact_is_left_out() -> None:
    without = data("penalty_decision", hearing__hearing_held_on=None, panel__panel_on=None)
    assert "举行了听证" not in words(without["flow"])
    assert "集体讨论了本案" not in words(without["flow"])
    assert "集体讨论了本案" in words(data("penalty_decision")["flow"])


def test_braces_in_a_value_stay_braces() -> None:
    filled = data("penalty_decision", party__name="甲{address}{{ 7*7 }}公司")
    assert filled["flow"][0]["texts"] == ["当事人：甲{address}{{ 7*7 }}公司"]


def test_empty_lists_leave_empty_cells_and_no_error() -> None:
    filled = data("closing_approval", closing__visit="", closing__remedies=None)
    assert filled["f"]["visited"] == []


def test_objects_serve_as_well_as_mappings() -> None:
    @dataclass
    class Party:
        name: str = "乙公司"
        kind_label: str = "法人"
        code: str = ""
        representative: str = ""
        address: str = "示例路1号"
        phone: str = ""

    assert data("penalty_decision", party=Party())["f"]["party"] == "乙公司"


def test_a_wrong_value_is_told_by_its_label_in_chinese() -> None:
    with pytest.raises(FieldWrong) as caught:
        data("penalty_decision", case__filed_on="昨天")
    assert str(caught.value) == "《行政处罚决定书》的“立案日”填不上：内容不合“day”的写法。请检查这一项的内容。"
    with pytest.raises(FieldWrong, match="期限单位“weeks”不认识"):
        data("penalty_decision", remedy__review_term={"value": 8, "unit": "weeks"})


def test_the_digest_is_the_same_whatever_the_order_of_keys() -> None:
    assert digest({"a": 1, "b": ["甲"]}) == digest({"b": ["甲"], "a": 1})
    assert digest({"a": 1}) != digest({"a": 2})
    assert canonical({"乙": 1, "a": "é\n"}) == '{"a":"é\\n","乙":1}'.encode()


def test_the_context_is_not_changed_by_filling() -> None:
    given = context()
    given["document"] = {"number": "1号", "day": date(2026, 1, 1)}
    fill(form("penalty_decision"), given)
    assert given == {**context(), "document": {"number": "1号", "day": date(2026, 1, 1)}}
