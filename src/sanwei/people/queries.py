"""What others ask about people: one query each, unless said otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet

from sanwei.people.body_standing import body_standing
from sanwei.people.models import EXCLUSIVE_ROLES, Body, Certificate, Officer, Role, RoleGrant
from sanwei.people.models.officers import CertificateKind
from sanwei.people.standing import standing, standings

__all__ = [
    "bodies_in_scope",
    "body_standing",
    "certificate_on",
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


def scope_paths(officer: Officer, day: date) -> list[str]:
    """The tops of the subtrees whose matters the officer may see on `day`, none below another.

    Each role opens the subtree it was granted over; a supervisor also sees the bodies that name the granted body as
    their supervising body, with what is below them. The three administrators see no matters: their roles open nothing.
    """
    grants = RoleGrant.objects.on(day).filter(officer=officer).order_by()
    return opened_by(grants.values_list("role", "body__path", "body__supervises__path"))


def opened_by(grants: Iterable[tuple[str, str, str | None]]) -> list[str]:
    """The tops that these grants open: (role, path it was granted over, path of a body supervised from there)."""
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
