"""What Django's own form fields say when they refuse, in our words: what is wrong and what to do."""

from __future__ import annotations

from django import forms

SENTENCES: dict[type[forms.Field], dict[str, str]] = {
    forms.Field: {"required": "请填写这一项"},
    forms.ChoiceField: {"required": "请选择一项", "invalid_choice": "“%(value)s”不在可选之列，请重新选择"},
    forms.MultipleChoiceField: {
        "required": "请至少选择一项",
        "invalid_choice": "“%(value)s”不在可选之列，请重新选择",
        "invalid_list": "选择的内容不完整，请重新选择",
    },
    forms.ModelChoiceField: {"required": "请选择一项", "invalid_choice": "这一项已经不在可选之列，请重新选择"},
    forms.BooleanField: {"required": "请先确认并勾选"},
    forms.IntegerField: {"invalid": "请填写整数"},
    forms.FileField: {"required": "请选择文件", "empty": "这是空文件，请重新选择"},
}


def use_own_sentences() -> None:
    """Put the sentences into the fields of Django; called once when the app is ready."""
    for field, sentences in SENTENCES.items():
        own = dict(field.__dict__.get("default_error_messages", {}))
        field.default_error_messages = {**own, **sentences}
