"""Who is asking: the officer with certificate, roles and reach, in at most one query a request."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest

from sanwei.acts import clock
from sanwei.cases.queries import under
from sanwei.people.models import Body, Officer, Role
from sanwei.people.queries import Grant, known_on, opened_by
from sanwei.people.who import current

OVERSEERS = frozenset({"leader", "section_head", "supervisor"})
"""Roles that see the time limits and refusals of the bodies they were granted over, not only their own."""
HANDLERS = frozenset({"officer", "section_head"})
_KEPT = "_desk_me"


@dataclass(frozen=True)
class Me:
    """The officer on duty, with the number of his enforcement certificate (or empty), his grants, and the number of his
    supervision certificate (or empty).
    """

    officer: Officer
    certificate: str
    grants: tuple[Grant, ...]
    supervision: str = ""

    @property
    def card(self) -> tuple[str, str]:
        """(short name, number) of the certificate to show: who enforces shows that one, who supervises the other."""
        if self.certificate or not self.supervision:
            return "执法证", self.certificate
        return "监督证", self.supervision

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
    def watches(self) -> bool:
        """Who only oversees: no case and no time limit is his own, so he is shown those he oversees."""
        return "supervisor" in self.roles and not self.roles & (HANDLERS | {"reviewer", "leader", "clerk"})

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
    told = getattr(officer, "known", None)
    if told is None or told.day != today:
        told = known_on(officer, today)
    return Me(officer, told.certificate, told.grants, told.supervision)


def bodies(known: Me, roles: frozenset[str]) -> QuerySet[Body]:
    """The bodies one of these roles reaches, by path. No query until read."""
    return Body.objects.filter(under(known.over(roles), "path")).order_by("path")
