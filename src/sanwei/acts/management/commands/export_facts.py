"""Write the facts of all matters as Parquet, for `sanwei audit` on any machine."""

from __future__ import annotations

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from sanwei.acts.export import MATTERS_A_PART, export
from sanwei.audit.run.folder import FolderError


class Command(BaseCommand):
    help = "把全部事项的事实导出为 Parquet 目录，供 sanwei audit 审查；导出期间照常办公，读到的是同一时刻的记录"

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, metavar="目录", help="空目录或者还没有的目录")
        parser.add_argument("--part", type=int, default=MATTERS_A_PART, metavar="件", help="每一段多少件")

    def handle(self, *args, **options):
        if options["part"] < 1:
            raise CommandError("--part 至少是 1。")
        try:
            made = export(options["folder"], options["part"])
        except FolderError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            f"已导出 {made.matters:,} 件事项、{sum(n for g, n in made.rows.items() if g != 'matters'):,} 行事实，"
            f"分 {len(made.parts)} 段。内含当事人和办案人员的信息，请按案卷保管。审查：sanwei audit {options['folder']} --out 结果目录"
        )
