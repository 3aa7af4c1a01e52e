"""`bench/documents`: how long a decision takes as PDF and as DOCX, how much memory, and many in one batch.

bench/documents                      # 10,000 件一批，结果写进 docs/performance-documents.md
bench/documents --batch 500 --docs /tmp/documents.md
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import shutil
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / part) for part in ("src", "tests", ".", "bench")]
HOME = ROOT / "var" / "bench"
DAY = date(2026, 10, 13)
TARGETS = {"pdf": 30.0, "docx": 60.0}
TITLE = "# 文书的性能\n\n由 `bench/documents` 测得并写入。\n"
BEGIN, END = "<!-- bench:begin -->", "<!-- bench:end -->"


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench/documents", description="测量文书生成的时间和内存。")
    parser.add_argument("--times", type=int, default=200, help="每种格式测多少次，默认 200")
    parser.add_argument("--batch", type=int, default=10_000, help="一批多少件，默认一万")
    parser.add_argument(
        "--docs", type=Path, default=ROOT / "docs" / "performance-documents.md", help="结果写进哪个文件"
    )
    return parser.parse_args()


def memory() -> float:
    """Most memory this process has held so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def words(n: int) -> dict:
    """The words of one decision; each has its own party and number, so that nothing is made twice."""
    from sanwei.documents.fill import fill
    from sanwei.documents.tests.conftest import form
    from sanwei.documents.tests.examples import context

    given = context(party__name=f"示例市第{n}号建材有限公司")
    given["document"] = {"number": f"示城管罚决〔2026〕{n}号", "day": DAY}
    return fill(form("penalty_decision"), given)


def single(times: int) -> dict:
    """Wall and CPU of one decision in both formats, after three to warm up."""
    from meter import percentile

    from sanwei.documents.docx import render_docx
    from sanwei.documents.pdf import make_pdf
    from sanwei.documents.tests.conftest import form

    package = form("penalty_decision")
    ways = {
        "pdf": lambda data, code: make_pdf(package, data, on=DAY, code=code).content,
        "docx": lambda data, code: render_docx(package, data, code=code),
    }
    found = {}
    for kind, make in ways.items():
        for n in range(3):
            size = len(make(words(n), f"{n:010d}"))
        walls, cpu = [], 0.0
        for n in range(times):
            data = words(1000 + n)
            began, spent = time.perf_counter(), time.process_time()
            make(data, f"{n:010d}")
            walls.append((time.perf_counter() - began) * 1000)
            cpu += (time.process_time() - spent) * 1000
        found[kind] = {
            "p50": percentile(walls, 0.5), "p95": percentile(walls, 0.95), "cpu": cpu / times, "bytes": size,
            "memory": memory(),
        }  # fmt: skip
    return found


def batch(count: int) -> dict:
    """So many decisions drawn up, rendered, stored and packed, as the page for printing does it."""
    from sanwei.documents.drawing import draw_up
    from sanwei.documents.models import Document
    from sanwei.documents.printing import pack
    from sanwei.documents.tests.examples import context

    given = context()

    def drawn(n: int) -> Document:
        given["party"]["name"] = f"示例市第{n}号建材有限公司"
        return draw_up(
            matter_kind="case", matter_id=f"B-{n // 10}", body_code="SL-CG", officer_code="zhou",
            form="penalty_decision", context=given, number=f"示城管罚决〔2026〕{n}号", on=DAY,
        )  # fmt: skip

    for first in range(0, count, 500):  # never all at once: what is measured is the printing
        Document.objects.bulk_create([drawn(n) for n in range(first, min(first + 500, count))])
    began, spent = time.perf_counter(), time.process_time()
    with tempfile.TemporaryFile(dir=HOME) as into:
        made = pack(Document.objects.order_by("drawn_at", "id").iterator(chunk_size=100), into)
        size = into.tell()
    return {
        "count": made,
        "seconds": time.perf_counter() - began,
        "cpu": time.process_time() - spent,
        "mb": size / 2**20,
        "memory": memory(),
    }


def prepare(home: Path) -> None:
    """An empty database and a folder for files of its own."""
    os.environ |= {
        "DATABASE_URL": f"sqlite:///{home / 'documents.sqlite3'}",
        "SANWEI_VAR": str(home),
        "SANWEI_DEMO": "1",
    }
    os.environ["DJANGO_SETTINGS_MODULE"] = "sanwei.config.settings"
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)


def section(one: dict, many: dict | None, load: float, command: str) -> str:
    """The results between the marks."""
    names = {"pdf": "处罚决定书 PDF", "docx": "处罚决定书 DOCX"}
    lines = [
        f"测于 {time.strftime('%Y-%m-%d')}，命令 `{command}`。机器：{os.cpu_count()} 核，{platform.system()}，"
        f"Python {platform.python_version()}；测前系统负载 {load:.1f}（负载高于核数时，墙上时间偏长，看 CPU）。",
        "",
        "| 项目 | p50 毫秒 | p95 毫秒 | CPU 毫秒 | 大小 KB | 进程内存 MB | 目标 |",
        "|---|---:|---:|---:|---:|---:|---|",
    ]
    for kind, m in one.items():
        verdict = (
            "达到 ✓"
            if m["p50"] <= TARGETS[kind]
            else "CPU 达到，墙上未达到"
            if m["cpu"] <= TARGETS[kind]
            else "未达到 ✗"
        )
        lines.append(
            f"| {names[kind]} | {m['p50']:.1f} | {m['p95']:.1f} | {m['cpu']:.1f} | {m['bytes'] / 1024:.0f} |"
            f" {m['memory']:.0f} | ≤ {TARGETS[kind]:.0f} 毫秒：{verdict} |"
        )
    if many:
        each = many["seconds"] * 1000 / many["count"]
        lines += [
            "",
            f"一批 {many['count']} 份决定书：逐份排版、存盘、登记、打包成 ZIP（{many['mb']:.0f} MB），"
            f"共 {many['seconds']:.0f} 秒，每份 {each:.1f} 毫秒（CPU {many['cpu'] * 1000 / many['count']:.1f} 毫秒），"
            f"进程内存最高 {many['memory']:.0f} MB。",
        ]
    return "\n".join(lines)


def write(docs: Path, text: str) -> None:
    page = docs.read_text(encoding="utf-8") if docs.is_file() else TITLE
    if BEGIN not in page:
        page = f"{page.rstrip()}\n\n{BEGIN}\n{END}\n"
    head, _, rest = page.partition(BEGIN)
    docs.write_text(f"{head}{BEGIN}\n{text}\n{END}{rest.partition(END)[2]}", encoding="utf-8")


def main() -> None:
    asked, load = arguments(), os.getloadavg()[0]
    HOME.mkdir(parents=True, exist_ok=True)
    home = Path(tempfile.mkdtemp(dir=HOME))
    try:
        prepare(home)
        one = single(asked.times)
        many = batch(asked.batch) if asked.batch else None
    finally:
        shutil.rmtree(home, ignore_errors=True)
    sys.stdout.write(json.dumps({"one": one, "batch": many}, ensure_ascii=False, indent=1) + "\n")
    write(asked.docs, section(one, many, load, " ".join(["bench/documents", *sys.argv[1:]])))


if __name__ == "__main__":
    main()
