"""Time limits: whose they are, which of them are asked for, how they are shown."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db.models import Case as When
from django.db.models import Count, IntegerField, Q, QuerySet
from django.db.models import When as Then
from django.http import Http404, QueryDict
from django.urls import reverse

from sanwei.acts import registry
from sanwei.acts.models import Duty, Matter
from sanwei.cases.queries import under
from sanwei.controls.register import register, timed
from sanwei.lawbook import Lawbook
from sanwei.people.models import Body, Role

from .lately import lately
from .me import OVERSEERS, Me

PAGE = 20
SOON = 3  # working days
PARTS = {
    "case": "办案",
    "authority": "资格",
    "risk": "风险",
    "service": "服务",
    "disclosure": "公示",
    "supervision": "备案",
}
WHEN = {"overdue": "已超期", "today": "今日到期", "soon": "三日内", "week": "本周到期", "undated": "期限待定"}


@dataclass(frozen=True)
class Asked:
    """What is asked for: one of `WHEN` or all, one of `PARTS` or all, one body's code or all; mine or all that I
    oversee.
    """

    when: str = ""
    part: str = ""
    body: str = ""
    whole: bool = False

    @classmethod
    def read(cls, query: QueryDict, known: Me) -> Asked:
        """From an address; what is not known there is left out."""
        when, part = query.get("when", ""), query.get("part", "")
        return cls(
            when=when if when in WHEN else "",
            part=part if part in parts() else "",
            body=query.get("body", "")[:40],
            whole=(query.get("scope") == "all" or known.watches) and known.oversees,
        )

    @property
    def query(self) -> dict[str, str]:
        """The parameters of the address that asks for this."""
        told = {"scope": "all" if self.whole else "", "when": self.when, "part": self.part, "body": self.body}
        return {name: value for name, value in told.items() if value}


@cache
def parts() -> dict[str, str]:
    """Part of the control's code → name, of the controls that set time limits."""
    standing = {control.code.partition(".")[0] for control in timed()}
    return {code: label for code, label in PARTS.items() if code in standing}


def mine(known: Me) -> QuerySet[Duty]:
    """Open duties that are this person's: of the cases he handles, and those a role of his owes over its bodies."""
    own = Q(handler=known.officer)
    for role in known.roles - {"officer"}:
        if paths := known.over(frozenset({role})):
            own |= Q(owner=role) & _within(paths)
    return Duty.objects.filter(own, state=Duty.OPEN)


def overseen(known: Me) -> QuerySet[Duty]:
    """Open duties of the bodies this person oversees."""
    return Duty.objects.filter(_within(known.over(OVERSEERS)), state=Duty.OPEN)


def _within(paths: list[str]) -> Q:
    """Duties of the bodies in these subtrees. The bodies are found first, once: by way of the duties, each of those
    that are met would be asked for the place of its body.
    """
    return Q(body__in=Body.objects.order_by().filter(under(paths, "path")).values("pk"))


def wanted(known: Me, asked: Asked, book: Lawbook, today: dt.date) -> QuerySet[Duty]:
    """The open duties asked for."""
    found = overseen(known) if asked.whole else mine(known)
    if asked.when:
        found = found.filter(_when(asked.when, book, today))
    if asked.part:
        found = found.filter(control__startswith=f"{asked.part}.")
    return found.filter(body__code=asked.body) if asked.body else found


def _when(when: str, book: Lawbook, today: dt.date) -> Q:
    return {
        "overdue": Q(due__lt=today),
        "today": Q(due=today),
        "soon": Q(due__gte=today, due__lte=soon(book, today)),
        "week": Q(due__gte=today, due__lte=today + dt.timedelta(days=6 - today.weekday())),
        "undated": Q(due__isnull=True),
    }[when]


def soon(book: Lawbook, today: dt.date) -> dt.date:
    """The third working day from today; three days on where the calendar ends."""
    return book.calendar.add(today, SOON, "working_days").day or today + dt.timedelta(days=SOON)


