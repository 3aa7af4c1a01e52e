"""From a Django account to the officer behind it."""

from __future__ import annotations

from datetime import date

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest

from sanwei import clock
from sanwei.people.models import Officer

_KEPT = "_officer"


def officer_of(user: AbstractBaseUser | AnonymousUser, day: date) -> Officer | None:
    """The officer of this account, in post on `day`, with the body loaded; one query, none for an anonymous visitor."""
    if not user.is_authenticated:
        return None
    return Officer.objects.active_on(day).select_related("body").filter(user_id=user.pk).first()


def current(request: HttpRequest) -> Officer | None:
    """The officer who makes this request, today; asked once for each request. None for a visitor or an account without
    an officer in post."""
    if not hasattr(request, _KEPT):
        setattr(request, _KEPT, officer_of(request.user, clock.today()))
    return getattr(request, _KEPT)
