"""Forms of the gallery: every field and widget once, empty and refused."""

from __future__ import annotations

from datetime import date

from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

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

GRADES = [
    ("light", Card("从轻", "主动消除或者减轻后果")),
    ("common", Card("一般", "没有从轻从重情形")),
    ("heavy", Card("从重", "两年内再次违法")),
]
KINDS = [("photo", "现场照片"), ("record", "勘验笔录"), ("statement", "当事人陈述"), ("witness", "证人证言")]


class CaseForm(forms.Form):
    """A decision form with three fieldsets."""

    party = forms.CharField(
        label="当事人", initial="郑州惠济置业有限公司", help_text="与营业执照或者身份证上的名称一致"
    )
    found_on = DayField(label="发现日期", latest=date(2026, 11, 23))
    power = forms.ChoiceField(label="案由", choices=[("1", "占用城市道路堆放建筑材料"), ("2", "擅自占用绿地")])
    grade = forms.ChoiceField(label="裁量等次", choices=GRADES, widget=ChoiceCards)
    fine = MoneyField(label="罚款", min_fen=5_000, max_fen=50_000_00, help_text="法定幅度 50 元到 50,000 元")
    kinds = forms.MultipleChoiceField(label="证据种类", choices=KINDS, widget=CheckCards, required=False)
    reason = LongTextField(label="裁量理由", max_length=500, help_text="写明事实、情节和适用的条款")
    heard = YesNoField(label="当事人是否提出陈述申辩")
    hearing = YesNoField(label="当事人是否要求听证", required=False)
    photos = MultiFileField(label="现场照片", suffixes=(".jpg", ".png", ".pdf"), max_files=9, required=False)
    sure = forms.BooleanField(label="我已核对当事人的名称、地址和证件号码")

    fieldsets = [
        ("案件", ["party", "found_on", "power"]),
        ("处罚", ["grade", "fine", "kinds", "reason"], "罚款数额由裁量基准核对，超出幅度的不能提交"),
        ("程序", ["heard", "hearing", "photos"]),
    ]


def refused_case_form() -> CaseForm:
    """The same form sent with one fault of each kind."""
    data = QueryDict(mutable=True)
    data.update(
        {"no-party": "", "no-found_on": "2026年2月30日", "no-power": "1", "no-fine": "6万", "no-reason": "情节一般。"}
    )
    files = MultiValueDict({"no-photos": [SimpleUploadedFile("现场照片.exe", b"MZ")]})
    return CaseForm(data, files, prefix="no")


class SignInForm(forms.Form):
    """The two fields of a sign-in page."""

    username = forms.CharField(
        label="用户名", widget=forms.TextInput({"autocomplete": "username", "autocapitalize": "none"})
    )
    password = forms.CharField(label="密码", widget=forms.PasswordInput({"autocomplete": "current-password"}))
