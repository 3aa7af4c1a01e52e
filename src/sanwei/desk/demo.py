"""The accounts of the invented city: shown at sign-in and by `show_logins`, only in the demonstration and only
there.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings

from sanwei.acts import clock
from sanwei.desk.models import DemoMarker
from sanwei.people.models import Role, RoleGrant

EACH = 2  # accounts shown for a role
WHAT = {
    "officer": "登记线索、调查取证、告知、送达",
    "section_head": "看本队期限，带队办案",
    "reviewer": "法制审核",
    "leader": "批准立案、签发决定、批准结案",
    "clerk": "窗口收件",
    "supervisor": "看各单位的期限和被拒记录",
    "system_admin": "管理账号，看不到案件",
    "security_admin": "管理权限，看不到案件",
    "audit_admin": "查看日志，看不到案件",
}


def password() -> str:
    """The one password of the invented city."""
    return getattr(settings, "SANWEI_DEMO_PASSWORD", "demo-only-2026")


def stands() -> bool:
    """Whether this is the demonstration with the invented city in it."""
    return bool(settings.SANWEI_DEMO) and DemoMarker.objects.exists()


def logins() -> list[dict[str, Any]]:
    """At most two accounts of each role: role, username, name, body, what. Empty outside the demonstration."""
    if not stands():
        return []
    held = (
        RoleGrant.objects.on(clock.today())
        .filter(officer__user__is_active=True)
        .select_related("officer__user", "body")
    )
    by_role: dict[str, list[RoleGrant]] = {role: [] for role in Role.values}
    for grant in held.order_by("officer__user__username"):
        by_role[grant.role].append(grant)
    return [_login(grant) for grants in by_role.values() for grant in grants[:EACH]]


def _login(grant: RoleGrant) -> dict[str, Any]:
    officer = grant.officer
    return {
        "role": grant.get_role_display(),
        "username": officer.user.get_username(),
        "name": officer.name,
        "body": grant.body.name,
        "what": f"{grant.body.short_name}{officer.name}，{WHAT[grant.role]}",
    }
