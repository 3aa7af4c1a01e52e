"""A plain, slow, obviously right evaluator of relations: every reading of the record is written out and judged by
itself.

What the record leaves open (the order of a day, the day of a step, whether a condition holds, an attribute not
recorded) is settled in every way it could have been; each such *world* is one list of steps in order, and a verdict
on it is a walk along the list. A verdict is told where all worlds agree. It is a tie where already the worlds that
differ in the order of a day alone do not.

A form is written as a dictionary: `form` and the arguments of its builder; conditions are names of `CONDITIONS`.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from itertools import permutations, product

from . import slow_walks
from .slow_calendar import DAY, add, guessed

CONDITIONS = {
    "大额": lambda s: None if s["value"] is None else s["value"] >= 10,
    "甲办": lambda s: None if s["person"] is None else s["person"] == "甲",
}
CASE_FORMS = {"existence", "absence", "exactly", "init", "end", "choice", "exclusive_choice", "not_choice"}
CHAINS = {"chain_response", "chain_precedence", "not_chain_response", "not_chain_precedence", "init", "end"}
SEEN_BACK = {"precedence", "alternate_precedence", "chain_precedence", "not_precedence", "not_chain_precedence"}
BOTH_SIDES = {"responded_existence", "not_responded_existence"}


@dataclass
class Asked:
    """One activation: the step (None: the matter), its day, the window's edges, and what a walk needs to know."""

    spec: dict
    step: dict | None
    since: dt.date | None
    today: dt.date
    closed: bool
    first: dt.date | None = None
    last: dt.date | None = None
    back_first: dt.date | None = None
    back_last: dt.date | None = None
    guess: bool = False
    broken: bool = False
    timed: bool = False
    truths: dict = field(default_factory=dict)  # what this world takes for true where the record does not say

    def plays(self, s: dict, role: str) -> bool:
        """Whether a step plays a role (of, target, void, other) in this world."""
        activities, named = self.spec.get(role), self.spec.get(f"{role}_if")
        if not activities or s["activity"] not in activities:
            return False
        told = True if named is None else CONDITIONS[named](s)
        return self.truths[s["row"], role] if told is None else told

    def alike(self, s: dict, column: int) -> bool:
        """Whether the step carries the attribute of the activation."""
        if not self.spec.get("same"):
            return True
        mine, theirs = self.step[self.spec["same"][0]], s[self.spec["same"][column]]
        return self.truths[s["row"], "same"] if theirs is None else mine == theirs

    def is_target(self, s: dict) -> bool:
        return self.plays(s, "target") and self.alike(s, 1)

    def is_void(self, s: dict) -> bool:
        """An excuse; the cancellation of the activation is written into the world as a step of its own."""
        return s["activity"] == "§" or self.plays(s, "void")


def judge_slowly(spec: dict, steps: list[dict], today: dt.date, closed: bool) -> dict[int, dict]:
    """Row of the activation → verdict (Chinese label), due, tie, `by` (rows that discharge it in some world),
    provisional.
    """
    seen = [s | {"row": n} for n, s in enumerate(steps) if s["on"] is None or s["on"] <= today]
    for s in seen:
        s["off"] = s["cancelled_on"] if s["cancelled_on"] and s["cancelled_on"] <= today else None
    found = {}
    for case in dict.fromkeys(s["case_id"] for s in seen):
        mine = [s for s in seen if s["case_id"] == case]
        for step in _activations(spec, mine):
            found[step["row"]] = _judge(spec, mine, step, today, closed)
    return found


def _activations(spec: dict, mine: list[dict]) -> list[dict]:
    if spec["form"] not in CASE_FORMS:
        return [s for s in mine if s["activity"] in spec["of"]]
    return [
        min(mine, key=lambda s: (s["on"] is None, s["on"] or today_never, s["seq"] is None, s["seq"] or 0, s["row"]))
    ]


