"""The fields of forms: values, messages, and nothing typed is lost."""

from __future__ import annotations

from datetime import date

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from lxml import html

from sanwei.looks.fields import (
    Card,
    CheckCards,
    ChoiceCards,
    DayField,
    LongTextField,
    MoneyField,
    MultiFileField,
    YesNoField,
)


def form_of(field: forms.Field, typed: object = None, *, initial: object = None) -> forms.Form:
    """A form of one field named `it`, sent with `typed` (a list for several values) unless None."""
    made = type("OneField", (forms.Form,), {"it": field})
    if typed is None:
        return made(initial={"it": initial})
    data = QueryDict(mutable=True)
    data.setlist("it", typed if isinstance(typed, list) else [typed])
    return made(data, initial={"it": initial})


def message(form: forms.Form) -> str:
    assert not form.is_valid()
    return "；".join(form.errors["it"])


def test_money_is_kept_in_fen_and_shown_in_yuan():
    form = form_of(MoneyField(), "45，000.5")
    assert form.is_valid()
    assert form.cleaned_data["it"] == 4_500_050
    shown = str(form_of(MoneyField(), initial=4_500_050)["it"])
    assert 'value="45,000.50"' in shown and ">元<" in shown and 'type="text"' in shown


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("10", "金额不能少于 50 元，现在是 10 元"),
        ("60,000", "金额不能超过 50,000 元，现在是 60,000 元"),
        ("1.005", "金额精确到分，最多两位小数，“1.005”有 3 位"),
        ("   ", "请填写金额"),
    ],
)
def test_a_wrong_amount_is_refused_with_the_bound_and_comes_back_as_typed(typed, said):
    form = form_of(MoneyField(min_fen=5_000, max_fen=5_000_000), typed)
    assert message(form) == said
    assert f'value="{typed}"' in str(form["it"])


def test_an_amount_not_required_may_be_left_empty_and_an_unchanged_one_has_not_changed():
    assert form_of(MoneyField(required=False), "").is_valid()
    assert not form_of(MoneyField(), "1,234.50", initial=123_450).has_changed()
    assert form_of(MoneyField(), "1,234.51", initial=123_450).has_changed()


def test_a_day_is_shown_in_a_date_box():
    shown = str(form_of(DayField(), initial=date(2026, 11, 3))["it"])
    assert 'type="date"' in shown and 'value="2026-11-03"' in shown


def test_a_day_that_cannot_be_read_comes_back_in_a_text_box():
    form = form_of(DayField(), "2026年2月30日")
    assert message(form) == "2026年2月没有 30 日"
    assert 'type="text"' in str(form["it"]) and 'value="2026年2月30日"' in str(form["it"])


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2026-10-11", "不能早于 2026年10月12日，现在写的是 2026年10月11日"),
        ("2026-11-24", "不能晚于 2026年11月23日，现在写的是 2026年11月24日"),
        ("", "请填写日期"),
    ],
)
def test_a_day_outside_its_bounds_is_refused_with_the_bound(typed, said):
    field = DayField(earliest=date(2026, 10, 12), latest=lambda: date(2026, 11, 23))
    assert message(form_of(field, typed)) == said


@pytest.mark.parametrize("typed", ["2026-10-12", "2026年11月23日"])
def test_the_bounds_of_a_day_belong_to_it(typed):
    assert form_of(DayField(earliest=date(2026, 10, 12), latest=date(2026, 11, 23)), typed).is_valid()


def test_line_ends_count_once_in_a_long_text():
    form = form_of(LongTextField(max_length=5), "一二\r\n三四")
    assert form.is_valid()
    assert form.cleaned_data["it"] == "一二\n三四"


def test_a_text_too_long_is_told_by_how_much_and_is_never_cut_off():
    form = form_of(LongTextField(max_length=5), "一二三四五六七")
    assert message(form) == "最多 5 字，现在有 7 字，请删去 2 字"
    shown = str(form["it"])
    assert "一二三四五六七</textarea>" in shown and "maxlength" not in shown and "最多 5 字" in shown


@pytest.mark.parametrize(("typed", "value"), [("yes", True), ("no", False)])
def test_yes_and_no_are_both_answers(typed, value):
    form = form_of(YesNoField(), typed)
    assert form.is_valid()
    assert form.cleaned_data["it"] is value


