"""Reading the whole journal again and comparing it with itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db.models import Count, Exists, F, Max, Min, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.db.utils import DEFAULT_DB_ALIAS

from sanwei.journal.book import entry_for, envelope
from sanwei.journal.canonical import canonical
from sanwei.journal.leaf import commitment, leaf_hash
from sanwei.journal.models import REGISTER, Content, Counter, Entry, Head, Number
from sanwei.journal.triggers import triggers_in_place

PAGE = 2000
_COLUMNS = (
    "id",
    "act",
    "matter_kind",
    "matter_id",
    "body_code",
    "officer_code",
    "certificate_no",
    "outcome",
    "law_version",
)


@dataclass
class Report:
    """Counts of what was read, and the faults, a sentence each."""

    entries: int = 0
    numbers: int = 0
    faults: list[str] = field(default_factory=list)


def verify(using: str = DEFAULT_DB_ALIAS) -> Report:
    """Positions without a gap, leaves and their hashes as the columns say, contents as committed, the head at the last
    entry, numbers without a gap, counters at the last number, triggers in place.

    It cannot see an end that was cut off together with the head: that takes an outsider who holds an earlier state.
    """
    report = Report()
    report.faults += triggers_in_place(using)
    report.faults += _entries(using, report)
    report.faults += _numbers(using, report)
    return report


def _entries(using: str, report: Report) -> Iterator[str]:
    # The size is read first and bounds the reading: an entry and its head are committed together, so writers that go
    # on meanwhile do not look like a fault.
    size = Head.objects.using(using).filter(pk=REGISTER).values_list("size", flat=True).first()
    if size is None:
        yield "登记簿首页缺失。"
    last = 0
    for entry in _pages(using, size):
        if entry.position != last + 1:
            yield f"序号{last}之后是{entry.position}，中间有缺号。"
        last = entry.position
        report.entries += 1
        yield from _leaf(entry)
        yield from _content(entry)
    yield from head_faults(using)


def _pages(using: str, size: int | None) -> Iterator[Entry]:
    # page by page, each a short query: one long one would run into the time limits of PostgreSQL
    entries = Entry.objects.using(using).select_related("content").order_by("position")
    if size is not None:
        entries = entries.filter(position__lte=size)
    after = None
    while page := list((entries if after is None else entries.filter(position__gt=after))[:PAGE]):
        yield from page
        after = page[-1].position


def head_faults(using: str = DEFAULT_DB_ALIAS) -> Iterator[str]:
    """Whether the head stands at the last entry; one query, so that it sees one moment."""
    last = Entry.objects.order_by("-position").values("position")[:1]
    heads = Head.objects.using(using).annotate(last=Coalesce(Subquery(last), 0))
    for head in heads.exclude(size=F("last")):
        yield f"登记簿首页记有{head.size}条，实际到第{head.last}条。"


def _leaf(entry: Entry) -> Iterator[str]:
    columns = {name: getattr(entry, name) for name in _COLUMNS}
    again = entry_for(REGISTER, entry.position, entry.at, columns, entry.commitment)
    if again.leaf != entry.leaf:
        yield f"第{entry.position}条的叶文本与记载不符。"
    if leaf_hash(entry.leaf) != entry.leaf_hash:
        yield f"第{entry.position}条的叶散列不符。"


def _content(entry: Entry) -> Iterator[str]:
    content = getattr(entry, "content", None)
    if content is None:
        yield f"第{entry.position}条没有内容。"
    elif not _committed(content):
        yield f"第{entry.position}条的内容与承诺不符。"
    else:
        columns = {name: getattr(entry, name) for name in _COLUMNS}
        if canonical(envelope(columns, content.body.get("content"))) != canonical(content.body):
            yield f"第{entry.position}条的事项、主体、人员或者法律库版本与内容不符。"


def _committed(content: Content) -> bool:
    if not isinstance(content.body, dict):
        return False
    try:
        return commitment(bytes(content.salt), content.body) == content.entry.commitment
    except (TypeError, ValueError):
        # no canonical form: append never wrote this
        return False


def _numbers(using: str, report: Report) -> Iterator[str]:
    # one query, so that numbers and counters are seen at one moment
    own = Number.objects.filter(book=OuterRef("book"), year=OuterRef("year")).order_by().values("book")
    counters = Counter.objects.using(using).order_by("book", "year")
    for row in counters.annotate(
        given=Coalesce(Subquery(own.annotate(each=Count("id")).values("each")), 0),
        lowest=Subquery(own.annotate(each=Min("n")).values("each")),
        highest=Coalesce(Subquery(own.annotate(each=Max("n")).values("each")), 0),
    ):
        report.numbers += row.given
        if row.given and (row.lowest != 1 or row.highest != row.given):
            yield f"号簿{row.book}{row.year}年有{row.given}个号，却从{row.lowest}到{row.highest}，不连续。"
        if row.last != row.highest:
            yield f"号簿{row.book}{row.year}年计数到{row.last}，实际到{row.highest}号。"
    counted = Counter.objects.filter(book=OuterRef("book"), year=OuterRef("year"))
    stray = Number.objects.using(using).filter(~Exists(counted)).order_by("book", "year")
    for book, year in stray.values_list("book", "year").distinct():
        yield f"号簿{book}{year}年有编号而没有计数。"
