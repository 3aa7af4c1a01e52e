"""Fifty readers in one process: each a thread with its own connection and session, who opens page after page."""

from __future__ import annotations

import http.client
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import cycle

TIMEOUT = 60


@dataclass
class Read:
    """What the readers saw: kind of page → milliseconds; failure → how often."""

    walls: dict[str, list[float]] = field(default_factory=dict)
    failures: Counter[str] = field(default_factory=Counter)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, kind: str, wall: float, failure: str) -> None:
        with self.lock:
            self.walls.setdefault(kind, []).append(wall)
            if failure:
                self.failures[failure] += 1


def read(port: int, cookie: str, pages: list[tuple[str, str]], until: float, think: float, seen: Read, n: int) -> None:
    """One reader: asks (kind, address) in turn until the moment, with a pause of `think` seconds between."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=TIMEOUT)
    asked: Iterator[tuple[str, str]] = cycle(pages[n % len(pages) :] + pages[: n % len(pages)])
    time.sleep(think * (n % 10) / 10)  # they do not all press at once
    while time.perf_counter() < until:
        kind, url = next(asked)
        began, failure = time.perf_counter(), ""
        try:
            connection.request("GET", url, headers={"Cookie": cookie})
            answer = connection.getresponse()
            answer.read()
            if answer.status != 200:
                failure = f"{answer.status} {kind}"
        except OSError as fault:
            failure = f"{type(fault).__name__} {kind}"
            connection.close()
        except http.client.HTTPException as fault:
            failure = f"{type(fault).__name__} {kind}"
            connection.close()
        seen.note(kind, (time.perf_counter() - began) * 1000, failure)
        time.sleep(think)
    connection.close()


def start(port: int, people: list[tuple[str, list]], until: float, think: float) -> tuple[Read, list[threading.Thread]]:
    """Start one thread for each (cookie, pages)."""
    seen = Read()
    threads = [
        threading.Thread(target=read, args=(port, cookie, pages, until, think, seen, n))
        for n, (cookie, pages) in enumerate(people)
    ]
    for thread in threads:
        thread.start()
    return seen, threads
