"""The leaf of an entry, and what binds the content to it.

A leaf is canonical JSON of what anybody may see for ever: no name of a person stands in it. The content (facts laid
down, verdicts, words, names) stands elsewhere with a salt; the leaf holds only SHA-256(salt, content). So content can
be erased where law demands it, and the leaf, with every proof built on it, stays whole; without the salt nobody can
guess the content from the commitment.
"""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta, timezone
from typing import Any

from sanwei.journal.canonical import canonical

CHINA = timezone(timedelta(hours=8))
"""The zone in which a leaf writes its time, wherever the reader stands."""


def commitment(salt: bytes, body: dict[str, Any]) -> str:
    """SHA-256 of the salt followed by the canonical content; lower-case hexadecimal."""
    return hashlib.sha256(salt + canonical(body).encode()).hexdigest()


def leaf(
    *, register: str, position: int, kind: str, at: datetime, act: str, matter_kind: str, certificate: str, bound: str
) -> str:
    """The text of a leaf. `kind` is done or refused; `at` is written with microseconds at +08:00; `bound` is the
    commitment."""
    return canonical(
        {
            "register": register,
            "position": position,
            "kind": kind,
            "time": at.astimezone(CHINA).isoformat(timespec="microseconds"),
            "act": act,
            "matter_kind": matter_kind,
            "certificate": certificate,
            "commitment": bound,
        }
    )


def leaf_hash(text: str) -> str:
    """RFC 6962, 2.1: SHA-256 of 0x00 followed by the leaf; lower-case hexadecimal."""
    return hashlib.sha256(b"\x00" + text.encode()).hexdigest()
