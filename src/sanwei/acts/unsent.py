"""What was typed into a form that came after the session had ended: kept through the sign-in, typed only once.

The answers lie sealed in the session of the browser that sent them, for two hours, and are given back only to the
account the form was made for, at the address it was sent to, into the form: nothing is done before its person presses
again.
Files cannot be kept so (nobody is signed in who could answer for them); the page says that they must be chosen again.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from django.core import signing
from django.http import HttpRequest, HttpResponse, QueryDict

from sanwei.people.sealed import open_text, seal_text

KEY = "acts_unsent"
WHOSE = "whose"
SALT = "sanwei.acts.unsent"
KEPT = 2 * 60 * 60
_FORGERY = "csrfmiddlewaretoken"

View = Callable[..., HttpResponse]


@dataclass(frozen=True)
class Unsent:
    """Answers as the browser sent them, and whether files came with them that are gone."""

    answers: QueryDict
    had_files: bool


def keeps_answers(view: View) -> View:
    """Decorator of a view that takes up kept answers by `take` when its form is opened again."""
    view.keeps_answers = True  # type: ignore[attr-defined]
    return view


def sign(user_id: int | None) -> str:
    """For the form: whose it is, in case the session is gone altogether when it is sent."""
    return signing.dumps(user_id, salt=SALT) if user_id else ""


def owner(request: HttpRequest) -> int | None:
    """The account the sent form was made for, by its own signature; None where it does not say."""
    try:
        return signing.loads(request.POST.get(WHOSE, ""), salt=SALT)
    except signing.BadSignature:
        return None


def keep(request: HttpRequest, user_id: int) -> None:
    """Keep the answers of this POST. Only after the check against forged requests."""
    typed = request.POST.copy()
    typed.pop(_FORGERY, None)
    request.session[KEY] = {
        "user": user_id,
        "path": request.path,
        "at": int(time.time()),
        "files": bool(request.FILES),
        "sealed": seal_text(typed.urlencode()),
    }


def take(request: HttpRequest) -> Unsent | None:
    """The answers kept for this account and address; they stay until a form is sent there, so that a reload shows them.

    What is too old or somebody else's is dropped.
    """
    kept = request.session.get(KEY)
    if kept is None:
        return None
    if kept["user"] != request.user.pk or time.time() - kept["at"] > KEPT:
        drop(request)
        return None
    if kept["path"] != request.path:
        return None
    return Unsent(QueryDict(open_text(kept["sealed"])), kept["files"])


def drop(request: HttpRequest) -> None:
    """Forget what was kept."""
    request.session.pop(KEY, None)
