"""The form of an act, made from what the act asks: label, kind and codes come from the vocabulary, so a fact is
asked the same way everywhere.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping

import polars as pl
from django import forms

from sanwei.facts import VOCABULARY
from sanwei.facts.vocabulary import WORDS
from sanwei.looks.fields import CheckCards, ChoiceCards, DayField, LongTextField, MoneyField, YesNoField

from . import phrases
from .act import Act, Ask, Context
from .kept import CHOSEN, LIST, KeepingForm, UploadsField
from .unsent import WHOSE, sign

MANY = 7  # more choices than this are a list, not cards
NO_ANSWERS = ("token", "version", WHOSE, LIST, CHOSEN)
STALE = "表单不完整，请刷新页面后重新填写"
# Where Django's own words do not say what to do.
SENTENCES = {
    "max_length": "最多 %(limit_value)d 字，现在有 %(show_value)d 字，请删减",
    "invalid_choice": "不在可选之列，请重新选择",
    "null_characters_not_allowed": "含有看不见的控制字符，请删去后重新输入",
}
NOT_OURS = "只能选择本单位在岗、有相应身份的人员，请重新选择"


class ActForm(KeepingForm):
    """Answers to what an act asks. `token` makes a double submission harmless; `version` finds out that somebody
    else was faster; `whose` lets answers survive the end of a session.
    """

    token = forms.CharField(widget=forms.HiddenInput, max_length=64, error_messages={"required": STALE})
    version = forms.IntegerField(
        widget=forms.HiddenInput, min_value=0, error_messages={"required": STALE, "invalid": STALE}
    )
    whose = forms.CharField(widget=forms.HiddenInput, max_length=200, required=False)

    def __init__(self, act: Act, ctx: Context, data=None, files=None):
        version = ctx.matter.version if ctx.matter is not None else None
        super().__init__(data, files, initial={"token": uuid.uuid4().hex, "version": version})
        self.initial[WHOSE] = sign(ctx.officer.user_id)
        self.act, self.ctx = act, ctx
        self.fields["version"].required = ctx.matter is not None
        asks = act.asked(ctx)
        for ask in asks:
            self.fields[ask.name] = field(ask, ctx, act)
            self.fields[ask.name].error_messages |= SENTENCES
            self.fields[ask.name].only_with = ask.only_with
            if ask.kind in ("officer", "officers"):
                self.fields[ask.name].error_messages |= {"invalid_choice": NOT_OURS}
            self.initial[ask.name] = ask.initial(ctx) if callable(ask.initial) else ask.initial
        self.fieldsets = fieldsets(asks)
        self._offer_phrases()
        groups = dict.fromkeys(a.group for a in asks)
        self.fieldsets = [(g, [a.name for a in asks if a.group == g]) for g in groups if g]
        self.offer_kept(f"{ctx.officer.pk}/{act.code}/{ctx.matter.pk if ctx.matter is not None else ''}")

    def _offer_phrases(self) -> None:
        long = {name: f.widget for name, f in self.fields.items() if isinstance(f, LongTextField)}
        for name, found in phrases.offered(self.ctx.body, long).items():
            long[name].phrases = found

    def answers(self) -> dict[str, object]:
        """Checked answers by name."""
        return {name: value for name, value in self.cleaned_data.items() if name not in NO_ANSWERS}

    def clean(self):
        cleaned = super().clean()
        for name, why in (self.act.wrong(self.ctx, cleaned) or {}).items():
            # An answer that could not be read counts as none: what was said of it is enough.
            if name not in self.errors:
                self.add_error(name if name in self.fields else None, why)
        return cleaned


def fieldsets(asks: Iterable[Ask]) -> list[tuple[str, list[str]]]:
    """(legend, names) in the order of the asks: a group stands where its first ask stands, what has no group stays
    where it is asked.
    """
    plan: list[tuple[str, list[str]]] = []
    for ask in asks:
        found = next((names for legend, names in plan if legend and legend == ask.group), None)
        if found is None and not ask.group and plan and not plan[-1][0]:
            found = plan[-1][1]
        if found is None:
            plan.append((ask.group, found := []))
        found.append(ask.name)
    return plan if any(legend for legend, _ in plan) else []


def field(ask: Ask, ctx: Context, act: Act) -> forms.Field:
    """The form field of one ask."""
    fact = VOCABULARY.facts.get(ask.name)
    common = {
        "label": ask.label or (fact.label if fact else ask.name),
        "required": ask.required,
        "help_text": ask.help or _meaning(ask, fact),
    }
    if make := _KINDS.get(ask.kind):
        return make(ask, ctx, common)
    if fact is None:
        raise ValueError(f"行为 {act.code} 问到的“{ask.name}”既不是事实，也没有写明种类")
    if fact.dtype == pl.Date:
        return DayField(earliest=act.earliest(ctx), latest=None if fact.foretold else ctx.day, **common)
    if fact.dtype == pl.Boolean:
        return YesNoField(**common)
    if fact.unit == "分":
        return MoneyField(**common)
    if fact.codes:
        return _choice(list(fact.codes.items()), common, several=fact.dtype == pl.List(pl.String))
    if fact.dtype == pl.Int64:
        return forms.IntegerField(min_value=0, **common)
    return LongTextField(max_length=5000, **common) if ask.long else forms.CharField(max_length=300, **common)


def _meaning(ask: Ask, fact) -> str:
    """What the vocabulary says of the fact; of a row of the record its number would say nothing to anybody."""
    if fact is None or fact.codes or fact.dtype == WORDS:
        return ""
    return "请从案件已有的记录中选择" if ask.kind == "choice" and fact.meaning.endswith("行号") else fact.meaning


def _choice(choices: list[tuple[str, str]], common: Mapping, *, several: bool = False) -> forms.Field:
    if several:
        return forms.MultipleChoiceField(choices=choices, widget=CheckCards, **common)
    if len(choices) > MANY:
        return forms.ChoiceField(choices=[("", "请选择"), *choices], **common)
    return forms.ChoiceField(choices=choices, widget=ChoiceCards, **common)


def _time(ask, ctx, common):
    """Hours and minutes, kept as text like 09:05: a moment is only ever written on paper, never reckoned with."""
    wrong = "请填写二十四小时制的时间，例如 09:05"
    widget = forms.TextInput(attrs={"type": "time"})
    return forms.RegexField(
        r"^([01]\d|2[0-3]):[0-5]\d$", max_length=5, widget=widget, error_messages={"invalid": wrong}, **common
    )


def _offered(ask: Ask, ctx: Context) -> list[tuple[str, str]]:
    return list(ask.choices(ctx)) if ask.choices else []


def _phone(ask, ctx, common):
    wrong = "请填写 11 位手机号码，或者带区号的固定电话"
    return forms.RegexField(
        r"^(1\d{10}|0\d{2,3}-?\d{7,8})$", max_length=20, error_messages={"invalid": wrong}, **common
    )


_KINDS = {
    "name": lambda ask, ctx, common: forms.CharField(max_length=60, **common),
    "text": lambda ask, ctx, common: forms.CharField(max_length=120, **common),
    "code": lambda ask, ctx, common: forms.CharField(max_length=30, **common),
    "phone": _phone,
    "time": _time,
    "long": lambda ask, ctx, common: LongTextField(max_length=5000, **common),
    "choice": lambda ask, ctx, common: _choice(_offered(ask, ctx), common),
    "yesno": lambda ask, ctx, common: YesNoField(**common),
    "choices": lambda ask, ctx, common: _choice(_offered(ask, ctx), common, several=True),
    "officer": lambda ask, ctx, common: _choice(_offered(ask, ctx), common),
    "officers": lambda ask, ctx, common: _choice(_offered(ask, ctx), common, several=True),
    "files": lambda ask, ctx, common: UploadsField(**common),
}
