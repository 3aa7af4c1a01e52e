"""Form widgets; their templates stand in `templates/looks/widgets/`."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.datastructures import MultiValueDict

from sanwei.looks.words import size_text

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


class Card(str):
    """The label of a choice with a second line: `Card("从轻", note="减轻后果的，可以从轻")`."""

    note: str

    def __new__(cls, label: str, note: str = "") -> Card:
        self = super().__new__(cls, label)
        self.note = note
        return self


class DayInput(forms.DateInput):
    """`type=date`; turns to a text box when what was typed is not a day, so that nothing typed is lost."""

    template_name = "looks/widgets/day.html"
    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        shown = context["widget"]["value"]
        if shown and not _ISO.fullmatch(str(shown)):
            context["widget"]["type"] = "text"
        return context

    def format_value(self, value: Any) -> str | None:
        return value.isoformat() if isinstance(value, date) else super().format_value(value)


class MoneyInput(forms.TextInput):
    """A text box for 元 with the unit behind it."""

    template_name = "looks/widgets/money.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"inputmode": "decimal", "autocomplete": "off", **(attrs or {})})


class LongText(forms.Textarea):
    """A text area with a counter; the limit warns, it never cuts off what was pasted."""

    template_name = "looks/widgets/long_text.html"

    def __init__(self, limit: int | None = None, rows: int = 5, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"rows": rows, **(attrs or {})})
        self.limit = limit
        self.phrases: list[tuple[str, str]] = []  # (key, text): boxes to tick below the area

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"] |= {"limit": self.limit, "phrases": self.phrases}
        return context

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str | None:
        """What was typed, and below it the phrases that were ticked and do not stand there yet."""
        typed = super().value_from_datadict(data, files, name)
        ticked = data.getlist(f"{name}_phrase") if self.phrases and hasattr(data, "getlist") else ()
        told = [text for key, text in self.phrases if key in ticked and text not in (typed or "")]
        return "\n".join([*([typed.rstrip()] if typed and typed.strip() else []), *told]) if told else typed


class _Noted:
    """Cards with notes stand in wider columns: a note needs room to be read."""

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["noted"] = any(getattr(label, "note", "") for _, label in self.choices)
        return context


class ChoiceCards(_Noted, forms.RadioSelect):
    """Radio buttons as cards; a label may be a `Card` with a note."""

    template_name = "looks/widgets/cards.html"
    option_template_name = "looks/widgets/card.html"


class CheckCards(_Noted, forms.CheckboxSelectMultiple):
    """Check boxes as cards."""

    template_name = "looks/widgets/cards.html"
    option_template_name = "looks/widgets/card.html"


class YesNo(ChoiceCards):
    """是, 否 and, where an answer is not required, 未选."""


class FilesInput(forms.FileInput):
    """A file box with our own words (the browser's are in the browser's language), names and sizes beside it.

    Where pictures are welcome, a second box of the same name opens the camera of a phone straight away.
    """

    template_name = "looks/widgets/files.html"

    def __init__(self, max_files: int, max_bytes: int, accept: str = "", attrs: dict[str, Any] | None = None) -> None:
        self.allow_multiple_selected = max_files > 1
        super().__init__({"accept": accept, **(attrs or {})} if accept else attrs)
        self.max_files = max_files
        self.camera = not accept or any(kind in accept for kind in ("image/", ".jpg", ".jpeg", ".png"))
        self.max_bytes = max_bytes
        if max_files > 1:
            self.attrs["multiple"] = True

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        limits = {"max_files": self.max_files, "max_bytes": self.max_bytes, "max_size": size_text(self.max_bytes)}
        context["widget"].update(limits, camera=self.camera and bool(context["widget"]["attrs"].get("id")))
        return context

    def value_from_datadict(
        self, data: dict[str, Any], files: MultiValueDict[str, UploadedFile], name: str
    ) -> list[UploadedFile]:
        return files.getlist(name) if hasattr(files, "getlist") else [files[name]] if name in files else []

    def value_omitted_from_data(self, data: dict[str, Any], files: Any, name: str) -> bool:
        return name not in files
