"""Write the generated pages under docs/ (controls, traceability, facts, coverage); `--check` only says whether they
are up to date.
"""

from __future__ import annotations

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from sanwei.acts import registry
from sanwei.controls.register import register
from sanwei.lawbook import lawbook
from sanwei.trace import coverage, henan
from sanwei.trace.pages import pages, stale, write

ROOT = Path(__file__).resolve().parents[5]


def generated() -> dict[str, str]:
    """Path below docs/ → text."""
    acts = registry.acts()
    made = pages(lawbook(), register(), {c: a.label for c, a in acts.items()}, ROOT / "tests" / "controls")
    told = {"coverage.md": coverage.page(lawbook(), register(), acts), "forms-of-henan.md": henan.page(lawbook())}
    return made | told


class Command(BaseCommand):
    help = "生成 docs/ 下的控制说明、职责去向、逐条对照和事实词汇表"

    def add_arguments(self, parser):
        parser.add_argument("--check", action="store_true", help="只检查，不写文件；有过期的以错误退出")

    def handle(self, *args, **options):
        made = generated()
        if options["check"]:
            if old := stale(ROOT / "docs", made):
                raise CommandError(f"这些生成的页面已经过期，请运行 manage.py write_docs：{'、'.join(old)}")
            self.stdout.write(f"{len(made)} 个生成的页面都是最新的。")
            return
        changed = write(ROOT / "docs", made)
        self.stdout.write(f"共 {len(made)} 个页面，改动 {len(changed)} 个。")
