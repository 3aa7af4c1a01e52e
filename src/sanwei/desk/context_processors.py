"""What every staff page shows around its content: who is signed in, where one can go. Costs the one query of `me`."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from sanwei.desk.me import HANDLERS, Me, me
from sanwei.looks.links import to

PRODUCT = "服务型行政执法平台"
Link = tuple[str, str, str, bool, int]

# (label, icon, URL name, arguments, URL names under which it is marked as the present page)
_HOME = ("工作台", "home", "desk:home", (), ("desk:home",))
_CASES = ("案件", "folder", "cases:list", (), ("cases:list", "cases:case", "cases:do"))
_DUTIES = ("期限", "clock", "desk:duties", (), ("desk:duties",))
_LEAD = ("登记线索", "plus", "cases:begin", ("register_lead",), ())
_SPOT = ("当场处罚", "stamp", "cases:begin", ("decide_on_the_spot",), ())
_OVERVIEW = ("期限总览", "chart", "desk:overview", (), ("desk:overview",))
_RULES = ("办案规程", "doc", "cases:rules", (), ("cases:rules",))
_REFUSALS = ("被拒记录", "shield", "desk:refusals", (), ("desk:refusals",))
_READINGS = ("查看记录", "users", "desk:readings", (), ("desk:readings",))
_LAW = ("法律依据", "scale", "desk:law", (), ("desk:law", "desk:instrument", "desk:parameters", "desk:law_duties"))
_CONTROLS = ("控制", "grid", "desk:controls", (), ("desk:controls", "desk:control"))
_DRAFTS = ("我的草稿", "edit", "desk:drafts", (), ("desk:drafts",))
_PHRASES = ("常用语", "chat", "standards:phrases", (), ("standards:phrases", "standards:do"))
_ACCOUNT = ("我的", "user", "desk:account", (), ("desk:account",))


def context(request: HttpRequest) -> dict[str, Any]:
    """`product` for all; `me`, `unit`, `nav`, `tabs` for staff who are signed in (shapes: looks/shell.html)."""
    user = getattr(request, "user", None)
    match = getattr(request, "resolver_match", None)
    if user is None or match is None or not user.is_authenticated:
        return {"product": PRODUCT}
    known = me(request)
    if known is None:
        return {"product": PRODUCT, "me": {"name": user.get_username(), "url": to("desk:account")}}
    here = (match.view_name, match.kwargs.get("code"))
    return {
        "product": PRODUCT,
        "unit": known.officer.body.name,
        "me": {
            "name": known.officer.name,
            "certificate_kind": known.card[0],
            "certificate": known.card[1],
            "role": known.titles,
            "url": to("desk:account"),
        },
        "drafts": {
            "url": to("desk:drafts"),
            "sent": to("acts:sent"),
            "worker": to("desk:worker"),
            "login": to("login"),
        },
        "nav": [(label, [_link(item, here) for item in items]) for label, items in _groups(known)],
        "tabs": [_link(item, here)[:4] for item in _tabs(known)],
    }


def _groups(known: Me) -> list[tuple[str, list[tuple]]]:
    cases = [_HOME]
    if known.paths:
        cases += [_CASES, _DUTIES]
    if known.roles & HANDLERS:
        cases += [_LEAD, _SPOT]
    cases += [_DRAFTS, _PHRASES]
    if "leader" in known.roles:
        cases.append(_RULES)
    watching = [_OVERVIEW, _REFUSALS, _READINGS] if known.oversees else []
    return [("办案", cases), ("监督", [*watching, _LAW, _CONTROLS])]


def _tabs(known: Me) -> list[tuple]:
    last = _LEAD if known.roles & HANDLERS else _OVERVIEW if known.oversees else _LAW
    return [_HOME, *([_CASES, _DUTIES] if known.paths else []), last, _ACCOUNT]


def _link(item: tuple, here: tuple[str, str | None]) -> Link:
    label, picture, name, arguments, marks = item
    begun = name == "cases:begin" and here == (name, arguments[0])
    return label, picture, to(name, *arguments), begun or here[0] in marks, 0
