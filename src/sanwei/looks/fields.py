"""Form fields for amounts, days, long texts, yes or no, and files. Every message is a Chinese sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import PurePath
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from sanwei.looks.reading import MOST_FEN, UnreadableError, read_day, read_money
from sanwei.looks.widgets import Card, CheckCards, ChoiceCards, DayInput, FilesInput, LongText, MoneyInput, YesNo
from sanwei.looks.words import amount, day_text, money_text, size_text

__all__ = [
    "Card",
    "CheckCards",
    "ChoiceCards",
    "DayField",
    "LongTextField",
    "MoneyField",
    "MultiFileField",
    "YesNoField",
]
MEGABYTE = 1024 * 1024
Day = date | Callable[[], date]


def _now(day: Day | None) -> date | None:
    return day() if callable(day) else day


class MoneyField(forms.Field):
    """
    元 as typed; the value is integer 分, or None when empty and not required.

    `min_fen` and `max_fen` are inclusive bounds in 分.
    """

    widget = MoneyInput
    default_error_messages = {
        "required": "请填写金额",
        "too_small": "金额不能少于 %(bound)s，现在是 %(value)s",
        "too_large": "金额不能超过 %(bound)s，现在是 %(value)s",
    }

    def __init__(self, *, min_fen: int = 0, max_fen: int = MOST_FEN, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.min_fen, self.max_fen = min_fen, max_fen

    def to_python(self, value: Any) -> int | None:
        """Typed text → 分. Raises ValidationError with the reason."""
        if value in self.empty_values or (isinstance(value, str) and not value.strip()):
            return None
        if isinstance(value, int):
            return value
        try:
            return read_money(str(value))
        except UnreadableError as why:
            raise ValidationError(str(why), code="unreadable") from None

    def validate(self, value: int | None) -> None:
        super().validate(value)
        if value is None:
            return
        for code, bound, wrong in (
            ("too_small", self.min_fen, value < self.min_fen),
            ("too_large", self.max_fen, value > self.max_fen),
        ):
            if wrong:
                words = {"bound": money_text(bound), "value": money_text(value)}
                raise ValidationError(self.error_messages[code], code=code, params=words)

    def prepare_value(self, value: Any) -> Any:
        """分 of the record → text of the box; what was typed comes back as typed."""
        return amount(value) if isinstance(value, int) and not isinstance(value, bool) else value


class DayField(forms.Field):
    """
    A day as typed in any usual shape; the value is a date, or None when empty and not required.

    `earliest` and `latest` are inclusive; each a day or a function that gives one when the form is checked.
    """

    widget = DayInput
    default_error_messages = {
        "required": "请填写日期",
        "too_early": "不能早于 %(bound)s，现在写的是 %(value)s",
        "too_late": "不能晚于 %(bound)s，现在写的是 %(value)s",
    }

    def __init__(self, *, earliest: Day | None = None, latest: Day | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.earliest, self.latest = earliest, latest

    def to_python(self, value: Any) -> date | None:
        """Typed text → day. Raises ValidationError naming the part that is wrong."""
        if value in self.empty_values or (isinstance(value, str) and not value.strip()):
            return None
        if isinstance(value, date):
            return value
        try:
            return read_day(str(value))
        except UnreadableError as why:
            raise ValidationError(str(why), code="unreadable") from None

    def validate(self, value: date | None) -> None:
        super().validate(value)
        if value is None:
            return
        earliest, latest = _now(self.earliest), _now(self.latest)
        for code, bound, wrong in (
            ("too_early", earliest, earliest is not None and value < earliest),
            ("too_late", latest, latest is not None and value > latest),
        ):
            if wrong:
                words = {"bound": day_text(bound), "value": day_text(value)}
                raise ValidationError(self.error_messages[code], code=code, params=words)


class LongTextField(forms.CharField):
    """Several lines with a counter. Line ends count as one character whatever the browser sends."""

    default_error_messages = {"required": "请填写这一栏"}

    def __init__(self, *, max_length: int = 2000, rows: int = 5, **kwargs: Any) -> None:
        kwargs.setdefault("widget", LongText(limit=max_length, rows=rows))
        super().__init__(**kwargs)
        self.limit = max_length

    def to_python(self, value: Any) -> str:
        return super().to_python(value).replace("\r\n", "\n").replace("\r", "\n")

    def validate(self, value: str) -> None:
        super().validate(value)
        if len(value) > self.limit:
            text = f"最多 {self.limit} 字，现在有 {len(value)} 字，请删去 {len(value) - self.limit} 字"
            raise ValidationError(text, code="max_length")


class YesNoField(forms.Field):
    """是 or 否; True, False, or None when not answered. Required means answered, not «yes»."""

    default_error_messages = {"required": "请选择“%(yes)s”或“%(no)s”", "invalid": "没有这个选项，请重新选择"}
    _values = {"yes": True, "no": False}

    def __init__(self, *, yes: str = "是", no: str = "否", unset: str = "未选", **kwargs: Any) -> None:
        required = kwargs.get("required", True)
        kwargs.setdefault("widget", YesNo())
        super().__init__(**kwargs)
        self.yes, self.no = yes, no
        choices = [("yes", yes), ("no", no)]
        self.widget.choices = choices if required else [*choices, ("", unset)]

    def to_python(self, value: Any) -> bool | None:
        """`yes` → True, `no` → False, nothing → None. Raises ValidationError for anything else."""
        if value is None or value == "" or isinstance(value, bool):
            return None if value == "" else value
        if value not in self._values:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return self._values[value]

    def validate(self, value: bool | None) -> None:
        if self.required and value is None:
            words = {"yes": self.yes, "no": self.no}
            raise ValidationError(self.error_messages["required"], code="required", params=words)

    def prepare_value(self, value: Any) -> Any:
        return {True: "yes", False: "no", None: ""}.get(value, value) if not isinstance(value, str) else value


class MultiFileField(forms.Field):
    """
    One or several files; the value is a list of UploadedFile (empty when none is given and none required).

    `max_bytes` per file, `max_total` together, in bytes; `suffixes` like (".jpg", ".pdf"), empty for any.
    Only name and size are looked at here; whether the content is what the name says is for the room that keeps it.
    """

    default_error_messages = {"required": "请选择文件"}

    def __init__(
        self,
        *,
        max_files: int = 9,
        max_bytes: int = 20 * MEGABYTE,
        max_total: int | None = None,
        suffixes: Sequence[str] = (),
        **kwargs: Any,
    ) -> None:
        kwargs.setdefault("widget", FilesInput(max_files, max_bytes, accept=",".join(suffixes)))
        super().__init__(**kwargs)
        self.max_files, self.max_bytes = max_files, max_bytes
        self.max_total, self.suffixes = max_total, tuple(suffix.lower() for suffix in suffixes)

    def clean(self, value: list[UploadedFile] | None) -> list[UploadedFile]:
        """Every fault of every file in one ValidationError."""
        files = list(value or [])
        if self.required and not files:
            raise ValidationError(self.error_messages["required"], code="required")
        faults = [fault for file in files for fault in self._faults(file)]
        if len(files) > self.max_files:
            faults.append(f"最多 {self.max_files} 个文件，现在选了 {len(files)} 个")
        total = sum(file.size or 0 for file in files)
        if self.max_total is not None and total > self.max_total:
            faults.append(f"全部文件合计 {size_text(total)}，超过 {size_text(self.max_total)} 的上限，请分几次提交")
        if faults:
            raise ValidationError([ValidationError(fault, code="file") for fault in faults])
        return files

    def _faults(self, file: UploadedFile) -> list[str]:
        size, name = file.size or 0, file.name or ""
        faults = []
        if size == 0:
            faults.append(f"{name} 是空文件，请重新选择")
        if size > self.max_bytes:
            faults.append(f"{name} 有 {size_text(size)}，超过每个文件 {size_text(self.max_bytes)} 的上限")
        if self.suffixes and PurePath(name).suffix.lower() not in self.suffixes:
            faults.append(f"{name} 的类型不在允许之列，可以上传 {'、'.join(s.lstrip('.') for s in self.suffixes)}")
        return faults

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(data)
