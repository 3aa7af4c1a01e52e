"""Signing in and out, and one's own account."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth import views
from django.http import HttpRequest, HttpResponse
from django.urls import reverse_lazy

from sanwei.people import device

from .. import demo
from ..me import me
from ..middleware import BEGUN
from ..signin import NewPasswordForm, SignInForm


class SignIn(views.LoginView):
    """The page `registration/login.html`; who is signed in goes on to the workbench."""

    authentication_form = SignInForm
    redirect_authenticated_user = True

    def form_valid(self, form: SignInForm) -> HttpResponse:
        self.request.session.pop(BEGUN, None)
        return super().form_valid(form)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        told = super().get_context_data(**kwargs)
        if logins := demo.logins():
            told |= {"demo_logins": logins, "demo_password": demo.password()}
        return told


class SignOut(views.LogoutView):
    """By POST only."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        answer = super().post(request, *args, **kwargs)
        # Without it nobody can read what this browser still holds (the script has deleted it, if it could).
        answer.delete_cookie(device.COOKIE, samesite="Strict")
        return answer


class Account(views.PasswordChangeView):
    """Who I am here, what I may do, and a new password."""

    form_class = NewPasswordForm
    template_name = "desk/account.html"
    success_url = reverse_lazy("desk:account")

    def form_valid(self, form) -> HttpResponse:
        answer = super().form_valid(form)
        messages.success(self.request, "密码已经修改，其他地方的登录都已退出。")
        return answer

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        told = super().get_context_data(**kwargs)
        known = me(self.request)
        grants = known.officer.role_grants.select_related("body").order_by("valid_from", "id") if known else []
        certificates = known.officer.certificates.order_by("-valid_from", "-id") if known else []
        return told | {"known": known, "grants": grants, "certificates": certificates}
