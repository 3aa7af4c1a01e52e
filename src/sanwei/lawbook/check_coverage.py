"""Lists of articles: each article of the statute exactly once, in order, and only statutes and articles that exist."""

from __future__ import annotations

from collections.abc import Iterator

from .check_refs import References
from .errors import Fault
from .reading import Tree


def coverage_faults(tree: Tree, references: References) -> Iterator[Fault]:
    """What is wrong with every file under `coverage/`."""
    for entry in tree.coverage:
        row = entry.row
        for key in ("code", "before"):
            if getattr(row, key) not in references.instruments:
                yield entry.fault(f"文件“{getattr(row, key)}”不存在；请先在 instruments 里写入。", key)
        found = [article.article for article in row.rows]
        wanted = list(range(1, row.articles + 1))
        if found != wanted:
            wrong = sorted(set(wanted) ^ set(found)) or [n for n in wanted if found.count(n) > 1]
            said = f"第 {'、'.join(map(str, wrong))} 条" if wrong else "次序"
            yield entry.fault(f"应按次序每条写一次，共 {row.articles} 条；{said}不对。", "rows")
        for spot, article in enumerate(row.rows):
            if far := [n for n in article.through if not 1 <= n <= row.articles]:
                yield entry.fault(f"没有第 {far[0]} 条。", "rows", spot, "through")
