"""What others ask about people: one query each, unless said otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_

from django.db import connection
from django.db.models import Q, QuerySet

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
    "certificates_on",
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


def certificates_on(officers: Iterable[Officer], day: date) -> dict[int, str]:
    """Officer's key → number of the enforcement certificate to show on `day`, as `certificate_on` picks it."""
    held = Certificate.objects.on(day).filter(officer__in=list(officers), kind=CertificateKind.ENFORCEMENT)
    return dict(held.order_by("valid_from", "id").values_list("officer_id", "number"))


def roles_on(officer: Officer, day: date, body: Body | None = None) -> frozenset[str]:
    """Codes of the roles held on `day`: anywhere, or those whose scope covers `body`."""
    grants = RoleGrant.objects.on(day).filter(officer=officer).order_by().values_list("role", "body__path")
    return frozenset(role for role, scope in grants if body is None or body.path.startswith(scope))


Grant = tuple[str, str, str | None]
"""(role, path of the body it was granted over, path of a body supervised from there or None)."""
_CERTIFICATE = "#"


@dataclass(frozen=True)
class Known:
    """What a page needs to know of an officer on a day: grants, and the numbers of the enforcement and of the
    supervision certificate, or empty.
    """

    day: date
    grants: tuple[Grant, ...]
    certificate: str
    supervision: str = ""


# Written as SQL like the standings: it is asked for every page, and its compiling costs more than all else about it.
_KNOWN = f"""
SELECT g.role, b.path, s.path FROM people_rolegrant g JOIN people_body b ON b.id = g.body_id
  LEFT JOIN people_body s ON s.supervisor_id = b.id
  WHERE g.officer_id = %s AND g.valid_from <= %s AND (g.valid_until IS NULL OR g.valid_until >= %s)
UNION ALL
SELECT '{_CERTIFICATE}', number, kind FROM people_certificate
  WHERE officer_id = %s AND valid_from <= %s AND (valid_until IS NULL OR valid_until >= %s)
    AND (revoked_on IS NULL OR revoked_on > %s)
"""


def known_on(officer: Officer, day: date) -> Known:
    """Grants and certificates in one query, asked anew each time; kept on the instance for what comes later in a
    request.
    """
    today = connection.ops.adapt_datefield_value(day)
    with connection.cursor() as cursor:
        cursor.execute(_KNOWN, [officer.pk, today, today, officer.pk, today, today, today])
        rows = cursor.fetchall()
    numbers = {kind: number for _, number, kind in sorted(row for row in rows if row[0] == _CERTIFICATE)}
    told = tuple(row for row in rows if row[0] != _CERTIFICATE)
    officer.known = Known(day, told, *(numbers.get(kind.value, "") for kind in CertificateKind))
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
