"""What an answer to a form says, what it wrote, and what a browser would send again from it."""

from __future__ import annotations

from collections.abc import Mapping
from html.parser import HTMLParser

from django.core.files.uploadedfile import UploadedFile

from sanwei.acts.kept import CHOSEN
from sanwei.acts.models import Duty, FactRow, Submission
from sanwei.cases.models import Case, Party
from sanwei.documents.models import Document, Upload
from sanwei.journal.models import Entry, Number

# Everything an act may write, by table.
TABLES = (FactRow, Duty, Submission, Case, Party, Document, Upload, Number)


def rows() -> dict[str, int]:
    """How many rows stand in every table an act writes, and how many acts are on record as done."""
    counted = {model.__name__: model.objects.count() for model in TABLES}
    return counted | {"done": Entry.objects.filter(outcome="done").count()}


def faults(response) -> dict[str, list[str]]:
    """What the form of an answer says is wrong, field by field; empty when the answer has no form."""
    form = response.context.get("form") if response.context else None
    return {name: list(errors) for name, errors in form.errors.items()} if form is not None else {}


def refusals(response) -> list[str]:
    """The sentences of the gate that refuse, with their citations."""
    gate = response.context.get("gate") if response.context else None
    return [f"{v['says']} {v['cite']}" for v in gate["verdicts"] if v["refuses"]] if gate else []


class _Form(HTMLParser):
    """What a browser would send for the page's posted form, were its button pressed."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: dict[str, list[str]] = {}
        self.inside = self.text = self.select = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "form":
            self.inside = given.get("method") == "post" and "action" not in given
        elif not self.inside:
            return
        elif tag == "input" and "name" in given and "disabled" not in given:
            if given.get("type") not in ("radio", "checkbox") or "checked" in given:
                self._add(given["name"], given.get("value") or "")
        elif tag == "textarea":
            self.text = (given["name"], [])
        elif tag == "select":
            self.select = given["name"]
        elif tag == "option" and self.select and "selected" in given:
            self._add(self.select, given.get("value") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.inside = False
        elif tag == "textarea" and self.text:
            name, parts = self.text
            self._add(name, "".join(parts).removeprefix("\n"))
            self.text = None
        elif tag == "select":
            self.select = None

    def handle_data(self, data: str) -> None:
        if self.text:
            self.text[1].append(data)

    def _add(self, name: str, value: str) -> None:
        self.sent.setdefault(name, []).append(value)


def sent_again(response) -> dict[str, list[str]]:
    """Name → values a browser would send when the person pressed the button of this answer at once."""
    reader = _Form()
    reader.feed(response.content.decode())
    return reader.sent


def lost(response, data: Mapping[str, object]) -> list[str]:
    """The names of what was typed and does not stand in the answered form."""
    again = sent_again(response)
    gone = []
    for name, value in data.items():
        # No browser sends a file again: the house keeps it, ticked to be sent.
        if any(isinstance(v, UploadedFile) for v in (value if isinstance(value, list) else [value])):
            if not again.get(CHOSEN):
                gone.append(name)
            continue
        typed = [str(v) for v in (value if isinstance(value, list) else [value])]
        if name not in ("token", "version") and typed not in ([], [""]) and again.get(name) != typed:
            gone.append(name)
    return gone
