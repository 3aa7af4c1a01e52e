"""What `/health` asks of the journal; quick, where `journal_check` reads everything."""

from __future__ import annotations

from sanwei.journal.triggers import triggers_in_place
from sanwei.journal.verify import head_faults


def head_at_last_entry() -> list[str]:
    """The head says how many entries there are."""
    return list(head_faults())


CHECKS = {"triggers": triggers_in_place, "head": head_at_last_entry}
