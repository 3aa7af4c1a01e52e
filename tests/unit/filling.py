"""Every act of the penalty case with a case on which it is open and answers that are right, as a browser posts them.

`World.build()` walks the cases; `world[code]` is where an act stands open: case, officer, day, and `post()`, the right
answers, made from the form itself, so that a new act or question is asked here without being named.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django import forms
from django.test import Client
from django.urls import resolve, reverse

from cast import Cast, build
from sanwei.acts import clock, registry
from sanwei.acts.act import Act
from sanwei.acts.fields import ActForm, UploadsField
from sanwei.acts.perform import blank, context
from sanwei.cases.models import Case
from sanwei.looks.fields import DayField, MoneyField, YesNoField
from sanwei.looks.words import amount
from unit import branched, decided, filed, held, served
from unit.answering import faults, refusals
from unit.aside import ASIDE
from walking import STEPS, do

DAYS = {code: on for code, _, on, _ in STEPS} | {"end": STEPS[-1][2]}
WHO = {code: who for code, who, _, _ in STEPS}
# Answers on the way that differ from the usual ones, for the act that needs them.
ON_THE_WAY: dict[str, dict[str, dict]] = {
    "answer_lead": {"register_lead": {"informer_known": True}},
    **{
        code: {"give_notice": {"hearing_right_told": True}}
        for code in ("request_hearing", "notify_hearing", "hold_hearing", "withdraw_hearing", "report_hearing")
    },
    **held.ON_THE_WAY,
    **served.ON_THE_WAY,
    **branched.ON_THE_WAY,
}
HEARING = dt.date(2026, 4, 8)
ASIDE |= served.ASIDE | decided.ASIDE | held.ASIDE | filed.ASIDE | branched.ASIDE
# Acts that are open only some time after the step before which they are tried.
LATER = {"hold_hearing": HEARING} | served.LATER | decided.LATER | held.LATER
# What the form does not know already and cannot be guessed from the kind of question: as posted.
ANSWERS: dict[str, dict[str, object]] = {
    "register_lead": {
        "violation_on": "2026-03-01",
        "informer_known": "no",
        "party_kind": "organisation",
        "party_name": "郑州示例装饰有限公司",
        "party_address": "郑州市示例路 8 号",
    },
    "record_contact": {"contact_began": "09:30", "contact_ended": "10:10", "incident": "no"},
    "order_correction": {"correct_by": "2026-03-09"},
    "end_investigation": {
        "complex_case": "no",
        "harms_life": "no",
        "proposed_kinds": ["fine"],
        "proposed_fine": "300",
    },
    "amend_party": {"party_address": "郑州市示例路 18 号"},
    "record_defence": {"defence_form": "none"},
    "hold_panel": {"panel_began": "15:00", "panel_fine": "300", "against": []},
    "notify_hearing": {
        "hearing_set_for": HEARING.isoformat(),
        "hearing_time": "09:30",
        "hearing_closed_reason": "",
    },
    "decide_on_the_spot": {
        "party_kind": "person",
        "party_name": "李某某",
        "party_address": "郑州市示例路 9 号",
        "contact_began": "09:30",
        "defence_form": "waived",
        "penalty_kinds": ["warning"],
    },
    "recheck_correction": {"corrected": "yes"},
    "propose_transfer": {"transfer_kind": "police"},
    "add_informer": {"informer_named": "no"},
    "record_payment": {"payment_receipt": "PJ-0001"},
}
PICKS = (
    {
        ("hold_panel", "members"): ("leader", "second_leader"),
        ("notify_hearing", "chair"): ("head",),
        ("notify_hearing", "recorder"): ("reviewer",),
        ("record_contact", "second_officer"): ("partner",),
        ("decide_on_the_spot", "second_officer"): ("partner",),
        ("propose_filing", "partner"): ("partner",),
        ("ask_recusal", "recused"): ("partner",),
    }
    | held.PICKS
    | served.PICKS
    | branched.PICKS
)


# Histories come in by a program, a joined case hands over by its merger, a split one is opened by its approval; another
# version of the procedure has to exist first (tests/unit/test_rules.py).
WITHOUT = ("import_history", "take_over", "open_split", "move_rules", "restore_rules")


def case_acts() -> dict[str, Act]:
    """The acts with a page that is open on some case of the world."""
    return {code: act for code, act in registry.acts("case").items() if code not in WITHOUT}


@dataclass
class Open:
    """An act that stands open: on this case (none for acts that begin one), for this person, on this day."""

    act: Act
    case: Case | None
    who: str
    day: dt.date
    cast: Cast

    @property
    def url(self) -> str:
        if self.case is None:
            return reverse("cases:begin", args=[self.act.code])
        return reverse("cases:do", args=[self.case.pk, self.act.code])

    @property
    def officer(self):
        return getattr(self.cast, self.who)

    def form(self) -> ActForm:
        """The empty form as the person sees it."""
        with clock.at(self.day):
            case = self.fresh()
            ctx = context(self.officer, case) if case else blank(self.officer, self.officer.body)
            return ActForm(self.act, ctx)

    def fresh(self) -> Case | None:
        """The case as it stands now."""
        return Case.objects.select_related("body", "officer", "partner").get(pk=self.case.pk) if self.case else None

    def post(self, **changes: object) -> dict[str, object]:
        """The right answers as a browser sends them, with some changed; None leaves one out."""
        answers = posted(self.act, self.form(), self.cast) | changes
        return {name: value for name, value in answers.items() if value is not None}

    def send(self, data: Mapping[str, object], who: str = ""):
        """Post the form as this person (or another of the cast); the answer."""
        return self.client(who).post(self.url, data)

    def get(self, who: str = ""):
        return self.client(who).get(self.url)

    def client(self, who: str = "") -> _At:
        """A browser of this person (or another of the cast), on the day."""
        client = Client()
        client.force_login(getattr(self.cast, who or self.who).user)
        return _At(client, self.day)


class _At:
    """A client whose requests are answered on a day."""

    def __init__(self, client: Client, day: dt.date):
        self.client, self.day = client, day

    def post(self, *args, **kwargs):
        with clock.at(self.day):
            return self.client.post(*args, **kwargs)

    def get(self, *args, **kwargs):
        with clock.at(self.day):
            return self.client.get(*args, **kwargs)


def posted(act: Act, form: ActForm, cast: Cast) -> dict[str, object]:
    """Right answers for a form."""
    known = ANSWERS.get(act.code) or (served.ANSWERS | decided.ANSWERS | held.ANSWERS | branched.ANSWERS).get(
        act.code, {}
    )
    data: dict[str, object] = {"token": uuid.uuid4().hex}
    if form.initial.get("version") is not None:
        data["version"] = str(form.initial["version"])
    data |= filed.scans(form)
    for name, field in form.fields.items():
        if name in ("token", "version") or isinstance(field, UploadsField) or field.widget.is_hidden:
            continue
        if (act.code, name) in PICKS:
            picked = [str(getattr(cast, who).pk) for who in PICKS[act.code, name]]
            data[name] = picked if isinstance(field, forms.MultipleChoiceField) else picked[0]
        elif name in known:
            data[name] = known[name]
        else:
            data[name] = guessed(field, form.initial.get(name), form.ctx.day)
    return data


def guessed(field: forms.Field, initial: object, day: dt.date) -> object:
    """A right answer to one question: what the form knows already, else the first choice, yes, today, its label."""
    if isinstance(field, YesNoField):
        return "no" if initial is False else "yes"
    if isinstance(field, MoneyField):
        return amount(initial) if initial is not None else "300" if field.required else ""
    if isinstance(field, DayField):
        return (initial or day).isoformat() if initial or field.required else ""
    if isinstance(field, forms.ChoiceField):
        codes = [code for code, _ in field.choices if code]
        if initial:
            return initial
        return codes[:1] if isinstance(field, forms.MultipleChoiceField) else next(iter(codes), "")
    if isinstance(field, forms.RegexField):
        return "09:30" if field.required else ""
    return initial or (f"{field.label}写明。" if field.required else "")


def made(answer) -> Case:
    """The case an accepted form leads to."""
    return Case.objects.get(pk=resolve(answer.url).kwargs["case_id"])


class World:
    """All acts of the penalty case, each open on a case. Tests that do one roll it back."""

    def __init__(self, cast: Cast):
        self.cast = cast
        self.open: dict[str, Open] = {}
        self._walked: dict[tuple, Case] = {}  # acts that are open on the same case share it

    @classmethod
    def build(cls, *codes: str) -> World:
        """The cast and the cases; only for these acts where some are named."""
        world = cls(build())
        for code, act in case_acts().items():
            if not codes or code in codes:
                world.open[code] = world._opened(act)
        return world

    def __getitem__(self, code: str) -> Open:
        return self.open[code]

    def __iter__(self) -> Iterator[Open]:
        return iter(self.open.values())

    def on_cases(self) -> Iterator[Open]:
        """The acts on a case that stands."""
        return (one for one in self if one.case is not None)

    def _opened(self, act: Act) -> Open:
        if act.creates:
            return Open(act, None, "officer", DAYS["register_lead"], self.cast)
        if act.code == "report_on_the_spot":
            spot = self._opened(registry.get("decide_on_the_spot"))
            answer = spot.send(spot.post())
            assert answer.status_code == 302, (faults(answer), refusals(answer))
            return Open(act, made(answer), "officer", spot.day, self.cast)
        before, who, preparing = ASIDE.get(act.code, (act.code, WHO.get(act.code, ""), ()))
        key = (before, *preparing, str(ON_THE_WAY.get(act.code)))
        if key not in self._walked:
            case = self.walked(before, ON_THE_WAY.get(act.code, {}))
            for code in preparing:
                self._prepare(code, case, before)
            case.refresh_from_db()
            self._walked[key] = case
        day = LATER.get(act.code, DAYS[before])
        return Open(act, self._walked[key], who, day, self.cast)

    def walked(self, before: str, changes: Mapping[str, dict]) -> Case:
        """A case whose next step is `before`, of a party of its own: nobody is fined twice for one deed."""
        case, somebody = None, {"party_name": f"郑州示例装饰第{len(self._walked) + 1}有限公司"}
        changes = dict(changes) | {"register_lead": somebody | changes.get("register_lead", {})}
        for code, who, on, answers in STEPS:
            if code == before:
                return case
            case = do(code, getattr(self.cast, who), on, answers(case, self.cast) | changes.get(code, {}), case)
        if before != "end":
            raise LookupError(before)
        return case

    def _prepare(self, code: str, case: Case, before: str) -> None:
        """One act on the way aside, through its own form."""
        who = WHO.get(code) or ASIDE[code][1]
        days = {"hold_hearing": HEARING} | served.PREPARED_ON
        step = Open(registry.get(code), case, who, days.get(code, DAYS[before]), self.cast)
        changes = served.PREPARED | {
            "review_case": {"review_outcome": "returned"},
            "record_defence": {"defence_form": "written", "defence_said": "砂石当天就清走了，请求从轻。"},
        }
        answer = step.send(step.post(**changes.get(code, {})))
        assert answer.status_code == 302, (code, faults(answer))
