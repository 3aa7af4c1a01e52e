"""How a form is drawn: labels, marks, help, errors that lead to their fields, fieldsets."""

from __future__ import annotations

import pytest
from django import forms
from lxml import html

from sanwei.looks.fields import ChoiceCards, LongTextField, YesNoField
from sanwei.looks.renderer import groups


class Trial(forms.Form):
    name = forms.CharField(label="名称", help_text="与证件一致")
    grade = forms.ChoiceField(label="等次", choices=[("a", "从轻"), ("b", "一般")], widget=ChoiceCards)
    reason = LongTextField(label="理由", max_length=10)
    heard = YesNoField(label="是否听证", required=False)
    sure = forms.BooleanField(label="已核对")
    token = forms.CharField(label="标记", widget=forms.HiddenInput)
    fieldsets = [("甲", ["name", "grade", "token"]), ("乙", ["reason"], "说明在此")]

    def clean(self):
        raise forms.ValidationError("两处日期前后矛盾")


def drawn(data: dict[str, str] | None) -> html.HtmlElement:
    return html.fromstring(f"<form>{Trial(data)}</form>")


def test_the_summary_counts_the_faults_and_each_link_leads_to_a_control():
    page = drawn({"reason": "很长很长很长很长很长很长"})
    assert page.xpath("string(//*[@data-errors]/h2)") == "还有 6 处需要修改"
    ids = {element.get("id") for element in page.xpath("//input | //select | //textarea")}
    targets = [link.get("href").removeprefix("#") for link in page.xpath("//*[@data-errors]//a")]
    assert targets == ["id_name", "id_grade_0", "id_reason", "id_sure"]
    assert set(targets) <= ids
    assert "两处日期前后矛盾" in page.xpath("//*[@data-errors]")[0].text_content()


def test_help_error_and_counter_are_tied_to_their_control():
    page = drawn({"reason": "很长很长很长很长很长很长"})
    for control in ("id_name", "id_reason"):
        described = page.xpath(f"//*[@id='{control}']")[0].get("aria-describedby").split()
        assert described
        assert all(page.xpath(f"//*[@id='{one}']") for one in described)
    assert page.xpath("//*[@id='id_name']")[0].get("aria-describedby") == "id_name_helptext id_name_error"
    assert page.xpath("//*[@id='id_reason']")[0].get("aria-describedby") == "id_reason_error id_reason_count"
    group = page.xpath("//fieldset[.//*[@id='id_grade_0']][contains(@class, 'field')]")[0]
    assert group.get("aria-describedby") == "id_grade_error"
    assert page.xpath("//*[@id='id_name']")[0].get("aria-invalid") == "true"


def test_a_form_not_yet_sent_shows_no_errors():
    page = drawn(None)
    assert not page.xpath("//*[@data-errors] | //*[contains(@class, 'wrong')]")


def test_every_control_has_a_label_and_required_ones_say_so():
    page = drawn(None)
    for control in page.xpath("//input[not(@type='hidden')] | //textarea | //select"):
        labelled = page.xpath(f"//label[@for='{control.get('id')}']") or control.xpath("ancestor::label")
        assert labelled, control.get("id")
    assert page.xpath("string(//label[@for='id_name'])").strip() == "名称必填"
    assert "必填" not in page.xpath("string(//legend[contains(., '是否听证')])")


def test_fieldsets_keep_their_order_and_what_is_left_comes_last():
    made = groups(Trial())
    assert [(group.legend, group.note, [field.name for field in group.fields]) for group in made] == [
        ("甲", "", ["name", "grade"]),
        ("乙", "说明在此", ["reason"]),
        ("", "", ["heard", "sure"]),
    ]


def test_a_fieldset_that_names_an_unknown_field_is_refused():
    form = Trial()
    form.fieldsets = [("甲", ["nmae"])]
    with pytest.raises(LookupError, match="nmae"):
        groups(form)


def test_what_was_typed_is_escaped():
    page = str(Trial({"name": "<svg onload=alert(1)>", "reason": "</textarea><script>alert(1)</script>"}))
    assert "<svg onload" not in page and "<script>" not in page
    assert "&lt;svg onload=alert(1)&gt;" in page


def test_a_formset_is_drawn_with_its_management_form():
    page = str(forms.formset_factory(Trial, extra=2)())
    assert page.count('class="formset-row"') == 2 and "form-TOTAL_FORMS" in page
