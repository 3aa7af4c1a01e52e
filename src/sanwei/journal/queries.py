"""What others ask the journal."""

from __future__ import annotations

from django.db.models import QuerySet

from sanwei.journal.models import Entry, Number


def of_matter(matter_kind: str, matter_id: str) -> QuerySet[Entry]:
    """The entries of one matter, the latest first, refusals included. No query until read."""
    return Entry.objects.filter(matter_kind=matter_kind, matter_id=str(matter_id)).order_by("-position")


def since(position: int, limit: int = 500) -> QuerySet[Entry]:
    """The next entries after a position, in order: for what reads the journal and remembers how far it came."""
    return Entry.objects.filter(position__gt=position).order_by("position")[:limit]


def numbers_of(matter_kind: str, matter_id: str) -> QuerySet[Number]:
    """The numbers given to one matter, in the order they were drawn."""
    return Number.objects.filter(matter_kind=matter_kind, matter_id=str(matter_id)).order_by("id")
