"""Walks along one world: a list of steps in the order in which they happened. Each gives (verdict, row that
discharged or broke).
"""

from __future__ import annotations

from collections.abc import Callable

KEPT, BREACH, LATE, OVERDUE, PENDING, VOID, UNKNOWN = "合规", "违反", "迟延", "逾期", "待办", "消灭", "无法判定"
Told = tuple[str, int | None]


def walk(a, world: list[dict]) -> Told:
    return WALKS[a.spec["form"]](a, world)


def in_time(a, s: dict) -> bool:
    return a.last is None or s["on"] <= a.last


def past(a, verdict: str) -> str:
    """What is said of something past a day that may still move."""
    return UNKNOWN if a.guess else verdict


def missing(a) -> Told:
    if not a.timed:
        return (BREACH if a.closed else PENDING), None
    return (PENDING if a.last >= a.today else past(a, OVERDUE)), None


def is_activation(a, s: dict) -> bool:
    return a.step is not None and s["row"] == a.step["row"]


def counts(a, s: dict, before: bool) -> bool:
    """Whether a target stands on the right side of the activation."""
    same_day = (a.spec.get("window") or {}).get("same_day") == "counts" and s["on"] == a.since
    return a.spec.get("preemptive") or not before or same_day


def forward(a, world: list[dict], between: str = "") -> Told:
    before = True
    for s in world:
        if is_activation(a, s):
            before = False
        elif a.is_target(s):
            if counts(a, s, before):
                if a.spec.get("preemptive") or s["on"] >= a.first:
                    return (KEPT, s["row"]) if in_time(a, s) else (past(a, LATE), s["row"])
                if between == "chain":
                    return BREACH, None
        elif before:
            continue
        elif a.is_void(s):
            if in_time(a, s):
                return VOID, None
        elif between == "chain" or (between == "alternate" and a.plays(s, "of") and a.alike(s, 0)):
            return BREACH, None
    return missing(a)


def forbidden_after(a, world: list[dict], between: str = "") -> Told:
    before = True
    for s in world:
        if is_activation(a, s):
            before = False
        elif a.is_target(s):
            if counts(a, s, before):
                if s["on"] >= a.first:
                    return (BREACH, s["row"]) if in_time(a, s) else (past(a, KEPT), None)
                if between == "chain":
                    return KEPT, None
        elif before:
            continue
        elif a.is_void(s):
            if in_time(a, s):
                return VOID, None
        elif between == "chain":
            return KEPT, None
    return KEPT, None


def found_before(a, world: list[dict], between: str) -> int | None:
    """The row of the target that lies before the activation as it should, else None."""
    place = next(n for n, s in enumerate(world) if is_activation(a, s))
    same_day = (a.spec.get("window") or {}).get("same_day") == "counts"
    earlier = [s for n, s in enumerate(world) if n < place or (same_day and n > place and s["on"] == a.since)]
    for s in reversed(earlier):
        if a.is_target(s):
            if s["on"] <= a.first:
                return s["row"] if a.last is None or s["on"] >= a.last else None
            if between == "chain":
                return None
        elif a.is_void(s):
            continue
        elif between == "chain" or (between == "alternate" and a.plays(s, "of") and a.alike(s, 0)):
            return None
    return None


def excused_before(a, world: list[dict]) -> bool:
    place = next(n for n, s in enumerate(world) if is_activation(a, s))
    revoked = a.step["off"] is not None and a.step["off"] <= a.since
    return revoked or any(a.plays(s, "void") for s in world[:place])


def backward(a, world: list[dict], between: str = "") -> Told:
    row = found_before(a, world, between)
    if row is not None:
        return KEPT, row
    return (VOID if excused_before(a, world) else past(a, BREACH)), None


def forbidden_before(a, world: list[dict], between: str = "") -> Told:
    row = found_before(a, world, between)
    if row is None:
        return past(a, KEPT), None
    return (VOID, None) if excused_before(a, world) else (BREACH, row)


def in_back_window(a, s: dict) -> bool:
    """A target in the window counted back, before the day of the activation."""
    if a.spec.get("preemptive") or a.since is None or not a.is_target(s) or is_activation(a, s):
        return False
    return s["on"] < a.since and s["on"] <= a.back_first and (a.back_last is None or s["on"] >= a.back_last)


