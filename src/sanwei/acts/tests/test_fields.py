"""The form of an act: in the order it asks."""

from __future__ import annotations

from sanwei.acts.act import Ask
from sanwei.acts.fields import fieldsets


def test_what_has_no_group_stays_where_it_is_asked() -> None:
    asks = [
        Ask("kind"),
        Ask("fine"),
        Ask("from", group="细目"),
        Ask("reasons"),
        Ask("until", group="细目"),
        Ask("told"),
    ]
    assert fieldsets(asks) == [("", ["kind", "fine"]), ("细目", ["from", "until"]), ("", ["reasons", "told"])]
    assert fieldsets([Ask("kind"), Ask("fine")]) == []
