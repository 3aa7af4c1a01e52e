"""Who may read the files of a matter: the room that owns a kind of matter registers its rule here."""

from collections.abc import Callable, Iterable

from django.http import HttpRequest

from .models import Document

Rule = Callable[[HttpRequest, str], bool]
Names = Callable[[list[str]], dict[str, str]]
Reading = Callable[[HttpRequest, str, list[Document], str], None]
_rules: dict[str, Rule] = {}
_names: dict[str, Names] = {}
_readings: dict[str, Reading] = {}


def register(matter_kind: str, rule: Rule, names: Names | None = None, reading: Reading | None = None) -> None:
    """`rule(request, matter_id)` says whether the one who asks may read the files of that matter; `names(ids)` gives
    what matters are called; `reading(request, matter_id, documents, how)` puts on record that documents go out which
    carry personal data, or raises PermissionDenied.
    """
    _rules[matter_kind] = rule
    if names is not None:
        _names[matter_kind] = names
    if reading is not None:
        _readings[matter_kind] = reading


def going_out(request: HttpRequest, documents: Iterable[Document], how: str) -> None:
    """Before these documents are handed out `how` (PDF, DOCX …): each room puts on record what is to be."""
    by_matter: dict[tuple[str, str], list[Document]] = {}
    for document in documents:
        by_matter.setdefault((document.matter_kind, document.matter_id), []).append(document)
    for (kind, matter), mine in by_matter.items():
        if kind in _readings:
            _readings[kind](request, matter, mine, how)


def names(matters: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """(kind, id) → what the matter is called; its id where its room has no name for it."""
    by_kind: dict[str, list[str]] = {}
    for kind, matter in matters:
        by_kind.setdefault(kind, []).append(matter)
    told = {kind: _names[kind](ids) if kind in _names else {} for kind, ids in by_kind.items()}
    return {(kind, matter): told[kind].get(matter, matter) for kind, ids in by_kind.items() for matter in ids}


def allowed(request: HttpRequest, matter_kind: str, matter_id: str) -> bool:
    """Whether the files may be handed out; a kind without a rule never."""
    rule = _rules.get(matter_kind)
    return rule is not None and rule(request, matter_id) is True