today_never = dt.date.max


def _judge(spec: dict, mine: list[dict], step: dict, today: dt.date, closed: bool) -> dict:
    whole = spec["form"] in CASE_FORMS
    a = Asked(spec, None if whole else step, step["on"], today, closed)
    told = {"verdict": None, "due": None, "tie": False, "by": set(), "provisional": False}
    named = spec.get("of_if")
    active = True if whole or named is None else CONDITIONS[named](step)
    window = _window(spec, a.since)
    if active is False or window == "none":
        return told | {"verdict": "不适用"}
    needs_day = bool(spec.get("versions")) or _bounded(spec) or not (whole or spec["form"] in BOTH_SIDES)
    if a.since is not None:
        _edges(a, window)
    told |= {"due": a.first if spec["form"] in SEEN_BACK else a.last, "provisional": a.guess}
    lost = not whole and spec.get("same") and step[spec["same"][0]] is None
    if active is None or (needs_day and a.since is None) or lost or a.broken:
        return told | {"verdict": "无法判定"}
    if not whole and step["off"] and step["on"] and step["off"] < step["on"]:
        return told | {"verdict": "消灭"}
    verdicts, told["by"] = _outcomes(a, mine, step, True)
    if len(verdicts) == 1:
        return told | {"verdict": verdicts.pop()}
    placed = a.step is None or a.since is not None
    return told | {"verdict": "无法判定", "tie": placed and len(_outcomes(a, mine, step, False)[0]) > 1}


def _bounded(spec: dict) -> bool:
    w = spec.get("window")
    return bool(w) and (w["most"] is not None or w["least"] > 0 or w["strict"] in ("least", "both"))


NO_WINDOW = {"least": 0, "most": None, "unit": "calendar_days", "strict": "none", "roll": False, "same_day": "order"}


def _window(spec: dict, since: dt.date | None):
    """The window in force on the day; "none" where no version is."""
    if not spec.get("versions") or since is None:
        return spec.get("window") or NO_WINDOW
    for start, end, window in spec["versions"]:
        if (start is None or start <= since) and (end is None or since <= end):
            return window
    return "none"


def _edges(a: Asked, w: dict) -> None:
    a.timed = w["most"] is not None
    back = a.spec["form"] in SEEN_BACK
    a.first, a.last = _side(a, w, -1 if back else 1)
    if a.step is None and not w["least"] and w["strict"] in ("none", "most"):
        a.first = None  # a matter's window that opens at once has no beginning
    if a.spec["form"] in BOTH_SIDES:
        a.back_first, a.back_last = _side(a, w, -1)


def _side(a: Asked, w: dict, sign: int) -> tuple[dt.date | None, dt.date | None]:
    roll = w["roll"] and sign > 0
    first, last = add(a.since, sign * w["least"], w["unit"]), None
    if w["least"]:
        a.guess |= guessed(a.since, first, w["least"], w["unit"])
    if w["most"] is not None:
        last = add(a.since, sign * w["most"], w["unit"], roll)
        a.guess |= guessed(a.since, last, w["most"], w["unit"], roll)
        a.broken |= last is None
    a.broken |= first is None
    if first and w["strict"] in ("least", "both"):
        first += sign * DAY
    if last and w["strict"] in ("most", "both"):
        last -= sign * DAY
    return first, last


def _relevant(spec: dict, mine: list[dict]) -> list[dict]:
    if spec["form"] in CHAINS:
        return mine
    activities = {x for role in ("of", "target", "void", "other") for x in spec.get(role) or ()}
    return [s for s in mine if s["activity"] in activities]


