"""How people cite a clause. A reference is `<code> <section>`: `ZZ39 三(三)四`, `XZCF2021 §57(2)`, `XZCF2021 §51-53`.

In a § section the figures are the article (or a range of articles, or 之一), then `(2)` the paragraph (款) or 末款, then
`(二)` the
item (项), then `(3)` the sub-item (目). Any other section is cited as written, after the document's number.
"""

from __future__ import annotations

import re

from .numerals import DIGITS, chinese, from_chinese

_NUMBER = f"[{DIGITS[1:]}十百零]+"
_ARTICLE = re.compile(
    rf"§(?P<first>[1-9]\d{{0,2}})(?:-(?P<last>[1-9]\d{{0,2}})|之(?P<added>{_NUMBER}))?"
    rf"(?:\((?P<paragraph>[1-9]\d?)\)|(?P<closing>末款))?(?:\((?P<item>{_NUMBER})\)(?:\((?P<point>[1-9]\d?)\))?)?"
)
_YEAR = re.compile(r"(?P<name>.+?)(?P<year>（\d{4}(?:年[^）]*)?）)?")


def split_ref(ref: str) -> tuple[str, str]:
    """`XZCF2021 §60` → (`XZCF2021`, `§60`); the section is empty when there is none."""
    code, _, section = ref.strip().partition(" ")
    return code, section.strip()


def section_fault(section: str) -> str | None:
    """What is wrong with the way a section is written, or None."""
    if not section or section != section.strip() or re.search(r"\s", section):
        return "节次不能为空，也不能含空格"
    if not section.startswith("§"):
        return None
    found = _ARTICLE.fullmatch(section)
    if found is None:
        return "条次写法不对，应如 §60、§57(2)、§64(1)(二)、§51-53"
    for part in (found["added"], found["item"]):
        try:
            if part is not None:
                from_chinese(part)
        except ValueError:
            return f"“{part}”不是规范的中文数字"
    if found["last"] is not None and int(found["last"]) <= int(found["first"]):
        return "条次范围的后一条应大于前一条"
    return None


def article_words(section: str) -> str:
    """`§64(1)(二)` → 第六十四条第一款第二项; `§51-53` → 第五十一条至第五十三条. A section without § comes back as it is."""
    found = _ARTICLE.fullmatch(section)
    if found is None:
        return section
    said = f"第{chinese(int(found['first']))}条"
    if found["last"]:
        said += f"至第{chinese(int(found['last']))}条"
    if found["added"]:
        said += f"之{found['added']}"
    if found["paragraph"]:
        said += f"第{chinese(int(found['paragraph']))}款"
    if found["closing"]:
        said += "末款"
    if found["item"]:
        said += f"第{found['item']}项"
    if found["point"]:
        said += f"第{chinese(int(found['point']))}目"
    return said


def title_words(short: str) -> str:
    """行政处罚法（2021） → 《行政处罚法》（2021）; a document number (郑政办〔2013〕39号, 省政府令第204号) stays as it is."""
    found = _YEAR.fullmatch(short)
    if found is None or "《" in short or "〔" in short or found["name"].endswith("号"):
        return short
    return f"《{found['name']}》{found['year'] or ''}"


def cite(short: str, section: str) -> str:
    """The whole citation: 《行政处罚法》（2021）第六十条, 郑政办〔2013〕39号 三(三)四."""
    if section.startswith("§"):
        return title_words(short) + article_words(section)
    return f"{title_words(short)} {section}"
