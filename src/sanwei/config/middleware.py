"""What every request passes: its number and its line in the log, the content policy, and nothing kept in caches."""

from __future__ import annotations

import logging
import secrets
import time
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from sanwei.config.logs import request_id

log = logging.getLogger("sanwei.request")

Handler = Callable[[HttpRequest], HttpResponse]

# Scripts and styles only from this house's own files, no inline ones: a script that slips into a party's name is text.
CONTENT_POLICY = "; ".join(
    [
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    ]
)


class RequestLog:
    """Gives each request a number of its own (never one the client sends) and writes one line when it is answered."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        number = secrets.token_hex(8)
        request.request_id = number  # type: ignore[attr-defined]
        token = request_id.set(number)
        began = time.perf_counter()
        try:
            response = self.get_response(request)
            response["X-Request-ID"] = number
            # The user only if the page has asked for them already: a log line must not cost a query.
            user = getattr(request, "_cached_user", None)
            log.info(
                "answered",
                extra={
                    "method": request.method,
                    "path": request.path,
                    "status": response.status_code,
                    "ms": round((time.perf_counter() - began) * 1000, 1),
                    "user": getattr(user, "pk", None),
                },
            )
            return response
        finally:
            request_id.reset(token)


class ContentPolicy:
    """The content security policy on every answer, files included."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", CONTENT_POLICY)
        return response


class NothingKept:
    """A page made for somebody who is (or is just being) logged in is kept in no cache and no browser history.

    Goes by the session's cookie, so it costs no query; static files are answered before this and stay cacheable.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        name = settings.SESSION_COOKIE_NAME
        if name in request.COOKIES or name in response.cookies:
            response.headers["Cache-Control"] = "no-store, private"
        return response
