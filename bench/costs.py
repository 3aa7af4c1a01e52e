"""Where the CPU goes: profiles one page or act on a seeded database: `costs.py list|home|case|search|act|issue`.

Prints the functions that cost most by themselves and with what they call; for builders, not part of the results.
"""

from __future__ import annotations

import argparse
import cProfile
import io
import pstats
from collections.abc import Callable

import opening

opening.open_site()

import answers  # noqa: E402
from django.db import transaction  # noqa: E402
from django.urls import reverse  # noqa: E402
from ground import crews  # noqa: E402
from meter import counting  # noqa: E402
from pages import Asking  # noqa: E402

from sanwei.cases.models import Case  # noqa: E402
from sanwei.people.models import Officer  # noqa: E402


def works(who: str) -> dict[str, Callable[[int], object]]:
    held = crews()
    officers = {"officer": held[0].officer, "leader": held[0].leader}
    officers["supervisor"] = Officer.objects.select_related("user", "body").get(user__username="bench-supervisor")
    asking = Asking(officers[who], who)
    case = Case.objects.filter(body=held[0].body, stage="deciding").order_by("id").first()
    return {
        "home": asking.get(reverse("desk:home")),
        "list": asking.get(reverse("cases:list")),
        "search": asking.get(f"{reverse('desk:search')}?q=餐饮"),
        "case": asking.get(case.get_absolute_url()) if case else lambda _: None,
        "act": answers.performing(held, "add_evidence", "investigating"),
        "issue": answers.performing(held, "issue_decision", "deciding"),
        "lead": answers.registering(held[0]),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["home", "list", "search", "case", "act", "issue", "lead"])
    parser.add_argument("--who", choices=["officer", "leader", "supervisor"], default="officer")
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--lines", type=int, default=40)
    parser.add_argument("--sql", action="store_true", help="print the statements of one turn")
    asked = parser.parse_args()
    # Rolled back: a profile leaves the database as it was.
    with opening.today(), transaction.atomic():
        work = works(asked.who)[asked.what]
        work(0)
        with counting() as statements:
            work(1)
        if asked.sql:
            opening.say("\n".join(f"-- {n}\n{sql}" for n, sql in enumerate(statements, start=1)))
        profile = cProfile.Profile()
        profile.enable()
        for turn in range(2, 2 + asked.times):
            work(turn)
        profile.disable()
        transaction.set_rollback(True)
    told = io.StringIO()
    stats = pstats.Stats(profile, stream=told)
    for order in ("tottime", "cumtime"):
        stats.sort_stats(order).print_stats(asked.lines)
    opening.say(told.getvalue())


if __name__ == "__main__":
    main()
