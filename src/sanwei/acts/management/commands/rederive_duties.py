"""Derive the due days of all open duties anew: after a calendar year was published, or the law packs changed."""

from __future__ import annotations

from django.core.management.base import BaseCommand
from django.db import transaction

from sanwei.acts import clock, duties, registry
from sanwei.acts.gate import due_controls, judge_rows
from sanwei.acts.models import Duty
from sanwei.acts.rows import Rows
from sanwei.acts.rules import book_of


class Command(BaseCommand):
    help = "重新推算未完成事项的到期日（年度日历公布或者法律参数变化之后运行；可以反复运行）"

    def add_arguments(self, parser):
        parser.add_argument("--provisional", action="store_true", help="只重算暂定的到期日")

    def handle(self, *args, **options):
        found = Duty.objects.filter(state=Duty.OPEN)
        if options["provisional"]:
            found = found.filter(provisional=True)
        matters = list(found.order_by().values_list("matter_kind", "matter_id").distinct())
        changed = 0
        for n, (kind_code, matter_id) in enumerate(matters, 1):
            changed += _one(kind_code, matter_id)
            if n % 200 == 0:
                self.stdout.write(f"已重算 {n}／{len(matters)} 件")
        self.stdout.write(f"共重算 {len(matters)} 件，{changed} 项到期日有变化。")


def _one(kind_code: str, matter_id) -> int:
    kind = registry.kind(kind_code)
    with transaction.atomic():
        matter = kind.model.objects.select_for_update(of=("self",)).get(pk=matter_id)
        before = dict(Duty.objects.filter(matter_id=matter_id).values_list("id", "due"))
        rows = Rows.read(matter_id)
        book = book_of(kind_code, rows, matter)
        judgement = judge_rows(rows, due_controls(book), book, clock.today())
        duties.sync(matter, kind_code, judgement, kind.handler(matter))
        after = dict(Duty.objects.filter(matter_id=matter_id).values_list("id", "due"))
    return sum(before.get(pk) != due for pk, due in after.items())