def counts(duties: QuerySet[Duty], book: Lawbook, today: dt.date, *, by_part: bool = False) -> dict[str, int]:
    """How many: `all`, each of `WHEN`, and each part if asked. One query, without parts from the index alone."""
    asked = {when: Count("pk", filter=_when(when, book, today)) for when in WHEN}
    if by_part:
        asked |= {part: Count("pk", filter=Q(control__startswith=f"{part}.")) for part in parts()}
    return duties.aggregate(all=Count("pk"), **asked)


def told(known: Me, *, whole: bool, book: Lawbook, today: dt.date, by_part: bool = False) -> dict[str, int]:
    """`counts` of this person's duties, counted now; with `whole` of all the person oversees, at most some seconds
    old.
    """
    if not whole:
        return counts(mine(known), book, today, by_part=by_part)
    over = (known.over(OVERSEERS), today, by_part)
    return lately("duties", over, lambda: counts(overseen(known), book, today, by_part=by_part))


def by_body(duties: QuerySet[Duty], book: Lawbook, today: dt.date) -> list[dict[str, Any]]:
    """Per body: code, name, overdue, soon, all; the one with most overdue first. One query."""
    asked = {when: Count("pk", filter=_when(when, book, today)) for when in ("overdue", "soon", "undated")}
    told = duties.order_by().values("body__code", "body__name", "body__path").annotate(all=Count("pk"), **asked)
    return sorted(told, key=lambda row: (-row["overdue"], -row["soon"], row["body__path"]))


@dataclass(frozen=True)
class Page:
    """One page of duties, the earliest due first, those without a due day last."""

    items: list[Duty]
    earlier: str = ""
    later: str = ""


def page(duties: QuerySet[Duty], *, after: str = "", before: str = "", size: int = PAGE) -> Page:
    """A page between cursors that a page gave (`<due day or empty>~<id>`). Raises Http404 for another cursor."""
    duties = duties.annotate(undated=_UNDATED)
    if before:
        rows = _first(duties.filter(_beyond(before, "lt")), ("-undated", "-due", "-pk"), size + 1)
        more, rows = len(rows) > size, rows[:size][::-1]
        return Page(rows, _cursor(rows[0]) if more else "", _cursor(rows[-1]) if rows else "")
    if after:
        duties = duties.filter(_beyond(after, "gt"))
    rows = _first(duties, ("undated", "due", "pk"), size + 1)
    more, rows = len(rows) > size, rows[:size]
    return Page(rows, _cursor(rows[0]) if after and rows else "", _cursor(rows[-1]) if more else "")


def _first(duties: QuerySet[Duty], order: tuple[str, ...], number: int) -> list[Duty]:
    """The first of many: they are put in order by what stands in the index, and only those shown are read whole."""
    ids = duties.order_by(*order).values("pk")[:number]
    return list(Duty.objects.annotate(undated=_UNDATED).filter(pk__in=ids).order_by(*order))


_UNDATED = When(Then(due__isnull=True, then=1), default=0, output_field=IntegerField())


def _cursor(duty: Duty) -> str:
    return f"{duty.due.isoformat() if duty.due else ''}~{duty.pk}"


def _beyond(cursor: str, way: str) -> Q:
    try:
        day, pk = cursor.split("~")
        due, number = dt.date.fromisoformat(day) if day else None, int(pk)
    except ValueError:
        raise Http404 from None
    further = Q(**{f"pk__{way}": number})
    if due is None:
        return Q(due__isnull=True) & further | (Q(due__isnull=False) if way == "lt" else Q(pk__in=[]))
    dated = Q(**{f"due__{way}": due}) | Q(due=due) & further
    return dated | Q(due__isnull=True) if way == "gt" else dated


