"""Who may read the files of a matter: the room that owns a kind of matter registers its rule here."""

from collections.abc import Callable

from django.http import HttpRequest

Rule = Callable[[HttpRequest, str], bool]
_rules: dict[str, Rule] = {}


def register(matter_kind: str, rule: Rule) -> None:
    """`rule(request, matter_id)` says whether the one who asks may read the files of that matter."""
    _rules[matter_kind] = rule


def allowed(request: HttpRequest, matter_kind: str, matter_id: str) -> bool:
    """Whether the files may be handed out; a kind without a rule never."""
    rule = _rules.get(matter_kind)
    return rule is not None and rule(request, matter_id) is True
