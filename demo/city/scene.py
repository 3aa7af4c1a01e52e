"""One case in the making: who handles it, against whom, about what; and what has become of it so far."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import dataclass, field
from functools import cached_property

from sanwei.acts.models import FactRow
from sanwei.lawbook import Lawbook
from sanwei.lawbook.objects import Power
from sanwei.people.models import Body, Officer

from .data import pick, read
from .days import Days
from .ground import Ground, credit_code

YUAN = 100
KINDS = {"company": "organisation", "shop": "sole_trader", "person": "person"}


@dataclass
class Scene:
    """A case. `n`: its place in the plan, from which all about it follows; `day`: the day of the step at hand."""

    n: int
    ground: Ground
    days: Days
    book: Lawbook
    body: Body
    power: Power
    major: bool = False
    spot: bool = False
    informer: bool = False
    who: str = ""  # company, shop or person; given, or one the story names and the law fines
    matter_id: uuid.UUID | None = None
    day: dt.date = dt.date.min
    opened: dt.date = dt.date.min
    kept: dict[str, object] = field(default_factory=dict)  # what a later step must know of an earlier one

    @cached_property
    def story(self) -> dict:
        return read("stories")[self.power.code]

    def __post_init__(self):
        fitting = [who for who in self.story["who"] if self._fits(KINDS[who])]
        self.who = self.who or ("company" if self.major else pick(fitting or self.story["who"], self.n))

    @property
    def kind(self) -> str:
        """Code of `PARTY_KINDS`."""
        return KINDS[self.who]

    @cached_property
    def party(self) -> str:
        names = read("parties")
        trade = names["trades"].get(self.power.field, names["trades"]["其他"]) | self.story.get("trade", {})
        star = pick(names["mansions"], self.n, 5)
        if self.who == "company":
            return f"郑州{star}{pick(trade['company'], self.n)}"
        if self.who == "shop":
            return f"{star}{pick(trade['shop'], self.n)}"
        return self.person

    @cached_property
    def person(self) -> str:
        """The person who speaks for the party."""
        names = read("parties")
        return pick(names["surnames"], self.n, 7) + pick(names["instruments"], self.n, 3)

    @cached_property
    def code(self) -> str:
        """A company's credit code; others are left without a number."""
        return credit_code("91", 1000 + self.n) if self.who == "company" else ""

    @cached_property
    def place(self) -> str:
        names = read("parties")
        area = self.body.area_code
        return f"{names['districts'][area]}{pick(names['streets'][area], self.n, 3)} {self.n * 17 % 180 + 1} 号"

    @cached_property
    def fine(self) -> int:
        """分. Within the statutory range; below the thresholds of hearing and risk, except in a major case."""
        least, most = self._range(self.kind) or (0, 0)
        if self.major:
            return max(min(most, 120_000 * YUAN), 100_000 * YUAN)
        cap = self._ceiling(self.kind)
        steps = self.n % 5
        raw = least + (max(min(most, cap), least) - least) * steps // 6
        return max(raw // (50 * YUAN) * 50 * YUAN, least, 20 * YUAN)

    def _fits(self, kind: str) -> bool:
        """Whether the law fines this kind of party, and so little that the case stays what it is."""
        found = self._range(kind)
        return found is not None and (self.major or found[0] <= self._ceiling(kind))

    def _ceiling(self, kind: str) -> int:
        """The most the case may cost and stay what it is: a penalty on the spot, or one without a hearing."""
        subject = "organisation" if kind == "organisation" else "person"
        if self.spot:
            return self.limit(f"summary.fine.{subject}")
        return min(self.limit(f"hearing.fine.{subject}"), self.limit("risk.fine")) - 50 * YUAN

    def limit(self, key: str) -> int:
        """A threshold of today's law, in 分."""
        return int(self.book.parameter(key).at(self.days.today).value)

    def _range(self, kind: str) -> tuple[int, int] | None:
        subject = "organisation" if kind == "organisation" else "person"
        for p in self.power.penalties:
            if p.kind == "fine" and p.subject in (subject, "any"):
                return p.min_fen or 0, p.max_fen or 0
        return None

    @cached_property
    def violated(self) -> dt.date:
        """The day of the violation: the day of the lead, or a few days before."""
        return self.opened - dt.timedelta(days=self.n % 4)

    def officer(self, part: str) -> Officer:
        """Who plays a part: handler, partner, reviewer, leader, second, lapsed, stranger."""
        staff = self.ground.staff[self.body.code]
        if part == "handler":
            return pick(staff.handlers, self.n)
        if part == "partner":
            return pick(staff.handlers, self.n + 1)
        if part == "reviewer":
            return pick(staff.reviewers, self.n)
        if part == "leader":
            return staff.leaders[0]
        if part == "second":
            return staff.leaders[-1]
        if part == "lapsed":
            return staff.lapsed or staff.handlers[0]
        return self.ground.staff["JSCG" if self.body.code != "JSCG" else "ZYCG"].handlers[0]

    def row(self, grain: str) -> str:
        """Name of the row of a grain that was laid last. One query."""
        found = FactRow.objects.filter(matter_id=self.matter_id, grain=grain).order_by("-seq")
        return found.values_list("row", flat=True)[0]

    @property
    def basis(self) -> list[str]:
        return [clause.ref for clause in (*self.power.breached, *self.power.penalty)]

    @property
    def facts(self) -> str:
        """What was found, in a sentence."""
        day = f"{self.violated.year}年{self.violated.month}月{self.violated.day}日"
        return f"{day}，{self.party}在{self.place}{self.story['seen']}。以上有现场检查笔录、{self.story['proof']}证明，当事人没有异议。"