def heads(duties: Iterable[Duty]) -> dict[uuid.UUID, Matter]:
    """The heads of these duties' matters: one query for each kind of matter among them."""
    by_kind: dict[str, set[uuid.UUID]] = {}
    for duty in duties:
        by_kind.setdefault(duty.matter_kind, set()).add(duty.matter_id)
    found: dict[uuid.UUID, Matter] = {}
    for kind, ids in by_kind.items():
        found |= registry.kind(kind).model.objects.select_related("body").in_bulk(ids)
    return found


def shown(
    duties: Iterable[Duty], matters: Mapping[uuid.UUID, Matter], known: Me, book: Lawbook, today: dt.date
) -> list[dict[str, Any]]:
    """Duties as the list of the looks wants them (parts/duties.html), with the title leading to the matter."""
    return [_line(duty, matters[duty.matter_id], known, book, today) for duty in duties if duty.matter_id in matters]


def _line(duty: Duty, matter: Matter, known: Me, book: Lawbook, today: dt.date) -> dict[str, Any]:
    act = registry.acts(duty.matter_kind).get(duty.act)
    belongs = act is not None and not act.creates and (not act.opens_at or matter.stage in act.opens_at)
    may = belongs and known.holds(act.roles, matter.body.path)
    return {
        "title": matter.title,
        "url": registry.kind(duty.matter_kind).url(matter),
        "party": getattr(matter, "party_name", ""),
        "number": getattr(matter, "number", ""),
        "step": getattr(matter, "stage_label", matter.stage),
        "ground": duty.todo,
        "cite": cite(duty, book),
        "due": duty.due,
        "left": left(duty, book, today),
        "unit": "working_days",
        "provisional": why_provisional(duty, book) if duty.provisional else "",
        "act_label": act.label if may else "",
        "act_url": reverse("cases:do", args=[matter.pk, act.code]) if may else "",
        "matter_id": duty.matter_id,
    }


def left(duty: Duty, book: Lawbook, today: dt.date) -> int | None:
    """Working days to the due day; negative once it has passed, even where only days off lie between."""
    if duty.due is None:
        return None
    days = book.calendar.working_days_between(today, duty.due)
    return min(days, -1) if days is not None and duty.due < today else days


def cite(duty: Duty, book: Lawbook) -> str:
    """The citations of the clauses in force on the day the time limit began."""
    control = register().get(duty.control)
    clauses = [book.clause(ref) for ref in control.clauses] if control else []
    return "；".join(clause.cite for clause in clauses if clause.in_force_on(duty.since))


def why_provisional(duty: Duty, book: Lawbook) -> str:
    """Why the due day may still move."""
    year = book.calendar.year((duty.due or duty.since).year)
    return (year.why if year and not year.published else "") or "有关年度的放假安排尚未公布"


HEAD = [
    ("期限编号", 10), ("案号", 26), ("案由", 36), ("当事人", 26), ("办理机关", 22), ("环节", 12), ("应做的事", 28), ("依据", 44),
    ("起算日", 12), ("到期日", 12), ("剩余工作日", 10), ("期限暂定", 10), ("责任身份", 14), ("承办人", 12),
]  # fmt: skip


def rows(duties: Iterable[Duty], matters: Mapping[uuid.UUID, Matter], book: Lawbook, today: dt.date) -> Iterable[list]:
    """The lines of the exported sheet (see `HEAD`). Duties must have their handler loaded."""
    roles = dict(Role.choices)
    for duty in duties:
        matter = matters[duty.matter_id]
        yield [
            duty.pk, getattr(matter, "number", ""), matter.title, getattr(matter, "party_name", ""), matter.body.name,
            getattr(matter, "stage_label", matter.stage), duty.todo, cite(duty, book), duty.since, duty.due,
            left(duty, book, today), "是" if duty.provisional else "", roles.get(duty.owner, duty.owner),
            duty.handler.name if duty.handler else "",
        ]  # fmt: skip
