"""Article by article: what holds each article of a statute, found in the registries and never typed by hand.

A control holds the articles it cites; a parameter those its values rest on; an act those it shows and those that the
controls at its gate cite; a document those its form is based on. What a person adds (`law/*/coverage`) is the topic,
how the earlier law differed, a waiver with its reason, and what is still missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from sanwei.controls.control import Control
from sanwei.facts import VOCABULARY
from sanwei.lawbook import Article, Coverage, Lawbook
from sanwei.lawbook.citing import article_words, cite, split_ref

HEAD = "<!-- 由 manage.py write_docs 生成，不要手改 -->\n\n"
_NUMBERS = re.compile(r"§(\d+)(?:-(\d+))?")
WHOLE, PART, WAIVED, NONE = "已落实", "部分", "不适用", "尚未"
SHOWN = 6  # more names than this are counted, not told


class Acting(Protocol):
    """An act as far as this page knows it."""

    label: str
    clauses: tuple[str, ...]


@dataclass(frozen=True)
class Held:
    """What holds one article: codes of controls, acts, forms, keys of parameters, each in its registry's order."""

    controls: tuple[str, ...]
    acts: tuple[str, ...]
    forms: tuple[str, ...]
    parameters: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.controls or self.acts or self.forms or self.parameters)


def articles_of(refs: Iterable[str], code: str) -> set[int]:
    """Numbers of the articles of the instrument `code` that the references name: `XZCF2021 §51-53` names three."""
    found: set[int] = set()
    for ref in refs:
        instrument, section = split_ref(ref)
        if instrument == code and (numbers := _NUMBERS.match(section)):
            found |= set(range(int(numbers[1]), int(numbers[2] or numbers[1]) + 1))
    return found


def held(book: Lawbook, controls: Mapping[str, Control], acts: Mapping[str, Acting], code: str) -> dict[int, Held]:
    """Article number → what holds it, for one instrument."""
    guard: dict[str, set[int]] = {}
    by_control = {c.code: articles_of(c.clauses, code) for c in controls.values()}
    for c in controls.values():
        for act in c.guards:
            guard.setdefault(act, set()).update(by_control[c.code])
    by_act = {a: articles_of(act.clauses, code) | guard.get(a, set()) for a, act in acts.items()}
    by_form: dict[str, set[int]] = {}
    for form in book.forms:
        by_form.setdefault(form.code, set()).update(articles_of(form.raw.get("basis", ()), code))
    by_parameter = {p.key: articles_of((v.basis for v in p.values), code) for p in book.parameters}
    tables = (by_control, by_act, by_form, by_parameter)
    numbers = {n for table in tables for found in table.values() for n in found}
    return {n: Held(*(tuple(k for k, found in t.items() if n in found) for t in tables)) for n in sorted(numbers)}


def state(article: Article, found: Mapping[int, Held]) -> str:
    """已落实, 部分 (something is said to be missing), 不适用 (with its reason) or 尚未."""
    holds = (
        bool(found.get(article.number))
        or bool(article.pages or article.facts)
        or any(found.get(n) for n in article.through)
    )
    if holds:
        return PART if article.missing else WHOLE
    return WAIVED if article.waiver and not article.missing else NONE


def counted(
    book: Lawbook, controls: Mapping[str, Control], acts: Mapping[str, Acting], listed: Coverage
) -> dict[str, int]:
    """State → number of articles."""
    found = held(book, controls, acts, listed.instrument.code)
    states = [state(a, found) for a in listed.articles]
    return {s: states.count(s) for s in (WHOLE, PART, WAIVED, NONE)}


def page(book: Lawbook, controls: Mapping[str, Control], acts: Mapping[str, Acting]) -> str:
    """`docs/coverage.md`: every article of every listed statute."""
    lines = ["# 逐条对照", "", "每条由哪些控制、行为、文书、参数落实，从登记处自动得出；没有的写“尚未”，并计数。", ""]
    for listed in book.coverage:
        lines += _statute(book, controls, acts, listed)
    return HEAD + "\n".join(lines) + "\n"


def _statute(book: Lawbook, controls: Mapping[str, Control], acts: Mapping[str, Acting], listed: Coverage) -> list[str]:
    found = held(book, controls, acts, listed.instrument.code)
    old = held(book, controls, {}, listed.before.code)
    numbers = counted(book, controls, acts, listed)
    told = "，".join(f"{label} {number} 条" for label, number in numbers.items())
    lines = [f"## {listed.instrument.title}", "", f"共 {len(listed.articles)} 条：{told}。", ""]
    lines += [
        f"| 条 | 主题 | 状态 | 控制 | 行为 | 文书 | 参数、页面、理由 | {listed.before.short} |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for a in listed.articles:
        mine = found.get(a.number, Held((), (), (), ()))
        cells = [
            article_words(f"§{a.number}"),
            a.topic,
            state(a, found),
            _names(f"[{controls[c].title}](controls/{c}.md)" for c in mine.controls),
            _names(acts[c].label for c in mine.acts),
            _names(book.form(c).title for c in mine.forms),
            "<br>".join(_rest(book, mine, a)),
            _before(listed, a, old),
        ]
        lines.append(f"| {' | '.join(cells)} |")
    missing = [f"- {article_words(f'§{a.number}')}（{a.topic}）：{one}" for a in listed.articles for one in a.missing]
    missing += [
        f"- {article_words(f'§{a.number}')}（{a.topic}）：还没有控制、行为、文书或者页面引用这一条。"
        for a in listed.articles
        if state(a, found) == NONE and not a.missing
    ]
    return [*lines, "", "### 尚未", "", *(missing or ["没有。"]), ""]


def _names(names: Iterable[str]) -> str:
    told = list(names)
    return "、".join(told) if len(told) <= SHOWN else f"{'、'.join(told[:SHOWN])}等 {len(told)} 项"


def _rest(book: Lawbook, mine: Held, a: Article) -> list[str]:
    said = [f"参数：{_names(book.parameter(k).label for k in mine.parameters)}"] if mine.parameters else []
    said += [f"事实：{_names(VOCABULARY.fact(n).label for n in a.facts)}"] if a.facts else []
    said += [f"页面：{what}" for what in a.pages.values()]
    if a.through:
        said.append(f"由{_names(article_words(f'§{n}') for n in a.through)}的控制发现")
    said += [a.waiver] if a.waiver else []
    return said + [f"尚未：{one}" for one in a.missing]


def _before(listed: Coverage, a: Article, old: Mapping[int, Held]) -> str:
    """The articles of the earlier statute, how they differed, how many controls judge by them."""
    if not a.old:
        return a.differs
    cites = "、".join(cite("", section) for section in a.old)
    judged = len(
        {
            c
            for section in a.old
            for n in articles_of([f"{listed.before.code} {section}"], listed.before.code)
            for c in old.get(n, Held((), (), (), ())).controls
        }
    )
    told = f"{cites}：{a.differs or '相同。'}"
    return told + (f"按旧法判断的控制 {judged} 项。" if judged else "")