def _outcomes(a: Asked, mine: list[dict], step: dict, everything: bool) -> tuple[set[str], set]:
    """Verdicts over all worlds (over those that differ in order alone, when not `everything`), and the rows that
    discharged.
    """
    looked_at = _relevant(a.spec, mine)
    loose_days = _loose_days(looked_at)
    play = [s for s in looked_at if s["off"] is None or (a.step is not None and s["row"] == step["row"])]
    if not everything:
        play = [s for s in play if s["on"] is not None or (a.step is not None and s["row"] == step["row"])]
    verdicts, by = set(), set()
    for truths in _truths(a, play, everything):
        a.truths = truths
        for world in _worlds(a, play, loose_days):
            verdict, row = slow_walks.walk(a, world)
            verdicts.add(verdict)
            by.add(row)
            if len(verdicts) > 1:
                return verdicts, by
    return verdicts, by


def _loose_days(steps: list[dict]) -> set[dt.date]:
    """Days whose order is not known: a step without a number, or two with the same."""
    days = {}
    for s in steps:
        days.setdefault(s["on"], []).append(s["seq"])
    return {d for d, numbers in days.items() if None in numbers or len(set(numbers)) < len(numbers)}


def _truths(a: Asked, play: list[dict], everything: bool):
    """Every way to settle conditions that cannot be told and attributes that are not recorded."""
    open_ = []
    for s in play:
        if a.step is not None and s["row"] == a.step["row"] and a.spec["form"] not in BOTH_SIDES:
            continue
        for role in ("of", "target", "void", "other"):
            named = a.spec.get(f"{role}_if")
            if named and s["activity"] in (a.spec.get(role) or ()) and CONDITIONS[named](s) is None:
                open_.append((s["row"], role))
        if a.spec.get("same") and any(s[c] is None for c in a.spec["same"]):
            open_.append((s["row"], "same"))
    for values in product((False, True) if everything else (False,), repeat=len(open_)):
        yield dict(zip(open_, values, strict=True))


def _worlds(a: Asked, play: list[dict], loose_days: set[dt.date]):
    """Every order in which the steps may have happened, each as one list; a step without a day gets each day that
    could matter.
    """
    dated, undated = [s for s in play if s["on"]], [s for s in play if not s["on"]]
    free = list(undated)
    if a.step is not None and a.step["off"] and a.spec["form"] not in SEEN_BACK:
        free.append(
            {"row": -1, "activity": "§", "on": a.step["off"], "seq": None, "value": None, "person": None, "free": True}
        )
    days = _days_that_matter(a, dated)
    for chosen in product(*([f["on"]] if f["on"] else days for f in free)):
        placed = [f | {"on": d, "free": True} for f, d in zip(free, chosen, strict=True)]
        if (
            a.step is not None
            and a.step["off"]
            and any(s["row"] == a.step["row"] and s["on"] > a.step["off"] for s in placed)
        ):
            continue  # nothing is revoked before it was taken
        by_day = {}
        for s in [*dated, *placed]:
            by_day.setdefault(s["on"], []).append(s)
        orders = [_orders(a, by_day[d], d in loose_days) for d in sorted(by_day)]
        for world in product(*orders):
            yield [s for day in world for s in day]


def _days_that_matter(a: Asked, dated: list[dict]) -> list[dt.date]:
    known = {s["on"] for s in dated} | {d for d in (a.since, a.first, a.last, a.back_first, a.back_last) if d}
    if a.step is not None and a.step["off"]:
        known.add(a.step["off"])
    near = {d + n * DAY for d in known for n in (0, 1)} | {min(known, default=a.today) - 900 * DAY}
    return sorted(d for d in near if d <= a.today) or [a.today]


def _orders(a: Asked, steps: list[dict], loose: bool) -> list[tuple[dict, ...]]:
    found = []
    for order in permutations(steps):
        numbers = [s["seq"] for s in order if not s.get("free")]
        told = loose or numbers == sorted(numbers)
        rows = [s["row"] for s in order]
        # a step is revoked after it was taken
        after = -1 not in rows or a.step["row"] not in rows or rows.index(-1) > rows.index(a.step["row"])
        if told and after:
            found.append(order)
    return found
