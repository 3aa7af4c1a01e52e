"""Template tags of the looks: `{% load looks %}`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django import forms, template
from django.http import QueryDict
from django.template.context import RequestContext
from django.utils.formats import localize
from django.utils.html import conditional_escape, format_html, linebreaks
from django.utils.safestring import SafeString, mark_safe

from sanwei.looks import icons, renderer, verdicts, words

register = template.Library()


@register.filter
def money(fen: int | None) -> str:
    """Integer 分 → `1,234.56 元`."""
    return words.money_text(fen if isinstance(fen, int) else None)


@register.filter
def day(value: date | datetime | None) -> str:
    """`2026年11月3日`."""
    return words.day_text(value or None)


@register.filter
def short_day(value: date | datetime | None) -> str:
    """`11月3日`."""
    return words.short_day_text(value or None)


@register.filter
def iso(value: date) -> str:
    """`2026-11-03`, for machines; several times cheaper than the general filter of dates."""
    return value.isoformat()


@register.filter
def month_day(value: date) -> str:
    """`11-03`."""
    return f"{value:%m-%d}"


@register.filter
def weekday(value: date | datetime | None) -> str:
    """`星期二`."""
    return words.weekday_text(value or None)


@register.filter
def left(remaining: int | None, unit: str = "working_days") -> words.Left:
    """Remaining days → words and level: `{% with l=duty.left|left %}{{ l.words }} {{ l.level }}{% endwith %}`."""
    return words.left_text(remaining if isinstance(remaining, int) else None, unit or "working_days")


@register.simple_tag
def left_tag(remaining: int | None, unit: str = "working_days") -> SafeString:
    """Remaining days as a coloured tag; an empty unit means working days."""
    told = left(remaining, unit)
    return tag(told.words, told.level)


@register.filter
def size(number: int) -> str:
    """Bytes → `23.4 MB`."""
    return words.size_text(number)


@register.filter
def dash(value: Any) -> Any:
    """The value, or a dash for None and the empty text; 0 stays 0."""
    return words.DASH if value is None or value == "" else value


@register.simple_tag
def facts_list(facts: Iterable[tuple[Any, ...]] | None) -> SafeString:
    """Labels and values side by side, from (label, value) or (label, value, note). Drawn here and not by a template: a
    case page shows a hundred of them.
    """
    drawn = []
    for label, value, *notes in facts or ():
        note = f"<small>{_shown(notes[0])}</small>" if notes and notes[0] else ""
        drawn.append(f"<div><dt>{_shown(label)}</dt><dd>{_shown(dash(value))}{note}</dd></div>")
    return mark_safe(f'<dl class="facts">{"".join(drawn)}</dl>')


@register.simple_tag
def facts_row(row: dict[str, list[tuple[Any, ...]]]) -> SafeString:
    """One row of a record: `short` facts side by side, `long` ones as (label, text) with their paragraphs below."""
    short = facts_list(row["short"]) if row["short"] else ""
    long = (
        f'<div class="long-fact"><b>{_shown(label)}</b>{linebreaks(str(text), True)}</div>'
        for label, text in row["long"]
    )
    return mark_safe(short + "".join(long))


def _shown(value: Any) -> str:
    """As a template shows it: numbers and days in the words of the language, then escaped."""
    return conditional_escape(value if isinstance(value, str) else localize(value))


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """One icon of the sprite; with a label it is read out."""
    return icons.icon(name, label)


@register.simple_tag
def tag(word: Any, level: str = "mute", picture: str = "") -> SafeString:
    """A state word with its colour: `{% tag "待审核" "info" %}`; levels bad, warn, info, ok, mute."""
    return format_html('<span class="tag {}">{}{}</span>', level, icons.icon(picture) if picture else "", word)


@register.simple_tag
def verdict_tag(verdict: Any) -> SafeString:
    """The word of a verdict with icon and colour."""
    face = verdicts.face(verdict)
    return tag(face.word, face.level, face.icon)


@register.filter
def verdict_level(verdict: Any) -> str:
    """The level of a verdict: bad, warn, info, ok, mute."""
    return verdicts.face(verdict).level


@register.filter
def weigh(items: Iterable[Any] | None) -> verdicts.Weighed:
    """The verdicts of a gate, sorted by what a person must look at first."""
    return verdicts.weigh(list(items or []))


@register.filter
def groups(form: forms.BaseForm) -> list[renderer.Group]:
    """The fieldsets of a form."""
    return renderer.groups(form)


@register.filter
def fault_count(form: forms.BaseForm) -> int:
    """How many places of a form want changing: each sentence counts."""
    return sum(len(errors) for errors in form.errors.values())


@register.simple_tag(takes_context=True)
def query_with(context: RequestContext, **changes: Any) -> str:
    """The present GET parameters with some changed, None or empty removes one: `href="{% query_with page=2 %}"`."""
    request = context.get("request")
    query = request.GET.copy() if request is not None else QueryDict(mutable=True)
    for name, value in changes.items():
        query.pop(name, None)
        if value not in (None, ""):
            query[name] = value
    return f"?{query.urlencode()}"
