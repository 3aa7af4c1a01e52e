"""What a browser may keep for a person when the network is away: a mark that says whose it is, the key that seals it.

Both follow from the account and the secret of the deployment, so the same person gets the same key on the next day, and
nobody else ever does. The browser holds them in a cookie that its scripts can read; signing out takes it away.
"""

from __future__ import annotations

import base64

from django.conf import settings
from django.utils.crypto import salted_hmac

COOKIE = "__Host-sanwei-drafts" if settings.SECURE else "sanwei-drafts"


def mark(user_pk: object) -> str:
    """Sixteen hexadecimal digits that stand for the account and tell nothing about it."""
    return salted_hmac("sanwei.people.device.mark", str(user_pk), algorithm="sha256").hexdigest()[:16]


def ticket(user_pk: object) -> str:
    """`<mark>.<key>`: the key is 256 bits for AES-GCM, base64 for addresses without padding."""
    key = salted_hmac("sanwei.people.device.key", str(user_pk), algorithm="sha256").digest()
    return f"{mark(user_pk)}.{base64.urlsafe_b64encode(key).decode().rstrip('=')}"
