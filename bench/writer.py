"""One writer: brings new cases from lead to evidence until told to stop: `writer.py N SECONDS`. Tells what it did.

Waits for a line on standard input, so that all writers begin together. Two writers share a body, and with it the
books its numbers are drawn from.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from collections.abc import Iterator

import opening

opening.open_site()

import answers  # noqa: E402
from django.db import connection  # noqa: E402
from ground import Crew, crews  # noqa: E402

from sanwei.cases.models import Case  # noqa: E402
from sanwei.controls.register import timed  # noqa: E402
from sanwei.lawbook import lawbook  # noqa: E402

Done = tuple[str, float, str]


def steps(crew: Crew, n: int) -> Iterator[Done]:
    """The acts of one case: (act, milliseconds, name of the failure or empty)."""
    officer, partner = crew.officers[n % 7], crew.officers[7 + n % 7]
    case: Case | None = None
    way = (
        ("register_lead", officer, answers.LEAD | {"party_name": f"并发{n}号商店"}),
        (
            "propose_filing",
            officer,
            {"partner": str(partner.pk), "filing_reason": "有违法事实，属本机关管辖。", "place_in_area": True},
        ),
        ("file_case", crew.leader, {}),
        ("record_contact", officer, answers.CONTACT | {"second_officer": str(partner.pk)}),
        ("add_evidence", officer, answers.EVIDENCE),
    )
    for code, who, data in way:
        began = time.perf_counter()
        try:
            done = answers.act(code, who, data, case)
        except Exception as fault:  # whatever it is, it is a failed write and is counted as one
            yield code, (time.perf_counter() - began) * 1000, f"{type(fault).__name__}：{fault}"[:200]
            return
        yield code, (time.perf_counter() - began) * 1000, ""
        case = done.matter


def main() -> None:
    n, seconds = int(sys.argv[1]), float(sys.argv[2])
    lawbook()  # before the first transaction: while it is read, a server would end a connection that only waits
    timed()
    with opening.today():
        crew = crews()[n // 2]
        answers.act("register_lead", crew.officers[n], answers.LEAD)  # everything is loaded before the start
        connection.close()
        opening.say("ready")
        sys.stdin.readline()
        walls: list[float] = []
        failures: Counter[str] = Counter()
        began, turn = time.perf_counter(), 0
        while time.perf_counter() - began < seconds:
            for _, wall, failure in steps(crew, n + 8 * turn):
                walls.append(wall)
                failures[failure] += bool(failure)
            turn += 1
        cpu = time.process_time()
    del failures[""]
    opening.say(json.dumps({"walls": walls, "failures": failures, "cpu": cpu, "seconds": time.perf_counter() - began}))


if __name__ == "__main__":
    main()
