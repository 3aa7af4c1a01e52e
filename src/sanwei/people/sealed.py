"""A text that lies encrypted in the database: identity numbers and telephones (等保三级；个人信息保护)."""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.db import models


@lru_cache(maxsize=8)
def _box(secrets: tuple[str, ...]) -> MultiFernet:
    """The first secret seals; all of them open, so that a key can be changed."""
    return MultiFernet(
        [Fernet(base64.urlsafe_b64encode(hashlib.sha256(f"sealed:{s}".encode()).digest())) for s in secrets]
    )


def _keys() -> tuple[str, ...]:
    return tuple(getattr(settings, "SANWEI_FIELD_KEYS", ()) or (settings.SECRET_KEY,))


def seal_text(text: str) -> str:
    """The text sealed, for other places than a column of a table (a session)."""
    return _box(_keys()).encrypt(text.encode()).decode()


def open_text(sealed: str) -> str:
    """What `seal_text` sealed; empty when the key was lost meanwhile."""
    try:
        return _box(_keys()).decrypt(sealed.encode()).decode()
    except InvalidToken:
        return ""


class SealedTextField(models.TextField):
    """Text sealed with Fernet. Cannot be searched or sorted in the database, which is the point."""

    def get_prep_value(self, value):
        value = super().get_prep_value(value)
        return _box(_keys()).encrypt(value.encode()).decode() if value else ""

    def from_db_value(self, value, expression, connection):
        if not value:
            return ""
        try:
            return _box(_keys()).decrypt(value.encode()).decode()
        except InvalidToken:
            # Shown instead of failing the page: the rest of the case must stay readable when a key was lost.
            return "（无法解密，请联系系统管理员核对密钥）"
