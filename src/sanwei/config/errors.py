"""Error pages: a plain sentence and the number of the request, never a trace.

The pages themselves (`400.html` … `503.html`) belong to looks. 500 and 503 are rendered without the request, so that no
context processor asks a database that is away; if even the template fails, a bare page says the sentence.
"""

from __future__ import annotations

import sys
from typing import Any

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template import TemplateDoesNotExist, loader
from django.utils.html import format_html
from django.views.decorators.csrf import requires_csrf_token

SENTENCES = {
    400: "请求无法识别，请返回上一页重新填写。",
    403: "您没有办理这一事项的权限；如认为有误，请联系本单位管理员。",
    404: "没有找到这个页面，或者它不在您的管辖范围内。",
    500: "系统出错，本次操作没有保存；请稍后重试，仍不成功时把下面的编号告诉管理员。",
    503: "数据库暂时无法使用，本次操作没有保存；请稍后重试。",
}
RETRY_SECONDS = "30"


def _bare(status: int, number: str) -> HttpResponse:
    page = format_html(
        '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>{}</title>'
        "<h1>{}</h1><p>{}</p><p>编号 {}</p></html>",
        status,
        status,
        SENTENCES[status],
        number,
    )
    return HttpResponse(page, status=status)


def error_page(
    request: HttpRequest, status: int, *, template: str = "", alone: bool = False, sentence: str = ""
) -> HttpResponse:
    """The page for a status: the template `<status>.html`, or a bare page where there is none.

    `alone` renders without the request, and falls back to the bare page on any failure.
    """
    number = getattr(request, "request_id", "-")
    context: dict[str, Any] = {"status": status, "sentence": sentence or SENTENCES[status], "request_id": number}
    if sentence:
        context["exception"] = sentence
    try:
        page = loader.get_template(template or f"{status}.html").render(context, None if alone else request)
    except TemplateDoesNotExist:
        return _bare(status, number)
    except Exception:
        # The page for a failure must not fail itself; the first failure is in the log already.
        if not alone:
            return error_page(request, status, template=template, alone=True, sentence=sentence)
        return _bare(status, number)
    return HttpResponse(page, status=status)


def database_is_away(error: BaseException | None) -> bool:
    """Whether an uncaught error means that the database cannot serve now (gone, locked, out of time).

    A missing table or column is a fault of ours and stays a 500.
    """
    if not isinstance(error, OperationalError | InterfaceError):
        return False
    return not str(error).startswith(("no such table", "no such column"))


@requires_csrf_token
def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error_page(request, 400)


@requires_csrf_token
def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    # Only a sentence of ours is shown: what a library says in English helps nobody.
    said = str(exception)
    return error_page(request, 403, sentence=said if "\u4e00" <= said[:1] <= "\u9fff" else "")


@requires_csrf_token
def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error_page(request, 404)


@requires_csrf_token
def server_error(request: HttpRequest) -> HttpResponse:
    """500; or 503 with `Retry-After` when what failed is the database."""
    # Django calls this while it handles the exception, and does not hand it over.
    if database_is_away(sys.exc_info()[1]):
        response = error_page(request, 503, alone=True)
        response["Retry-After"] = RETRY_SECONDS
        return response
    return error_page(request, 500, alone=True)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 when a form comes without its token: an old tab, or another site."""
    return error_page(request, 403, template="403_csrf.html")
