"""The gallery of components, for developers and tests."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from sanwei.looks import gallery as samples

NOTICES = {"400": 400, "403": 403, "403_csrf": 403, "404": 404, "500": 500, "503": 503}


def _only_for_developers() -> None:
    """The gallery is there in DEBUG, and where the settings say `LOOKS_GALLERY = True` (tests)."""
    if not getattr(settings, "LOOKS_GALLERY", settings.DEBUG):
        raise Http404


def gallery(request: HttpRequest) -> HttpResponse:
    """Every component with realistic data. 404 in production."""
    _only_for_developers()
    return render(request, "looks/gallery.html", samples.context())


def notice(request: HttpRequest, name: str) -> HttpResponse:
    """One of the error pages, or the sign-in page with demonstration accounts, to look at. 404 in production."""
    _only_for_developers()
    if name == "login":
        return render(request, "registration/login.html", samples.login_context())
    if name not in NOTICES:
        raise Http404
    return render(request, f"{name}.html", {"request_id": "3f9a2c7e41d805b6"}, status=NOTICES[name])
