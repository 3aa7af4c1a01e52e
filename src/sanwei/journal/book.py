"""Appending to the journal: the last thing a business transaction does."""

from __future__ import annotations

import secrets
import uuid
from datetime import datetime
from typing import Any

from django.db import connections, transaction
from django.db.models import Max
from django.db.utils import DEFAULT_DB_ALIAS

from sanwei.journal.canonical import canonical, plain
from sanwei.journal.errors import JournalError
from sanwei.journal.leaf import commitment, leaf, leaf_hash
from sanwei.journal.models import REGISTER, Content, Entry, Head, Outcome

SALT_BYTES = 32


def append(
    *,
    act: str,
    matter_kind: str,
    matter_id: str,
    body_code: str,
    officer_code: str,
    certificate_no: str,
    outcome: str,
    content: dict[str, Any],
    law_version: str,
    at: datetime,
    using: str = DEFAULT_DB_ALIAS,
) -> Entry:
    """Write one entry inside the caller's transaction; three queries.

    Call it last, after numbers are drawn: from here to the commit every other writer waits. `outcome` is done or
    refused; codes that do not apply are ""; `content` holds text, whole numbers, booleans, None, lists and objects
    (dates, times and UUIDs are written as text).

    Raises JournalError outside a transaction, for a naive time, an unknown outcome, content that has no canonical form,
    or where the head is missing; the caller's transaction then rolls back and leaves no gap.
    """
    _in_transaction(using)
    if at.tzinfo is None:
        raise JournalError("留痕时间没有时区，请传入带时区的时间。")
    if outcome not in Outcome.values:
        raise JournalError(f"留痕结果“{outcome}”不认识，只能是已作出或者被拒绝。")
    columns = {
        "id": uuid.uuid4(),
        "act": act,
        "matter_kind": matter_kind,
        "matter_id": str(matter_id),
        "body_code": body_code,
        "officer_code": officer_code,
        "certificate_no": certificate_no,
        "outcome": outcome,
        "law_version": law_version,
    }
    body = envelope(columns, _storable(content))
    salt = secrets.token_bytes(SALT_BYTES)
    bound = commitment(salt, body)
    # Whatever fails from here on, this transaction can only be rolled back: the place was taken.
    with transaction.atomic(using=using, savepoint=False):
        entry = entry_for(REGISTER, _next_place(using), at, columns, bound)
        entry.save(using=using)
        Content(entry=entry, salt=salt, body=body).save(using=using)
    return entry


def entry_for(register: str, position: int, at: datetime, columns: dict[str, Any], bound: str) -> Entry:
    """The unsaved entry of these columns at this position, with its leaf; the check builds it again to compare."""
    text = leaf(
        register=register,
        position=position,
        kind=columns["outcome"],
        at=at,
        act=columns["act"],
        matter_kind=columns["matter_kind"],
        certificate=columns["certificate_no"],
        bound=bound,
    )
    return Entry(position=position, at=at, leaf=text, leaf_hash=leaf_hash(text), commitment=bound, **columns)


def envelope(columns: dict[str, Any], content: dict[str, Any]) -> dict[str, Any]:
    """What the commitment covers: the columns that the leaf does not show, so that they too cannot change unseen, and
    the content."""
    hidden = {name: str(columns[name]) for name in ("id", "matter_id", "body_code", "officer_code", "law_version")}
    return {"entry": hidden, "content": content}


def _in_transaction(using: str) -> None:
    if not connections[using].in_atomic_block:
        raise JournalError("留痕须与业务写在同一事务里，请在事务中调用。")


def _storable(content: dict[str, Any]) -> dict[str, Any]:
    if not isinstance(content, dict):
        raise JournalError("留痕内容应当是一个对象。")
    try:
        kept = plain(content)
        text = canonical(kept)
    except (TypeError, ValueError) as fault:
        raise JournalError(str(fault)) from fault
    if "\\u0000" in text and _holds_nul(kept):
        # PostgreSQL keeps no NUL in text; refused on both databases alike
        raise JournalError("留痕内容含有空字符，请先去掉。")
    return kept


def _holds_nul(value: Any) -> bool:
    if isinstance(value, str):
        return "\x00" in value
    if isinstance(value, list):
        return any(_holds_nul(each) for each in value)
    if isinstance(value, dict):
        return any(_holds_nul(key) or _holds_nul(each) for key, each in value.items())
    return False


def _next_place(using: str) -> int:
    """The next position, counted at the head of the register; its row is held until the transaction ends."""
    with connections[using].cursor() as cursor:
        cursor.execute(
            f"UPDATE {Head._meta.db_table} SET size = size + 1 WHERE register = %s RETURNING size", [REGISTER]
        )
        taken = cursor.fetchone()
    if taken is None:
        raise JournalError("留痕登记簿首页缺失，请运行 manage.py migrate 后再试。")
    return taken[0]


def open_register(using: str) -> None:
    """Make the head row where it is missing, at the entries that stand; called after migrations. No query but one where
    it stands."""
    heads = Head.objects.using(using)
    if heads.filter(pk=REGISTER).exists():
        return
    with transaction.atomic(using=using):
        last = Entry.objects.using(using).aggregate(last=Max("position"))["last"] or 0
        heads.bulk_create([Head(register=REGISTER, size=last)], ignore_conflicts=True)
