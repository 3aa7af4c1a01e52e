"""Signing in, with a limit on wrong passwords that holds for several processes because it lies in the database.

Five tries for one user name from one address, twenty for one user name from anywhere, fifty from one address for any
user
name, within fifteen minutes. A try is written down before the password is looked at, so that many at once do not pass
together; it is struck out when it succeeds, and when it was refused unread (so that a lock ends although somebody
goes on).
Who fails hears the same sentence whether the name is unknown, the password wrong or the door locked.
"""

from __future__ import annotations

import datetime as dt
import unicodedata

from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils import timezone

from sanwei.desk.models import SignInTry

WINDOW = dt.timedelta(minutes=15)
KEPT = dt.timedelta(days=1)
PAIR, NAME, ADDRESS = 5, 20, 50
FAILED = "用户名或者密码不正确，或者连续失败次数过多。请核对后重试；多次不成功的，请 15 分钟后再试，或者联系本单位的系统管理员。"


class SignInForm(AuthenticationForm):
    """User name and password, within the limit."""

    error_messages = {"invalid_login": FAILED, "inactive": FAILED}

    def __init__(self, request: HttpRequest | None = None, *args, **kwargs):
        super().__init__(request, *args, **kwargs)
        self.fields["username"].label = "用户名"
        self.fields["password"].label = "密码"

    def clean(self) -> dict:
        name, address = self.cleaned_data.get("username"), _address(self.request)
        if not name or not self.cleaned_data.get("password"):
            return self.cleaned_data
        tried = begin(name, address)
        if tried is None:
            raise ValidationError(FAILED, code="locked")
        cleaned = super().clean()
        forgive(name, address)
        return cleaned


class NewPasswordForm(PasswordChangeForm):
    """A new password, with what is asked of it said once."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        told = "至少 10 个字符，不能只有数字，不要用常见的密码，也不要与用户名相近。"
        for name, label, help_text in (
            ("old_password", "现在的密码", ""),
            ("new_password1", "新密码", told),
            ("new_password2", "再输入一次新密码", ""),
        ):
            self.fields[name].label, self.fields[name].help_text = label, help_text


def begin(name: str, address: str) -> SignInTry | None:
    """Write a try down before it is made; None when it must not be made."""
    now, name = timezone.now(), fold(name)
    SignInTry.objects.filter(at__lt=now - KEPT).delete()
    tried = SignInTry.objects.create(username=name, address=address, at=now)
    fresh = SignInTry.objects.filter(at__gt=now - WINDOW)
    by_name = list(fresh.filter(username=name).values_list("address", flat=True)[: NAME + 1])
    from_here = fresh.filter(address=address).count() if address else 0
    if by_name.count(address) > PAIR or len(by_name) > NAME or from_here > ADDRESS:
        tried.delete()
        return None
    return tried


def forgive(name: str, address: str) -> None:
    """After a success: the tries of this name from this address no longer count."""
    SignInTry.objects.filter(username=fold(name), address=address).delete()


def fold(name: str) -> str:
    """One shape of a user name, so that case and width give no fresh tries."""
    return unicodedata.normalize("NFKC", name).casefold()[:150]


def _address(request: HttpRequest | None) -> str:
    """Where the request comes from as the server sees it; headers that a visitor can write are not believed."""
    return (request.META.get("REMOTE_ADDR") or "")[:45] if request is not None else ""
