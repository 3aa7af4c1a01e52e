"""Finding cases: by number, party and cause in any two characters, by an officer's certificate, by any number given
out.

Chinese is written without blanks, and the words of names stand in no dictionary. So a text is cut into all its pairs of
neighbouring characters, and what is asked for is a phrase of such pairs: any part of the text of two characters and
more is
found exactly. One character is looked for in the text itself.
"""

from __future__ import annotations

import re
import unicodedata
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from django.db.models import Q, QuerySet
from django.http import Http404

from sanwei.journal.models import Number
from sanwei.people.models import Body, Certificate

from .fulltext import holding
from .models import Case, SearchLine
from .queries import under

INDEXED = frozenset({"number", "title", "party_name"})
PAGE = 20
LONGEST = 80  # characters of a question
MOST = 6  # words of a question
_BREAK = " o "  # between two fields: one letter, which no question of pairs contains
_CERTIFICATE = re.compile(r"[0-9A-Z一-鿿-]{4,40}", re.IGNORECASE)


def fold(text: str) -> str:
    """Letters and digits of a text in one shape: full width, case and punctuation make no difference."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())


def bigrams(text: str) -> str:
    """All pairs of neighbouring letters and digits, with blanks between: `罚款3元` → `罚款 款3 3元`; one alone stays
    itself.
    """
    told = fold(text)
    return " ".join(a + b for a, b in pairwise(told)) or told


def index(case: Case) -> None:
    """Write the line of one case: one statement, on both databases."""
    write([case])


def write(cases: Iterable[Case]) -> None:
    """Write the lines of many cases in one statement."""
    SearchLine.objects.bulk_create(
        [_line(case) for case in cases],
        update_conflicts=True,
        unique_fields=["matter_id"],
        update_fields=["body", "words", "grams"],
    )


def rebuild(batch: int = 500) -> int:
    """Write the lines of all cases anew (after an import); how many."""
    done, held = 0, []
    for case in Case.objects.order_by("opened_on", "id").iterator(chunk_size=batch):
        held.append(case)
        if len(held) == batch:
            write(held)
            done, held = done + batch, []
    write(held)
    return done + len(held)


def _line(case: Case) -> SearchLine:
    fields = [text for text in (case.number, case.title, case.party_name) if text]
    return SearchLine(
        matter_kind=Case.KIND,
        matter_id=case.pk,
        body_id=case.body_id,
        words=" ".join(fold(text) for text in fields),
        grams=_BREAK.join(bigrams(text) for text in fields),
    )


@dataclass(frozen=True)
class Found:
    """One page of what was found, the latest registered first. `older` is a cursor, empty on the last page."""

    cases: list[Case]
    older: str = ""


def find(paths: list[str], question: str, *, after: str = "") -> Found:
    """Cases within the subtrees `paths` (see `people.queries.scope_paths`) that hold every word of the question.

    At most three queries. Raises Http404 for a cursor that was not given out.
    """
    question = " ".join(question.split())[:LONGEST]
    words = [word for word in question.split(" ") if fold(word)][:MOST]
    if not words or not paths:
        return Found([])
    lines = SearchLine.objects.filter(matter_kind=Case.KIND, body__in=_bodies(paths))
    told = _holding(words)
    if (named := _named(question)) is not None:
        told |= Q(matter_id__in=named)
    if after:
        if not after.isascii() or not after.isdigit() or len(after) > 18:
            raise Http404
        lines = lines.filter(pk__lt=int(after))
    rows = list(lines.filter(told).order_by("-pk").values_list("pk", "matter_id")[: PAGE + 1])
    older = str(rows[PAGE - 1][0]) if len(rows) > PAGE else ""
    return Found(_cases(paths, [matter for _, matter in rows[:PAGE]]), older)


def _bodies(paths: list[str]) -> QuerySet[Body]:
    return Body.objects.order_by().filter(under(paths, "path")).values("pk")


def _holding(words: list[str]) -> Q:
    folded = [fold(word) for word in words]
    told = Q(*(Q(words__contains=word) for word in folded if len(word) == 1))
    phrases = [bigrams(word) for word in folded if len(word) > 1]
    return told & holding(phrases) if phrases else told


def _named(question: str) -> list[uuid.UUID] | QuerySet | None:
    """Cases of the officer with this certificate number, or of the document with this number; None where it is neither.
    At most one query now."""
    asked = unicodedata.normalize("NFKC", question).replace(" ", "")
    if asked.endswith("号"):
        asked = re.sub(r"[\[(【](\d{4})[\])】]", r"〔\1〕", asked)
        # By the label alone, in no order: asked for the kind or the order too, SQLite reads every number of the book.
        found = Number.objects.filter(label=asked).order_by().values_list("matter_kind", "matter_id")
        return [uuid.UUID(matter) for kind, matter in found if kind == Case.KIND] or None
    if not _CERTIFICATE.fullmatch(asked) or not any(c.isdigit() for c in asked):
        return None
    officers = list(Certificate.objects.filter(number__iexact=asked).order_by().values_list("officer_id", flat=True))
    if not officers:
        return None
    return Case.objects.order_by().filter(Q(officer__in=officers) | Q(partner__in=officers)).values("pk")


def _cases(paths: list[str], ids: list[uuid.UUID]) -> list[Case]:
    """The cases themselves, in this order; the scope is asked again of the bodies they belong to now."""
    held = Case.objects.filter(pk__in=ids).filter(under(paths, "body__path")).select_related("body", "officer")
    by_id = {case.pk: case for case in held}
    return [by_id[pk] for pk in ids if pk in by_id]
