"""The icons of the sprite `static/looks/icons.svg`, by name; all own drawings on a field of 20 × 20."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

_SPRITE = Path(__file__).parent / "static" / "looks" / "icons.svg"
NAMES = frozenset(re.findall(r'<symbol id="(\w+)"', _SPRITE.read_text(encoding="utf-8")))


@lru_cache(maxsize=512)
def icon(name: str, label: str = "") -> SafeString:
    """
    One icon. Without a label it is decoration (hidden from screen readers), with one it is an image of that name.

    Raises LookupError for a name that is not in the sprite.
    """
    if name not in NAMES:
        raise LookupError(f"no icon {name!r} in the sprite; there are: {', '.join(sorted(NAMES))}")
    href = f"{static('looks/icons.svg')}#{name}"
    if label:
        return format_html('<svg class="i" role="img" aria-label="{}"><use href="{}"></use></svg>', label, href)
    return format_html('<svg class="i" aria-hidden="true" focusable="false"><use href="{}"></use></svg>', href)
