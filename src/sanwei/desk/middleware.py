"""A session ends after thirty idle minutes, and after twelve hours in any case (等保三级；会话时限)."""

from __future__ import annotations

import time
from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse

IDLE = 30 * 60
WHOLE = 12 * 60 * 60
STEP = 60  # the last use is written down at most once a minute: most requests write nothing
BEGUN, USED = "desk_begun", "desk_used"


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
            logout(request)
            messages.info(request, "您较长时间没有操作，为了安全已经退出，请重新登录。尚未提交的内容没有保存。")
            return redirect_to_login(request.get_full_path() if request.method == "GET" else "/")
        if BEGUN not in request.session or now - used >= STEP:
            request.session[BEGUN], request.session[USED] = begun, now
        return self.get_response(request)
