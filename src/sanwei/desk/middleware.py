"""A session ends after thirty idle minutes, and after twelve hours in any case (等保三级；会话时限)."""

from __future__ import annotations

import time
from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse

from sanwei.acts import unsent
from sanwei.people import device

IDLE = 30 * 60
WHOLE = 12 * 60 * 60
STEP = 60  # the last use is written down at most once a minute: most requests write nothing
BEGUN, USED = "desk_begun", "desk_used"
_ENDED = "_desk_ended"
_OPEN = ("login", "logout", "portal")  # pages that ask for no session; by URL name or name space
TOO_LONG = "您较长时间没有操作，为了安全已经退出，请重新登录。"
NOT_SAVED = "尚未提交的内容没有保存。"
KEPT = "刚才填写的内容已经保留，登录后回到原来的表单，核对后再提交。"
NO_FILES = "选择的文件不能保留，需要重新选择。"


class SessionLimits:
    """After AuthenticationMiddleware and MessageMiddleware. Costs nothing but a look into the session, which is read
    anyway.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "_auth_user_id" not in request.session:
            return self.get_response(request)
        now = int(time.time())
        begun = request.session.get(BEGUN, now)
        used = request.session.get(USED, now)
        if now - used > IDLE or now - begun > WHOLE:
            user_id = request.user.pk
            logout(request)
            if request.method != "POST":
                messages.info(request, TOO_LONG + NOT_SAVED)
                return redirect_to_login(request.get_full_path())
            setattr(request, _ENDED, user_id)
        elif BEGUN not in request.session or now - used >= STEP:
            request.session[BEGUN], request.session[USED] = begun, now
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Callable, args: tuple, kwargs: dict) -> HttpResponse | None:
        """A form that comes after the end. Here and not earlier: Django has now checked that no other site sent it."""
        ended = getattr(request, _ENDED, None)
        keeps = getattr(view, "keeps_answers", False)
        if request.method != "POST" or request.resolver_match.view_name.partition(":")[0] in _OPEN:
            return None
        if ended is None and not (keeps and not request.user.is_authenticated):
            return None
        user_id = ended or unsent.owner(request)
        if not keeps or user_id is None:
            messages.info(request, TOO_LONG + NOT_SAVED)
            return redirect_to_login(request.get_full_path() if keeps else "/")
        unsent.keep(request, user_id)
        messages.info(request, TOO_LONG + KEPT + (NO_FILES if request.FILES else ""))
        return redirect_to_login(request.get_full_path())


class DraftKey:
    """Hands whoever is signed in the key of his drafts (`people.device`), for as long as a session may last.

    An expired session leaves it, so that what is typed without network can still be read; signing out takes it away.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        user = request.session.get("_auth_user_id")
        if user is not None and request.COOKIES.get(device.COOKIE) != (key := device.ticket(user)):
            response.set_cookie(
                device.COOKIE, key, max_age=settings.SESSION_COOKIE_AGE, secure=settings.SECURE, samesite="Strict"
            )
        return response
