"""Build the invented city in an empty database; only in the demonstration."""

from __future__ import annotations

import datetime as dt
import sys

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from demo.city import build, plan, summary
from demo.city.days import NoCalendar
from sanwei.acts import clock
from sanwei.desk.models import DemoMarker
from sanwei.journal.models import Entry
from sanwei.people.models import Body


class Command(BaseCommand):
    help = "建立虚构的演示城市（只用于演示，数据库必须是空的）"

    def add_arguments(self, parser):
        parser.add_argument("--today", type=_day, help="以哪一天为今天，例如 2026-11-23；默认为当天")
        parser.add_argument("--cases", type=int, default=plan.OF, help=f"案件数，默认 {plan.OF}，至少 {plan.least()}")
        parser.add_argument("--quiet", action="store_true", help="不显示进度和结果")

    def handle(self, *args, **options):
        _insist(options["cases"])
        quiet = options["quiet"]
        try:
            city = build.build(options["today"] or clock.today(), options["cases"], _silent if quiet else self._tell)
        except NoCalendar as fault:
            raise CommandError(str(fault)) from fault
        if not quiet:
            for line in summary.lines(city):
                self.stdout.write(line)

    def _tell(self, done: int, of: int) -> None:
        """One counter that moves in place on a screen; a line each time elsewhere."""
        on_screen = sys.stdout.isatty() and done < of
        self.stdout.write(
            f"\r已办理 {done:,}／{of:,} 项" if on_screen else f"已办理 {done:,}／{of:,} 项",
            ending="" if on_screen else "\n",
        )
        self.stdout.flush()


def _silent(done: int, of: int) -> None:
    """Says nothing."""


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise CommandError(f"“{text}”不是日期，请写成 2026-11-23 这样。") from None


def _insist(cases: int) -> None:
    """Raises `CommandError` where the city must not or cannot be built."""
    if not settings.SANWEI_DEMO:
        raise CommandError("演示城市的口令是公开的，正式环境不建立。只在本机试用时请设 SANWEI_DEMO=1。")
    if DemoMarker.objects.exists():
        raise CommandError("演示城市已经建好。要重新建立，请换一个空数据库。")
    if any(model.objects.exists() for model in (Body, Entry, get_user_model())):
        raise CommandError("数据库里已有数据，不能建立演示城市。请换一个空数据库。")
    if not plan.least() <= cases <= 10 * plan.OF:
        raise CommandError(f"案件数应当在 {plan.least()} 到 {10 * plan.OF} 之间。")
