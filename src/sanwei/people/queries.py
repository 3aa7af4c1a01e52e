"""What others ask about people: one query each, unless said otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import CharField, Q, QuerySet, Value

from sanwei.people.body_standing import body_standing
from sanwei.people.models import EXCLUSIVE_ROLES, Body, Certificate, Officer, Role, RoleGrant
from sanwei.people.models.officers import CertificateKind
from sanwei.people.standing import standing, standings

__all__ = [
    "Grant",
    "Known",
    "bodies_in_scope",
    "body_standing",
    "certificate_on",
    "known_on",
    "opened_by",
    "roles_on",
    "scope_paths",
    "standing",
    "standings",
    "subtree",
]


def subtree(body: Body) -> QuerySet[Body]:
    """The body itself and every body below it. No query until read."""
    return Body.objects.filter(path__startswith=body.path)


def certificate_on(officer: Officer, day: date, kind: str = CertificateKind.ENFORCEMENT.value) -> Certificate | None:
    """The certificate of that kind the officer may show on `day`; of several the latest begun; None without one."""
    held = Certificate.objects.on(day).filter(officer=officer, kind=kind)
    return held.order_by("-valid_from", "-id").first()


def roles_on(officer: Officer, day: date, body: Body | None = None) -> frozenset[str]:
    """Codes of the roles held on `day`: anywhere, or those whose scope covers `body`."""
    grants = RoleGrant.objects.on(day).filter(officer=officer).order_by().values_list("role", "body__path")
    return frozenset(role for role, scope in grants if body is None or body.path.startswith(scope))


Grant = tuple[str, str, str | None]
"""(role, path of the body it was granted over, path of a body supervised from there or None)."""
_CERTIFICATE = "#"


@dataclass(frozen=True)
class Known:
    """What a page needs to know of an officer on a day: grants, and the number of the enforcement certificate, or
    empty.
    """

    day: date
    grants: tuple[Grant, ...]
    certificate: str


def known_on(officer: Officer, day: date) -> Known:
    """Grants and certificate in one query, asked anew each time; kept on the instance for what comes later in a
    request.
    """
    grants = RoleGrant.objects.on(day).filter(officer=officer).order_by()
    held = Certificate.objects.on(day).filter(officer=officer, kind=CertificateKind.ENFORCEMENT).order_by()
    mark = Value(_CERTIFICATE, output_field=CharField())
    own = grants.values_list("role", "body__path", "body__supervises__path")
    rows = list(own.union(held.values_list(mark, "number", "kind"), all=True))
    numbers = sorted(number for role, number, _ in rows if role == _CERTIFICATE)
    told = tuple(row for row in rows if row[0] != _CERTIFICATE)
    officer.known = Known(day, told, numbers[-1] if numbers else "")
    return officer.known


def scope_paths(officer: Officer, day: date) -> list[str]:
    """The tops of the subtrees whose matters the officer may see on `day`, none below another.

    Each role opens the subtree it was granted over; a supervisor also sees the bodies that name the granted body as
    their supervising body, with what is below them. The three administrators see no matters: their roles open nothing.
    """
    return opened_by(known_on(officer, day).grants)


def opened_by(grants: Iterable[Grant]) -> list[str]:
    """The tops of the subtrees that these grants open."""
    paths: set[str] = set()
    for role, own, supervised in grants:
        if role in EXCLUSIVE_ROLES:
            continue
        paths.add(own)
        if role == Role.SUPERVISOR and supervised is not None:
            paths.add(supervised)
    return _tops(paths)


def bodies_in_scope(officer: Officer, day: date) -> QuerySet[Body]:
    """The bodies whose matters the officer may see on `day` (see `scope_paths`): one query now, one when read.
    An officer without a role sees none."""
    paths = scope_paths(officer, day)
    if not paths:
        return Body.objects.none()
    return Body.objects.filter(reduce(or_, (Q(path__startswith=path) for path in paths)))


def _tops(paths: Iterable[str]) -> list[str]:
    tops: list[str] = []
    for path in sorted(paths):
        if not tops or not path.startswith(tops[-1]):
            tops.append(path)
    return tops
