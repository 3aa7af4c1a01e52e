"""Writes the search lines of all cases anew, after an import that passed by the acts."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from sanwei.cases import search


class Command(BaseCommand):
    help = "重建案件搜索"

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"已重建 {search.rebuild()} 件案件的搜索。")
