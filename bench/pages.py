"""Measures pages, acts and gates in this process, on a database that `seed.py` filled: `pages.py --out results.json`.

Nothing goes over the network: Django's test client asks the pages, acts are performed as a view performs them.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from urllib.parse import urlencode

import opening

opening.open_site()

import answers  # noqa: E402
from django.db import connection  # noqa: E402
from django.db.models import QuerySet  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402
from gates import gates  # noqa: E402
from ground import Crew, crews  # noqa: E402
from meter import Measured, measure, table  # noqa: E402

from sanwei.cases.models import Case  # noqa: E402
from sanwei.cases.queries import in_scope  # noqa: E402
from sanwei.people.models import Officer  # noqa: E402

LIST = {"cpu": 60, "queries": 10}
CASE = {"cpu": 20, "queries": 12}
ACT = {"queries": 15, "p50": 1000 / 60}


class Asking:
    """One person's browser."""

    def __init__(self, officer: Officer, who: str, *, oversees: bool = False):
        self.officer, self.who, self.oversees = officer, who, oversees
        self.client = Client(headers={"host": "127.0.0.1"})
        self.client.force_login(officer.user)

    def get(self, *urls: str, status: int = 200) -> Callable[[int], object]:
        """Work that opens these addresses in turn."""
        turn = cycle(urls)

        def work(_: int) -> object:
            answer = self.client.get(next(turn))
            if answer.status_code != status:
                raise RuntimeError(f"{answer.status_code}：{answer.request['PATH_INFO']}")
            return answer

        return work


def people(largest: Crew) -> list[Asking]:
    supervisor = Officer.objects.select_related("user", "body").get(user__username="bench-supervisor")
    return [
        Asking(largest.officer, "办案人员"),
        Asking(largest.leader, "负责人（最大单位）", oversees=True),
        Asking(supervisor, "监督人员（全部案件）", oversees=True),
    ]


def lists(asking: Asking, times: int) -> Iterator[Measured]:
    """First and deepest page: the cursor of the last page is made from the oldest cases."""
    seen: QuerySet[Case] = in_scope(asking.officer, opening.TODAY)
    here = reverse("cases:list")
    first = measure("案件列表第一页", asking.who, asking.get(here), times=times, **LIST)
    yield first
    oldest = list(seen.order_by("touched_at", "id")[20:21])
    if oldest:
        at = f"{here}?{urlencode({'after': f'{oldest[0].touched_at.isoformat()}~{oldest[0].pk}'})}"
        # "As fast as the first": half as much again is allowed for noise.
        yield measure("案件列表最深一页", asking.who, asking.get(at), times=times, **LIST, p50=first.p50 * 1.5)
    for code, label in (("tab=open", "在办"), ("tab=waiting", "待我批准"), ("stage=investigating", "按环节")):
        yield measure(f"案件列表：{label}", asking.who, asking.get(f"{here}?{code}"), times=times, **LIST)


def dues(asking: Asking, times: int) -> Iterator[Measured]:
    """Time limits: one's own, and for those who oversee all of their bodies and the overview."""
    here = reverse("desk:duties")
    yield measure("期限：我的", asking.who, asking.get(here), times=times, **LIST)
    if asking.oversees:
        yield measure("期限：我管辖的全部单位", asking.who, asking.get(f"{here}?scope=all"), times=times, **LIST)
        yield measure("期限总览", asking.who, asking.get(reverse("desk:overview")), times=times, **LIST)


def searches(asking: Asking, times: int) -> Iterator[Measured]:
    """Hits of many and of few, a number, a party, a certificate, and nothing."""
    case = in_scope(asking.officer, opening.TODAY).filter(stage="closed").order_by("id").first()
    asked = {
        "两字，命中极多": "公司", "两字，命中较多": "餐饮", "两字，没有命中": "龘靐", "当事人全称": case.party_name,
        "案号": case.number, "案号，没有命中": "基00城管罚立〔1999〕1号",
    }  # fmt: skip
    for label, question in asked.items():
        url = f"{reverse('desk:search')}?{urlencode({'q': question})}"
        yield measure(f"搜索：{label}", asking.who, asking.get(url), times=times, **LIST)


def case_pages(asking: Asking, times: int) -> Iterator[Measured]:
    seen = in_scope(asking.officer, opening.TODAY)
    for stage, label in (("deciding", "待签发"), ("executing", "执行"), ("closed", "已结案")):
        pages = [case.get_absolute_url() for case in seen.filter(stage=stage).order_by("id")[:20]]
        if pages:
            yield measure(f"案件页：{label}", asking.who, asking.get(*pages), times=times, **CASE)


def acts(held: list[Crew], times: int) -> Iterator[Measured]:
    """Acts as a view performs them, each on a case of its own; and one through its page, form and all."""
    for code, stage in (("add_evidence", "investigating"), ("propose_filing", "lead"), ("issue_decision", "deciding")):
        yield measure(f"行为：{code}", "经办人", answers.performing(held, code, stage), times=times, warm=2, **ACT)
    yield measure("行为：register_lead", "办案人员", answers.registering(held[0]), times=times, warm=2, **ACT)
    opened, posted = answers.forms(held[0], Asking)
    yield measure("行为的表单页：add_evidence", "经办人", opened, times=times)
    yield measure("行为的提交：add_evidence", "经办人", posted, times=times, warm=2)


def run(times: int) -> list[Measured]:
    held = crews()
    asking = people(held[0])
    found: list[Measured] = []
    for each in asking:
        found.append(measure("工作台", each.who, each.get(reverse("desk:home")), times=times, **LIST))
    for part in (dues, lists, case_pages, searches):
        for each in asking:
            found += part(each, times)
    found += gates(held[0], times)
    found += acts(held, times)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args()
    with opening.today():
        found = run(asked.times)
    opening.say(table(found))
    if asked.out:
        told = {"database": connection.vendor, "cases": Case.objects.count(), "pages": [m.plain() for m in found]}
        asked.out.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
