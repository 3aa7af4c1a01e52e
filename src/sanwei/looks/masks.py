"""Personal data as a page shows it while nobody has said what they need it for (个人信息保护法)."""

from __future__ import annotations

import re

STARS = "＊＊＊＊"
_DISTRICT = re.compile(r"^.{2,12}?[市州盟](?:.{1,8}?[区县旗])?")


def mask_number(number: str) -> str:
    """An identity number: the first three and the last two characters; a short one disappears whole."""
    return f"{number[:3]}{STARS}{number[-2:]}" if len(number) > 8 else STARS if number else ""


def mask_phone(phone: str) -> str:
    """A telephone: the last four figures stay, so that who knows it can recognise it."""
    return f"{STARS}{phone[-4:]}" if len(phone) > 6 else STARS if phone else ""


def mask_address(address: str) -> str:
    """An address: city and district stay."""
    found = _DISTRICT.match(address)
    return f"{found[0] if found else ''}{STARS}" if address else ""