def test_an_answer_that_is_required_must_be_given():
    form = form_of(YesNoField(yes="合格", no="退回"), "")
    assert message(form) == "请选择“合格”或“退回”"
    assert str(form["it"]).count('type="radio"') == 2 and "checked" not in str(form["it"])


def test_an_answer_not_required_can_be_taken_back():
    form = form_of(YesNoField(required=False), "")
    assert form.is_valid()
    assert form.cleaned_data["it"] is None
    unset = str(form_of(YesNoField(required=False))["it"])
    assert unset.count('type="radio"') == 3 and "未选" in unset and unset.count("checked") == 1


def test_an_answer_of_the_record_is_shown_as_chosen():
    radios = html.fromstring(str(form_of(YesNoField(), initial=False)["it"])).xpath(".//input")
    assert [radio.get("value") for radio in radios if radio.get("checked") is not None] == ["no"]


def test_an_answer_nobody_offered_is_refused():
    assert message(form_of(YesNoField(), "maybe")) == "没有这个选项，请重新选择"


def test_cards_show_their_note_and_escape_it():
    choices = [("a", Card("从轻", note="<b>减轻</b>后果")), ("b", "一般")]
    shown = str(form_of(forms.ChoiceField(choices=choices, widget=ChoiceCards), initial="b")["it"])
    assert "<small>&lt;b&gt;减轻&lt;/b&gt;后果</small>" in shown and shown.count('class="choice"') == 2
    several = form_of(forms.MultipleChoiceField(choices=choices, widget=CheckCards), ["a", "b"])
    assert several.is_valid() and str(several["it"]).count("checked") == 2


def files_form(field: MultiFileField, *sent: SimpleUploadedFile) -> forms.Form:
    made = type("Files", (forms.Form,), {"it": field})
    return made(QueryDict(), MultiValueDict({"it": list(sent)}) if sent else MultiValueDict())


def test_several_files_come_as_a_list_in_the_order_they_were_chosen():
    form = files_form(MultiFileField(), SimpleUploadedFile("甲.jpg", b"1"), SimpleUploadedFile("乙.jpg", b"22"))
    assert form.is_valid() and form.is_multipart()
    assert [file.name for file in form.cleaned_data["it"]] == ["甲.jpg", "乙.jpg"]
    assert form.has_changed()


def test_no_file_is_an_empty_list_unless_one_is_required():
    form = files_form(MultiFileField(required=False))
    assert form.is_valid() and form.cleaned_data["it"] == [] and not form.has_changed()
    assert message(files_form(MultiFileField())) == "请选择文件"


def test_every_fault_of_every_file_is_told_at_once():
    field = MultiFileField(max_files=2, max_bytes=1024, max_total=2048, suffixes=(".jpg", ".pdf"))
    sent = [
        SimpleUploadedFile("空.jpg", b""),
        SimpleUploadedFile("大.PDF", b"x" * 2000),
        SimpleUploadedFile("程序.exe", b"x" * 600),
    ]
    told = message(files_form(field, *sent)).split("；")
    assert told == [
        "空.jpg 是空文件，请重新选择",
        "大.PDF 有 2 KB，超过每个文件 1 KB 的上限",
        "程序.exe 的类型不在允许之列，可以上传 jpg、pdf",
        "最多 2 个文件，现在选了 3 个",
        "全部文件合计 3 KB，超过 2 KB 的上限，请分几次提交",
    ]


def test_a_box_for_one_file_does_not_offer_several():
    assert "multiple" not in str(files_form(MultiFileField(max_files=1))["it"])
    assert "multiple" in str(files_form(MultiFileField(max_files=2))["it"])


def test_django_s_own_fields_speak_our_sentences():
    assert message(form_of(forms.CharField(), "")) == "请填写这一项"
    assert message(form_of(forms.ChoiceField(choices=[("a", "甲")]), "")) == "请选择一项"
    assert message(form_of(forms.ChoiceField(choices=[("a", "甲")]), "乙")) == "“乙”不在可选之列，请重新选择"
    assert message(form_of(forms.BooleanField(), "")) == "请先确认并勾选"
    assert message(form_of(forms.IntegerField(), "三")) == "请填写整数"
    several = message(form_of(forms.MultipleChoiceField(choices=[("a", "甲")]), ["a", "丙"]))
    assert several == "“丙”不在可选之列，请重新选择"
