"""Shapes of codes and lists, each refusal a sentence."""

from __future__ import annotations

import re
from typing import Any

from django.core.exceptions import ValidationError
from stdnum.cn import uscc
from stdnum.exceptions import ValidationError as NumberFault

EVERY_POWER = "*"
"""In a list of power codes: all powers of the body that gives them."""

_BODY_CODE = re.compile(r"[A-Z0-9][A-Z0-9-]{0,39}")
_AREA_CODE = re.compile(r"\d{6}(\d{3}(\d{3})?)?")


def credit_code(value: str) -> None:
    """GB 32100: 18 characters without separators, the last one a check character."""
    try:
        sound = uscc.validate(value) == value
    except NumberFault:
        sound = False
    if not sound:
        raise ValidationError(f"统一社会信用代码“{value}”不正确，请核对十八位代码和末位校验码。", code="credit_code")


def body_code(value: str) -> None:
    """Capital letters, digits and hyphens: the code is a step of the path, so it holds no slash, and capitals only
    because SQLite compares the beginning of a text without regard to case."""
    if not _BODY_CODE.fullmatch(value or ""):
        raise ValidationError(f"主体编码“{value}”只能用大写字母、数字和连字符，最多四十位。", code="body_code")


def area_code(value: str) -> None:
    """Administrative division code: 6 digits (county and above), 9 (township) or 12 (village)."""
    if not _AREA_CODE.fullmatch(value):
        raise ValidationError(f"行政区划代码“{value}”应当是六位、九位或者十二位数字。", code="area_code")


def power_codes(value: Any) -> None:
    """A list of power codes without repetition; `["*"]` stands for every power."""
    sound = isinstance(value, list) and all(isinstance(code, str) and code.strip() == code != "" for code in value)
    if not sound:
        raise ValidationError("职权范围应当是职权编码的列表。", code="power_codes")
    if len(set(value)) != len(value):
        raise ValidationError("职权范围里有重复的职权编码，请删去重复项。", code="power_codes")
    if EVERY_POWER in value and len(value) > 1:
        raise ValidationError("职权范围写了全部职权，就不要再逐项列出。", code="power_codes")


def covers_power(powers: list[str], power_code: str) -> bool:
    """True if the list names the power or stands for all."""
    return EVERY_POWER in powers or power_code in powers
