"""The rights of the role under which the web process works on PostgreSQL: it may read and add to the journal, no more.
Tables belong to another role, which only migrations use; so not even a hole in the program can change an entry."""

from __future__ import annotations

import re

from sanwei.journal.errors import JournalError

_APPENDED = "journal_entry, journal_content, journal_number"
_ROLE = re.compile(r"[a-z_][a-z0-9_]{0,62}")


def grants_for(role: str) -> list[str]:
    """SQL statements, to be run by the owner after every migration that adds tables here. Raises JournalError where
    `role` is no plain name (small letters, digits, underscores)."""
    if not _ROLE.fullmatch(role):
        raise JournalError(f"数据库角色名“{role}”只能用小写字母、数字和下划线，且不能以数字开头。")
    return [
        f"REVOKE ALL ON {_APPENDED}, journal_head, journal_counter FROM PUBLIC, {role}",
        f"GRANT SELECT, INSERT ON {_APPENDED} TO {role}",
        # UPDATE is what SELECT … FOR UPDATE asks for
        f"GRANT SELECT, UPDATE ON journal_head TO {role}",
        f"GRANT SELECT, INSERT, UPDATE ON journal_counter TO {role}",
        f"GRANT USAGE ON SEQUENCE journal_number_id_seq, journal_counter_id_seq TO {role}",
    ]