def either_side(a, world: list[dict], good: str = KEPT, late: str = LATE) -> Told | None:
    """The nearest target before the activation, else what first settles it afterwards; None when nothing does."""
    if back := [s["row"] for s in world if in_back_window(a, s)]:
        return good, back[-1]
    before = True
    for s in world:
        if is_activation(a, s):
            before = False
        elif a.is_target(s):
            if a.spec.get("preemptive") or a.since is None or s["on"] >= max(a.first, a.since):
                return (good, s["row"]) if in_time(a, s) else (past(a, late), s["row"])
        elif not before and a.is_void(s) and in_time(a, s):
            return VOID, None
    return None


def responded(a, world: list[dict]) -> Told:
    return either_side(a, world) or missing(a)


def not_responded(a, world: list[dict]) -> Told:
    return either_side(a, world, good=BREACH, late=KEPT) or (KEPT, None)


def existence(a, world: list[dict]) -> Told:
    left = a.spec.get("n", 1)
    for s in world:
        if a.is_target(s) and (a.first is None or s["on"] >= a.first):
            left -= 1
            if not left:
                return (KEPT, s["row"]) if in_time(a, s) else (past(a, LATE), s["row"])
        elif a.is_void(s) and in_time(a, s):
            return VOID, None
    return missing(a)


def absence(a, world: list[dict]) -> Told:
    left = a.spec.get("n", 1)
    for s in world:
        if a.is_target(s) and (a.first is None or s["on"] >= a.first):
            left -= 1
            if not left:
                return (BREACH, s["row"]) if in_time(a, s) else (past(a, KEPT), None)
        elif a.is_void(s) and in_time(a, s):
            return VOID, None
    return KEPT, None


def exactly(a, world: list[dict]) -> Told:
    """An excuse before the nth ends it; after the nth it excuses the surplus."""
    wanted, so_far, last = a.spec.get("n", 1), 0, None
    for s in world:
        if a.is_target(s) and (a.first is None or s["on"] >= a.first):
            if in_time(a, s):
                so_far += 1
                if so_far > wanted:
                    return BREACH, s["row"]
                last = s["row"]
            elif so_far < wanted:
                so_far += 1
                if so_far == wanted:
                    return past(a, LATE), s["row"]
        elif a.is_void(s) and in_time(a, s):
            return (KEPT, last) if so_far == wanted else (VOID, None)
    return (KEPT, last) if so_far == wanted else missing(a)


def exclusive(a, world: list[dict]) -> Told:
    kinds, first = set(), None
    for s in world:
        role = next((r for r in ("target", "other") if a.plays(s, r)), None)
        if role and (a.first is None or s["on"] >= a.first):
            if not in_time(a, s):
                if not kinds:
                    return past(a, LATE), s["row"]
                continue
            kinds.add(role)
            if len(kinds) == 2:
                return BREACH, s["row"]
            first = s["row"] if first is None else first
        elif a.is_void(s) and in_time(a, s):
            return (KEPT, first) if kinds else (VOID, None)
    return (KEPT, first) if kinds else missing(a)


def init(a, world: list[dict]) -> Told:
    if not world:
        return missing(a)
    return (KEPT, world[0]["row"]) if a.is_target(world[0]) else (BREACH, None)


def end(a, world: list[dict]) -> Told:
    if world and a.is_target(world[-1]):
        return KEPT, world[-1]["row"]
    return (BREACH if a.closed else PENDING), None


WALKS: dict[str, Callable[..., Told]] = {
    "existence": existence,
    "absence": absence,
    "exactly": exactly,
    "init": init,
    "end": end,
    "choice": existence,
    "not_choice": absence,
    "exclusive_choice": exclusive,
    "responded_existence": responded,
    "not_responded_existence": not_responded,
    "response": forward,
    "alternate_response": lambda a, w: forward(a, w, "alternate"),
    "chain_response": lambda a, w: forward(a, w, "chain"),
    "not_response": forbidden_after,
    "not_chain_response": lambda a, w: forbidden_after(a, w, "chain"),
    "precedence": backward,
    "alternate_precedence": lambda a, w: backward(a, w, "alternate"),
    "chain_precedence": lambda a, w: backward(a, w, "chain"),
    "not_precedence": forbidden_before,
    "not_chain_precedence": lambda a, w: forbidden_before(a, w, "chain"),
}
