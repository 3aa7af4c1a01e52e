"""Histories with faults: written after an orderly case made through the acts, changed by `faults.yaml`, imported."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import dataclass

from sanwei.acts import clock, registry
from sanwei.acts.perform import perform
from sanwei.acts.rows import Laid, Row, Rows
from sanwei.cases.acts.history import importing
from sanwei.cases.stages import stage

from .answers import party
from .data import pick, read
from .days import Days, moment
from .faulting import changed, linked
from .plan import DONOR, Planned, faulty
from .scene import Scene

IMPORTED = 12  # the old records were brought in so many working days ago
_ANY = uuid.UUID(int=0)
WAITS = {"filing": "leader", "deciding": "leader", "closing": "leader", "reviewing": "reviewer"}


@dataclass(frozen=True)
class Ready:
    """One history to be brought in, and when. `no`: its place in `faults.yaml`, from 1."""

    at: dt.datetime
    no: int
    fault: dict


@dataclass(frozen=True)
class Imported:
    """A history brought in: the case and what its examination must find."""

    no: int
    case_id: str
    finds: dict[str, str]


def ready(cases: int, days: Days) -> list[Ready]:
    """The histories of a city of so many cases: all faults in a whole city, evenly chosen ones in a smaller one."""
    faults, count = read("faults"), faulty(cases)
    chosen = [n * len(faults) // count for n in range(count)] if count else []
    at = moment(days.back(IMPORTED), 450)
    return [Ready(at + dt.timedelta(seconds=20 * n), n + 1, faults[n]) for n in chosen]


def write(entry: Ready, planned: list[Planned]) -> Imported | None:
    """Import one history by its body's person in charge; None where no orderly case of its kind was finished."""
    found = donor_of(entry, planned)
    if found is None:
        return None
    donor, scene = found
    laid = twin(entry, donor, scene)
    head = heading(entry, laid, scene)
    with clock.at(entry.at), importing():
        done = perform(
            registry.get("import_history"),
            officer=scene.officer("leader"),
            data={"rows": laid, "head": head, "party": party(scene), "source": "原案件登记系统"},
            body=scene.body,
        )
    return Imported(entry.no, str(done.matter.pk), entry.fault["finds"])


def donor_of(entry: Ready, planned: list[Planned]) -> tuple[Scene, Scene] | None:
    """The orderly case a history is written after, and the scene of the history: another party at another place."""
    fitting = [
        p.scene
        for p in planned
        if p.group.name == entry.fault["of"] and p.lags[-1] >= DONOR and not p.scene.kept.get("stopped")
    ]
    if not fitting:
        return None
    donor = pick(fitting, entry.no)
    scene = Scene(
        n=5000 + entry.no,
        ground=donor.ground,
        days=donor.days,
        book=donor.book,
        body=donor.body,
        power=donor.power,
        major=donor.major,
        spot=donor.spot,
        opened=donor.opened,
        who=donor.who,
    )
    return donor, scene


def twin(entry: Ready, donor: Scene, scene: Scene) -> list[Laid]:
    """The rows of the history, in the order they came to be."""
    rows = changed(Rows.read(donor.matter_id), entry.fault, donor.days)
    names = {donor.party: scene.party, donor.place: scene.place, donor.person: scene.person}
    numbers = {
        "decision_no": f"{scene.body.doc_word}旧决〔{scene.opened.year}〕{entry.no}号",
        "notice_no": f"{scene.body.doc_word}旧告〔{scene.opened.year}〕{entry.no}号",
        "payment_receipt": f"PJ-L-{entry.no:05d}",
    }
    for row in rows:
        for name, value in row.facts.items():
            if name in numbers and value is not None:
                row.facts[name] = numbers[name]
            elif isinstance(value, str):
                row.facts[name] = _renamed(value, names)
    return linked(rows, entry.no)


def _renamed(text: str, names: dict[str, str]) -> str:
    for old, new in names.items():
        text = text.replace(old, new)
    return text


def heading(entry: Ready, laid: list[Laid], scene: Scene) -> dict:
    """What lists and search need of the history."""
    case = next(item.facts for item in laid if item.grain == "case")
    decisions = [item.facts for item in laid if item.grain == "decision" and item.facts.get("decided_on")]
    rows = Rows(_ANY, (Row(i.grain, i.row or str(_ANY), n, i.facts) for n, i in enumerate(laid)))
    summary = case["procedure"] == "summary"
    return {
        "number": f"{scene.body.doc_word}旧案〔{scene.opened.year}〕{entry.no}号",
        "title": scene.power.item[:200],
        "power_code": scene.power.code,
        "procedure": case["procedure"],
        "party_name": scene.party,
        "officer": scene.officer("handler"),
        "partner": scene.officer("partner"),
        "waiting_for": WAITS.get(stage(rows), ""),
        "opened_on": case["lead_on"],
        "filed_on": None if summary else case.get("filed_on"),
        "decided_on": decisions[0]["decided_on"] if decisions else None,
        "closed_on": case.get("closed_on"),
        "fine_fen": decisions[0].get("fine") if decisions else None,
    }
