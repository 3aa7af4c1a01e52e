"""Who is asking: the officer with certificate, roles and reach, in one query a request."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db.models import CharField, Q, QuerySet, Value
from django.http import HttpRequest

from sanwei.acts import clock
from sanwei.people.models import EXCLUSIVE_ROLES, Certificate, Officer, Role, RoleGrant
from sanwei.people.queries import opened_by
from sanwei.people.who import current

OVERSEERS = frozenset({"leader", "section_head", "supervisor"})
"""Roles that see the time limits and refusals of the bodies they were granted over, not only their own."""
HANDLERS = frozenset({"officer", "section_head"})
_KEPT = "_desk_me"
_CERTIFICATE = "#"


@dataclass(frozen=True)
class Me:
    """The officer on duty. `grants`: (role, path of the body it reaches from, path of a body supervised from there or None)."""

    officer: Officer
    certificate: str
    grants: tuple[tuple[str, str, str | None], ...]

    @property
    def roles(self) -> frozenset[str]:
        """Codes of the roles held today, anywhere."""
        return frozenset(role for role, _, _ in self.grants)

    @property
    def paths(self) -> list[str]:
        """The tops of the subtrees whose matters this person may see."""
        return opened_by(self.grants)

    def over(self, roles: frozenset[str]) -> list[str]:
        """The tops of the subtrees in which this person holds one of `roles`."""
        return opened_by(grant for grant in self.grants if grant[0] in roles)

    def holds(self, roles: frozenset[str], path: str) -> bool:
        """Whether one of `roles` reaches the body of this path."""
        return any(path.startswith(top) for top in self.over(roles))

    @property
    def oversees(self) -> bool:
        return bool(self.roles & OVERSEERS)

    @property
    def titles(self) -> str:
        """The names of the roles, for the page."""
        return "、".join(Role(role).label for role in dict.fromkeys(role for role, _, _ in self.grants))


def me(request: HttpRequest) -> Me | None:
    """Who makes this request; None for a visitor or an account without an officer in post. Asked once a request."""
    if not hasattr(request, _KEPT):
        officer = current(request)
        setattr(request, _KEPT, None if officer is None else _known(officer))
    return getattr(request, _KEPT)


def on_duty(request: HttpRequest) -> Me:
    """Like `me`, but an account without an officer in post is refused."""
    found = me(request)
    if found is None:
        raise PermissionDenied("您的账号没有对应的在岗人员，不能查看执法事项。请联系本单位的系统管理员。")
    return found


def _known(officer: Officer) -> Me:
    today = clock.today()
    grants = RoleGrant.objects.on(today).filter(officer=officer).order_by()
    held = Certificate.objects.on(today).filter(officer=officer).order_by()
    mark = Value(_CERTIFICATE, output_field=CharField())
    rows = list(
        grants.values_list("role", "body__path", "body__supervises__path").union(
            held.values_list(mark, "number", "kind"), all=True
        )
    )
    numbers = sorted((kind, number) for role, number, kind in rows if role == _CERTIFICATE)
    told = tuple(row for row in rows if row[0] != _CERTIFICATE)
    return Me(officer, numbers[0][1] if numbers else "", told)


def under(paths: list[str], field: str = "body__path") -> Q:
    """Rows whose body lies in one of these subtrees; none where there are no paths."""
    found = Q(pk__in=[])
    for path in paths:
        found |= Q(**{f"{field}__startswith": path})
    return found


def administrator(known: Me) -> bool:
    """One of the three administrators, who see no matters."""
    return bool(known.roles & EXCLUSIVE_ROLES)


def bodies(known: Me, roles: frozenset[str]) -> QuerySet:
    """The bodies one of these roles reaches, by path. No query until read."""
    from sanwei.people.models import Body

    return Body.objects.filter(under(known.over(roles), "path")).order_by("path")
