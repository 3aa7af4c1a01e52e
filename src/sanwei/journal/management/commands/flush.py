"""`flush` empties every table, the journal with it; so it is refused, except on the database of a test run."""

from __future__ import annotations

from typing import Any

from django.core.management.base import CommandError
from django.core.management.commands.flush import Command as Flush
from django.db import connections

from sanwei.journal.book import open_register
from sanwei.journal.checks import is_test_database
from sanwei.journal.triggers import install, remove


class Command(Flush):
    help = "清空数据库。留痕日志不得清空，所以只对测试数据库有效。"

    def handle(self, **options: Any) -> None:
        using = options["database"]
        if not is_test_database(connections[using]):
            raise CommandError("留痕日志不得清空，本命令只用于测试数据库。")
        remove(using)
        try:
            super().handle(**options)
        finally:
            install(using)
        open_register(using)
