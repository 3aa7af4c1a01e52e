"""What every staff view begins with: the officer who asks."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from sanwei.people.models import Officer
from sanwei.people.who import current


def current_officer(request: HttpRequest) -> Officer:
    """The officer who makes this request. An account without an officer in post may see no matter at all."""
    officer = current(request)
    if officer is None:
        raise PermissionDenied("您的账号没有对应的在岗人员，不能办理执法事项。请联系本单位的系统管理员。")
    return officer
