"""The law as the house knows it: instruments, clauses, duties and their fates, parameters, controls. Read only, no
queries.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from itertools import groupby
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse

from sanwei.acts import clock, registry
from sanwei.controls.control import DENY, Control
from sanwei.controls.register import register
from sanwei.facts import VOCABULARY
from sanwei.lawbook import Clause, Duty, Instrument, Lawbook, LawError, Parameter, Value, lawbook
from sanwei.people.models import Role

from ..duties import PARTS

KINDS = ("法律", "行政法规", "地方性法规", "部门规章", "政府规章", "规范性文件")
# Parts of law/duties.yaml in the words of the page.
DUTY_PARTS = {
    "authority": "主体与职权", "cases": "处罚案件", "risk": "风险", "discretion": "裁量",
    "standards": "裁量与制度", "permits": "许可与窗口",
    "mediation": "调解", "service": "服务", "complaints": "投诉举报", "patrol": "巡查与网格", "disclosure": "公开公示",
    "supervision": "监督与追责", "programme": "组织推进", "portal": "公众门户", "desk": "工作台", "api": "数据交换",
}  # fmt: skip
FATES = {
    "control": "由控制落实",
    "act": "由办理行为落实",
    "page": "由页面落实",
    "waiver": "不适用",
    "later": "后续建设",
}
NEXT = [
    ("desk:law", "文件与条款"), ("desk:law_duties", "七十项职责"), ("desk:parameters", "数值与期限"), ("desk:controls", "控制"),
]  # fmt: skip


def _page(request: HttpRequest, template: str, name: str, context: dict[str, Any], *, crumb: str = "") -> HttpResponse:
    label = dict(NEXT)[name]
    first = [("工作台", reverse("desk:home"))]
    crumbs = [*first, (label, reverse(name)), (crumb, "")] if crumb else [*first, (label, "")]
    tabs = [(words, reverse(code), code == name) for code, words in NEXT]
    return render(request, template, {"crumbs": crumbs, "law_tabs": tabs, "today": clock.today(), **context})


@login_required
def instruments(request: HttpRequest) -> HttpResponse:
    """Every document of law, by kind, the newest in force first."""
    book, today = lawbook(), clock.today()
    order = {kind: place for place, kind in enumerate(KINDS)}
    held = sorted(book.instruments, key=lambda i: (order.get(i.kind, len(KINDS)), -_begun(i)))
    number = Counter(clause.instrument.code for clause in book.clauses)
    groups = [
        (kind, [(i, number[i.code], i.in_force.covers(today)) for i in same])
        for kind, same in groupby(held, key=lambda i: i.kind)
    ]
    return _page(request, "desk/law.html", "desk:law", {"groups": groups, "version": book.version, "number": len(held)})


def _begun(instrument: Instrument) -> int:
    return (instrument.in_force.start or dt.date.min).toordinal()


@login_required
def instrument(request: HttpRequest, code: str) -> HttpResponse:
    """One document with the clauses the house uses, in its own words, and the controls that stand on each."""
    book = lawbook()
    try:
        found = book.instrument(code)
    except LawError:
        raise Http404 from None
    on = _standing_on()
    clauses = [(clause, on.get(clause.ref, []), clause.duties) for clause in book.clauses_of(code)]
    context = {"instrument": found, "clauses": clauses, "stands": found.in_force.covers(clock.today())}
    return _page(request, "desk/instrument.html", "desk:law", context, crumb=found.short)


def _standing_on() -> dict[str, list[Control]]:
    """Reference of a clause → the controls that cite it."""
    found: dict[str, list[Control]] = {}
    for control in register().values():
        for ref in control.clauses:
            found.setdefault(ref, []).append(control)
    return found


@login_required
def duties(request: HttpRequest) -> HttpResponse:
    """The duties of the founding documents, each with its one fate."""
    book = lawbook()
    told = [_duty(duty, book) for duty in book.duties]
    by_part: dict[str, list[dict[str, Any]]] = {}
    for duty in told:
        by_part.setdefault(duty["part"], []).append(duty)
    fates = [(FATES[fate], sum(duty.fate == fate for duty in book.duties)) for fate in FATES]
    context = {"parts": list(by_part.items()), "fates": fates, "number": len(told)}
    return _page(request, "desk/law_duties.html", "desk:law_duties", context)


def _duty(duty: Duty, book: Lawbook) -> dict[str, Any]:
    return {
        "id": duty.id,
        "part": DUTY_PARTS.get(duty.part, duty.part),
        "says": duty.duty,
        "cites": [(book.clause(ref).cite, ref.partition(" ")[0]) for ref in duty.cites],
        "fate": FATES[duty.fate],
        "level": {"waiver": "mute", "later": "warn"}.get(duty.fate, "ok"),
        "carriers": [_carrier(duty.fate, name) for name in duty.carriers],
        "limit": duty.limit,
    }


def _carrier(fate: str, name: str) -> tuple[str, str]:
    """(words, address or empty) of what carries a duty."""
    if fate == "control" and name in register():
        return register()[name].title, reverse("desk:control", args=[name])
    if fate == "act" and name in registry.acts():
        return registry.get(name).label, ""
    if fate == "page":
        try:
            return name, reverse(name)
        except NoReverseMatch:
            return name, ""
    return (DUTY_PARTS.get(name, name) if fate == "later" else name), ""


@login_required
def parameters(request: HttpRequest) -> HttpResponse:
    """The numbers of the law, each with the span it holds for."""
    book, today = lawbook(), clock.today()
    used = _used()
    told = [_parameter(p, used.get(p.key, []), today) for p in sorted(book.parameters, key=lambda p: p.key)]
    waiting = sum(not value["verified"] for p in told for value in p["values"])
    return _page(request, "desk/parameters.html", "desk:parameters", {"parameters": told, "waiting": waiting})


def _used() -> dict[str, list[Control]]:
    found: dict[str, list[Control]] = {}
    for control in register().values():
        for key in control.parameters:
            found.setdefault(key, []).append(control)
    return found


def _parameter(parameter: Parameter, controls: list[Control], today: dt.date) -> dict[str, Any]:
    now = parameter.at(today)
    latest_first = sorted(parameter.values, key=lambda value: (value is not now, -value.since.toordinal()))
    values = [_value(value, value is now) for value in latest_first]
    return {"key": parameter.key, "label": parameter.label, "values": values, "controls": controls}


def _value(value: Value, now: bool) -> dict[str, Any]:
    return {
        "amount": value.amount,
        "span": value.span.says,
        "cite": value.basis_clause.cite,
        "code": value.basis_clause.instrument.code,
        "verified": value.is_verified,
        "checked_on": value.checked_on,
        "now": now,
        "rolls": value.roll == "next_working_day",
        "note": value.note,
    }


@login_required
def controls(request: HttpRequest) -> HttpResponse:
    """All controls by part."""
    by_part: dict[str, list[Control]] = {}
    for control in register().values():
        by_part.setdefault(control.code.partition(".")[0], []).append(control)
    context = {"parts": [(PARTS.get(part, part), held) for part, held in by_part.items()], "number": len(register())}
    return _page(request, "desk/controls.html", "desk:controls", context)


@login_required
def control(request: HttpRequest, code: str) -> HttpResponse:
    """One control: its clauses, numbers, the acts it guards, the facts it looks at."""
    found = register().get(code)
    if found is None:
        raise Http404
    book, today = lawbook(), clock.today()
    context = {
        "control": found,
        "clauses": [_clause(book.clause(ref), today) for ref in found.clauses],
        "parameters": [_parameter(book.parameter(key), [], today) for key in sorted(found.parameters)],
        "guards": [_guard(act, effect) for act, effect in found.guards.items()],
        "facts": [VOCABULARY.fact(name) for name in sorted(found.needs)],
        "grain": VOCABULARY.grain(found.grain).label,
        "as_of": [VOCABULARY.fact(name).label for name in found.as_of.meta.root_names() if name in VOCABULARY.facts],
        "owner": dict(Role.choices).get(found.duty.owner, found.duty.owner) if found.duty else "",
        "discharge": _label(found.duty.act) if found.duty and found.duty.act else "",
    }
    return _page(request, "desk/control.html", "desk:controls", context, crumb=found.title)


def _clause(clause: Clause, today: dt.date) -> dict[str, Any]:
    return {"clause": clause, "now": clause.in_force_on(today), "verified": clause.instrument.is_verified}


def _guard(act: str, effect: str) -> tuple[str, str, str]:
    """(act, what the control does there, level)."""
    return _label(act), "不允许办理" if effect == DENY else "提醒", "bad" if effect == DENY else "warn"


def _label(act: str) -> str:
    return registry.get(act).label if act in registry.acts() else act
