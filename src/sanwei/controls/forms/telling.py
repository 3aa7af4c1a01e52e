"""`docs/forms.md`: every form with its sentence and a small example whose verdicts are judged, not written.

python -m sanwei.controls.forms.telling > docs/forms.md
"""

from __future__ import annotations

import sys

from sanwei.controls.verdict import Verdict
from sanwei.lawbook import Calendar, lawbook

from .examples import AS_OF, CHAPTERS, Example
from .judging import judge_form

HEAD = """<!-- 由 python -m sanwei.controls.forms.telling 生成，不要手改 -->

# 标准形式

程序上的要求多半是几十种标准形式之一，写明“什么之后要有什么、多久之内、什么情况下免除”即可判断，不必逐条编写。
形式对履历（一行一个步骤）逐次判断：每个触发的步骤一个结论。

- **结论**：合规、迟延、逾期、待办、消灭、违反、无法判定、不适用。期限最后一日等于基准日的仍是待办；基准日之后的事一概看不见。
- **没有记录与没有发生不同**：记录留有余地的（同日先后不明、日期没有记录、条件或者关联的属性没有记录），把每一种可能都判断一遍，
  全部一致才下结论，不一致的是“无法判定”；仅因同日先后不明的，另行标出。触发步骤自己的日期（需要时）、条件、关联属性没有记录的，一律“无法判定”。
- **先后**：先比日期，同日比来源中的顺序号。同一天里看到的步骤有一个没有顺序号，或者顺序号重复，当天先后即为不明。
- **期间**：次日为第 1 日；可按日、工作日、月、年计，可设下限与上限，可含或者不含端点，末日可顺延至下一工作日；可按触发日所在的版本取用。
  向后的期间自触发之日起往后数，向前的期间自触发之日起往前数。落在尚未公布放假安排的年份的期限是暂定的，超过了也只说“无法判定”。
- **撤销的步骤**：不算做过，也不阻断、不免除别的步骤；触发步骤自己在期限之内、完成之前被撤销的，义务消灭。
- **一次抵几次**：一般的形式里，一次完成可以抵几次触发；“交替”“紧接”的形式一次只抵一次。
- **未了结的案件**：没有期限的要求在案件了结之前是待办，了结之后仍没有才是违反；禁止的事没有发生即为合规。
"""


def page(calendar: Calendar) -> str:
    """The whole page in Markdown."""
    parts = [HEAD]
    for title, examples in CHAPTERS:
        parts.append(f"## {title}\n")
        parts += [section(e, calendar) for e in examples]
    return "\n".join(parts)


def section(e: Example, calendar: Calendar) -> str:
    """One form: its name, its sentence, its steps and what is said of each."""
    told = {}
    for r in judge_form(e.history, e.form, calendar, AS_OF, closed=e.closed).iter_rows(named=True):
        told.setdefault(r["row"], []).append(r)
    columns = ["案件", "步骤", "日期", *e.shown.values(), "期限", "结论"]
    lines = [
        f"### {e.form.title} `{e.form.name}`\n",
        f"{e.form.says}。\n",
        _line(columns),
        _line(["---"] * len(columns)),
    ]
    for n, step in enumerate(e.history.iter_rows(named=True)):
        found = told.get(n, [])
        due = "；".join(dict.fromkeys(_day(r["due"]) for r in found if r["due"]))
        verdicts = "；".join(dict.fromkeys(Verdict(r["verdict"]).label for r in found))
        lines.append(
            _line(
                [
                    step["case_id"],
                    step["activity"],
                    _day(step["on"]),
                    *(_value(step[c]) for c in e.shown),
                    due,
                    verdicts,
                ]
            )
        )
    lines.append(f"\n基准日 {_day(AS_OF)}{'，案件均已了结' if e.closed else ''}。\n")
    return "\n".join(lines)


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _day(day) -> str:
    return f"{day.month}月{day.day}日" if day else "未记录"


def _value(value: object) -> str:
    if value is None:
        return "未记录"
    return f"{value:g}" if isinstance(value, float) else str(value)


if __name__ == "__main__":
    sys.stdout.write(page(lawbook().calendar))
