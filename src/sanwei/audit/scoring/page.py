"""A scored case file as a page to print and to complete by hand: an empty box for what is open, a place to sign."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from sanwei.audit.report.page import STYLE

from .scoring import Line, Score, State

MARKS = {State.GOOD: "✓", State.BAD: "✗", State.OPEN: "□", State.OUT: "—"}
SIGN = "<p class='sign'>评查人：＿＿＿＿＿＿　　复核人：＿＿＿＿＿＿　　日期：＿＿＿＿年＿＿月＿＿日</p>"


def page(number: str, told: Score) -> str:
    """The whole document. Nothing is fetched from anywhere."""
    sheet = told.sheet
    title = f"案卷评查：{number}"
    between = f"{told.least:g} 分" if told.least == told.most else f"{told.least:g} 至 {told.most:g} 分"
    named = f"{escape(sheet.title)}（{escape(sheet.basis)}）"
    head = (
        f"<h1>{escape(title)}</h1><p class='quiet'>{named}，{sheet.kinds[told.kind]}案卷。</p>"
        f"<p class='says'>还有 {len(told.open)} 项记录答不出来，由评查人判断；在此之前得分在{between}之间，不是最后的得分。</p>"
        if told.open
        else f"<h1>{escape(title)}</h1><p>{named}。得分：<strong>{between}</strong></p>"
    )
    if told.vetoed:
        head += "<p><strong>存在重大问题，评为零分。</strong></p>"
    parts = [
        head,
        _table("重大问题（没有为 ✓）", told.vetoes, points=False),
        _table("基本要素（缺少的扣分）", told.basics),
        *(_table(f"{d.label}（{d.points:g} 分）", lines) for d, lines in told.documents),
        f"<p class='quiet'>{escape(sheet.left_out)}</p>" if sheet.left_out else "",
        SIGN,
    ]
    return (
        '<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>{escape(title)}</title><style>{STYLE}.sign{{margin-top:32px}}</style></head>"
        f"<body>{''.join(parts)}</body></html>"
    )


def _table(title: str, lines: Iterable[Line], *, points: bool = True) -> str:
    rows = "".join(_row(line, points) for line in lines)
    third = "<th class='n'>分值</th>" if points else ""
    return (
        f"<h2>{escape(title)}</h2><div class='scroll'><table><thead><tr><th>结论</th><th>项目</th>{third}<th>依据</th></tr>"
        f"</thead><tbody>{rows}</tbody></table></div>"
    )


def _row(line: Line, points: bool) -> str:
    worth = f"<td class='n'>{line.item.points:g}</td>" if points else ""
    return (
        f"<tr><td>{MARKS[line.state]} {line.state.value}</td><td>{escape(line.item.label)}</td>{worth}"
        f"<td>{escape(line.by)}</td></tr>"
    )


def as_data(number: str, told: Score) -> dict[str, object]:
    """The same for a program."""
    return {
        "matter": number,
        "sheet": told.sheet.code,
        "kind": told.kind,
        "vetoed": told.vetoed,
        "least": told.least,
        "most": told.most,
        "open": [line.item.key for line in told.open],
        "lines": [
            {"key": n.item.key, "state": n.state.name.lower(), "by": n.by, "person": n.person} for n in told.lines
        ],
    }
