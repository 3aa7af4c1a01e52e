"""Eight writers alone, then eight writers and fifty readers, each for a bounded time: `load.py --out results.json`.

The site is served by one waitress process on loopback, as `./run` serves it; the writers are
processes that perform acts, as other web processes would. Ends by itself and ends what it started.
"""

from __future__ import annotations

import argparse
import http.client
import json
import socket
import subprocess
import sys
import time
from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import quote

import opening

opening.open_site()

import readers  # noqa: E402
from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from ground import crews  # noqa: E402
from meter import percentile  # noqa: E402

from sanwei.cases.models import Case  # noqa: E402

HERE = Path(__file__).resolve().parent


def child(*words: str) -> subprocess.Popen[str]:
    """One of the benchmark's own programmes, in this interpreter and environment."""
    command = [sys.executable, str(HERE / words[0]), *words[1:]]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def ended(process: subprocess.Popen[str]) -> None:
    """See that a process we started is gone."""
    if process.stdin and not process.stdin.closed:
        process.stdin.close()
    try:
        process.wait(timeout=20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def serve(stack: ExitStack) -> int:
    """The port of a site that answers."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    site = child("serving.py", str(port))
    stack.callback(ended, site)
    for _ in range(300):
        if site.poll() is not None:
            raise RuntimeError("the site did not start")
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1):
                return port
        except OSError:
            time.sleep(0.2)
    raise RuntimeError("the site did not answer within a minute")


def people(number: int) -> list[tuple[str, list[tuple[str, str]]]]:
    """(cookie, pages) of so many readers: officers and leaders of the bodies in turn, each with cases of his own."""
    found = []
    held = crews()
    for n in range(number):
        crew = held[n % len(held)]
        officer = crew.leader if n % 5 == 0 else crew.officers[n % len(crew.officers)]
        client = Client(headers={"host": "127.0.0.1"})
        client.force_login(officer.user)
        client.get("/account")  # a session's first page writes down when it began; a working day has few of these
        cookie = f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"
        cases = list(Case.objects.filter(body=crew.body).exclude(stage="closed").order_by("id")[n % 3 : n % 3 + 4])
        pages = [("工作台", "/"), ("案件列表", "/cases/"), ("搜索", f"/search?q={quote('餐饮')}")]
        found.append((cookie, pages + [("案件页", case.get_absolute_url()) for case in cases]))
    return found


def warm(port: int, cookie: str, pages: list[tuple[str, str]]) -> None:
    """The first request of each kind pays for what is loaded once."""
    browser = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    for kind, url in pages:
        browser.request("GET", url, headers={"Cookie": cookie})
        answer = browser.getresponse()
        answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{kind} answered {answer.status}")
    browser.close()


def run(seconds: float, writers: int, number: int, think: float) -> dict[str, Any]:
    with opening.today():
        reading = people(number)
    connection.close()
    with ExitStack() as stack:
        port = serve(stack) if reading else 0
        writing = [child("writer.py", str(n), str(seconds)) for n in range(writers)]
        for process in writing:
            stack.callback(ended, process)
        for process in writing:
            if process.stdout is None or process.stdout.readline().strip() != "ready":
                raise RuntimeError("a writer did not start")
        if reading:
            warm(port, *reading[0])
        began = time.perf_counter()
        for process in writing:
            process.stdin.write("go\n")
            process.stdin.flush()
        seen, threads = readers.start(port, reading, began + seconds, think)
        told = [json.loads(process.stdout.readline()) for process in writing]
        for thread in threads:
            thread.join(timeout=readers.TIMEOUT + 5)
        asked = {"asked_seconds": seconds, "readers": number, "think": think}
        return asked | _told(told, seen, time.perf_counter() - began)


def _told(told: list[dict[str, Any]], seen: readers.Read, seconds: float) -> dict[str, Any]:
    writes = [wall for each in told for wall in each["walls"]]
    failed = sum((Counter(each["failures"]) for each in told), Counter())
    spent = max(each["seconds"] for each in told)
    return {
        "seconds": round(seconds, 1),
        "writers": len(told),
        "writes": len(writes),
        "writes_a_second": round(len(writes) / spent, 1),
        "failed_writes": sum(failed.values()),
        "write_failures": dict(failed),
        "write_p50": percentile(writes, 0.5),
        "write_p95": percentile(writes, 0.95),
        "write_longest": max(writes, default=0.0),
        "read_failures": dict(seen.failures),
        "reads": {
            kind: {"count": len(walls), "p50": percentile(walls, 0.5), "p95": percentile(walls, 0.95)}
            for kind, walls in sorted(seen.walls.items())
        },
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--writers", type=int, default=8)
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--think", type=float, default=1.0, help="seconds between two pages of one reader")
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args()
    alone = run(asked.seconds / 2, asked.writers, 0, asked.think)
    found = run(asked.seconds, asked.writers, asked.readers, asked.think)
    told = json.dumps({"alone": alone, "together": found}, ensure_ascii=False, indent=1)
    opening.say(told)
    if asked.out:
        asked.out.write_text(told + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
