"""What an act is. Rooms write acts by deriving from `Act`; `perform` does them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.db import models

from sanwei.controls.words import Finding
from sanwei.lawbook import Lawbook
from sanwei.people.models import Body, Officer

from .models import Matter
from .rows import Laid, Rows


@dataclass(frozen=True)
class Ask:
    """One thing the form of an act asks. `name` is a fact (label, type and codes come from the vocabulary) or, with
    `kind`, something else.

    kind: files | officer | officers | text | long | yesno | money | day | choice | evidence …; `initial(ctx)` gives
    what is known already. `only_with`: another question and the codes with which this one is asked: with any other a
    script takes it off the page, without a script it stays. What must be answered is for `wrong` to say.
    """

    name: str
    required: bool = True
    kind: str = ""
    label: str = ""
    help: str = ""
    initial: Callable[[Context], object] | object | None = None
    choices: Callable[[Context], list[tuple[str, str]]] | None = None
    long: bool = False
    group: str = ""
    only_with: tuple[str, ...] = ()


@dataclass
class Context:
    """Everything an act may look at: who, when, which matter, its facts, the law."""

    officer: Officer
    body: Body
    day: dt.date
    now: dt.datetime
    book: Lawbook
    matter: Matter | None
    rows: Rows
    roles: frozenset[str]
    held: dict[str, object] = field(default_factory=dict)  # the doer's standing that day (people.queries.standing)

    @property
    def facts(self):
        """Facts of the matter's own row."""
        return self.rows.head


@dataclass(frozen=True)
class NotYet:
    """Why an act is not open yet: the reason, its ground, and who can change that."""

    reason: str
    who: str = ""
    cite: str = ""
    finding: Finding | None = None


@dataclass(frozen=True)
class Actor:
    """Somebody who takes part in an act, in a role of `facts.codes.ACTOR_ROLES`."""

    officer: Officer
    role: str


@dataclass(frozen=True)
class Paper:
    """A document to draw up: form code, number and the day on it; its content is filled from the facts after the
    act.
    """

    form: str
    number: str
    day: dt.date
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass
class Plan:
    """What an act is about to do. Nothing is written until the gate has judged it.

    laid    facts; head attributes of the matter to set; actors who take part (the doer, where none is named)
    saves   unsaved model instances written with the act (uploads, parties); papers: documents to draw up
    """

    laid: list[Laid] = field(default_factory=list)
    head: dict[str, object] = field(default_factory=dict)
    actors: list[Actor] = field(default_factory=list)
    saves: list[models.Model] = field(default_factory=list)
    papers: list[Paper] = field(default_factory=list)
    note: str = ""
    act: str = ""  # the act whose plan it is, set by `perform`: papers are sealed by the act that issues them


class Act:
    """One act of legal meaning. `code` is its name in controls, journal and address; `roles` may do it."""

    code = ""
    label = ""
    kind = ""  # kind of matter
    roles: frozenset[str] = frozenset()
    as_role = "officer"  # in which capacity the doer is put on record
    asks: tuple[Ask, ...] = ()
    clauses: tuple[str, ...] = ()  # the clauses an approver should have before his eyes
    hint = ""  # one sentence on the page: what this step is for
    creates = False  # begins a new matter
    stands = False  # puts the standing of body and power on record, for the controls of competence
    aside = False  # may be done along the way; not a step that brings the matter forward
    opens_at: frozenset[str] = frozenset()  # stages in which the act belongs on the page; empty: any

    def asked(self, ctx: Context) -> tuple[Ask, ...]:
        """The things the form asks in this matter (a subclass may leave out what does not apply)."""
        return self.asks

    def still_asked(self, ctx: Context) -> frozenset[str]:
        """Names of the facts the form may ask in this matter: for the gate shown beforehand, which says nothing of what
        hangs on them. A subclass whose `asked` looks something up names them without looking.
        """
        return frozenset(a.name for a in self.asked(ctx))

    def closed(self, ctx: Context) -> list[NotYet]:
        """Reasons of order, not of law, why the act is not open now. Law speaks through controls."""
        return []

    def earliest(self, ctx: Context) -> dt.date | None:
        """No day the form records may lie before this day; None where nothing is known."""
        return None

    def wrong(self, ctx: Context, data: Mapping[str, object]) -> dict[str, str]:
        """Answers that cannot be right whatever the law says: name → what is wrong and what to do. Only checked
        answers are in `data`.
        """
        return {}

    def sketch(self, ctx: Context) -> list[Laid]:
        """The facts the act would lay today as far as they are known before the form is filled: for the gate shown
        beforehand.
        """
        return []

    def awaits(self, ctx: Context) -> frozenset[str]:
        """Facts that another act still has to fill in before this one: nothing is said of what hangs on them yet."""
        return frozenset()

    def plan(self, ctx: Context, data: Mapping[str, object]) -> Plan:
        """What to do with the checked answers `data` (Ask.name → value). Must not write."""
        raise TypeError(f"行为 {self.code} 没有写 plan")


class Forbidden(Exception):
    """The person may not do this act here at all."""


class Refused(Exception):
    """The gate refused, or the act is not open. Carries what to tell the person."""

    def __init__(self, act: Act, findings: list[Finding], not_yet: list[NotYet]):
        self.act, self.findings, self.not_yet = act, findings, not_yet
        super().__init__("；".join([n.reason for n in not_yet] + [f.says for f in findings]))


class Conflict(Exception):
    """Somebody else acted on the matter since the form was opened. `since`: journal entries the person has not seen."""

    def __init__(self, since: list):
        self.since = since
        super().__init__("打开表单之后，本案已由他人办理")
