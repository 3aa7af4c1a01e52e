"""The plan of the city: which case belongs to which group, at which body it runs, on which days. No chance in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from sanwei.lawbook import Lawbook

from .data import pick, read
from .days import LENGTH, Days
from .ground import GIVEN_UP, Ground
from .groups import ENDED, OPEN, Group
from .scene import Scene
from .tracks import Track, bound
from .tries import woven

OF = 400  # shares are counted of so many cases
LATELY = 8  # an ended case ended at least so many working days ago
DONOR = 100  # a case after which a late history is written ended at least so many working days ago
# Bodies in the order cases are given to them; the demo's own body comes most often.
TURN = (
    "ZZCG JSCG ZZHJ ZZCG ZYCG ZZSC ZZCG JSSC ZZJT ZZCG-ZD ZZCG JSCG"
    " ZZXF ZZSC ZYCG ZZHJ ZZCG JSYT JSSC ZZJT JSCG ZZCG ZYSN ZYCG"
).split()
TWO = "ZZCG JSCG ZZHJ ZYCG ZZSC ZZXF".split()
MAJOR = "ZZCG ZZHJ".split()
SEIZE = "ZZSC JSSC".split()


@dataclass(frozen=True)
class Planned:
    """One case: its group, its place there, its scene, and when each step is done (working days before today)."""

    group: Group
    k: int
    scene: Scene
    track: Track
    lags: tuple[int, ...]


def shares(groups: tuple[Group, ...], cases: int) -> list[int]:
    """How many cases each group gets: at least one each, the rest by share (largest remainder, first come)."""
    whole = sum(group.share for group in groups)
    exact = [max(group.share * cases / whole, 1) for group in groups]
    counts = [int(share) for share in exact]
    left = cases - sum(counts)
    order = sorted(range(len(groups)), key=lambda n: (int(exact[n]) - exact[n], n))
    for n in (order * (left // len(groups) + 1))[: max(left, 0)]:
        counts[n] += 1
    for _ in range(-left):
        counts[max(range(len(groups)), key=lambda n: (counts[n], -n))] -= 1
    return counts


def least() -> int:
    """The smallest city that has a case of every group."""
    groups = len(ENDED) + len(OPEN)
    return next(cases for cases in range(groups, OF) if cases - faulty(cases) >= groups)


def faulty(cases: int) -> int:
    """How many of the cases are imported histories with a fault: about one in eight; in a whole city every fault."""
    faults = len(read("faults"))
    return min(cases * faults // OF, faults)


def plan(cases: int, ground: Ground, days: Days, book: Lawbook) -> Iterator[Planned]:
    """All cases that are made through the acts, group by group."""
    groups = (*ENDED, *OPEN)
    n = 0
    for place, (group, count) in enumerate(zip(groups, shares(groups, cases - faulty(cases)), strict=True)):
        for k in range(count):
            n += 1
            yield _one(n, k, place, group, ground, days, book)


def _one(n: int, k: int, place: int, group: Group, ground: Ground, days: Days, book: Lawbook) -> Planned:
    track = bound(group.track)
    track = woven(track, group.name) if k == 0 else track
    spot = any(step.act == "decide_on_the_spot" for step in track)
    body = _body(k, place, group, spot)
    gone = list(accumulate(step.after for step in track))
    total = gone[-1]
    lags = tuple(_last(k, place, group, total) + total - step for step in gone)
    power = _power(n, body, group, spot, ground, book)
    scene = Scene(
        n=n,
        ground=ground,
        days=days,
        book=book,
        body=ground.bodies[body],
        power=book.power(power),
        major=group.need == "major",
        spot=spot,
        informer=group.informer,
        opened=days.back(lags[0]),
    )
    return Planned(group, k, scene, track, lags)


def _body(k: int, place: int, group: Group, spot: bool) -> str:
    """The first of each group runs at the bureau whose people the demo shows."""
    if group.need == "concentrated":
        return "ZZHJ"
    if group.need == "major":
        return pick(MAJOR, k)
    if group.need == "seize":
        return pick(SEIZE, k)
    if group.need == "two":
        return pick(TWO, k)
    turn = [code for code in TURN if code != "ZZHJ"] if spot else TURN  # its fines are too high for the spot
    return "ZZCG" if k == 0 else pick(turn, place * 5 + k * 7)


def _last(k: int, place: int, group: Group, total: int) -> int:
    """Working days between the last step and today."""
    if group.lags:
        return pick(group.lags, k)
    least = DONOR if k < group.old else LATELY
    if k == 0:
        return least
    return least + (k * 89 + place * 13) % (LENGTH - total - least)


def _power(n: int, body: str, group: Group, spot: bool, ground: Ground, book: Lawbook) -> str:
    """One of the body's powers that somebody wrote a story for."""
    if group.need == "concentrated":
        return GIVEN_UP
    stories = read("stories")
    told = [code for code in ground.powers[body] if code in stories]
    if group.need == "major":
        told = [code for code in told if stories[code].get("major")]
    elif group.need == "seize":
        told = [code for code in told if book.power(code).measures]
    elif spot:
        told = [code for code in told if stories[code].get("spot")]
    else:
        told = [code for code in told if not stories[code].get("major")]
    return pick(told, n, 7)
