from __future__ import annotations

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db.utils import DEFAULT_DB_ALIAS

from sanwei.journal.verify import verify


class Command(BaseCommand):
    help = "核对留痕日志：序号、叶散列、内容承诺、编号是否连续，保护触发器是否在位。有问题时退出码为1。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--database", default=DEFAULT_DB_ALIAS, help="要核对的数据库别名")
        parser.add_argument("--show", type=int, default=50, help="最多列出多少个问题")

    def handle(self, *args: Any, database: str, show: int, **options: Any) -> None:
        report = verify(database)
        self.stdout.write(f"留痕{report.entries}条，编号{report.numbers}个。")
        for words in report.faults[:show]:
            self.stdout.write(f"· {words}")
        if len(report.faults) > show:
            self.stdout.write(f"另有{len(report.faults) - show}个问题没有列出。")
        if report.faults:
            self.stdout.write(self.style.ERROR(f"发现{len(report.faults)}个问题。"))
            sys.exit(1)
        self.stdout.write(self.style.SUCCESS("留痕日志完整。"))
