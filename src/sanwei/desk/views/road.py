"""Pages of the road: my drafts, the page that stands in when there is no network, and the worker that shows it.

The drafts themselves lie in the browser, sealed (`people.device`); the server never sees them before they are sent.
"""

from __future__ import annotations

import hashlib

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET

# Everything the page without network is made of. No page of a case and nothing of a person is among it.
FILES = [
    *(f"looks/{name}.css" for name in ("tokens", "layout", "components", "matters", "forms", "charts", "print")),
    *(f"looks/{name}.js" for name in ("looks", "files", "drafts_box", "drafts", "drafts_list")),
    "looks/icons.svg",
    "looks/mark.svg",
    "django_htmx/htmx-2.min.js",
    "desk/desk.css",
]


@login_required
@require_GET
def drafts(request: HttpRequest) -> HttpResponse:
    """My drafts on this device; the script fills the list."""
    return render(request, "desk/drafts.html", {"crumbs": [("我的草稿", "")]})


@require_GET
def offline(request: HttpRequest) -> HttpResponse:
    """The page without network: the same for everybody, made without looking at who asks."""
    return HttpResponse(_shell())


@require_GET
@cache_control(no_cache=True)
def worker(request: HttpRequest) -> HttpResponse:
    """The service worker. A new version of any file it keeps is a new worker."""
    files = [static(name) for name in FILES]
    version = hashlib.sha256("\n".join([*files, _shell()]).encode()).hexdigest()[:12]
    told = {"version": version, "shell": reverse("desk:offline"), "files": files, "static": static("")}
    return HttpResponse(render_to_string("desk/worker.js", told), content_type="text/javascript; charset=utf-8")


def _shell() -> str:
    return render_to_string("desk/offline.html")
