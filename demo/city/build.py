"""Building the city: every step of every case in the order of time, each through its act."""

from __future__ import annotations

import datetime as dt
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from django.db import transaction

from sanwei.acts import clock, registry
from sanwei.acts.act import Forbidden, Refused
from sanwei.acts.perform import perform
from sanwei.desk.models import DemoMarker
from sanwei.lawbook import Lawbook, lawbook

from . import ground, history, pictures
from .days import Days, moment
from .plan import Planned, plan
from .scene import Scene
from .tracks import Step

VERSION = "1"
Tell = Callable[[int, int], None]


@dataclass(frozen=True, order=True)
class Event:
    """One step of one case at its moment. `n` and `place` settle the order of what happens at one moment."""

    at: dt.datetime
    n: int
    place: int
    step: Step = field(compare=False)
    scene: Scene = field(compare=False)


@dataclass
class City:
    """What was built. `astray`: what did not go as planned (empty when all did)."""

    today: dt.date
    book: Lawbook
    planned: list[Planned]
    people: int = 0
    acts: int = 0
    refusals: Counter = field(default_factory=Counter)
    imported: list[history.Imported] = field(default_factory=list)
    astray: list[str] = field(default_factory=list)


def build(today: dt.date, cases: int, tell: Tell = lambda done, of: None) -> City:
    """Build the city in one transaction: broken off, it leaves nothing behind. `tell` is called each second.

    Raises `NoCalendar` where the working-day calendar does not reach.
    """
    book = lawbook()
    days = Days(today, book)
    with transaction.atomic():
        stands = ground.build(today)
        city = City(today, book, list(plan(cases, stands, days, book)), stands.people)
        events = sorted(_events(city.planned, days))
        written = history.ready(cases, days)
        told, whole = time.monotonic(), len(events) + len(written)
        for event in events:
            while written and event.at > written[0].at:
                _write(city, written.pop(0))
            _do(city, event)
            if time.monotonic() - told >= 1:
                told = time.monotonic()
                tell(city.acts + sum(city.refusals.values()), whole)
        for left in written:
            _write(city, left)
        tell(whole, whole)
        DemoMarker.objects.create(built_on=today, version=VERSION)
    return city


def _events(planned: list[Planned], days: Days) -> Iterator[Event]:
    """Steps of one day follow each other at intervals; each case has its own hour, so that a day fills evenly."""
    for p in planned:
        before, nth = -1, 0
        for place, (step, lag) in enumerate(zip(p.track, p.lags, strict=True)):
            nth = nth + 1 if lag == before else 0
            before = lag
            at = moment(days.back(lag), p.scene.n * 11 % 240 + nth * 35)
            yield Event(at, p.scene.n, place, step, p.scene)


def _do(city: City, event: Event) -> None:
    """One act at its moment. A case whose step is refused against the plan stops there; `astray` says so."""
    scene, step = event.scene, event.step
    if scene.kept.get("stopped"):
        return
    act = registry.get(step.act)
    with clock.at(event.at):
        scene.day = clock.today()
        data = step.says(scene)
        if step.act == "add_evidence" and not step.refused:
            data["files"] = pictures.taken(scene)
        mark = transaction.savepoint() if step.refused else None
        try:
            done = perform(act, officer=scene.officer(step.who), data=data, matter_id=scene.matter_id, body=scene.body)
        except (Refused, Forbidden) as refused:
            city.refusals[step.act] += 1
            if not step.refused:
                scene.kept["stopped"] = True
                city.astray.append(f"{scene.n} 号案件“{act.label}”被拒绝：{refused}")
            return
        if mark is not None:
            transaction.savepoint_rollback(mark)
            city.astray.append(f"{scene.n} 号案件“{act.label}”没有像预计的那样被拒绝")
            return
    city.acts += 1
    scene.matter_id = done.matter.pk
    if step.act == "answer_defence":
        scene.kept["spoke"] = True


def _write(city: City, entry: history.Ready) -> None:
    done = history.write(entry, city.planned)
    if done is None:
        city.astray.append(f"第 {entry.no} 件历史案件没有可以照写的已办结案件")
        return
    city.imported.append(done)
    city.acts += 1
