from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from sanwei.journal.errors import JournalError
from sanwei.journal.grants import grants_for


class Command(BaseCommand):
    help = "列出PostgreSQL上应用角色对留痕日志的权限语句，由数据库属主执行。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("role", help="应用程序连接数据库所用的角色")

    def handle(self, *args: Any, role: str, **options: Any) -> None:
        try:
            statements = grants_for(role)
        except JournalError as fault:
            raise CommandError(str(fault)) from fault
        for statement in statements:
            self.stdout.write(f"{statement};")
