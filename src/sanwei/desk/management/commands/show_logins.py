"""Prints the accounts of the invented city, for `./run`."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from sanwei.desk import demo

HEAD = ("身份", "用户名", "密码", "姓名", "单位")


class Command(BaseCommand):
    help = "列出演示账号（只在演示模式、且建有演示城市时）"

    def handle(self, *args: Any, **options: Any) -> None:
        logins = demo.logins()
        if not logins:
            self.stdout.write("没有演示账号：现在不是演示模式，或者还没有建演示城市。")
            return
        password = demo.password()
        rows = [HEAD] + [(one["role"], one["username"], password, one["name"], one["body"]) for one in logins]
        widths = [max(_wide(row[place]) for row in rows) for place in range(len(HEAD))]
        for row in rows:
            self.stdout.write("  ".join(_padded(text, width) for text, width in zip(row, widths, strict=True)).rstrip())


def _wide(text: str) -> int:
    """Columns a text takes on a terminal."""
    return sum(2 if ord(letter) > 0x2E7F else 1 for letter in text)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _wide(text))
