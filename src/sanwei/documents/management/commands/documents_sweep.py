"""Removes stored files that no row names."""

from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand

from sanwei.documents.drawing import orphans, sweep


class Command(BaseCommand):
    help = "清理没有登记的文件（办理没有成功而留下的）；日常由定时任务运行。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--hours", type=int, default=24, help="只清理早于多少小时的，默认24")
        parser.add_argument("--dry-run", action="store_true", help="只列出，不删除")

    def handle(self, *args: Any, hours: int, dry_run: bool, **options: Any) -> None:
        age = timedelta(hours=max(1, hours))
        if dry_run:
            found = orphans(age)
            self.stdout.write("\n".join(map(str, found)) or "没有要清理的文件。")
            return
        self.stdout.write(f"清理了{sweep(age)}个文件。")
