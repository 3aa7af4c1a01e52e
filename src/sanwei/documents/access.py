"""Who may read the files of a matter: the room that owns a kind of matter registers its rule here."""

from collections.abc import Callable, Iterable

from django.http import HttpRequest

Rule = Callable[[HttpRequest, str], bool]
Names = Callable[[list[str]], dict[str, str]]
_rules: dict[str, Rule] = {}
_names: dict[str, Names] = {}


def register(matter_kind: str, rule: Rule, names: Names | None = None) -> None:
    """`rule(request, matter_id)` says whether the one who asks may read the files of that matter; `names(ids)` gives
    what matters are called.
    """
    _rules[matter_kind] = rule
    if names is not None:
        _names[matter_kind] = names


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
