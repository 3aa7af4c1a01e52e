"""A small law tree that is in order: two statutes of one subject, a province, a city. Tests break one thing in it at
a time.
"""

from __future__ import annotations

from pathlib import Path

SMALL = {
    "far/pack.yaml": "{code: far, name: 全国, level: national}\n",
    "near/pack.yaml": "{code: near, name: 某市, level: city, under: [far]}\n",
    "far/instruments/LAW1.yaml": """\
code: LAW1
number: null
title: 某某处罚法（旧）
short: 某某处罚法（2009）
kind: 法律
issuer: 全国人民代表大会常务委员会
issued: 2009-08-27
in_force: {from: 2009-08-27, until: 2021-07-14}
status: read
checked_on: 2026-11-23
clauses:
- {section: §33, says: 旧法的当场处罚。}
- {section: §38(2), says: 旧法的集体讨论。, duties: [case.collective]}
""",
    "far/instruments/LAW2.yaml": """\
code: LAW2
number: null
title: 某某处罚法（新）
short: 某某处罚法（2021）
kind: 法律
issuer: 全国人民代表大会常务委员会
issued: 2021-01-22
in_force: {from: 2021-07-15, until: null}
status: read
checked_on: 2026-11-23
clauses:
- {section: §51-53, says: 新法的当场处罚。}
- {section: §57(2), says: 新法的集体讨论。}
- {section: §60, says: 立案起九十日内决定。}
- {section: §64(1)(二), says: 听证的期限。}
""",
    "near/instruments/DOC39.yaml": """\
code: DOC39
number: 某政办〔2013〕39号
title: 某市实施方案
short: 某政办〔2013〕39号
kind: 规范性文件
issuer: 某市人民政府办公厅
issued: 2013-06-13
in_force: {from: 2013-06-13, until: null}
status: page
clauses:
- {section: 三(三)四, says: 审核在前，讨论在后。, duties: [case.legal-review]}
""",
    "far/parameters/terms.yaml": """\
- key: decision.limit
  label: 立案到决定
  unit: calendar_days
  values:
  - {value: 90, from: 2021-07-15, until: null, basis: LAW2 §60, status: read, checked_on: 2026-11-23, note: ""}
- key: summary.fine.person
  label: 当场处罚的上限（公民）
  unit: fen
  values:
  - {value: 5000, from: 2009-08-27, until: 2021-07-14, basis: LAW1 §33, status: read, checked_on: 2026-11-23}
  - {value: 20000, from: 2021-07-15, until: null, basis: LAW2 §51-53, status: preset}
""",
    "near/parameters/terms.yaml": """\
- key: decision.limit
  label: 立案到决定（本市）
  unit: calendar_days
  values:
  - {value: 60, from: 2022-01-01, until: 2022-12-31, basis: DOC39 三(三)四, status: page}
""",
    "near/powers/city.yaml": """\
- code: P-0001
  item: 占用道路堆物
  kind: 行政处罚
  field: 城市管理
  priority_field: null
  breached: [LAW2 §51-53]
  penalty: [LAW2 §60]
  in_force: {from: 2021-07-15, until: null}
  levels: [city, county, street]
  body_kinds: [organ, authorised]
  correction_first: true
  penalties:
  - {kind: fine, subject: person, min_fen: 2000, max_fen: 5000}
  - {kind: warning, subject: any}
  advice: 及时清走
  causes: 场地不足
""",
    "near/forms/decision/form.yaml": """\
code: decision
title: 行政处罚决定书
version: 2
in_force: {from: 2021-07-15, until: null}
basis: [LAW2 §60]
fields: [{key: party, label: 当事人}]
""",
    "near/forms/decision-old/form.yaml": """\
code: decision
title: 行政处罚决定书
version: 1
in_force: {from: 2009-08-27, until: 2021-07-14}
""",
    "duties.yaml": """\
- id: case.legal-review
  cites: [DOC39 三(三)四]
  form: gate
  part: cases
  duty: 先审核，后讨论。
  fate: {control: [case.legal-review-first]}
- id: case.collective
  cites: [DOC39 三(三)四]
  form: gate
  part: cases
  duty: 负责人集体讨论。
  fate: {later: risk}
""",
    "glossary.yaml": "- {zh: 立案, en: filing}\n- {zh: 听证, en: hearing, note: 不译作 trial}\n",
    "calendar/2025.yaml": """\
year: 2025
status: published
notice: 国办发明电〔2024〕12号
off:
  2025-01-01: 元旦
on:
  2025-01-26: 春节
""",
    "calendar/2026.yaml": """\
year: 2026
status: provisional
why: 通知尚未公布。
statutory:
  2026-01-01: 元旦
""",
}


def write_law(root: Path, changes: dict[str, str | None] | None = None) -> Path:
    """Writes the small law tree with some files replaced (None: left out) or added."""
    for name, text in {**SMALL, **(changes or {})}.items():
        if text is not None:
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return root


def with_change(name: str, old: str, new: str) -> dict[str, str | None]:
    """The one file `name` with `old` (which must stand there once) replaced."""
    assert SMALL[name].count(old) == 1, f"{old!r} stands {SMALL[name].count(old)} times in {name}"
    return {name: SMALL[name].replace(old, new)}
