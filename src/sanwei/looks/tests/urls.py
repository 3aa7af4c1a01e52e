"""Addresses for the tests of the looks alone, so that no other room has to stand."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from sanwei.looks.urls import urlpatterns as gallery


def nowhere(request: HttpRequest) -> HttpResponse:
    """A page that answers with nothing but its words."""
    return HttpResponse("<!doctype html><html lang='zh-CN'><title>到了</title><main>到了</main></html>")


desk = ([path("search", nowhere, name="search")], "desk")
urlpatterns = [
    path("looks/", include((gallery, "looks"))),
    path("desk/", include(desk)),
    path("logout", nowhere, name="logout"),
]
