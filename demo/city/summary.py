"""What the city came to: cases by stage, time limits, refusals, and what an examination of the whole record finds."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

import polars as pl

from sanwei.acts import registry
from sanwei.acts.models import Duty, FactRow
from sanwei.acts.rows import frames_of
from sanwei.cases.models import Case
from sanwei.cases.stages import STAGES
from sanwei.controls.judge import judge
from sanwei.controls.register import register
from sanwei.controls.verdict import Verdict
from sanwei.facts import KEY

from .build import City

Found = dict[str, dict[str, Verdict]]


def examine(city: City) -> Found:
    """The audit of the whole record as of the day: case → control → its worst verdict, where that is not clean."""
    columns = ("matter_id", "grain", "row", "seq", "facts")
    frames = frames_of(FactRow.objects.order_by("matter_id", "seq").values_list(*columns))
    judgement = judge(frames, register().values(), city.book, city.today)
    wrong = judgement.findings.filter(pl.col("verdict") >= int(Verdict.UNDETERMINED))
    found: Found = defaultdict(dict)
    for row in wrong.iter_rows(named=True):
        told = found[row[KEY]]
        told[row["control"]] = max(told.get(row["control"], Verdict.NOT_ASKED), Verdict(row["verdict"]))
    return dict(found)


def labels(found: dict[str, Verdict]) -> dict[str, str]:
    """Control → name of the verdict, as `faults.yaml` writes it."""
    return {control: verdict.label for control, verdict in found.items()}


def unlike(city: City, found: Found) -> list[str]:
    """Histories in which the audit finds something else than `faults.yaml` says."""
    return [
        f"第 {one.no} 件历史案件应当查出 {one.finds}，实际查出 {labels(found.get(one.case_id, {}))}"
        for one in city.imported
        if labels(found.get(one.case_id, {})) != one.finds
    ]


SHOWN = 10  # controls named in the summary


def lines(city: City) -> Iterator[str]:
    """The summary, line by line; of the controls only those with most findings."""
    found, controls, acts = examine(city), register(), registry.acts()
    yield f"演示城市：{city.people} 人，{Case.objects.count()} 件案件，{city.acts} 项行为（以 {city.today} 为今天）"
    stages = Counter(Case.objects.values_list("stage", flat=True))
    yield "案件：" + "，".join(f"{label} {stages[code]}" for code, label in STAGES.items() if stages[code])
    limits = Duty.objects.filter(state=Duty.OPEN)
    late = limits.filter(due__lt=city.today).count()
    yield f"期限：待办 {limits.count()}，其中超期 {late}、今日到期 {limits.filter(due=city.today).count()}"
    yield "被拒绝：" + "，".join(f"{acts[code].label} {n}" for code, n in city.refusals.most_common())
    count = Counter(control for told in found.values() for control in told)
    yield f"审查：{len(found)} 件案件查出 {sum(count.values())} 项问题，涉及 {len(count)} 项控制"
    most = sorted(count.items(), key=lambda pair: (-pair[1], pair[0]))
    for code, n in most[:SHOWN]:
        yield f"  {n:3d}  {controls[code].title}（{code}）"
    if len(most) > SHOWN:
        yield f"       其余 {len(most) - SHOWN} 项控制各 1 至 {most[SHOWN][1]} 件，差错逐件写在 demo/data/faults.yaml"
    for fault in [*city.astray, *unlike(city, found)]:
        yield f"注意：{fault}"
