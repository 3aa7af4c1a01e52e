"""The report as one page: nothing is fetched, it prints on A4, and what was not assessable stands first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

from sanwei.audit.run.examining import Found
from sanwei.audit.run.summary import by_control, label, rate
from sanwei.controls.verdict import Verdict

from . import drawings
from .numbers import WRONG, by_body_and_month, by_clause, cures, findings, steps

CLAUSES = 25  # drawn; the workbook has all
STEPS = 32
EXAMPLES = 100
STYLE = """
@page{size:A4;margin:18mm 15mm}
*{box-sizing:border-box}
body{font:15px/1.6 "Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei",sans-serif;color:#1d2733;
background:#fff;
max-width:920px;margin:0 auto;padding:24px 16px 64px}
h1{font-size:24px;margin:0 0 4px}
h2{font-size:18px;margin:36px 0 8px;border-bottom:2px solid #1d4f91;padding-bottom:4px}
p{margin:8px 0}.quiet{color:#52606d}.says{border-left:4px solid #8a5a00;background:#fff8e6;padding:8px 12px}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:13px}
th,td{border-bottom:1px solid #d5dce4;padding:5px 8px;
text-align:left;vertical-align:top}th{background:#f1f4f8;white-space:nowrap}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
svg{width:100%;height:auto;min-width:620px;font-size:12px}svg text{fill:#1d2733}svg .n{font-size:11px}
.bar,.field{fill:#1d4f91}.span{fill:#8fb0d9}.dot{fill:#1d2733}
.limit{stroke:#1d2733;stroke-width:1.5;stroke-dasharray:4 3}
.sums{display:flex;flex-wrap:wrap;gap:12px;margin:12px 0;padding:0;list-style:none}
.sums li{border:1px solid #d5dce4;padding:8px 14px;min-width:104px}
.sums b{display:block;font-size:20px;font-variant-numeric:tabular-nums}
@media print{body{padding:0;max-width:none;font-size:11pt}h2,h2+p{break-after:avoid}tr,svg g{break-inside:avoid}
.scroll{overflow:visible}
svg{min-width:0}thead{display:table-header-group}}
"""


def write_page(found: Found, out: Path) -> Path:
    file = out / "report.html"
    file.write_text(page(found), encoding="utf-8")
    return file


def page(found: Found) -> str:
    """The whole document."""
    question = found.question
    title = f"执法案件审查报告（{question.path.name}，{question.as_of:%Y-%m-%d}）"
    parts = (part(found) for part in (_head, _not_assessed, _sums, _wrong, _grid, _times, _cures, _table))
    return (
        '<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>{escape(title)}</title><style>{STYLE}</style></head><body>{''.join(parts)}</body></html>"
    )


def _head(found: Found) -> str:
    question = found.question
    reading = question.reading
    law = "、".join(question.book.pack(code).name for code in question.book.packs)
    read = f"读到 {reading.read:,} 行，采用 {reading.taken:,} 行，未采用 {reading.refused.height:,} 行。"
    return (
        f"<h1>执法案件审查报告</h1><p class='quiet'>来源：{escape(question.path.name)}；以 {question.as_of} 为今天；"
        f"法规：{escape(law)}，版本 {question.book.version}；控制 {len(question.controls)} 项。{read}</p>"
    )


def _sums(found: Found) -> str:
    matters, counts = found.whole.matters, found.counts()
    sums = "".join(f"<li>{v.label}<b>{n:,}</b></li>" for v, n in counts.items())
    return (
        f"<h2>查出什么</h2><p>审查 {matters['all']:,} 件，其中 <strong>{matters['wrong']:,} 件有问题</strong>，"
        f"另有 {matters['undetermined']:,} 件没有查出问题、但有无法判定的事项。各项义务的结论：</p><ul class='sums'>{sums}</ul>"
        "<p class='quiet'>合规率只按能判定的计算：合规 ÷（合规＋迟延＋逾期＋违反）。不适用、无法判定、待办、消灭都不算合规。</p>"
    )


def _not_assessed(found: Found) -> str:
    known, told = found.question.titles, by_control(found)
    rows = [(known[c], c, "、".join(map(label, gone))) for c, gone in sorted(found.missing.items())]
    quiet = [c for c in found.question.controls if c.code not in told and c.code not in found.missing]
    notes = "".join(f"<p>{escape(note)}</p>" for note in found.question.reading.notes)
    strange = found.question.reading.unknown
    unknown = f"<p>来源里有 {len(strange)} 列没有用到：{escape('、'.join(strange))}。</p>" if strange else ""
    refused = found.question.reading.refused.height
    aside = f"<p>有 {refused:,} 行读不出来，没有审查；行号和原因在另存的文件里。</p>" if refused else ""
    n = found.counts()[Verdict.UNDETERMINED]
    missing = (
        f"<p class='says'>有 {len(rows)} 项控制没有审查，因为来源里没有所需的内容。没有审查不等于合规。</p>"
        + _rows(("控制", "代码", "来源里没有的内容"), rows)
        if rows
        else "<p>来源具备全部控制所需的内容，没有一项控制因为缺少内容而未审查。</p>"
    )
    never = f"<p>另有 {len(quiet)} 项控制没有遇到应当适用的情形（例如没有听证、没有强制措施）。</p>" if quiet else ""
    open_ = f"<p>{n:,} 项义务因为个别事实没有记录而无法判定，见“无法判定的”一节。</p>" if n else ""
    return f"<h2>先说没有审查、无法判定的</h2>{missing}{never}{open_}{aside}{unknown}{notes}"


def _wrong(found: Found) -> str:
    told = by_clause(found)
    if not told:
        return "<h2>按条款</h2><p>没有查出问题。</p>"
    more = f"<p class='quiet'>只画前 {CLAUSES} 条，全部 {len(told)} 条见工作簿。</p>" if len(told) > CLAUSES else ""
    drawn = drawings.bars("各条款之下有问题的义务数", told[:CLAUSES])
    return (
        "<h2>按条款</h2><p class='quiet'>一项义务依几条规定的，在各条之下都计一次。</p>"
        f"<div class='scroll'>{drawn}</div>{more}"
    )


def _grid(found: Found) -> str:
    told = by_body_and_month(found)
    if not told.bodies:
        return ""
    more = f"<p class='quiet'>另有 {told.left_out:,} 项在所画的机关和月份之外。</p>" if told.left_out else ""
    drawn = drawings.grid("各机关各月有问题的义务数", told)
    return f"<h2>按机关和月份</h2><p class='quiet'>月份按义务起算之日。</p><div class='scroll'>{drawn}</div>{more}"


def _times(found: Found) -> str:
    told = steps(found)
    if not told:
        return ""
    drawn = drawings.times("各步骤所用日数与期限", told[:STEPS])
    return (
        "<h2>各步骤用了多久</h2><p class='quiet'>虚线为期限；横条为中间八成案件所用的日历日，圆点为中位数；"
        f"只计已经完成的。</p><div class='scroll'>{drawn}</div>"
    )


def _cures(found: Found) -> str:
    told, known = cures(found), found.question.titles
    if not told:
        open_ = found.counts()[Verdict.UNDETERMINED]
        said = (
            f"{open_:,} 项义务无法判定，各自的原因见 obligations.parquet 和工作簿。"
            if open_
            else "没有无法判定的义务。"
        )
        return f"<h2>无法判定的</h2><p>{said}</p>"
    rows = [(c.label, c.where, f"{c.n:,}", "；".join(known[code] for code in c.controls[:3])) for c in told[:40]]
    drawn = drawings.bars("补记哪一项，就能判定多少项义务", [(c.label, c.n) for c in told[:15]])
    return (
        "<h2>无法判定的：补记什么就能判定</h2><p class='quiet'>一项义务缺几个事实的，在各个事实之下都计一次。</p>"
        f"<div class='scroll'>{drawn}</div>" + _rows(("应当记录的", "写在哪里", "义务数", "哪些控制"), rows, right={2})
    )


def _table(found: Found) -> str:
    known = found.question.titles
    rows = []
    for code, counts in by_control(found).items():
        share = rate(counts)
        shown = [f"{counts.get(v, 0):,}" for v in (Verdict.KEPT, *WRONG, Verdict.UNDETERMINED, Verdict.PENDING)]
        rows.append((known[code], *shown, "—" if share is None else f"{share:.1%}"))
    rows.sort(key=lambda r: float(r[-1].rstrip("%")) if r[-1] != "—" else 101)
    heads = ("控制", "合规", "迟延", "逾期", "违反", "无法判定", "待办", "合规率")
    worst = findings(found).sort(["verdict", "control", "case_id"], descending=[True, False, False]).head(EXAMPLES)
    seen = worst.select("number", "body", "state", "title", "clause", "reason").collect()
    some = _rows(("案号", "机关", "结论", "控制", "条款", "原因"), seen.iter_rows()) if seen.height else ""
    note = f"<p class='quiet'>这里最多列 {EXAMPLES} 项，全部在 obligations.parquet 里，工作簿可以筛选。</p>"
    return f"<h2>各项控制</h2>{_rows(heads, rows, right=set(range(1, 8)))}" + (
        f"<h2>查出的问题</h2>{note}{some}" if some else ""
    )


def _rows(
    heads: Sequence[str], rows: Iterable[Sequence[object]], right: set[int] | frozenset[int] = frozenset()
) -> str:
    def cell(tag: str, at: int, value: object) -> str:
        kind = ' class="n"' if at in right else ""
        return f"<{tag}{kind}>{escape('' if value is None else str(value))}</{tag}>"

    head = "".join(cell("th", at, name) for at, name in enumerate(heads))
    body = "".join(f"<tr>{''.join(cell('td', at, v) for at, v in enumerate(row))}</tr>" for row in rows)
    return f"<div class='scroll'><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
