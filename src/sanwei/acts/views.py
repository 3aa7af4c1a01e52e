"""What the script of a draft asks before it sends: who is signed in, and whether this form has been dealt with."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, JsonResponse
from django.middleware.csrf import get_token
from django.views.decorators.http import require_GET

from sanwei.people import device
from sanwei.people.who import current

from . import registry
from .models import Submission


@require_GET
def sent(request: HttpRequest) -> JsonResponse:
    """`?act=&matter=&token=` → {person, csrf, done, url}; 401 without a session. At most two queries of its own.

    Says something about the asker's own forms only: the stored digest holds the officer's code.
    """
    if not request.user.is_authenticated:
        return JsonResponse({"login": True}, status=401)
    told = {"person": device.mark(request.user.pk), "csrf": get_token(request), "done": False, "url": ""}
    officer, act = current(request), registry.acts().get(request.GET.get("act", ""))
    token = request.GET.get("token", "")
    if officer is not None and act is not None and token:
        spent = Submission.of(token, act.code, officer.code, _matter(request.GET.get("matter", "")))
        matter = registry.kind(act.kind).model.objects.filter(pk=spent.matter_id).first() if spent else None
        if matter is not None:
            told |= {"done": True, "url": registry.kind(act.kind).url(matter)}
    return JsonResponse(told)


def _matter(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None
