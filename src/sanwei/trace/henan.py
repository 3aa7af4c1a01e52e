"""The 28 forms of a penalty file (Henan, 2016) and the packages that are them: read from the packages, not written."""

from __future__ import annotations

from dataclasses import dataclass

import yaml

from sanwei.lawbook import Form, Lawbook

from .pages import HEAD

LIST = "henan/forms/_shared/henan2016.yaml"


@dataclass(frozen=True)
class Listed:
    """One of the 28: its number, its name, a note, the packages that are it (several versions count once)."""

    n: int
    name: str
    note: str
    packages: tuple[Form, ...]


def listed(book: Lawbook) -> list[Listed]:
    """All 28 in their order."""
    rows = yaml.safe_load((book.root / LIST).read_text(encoding="utf-8"))
    return [Listed(row["n"], row["name"], row.get("note", ""), _packages(book, row["n"])) for row in rows]


def _packages(book: Lawbook, n: int) -> tuple[Form, ...]:
    found: dict[str, Form] = {}
    for form in book.forms:
        if n in (form.raw.get("henan2016") or ()):
            found.setdefault(form.code, form)
    return tuple(found.values())


def page(book: Lawbook) -> str:
    """`docs/forms-of-henan.md`."""
    rows = listed(book)
    there = [row for row in rows if row.packages]
    lines = [
        "# 河南省行政处罚案卷文书（28 种）与文书包",
        "",
        f"28 种之中已有文书包 {len(there)} 种，还缺 {len(rows) - len(there)} 种。此外另有本表之外的文书包，列在后面。",
        "文书包是 `law/*/forms/<代码>/`：字段、依据、签名、文字、PDF 版式、可编辑的 DOCX 模板；改法律包即可，不需要改程序。",
        "",
        "| 序号 | 文书 | 文书包 | 需要手签的人 | 用印 | 卷别 |",
        "|---:|---|---|---|---|---|",
    ]
    lines += [_row(row) for row in rows]
    more = sorted({f.code: f for f in book.forms if not f.raw.get("henan2016")}.items())
    lines += ["", "## 本表之外的文书包", "", "| 文书包 | 名称 | 需要手签的人 | 用印 | 卷别 |", "|---|---|---|---|---|"]
    lines += [f"| `{code}` | {form.title} | {_signs(form)} | {_seal(form)} | {_volume(form)} |" for code, form in more]
    return HEAD + "\n".join(lines) + "\n"


def _row(row: Listed) -> str:
    name = f"{row.name}（{row.note}）" if row.note else row.name
    if not row.packages:
        return f"| {row.n} | {name} | **缺** | | | |"
    cells = zip(*((f"`{f.code}` {f.title}", _signs(f), _seal(f), _volume(f)) for f in row.packages), strict=True)
    return f"| {row.n} | {name} | {' | '.join('；'.join(dict.fromkeys(cell)) for cell in cells)} |"


def _signs(form: Form) -> str:
    who = (signature["label"].partition("（")[0] for signature in form.raw.get("signatures") or ())
    return "、".join(dict.fromkeys(who)) or "—"


def _seal(form: Form) -> str:
    return "是" if form.raw.get("seal") else "—"


def _volume(form: Form) -> str:
    inside = form.code.endswith("_approval")  # as `documents.package` takes it where the form does not say
    volume = (form.raw.get("file") or {}).get("volume", "second" if inside else "main")
    return {"second": "副卷"}.get(volume, "正卷")
