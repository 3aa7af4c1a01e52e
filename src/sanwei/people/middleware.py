from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from sanwei.people.who import current


class OfficerMiddleware:
    """Gives `request.officer`, asked of the database when first used. After AuthenticationMiddleware.

    It is a lazy object: where there is no officer it is false, but `request.officer is None` never holds. Code that
    needs None calls `sanwei.people.who.current(request)`.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.officer = SimpleLazyObject(lambda: current(request))
        return self.get_response(request)
