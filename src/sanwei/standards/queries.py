"""Phrases as forms and the page want them."""

from __future__ import annotations

from collections.abc import Iterable

from sanwei.acts import registry
from sanwei.acts.models import FactRow
from sanwei.facts import VOCABULARY
from sanwei.people.models import Body

from .models import PhraseBook


def book_of(body: Body) -> PhraseBook | None:
    """The body's book; None while nobody has kept a phrase."""
    return PhraseBook.objects.select_related("body").filter(body=body).first()


def offered(body: Body, names: Iterable[str]) -> dict[str, list[tuple[str, str]]]:
    """Question → the body's phrases for it that are in use, the oldest first. One query."""
    wanted = set(names)
    book = PhraseBook.objects.filter(body=body).order_by().values("pk")[:1]
    rows = FactRow.objects.filter(matter_id=book, grain="phrase").order_by("seq").values_list("row", "facts")
    found: dict[str, list[tuple[str, str]]] = {}
    for row, facts in rows:
        if facts.get("phrase_for") in wanted and not facts.get("phrase_dropped_on"):
            found.setdefault(facts["phrase_for"], []).append((row, facts["phrase_text"]))
    return found


def questions() -> list[tuple[str, str]]:
    """Every long text that any act asks for: (name, label), in the order of the acts."""
    found: dict[str, str] = {}
    for act in registry.acts().values():
        if act.kind == PhraseBook.KIND:
            continue
        for ask in act.asks:
            if ask.long or ask.kind == "long":
                fact = VOCABULARY.facts.get(ask.name)
                found.setdefault(ask.name, ask.label or (fact.label if fact else ask.name))
    return list(found.items())
