"""Plain readings of controls that compare a day with the end of a term."""

from __future__ import annotations

import datetime as dt

from .slow import Asked, before, both, earliest_day, either, is_, last_before, no, says
from .slow_before import defences, hearing_due, ordinary_penalty
from .slow_law import term, value_on


def not_after(day: dt.date | None, key: str, since: dt.date | None, law_day: dt.date | None) -> bool | None:
    """Whether a day lies within a term. While the calendar of the term is not published: not before so many plain days
    are over, and not known until ten days and the weekends after them.
    """
    if day is None or law_day is None:
        return None
    end, guessed = term(key, since, law_day)
    if end is None:
        return None
    if not guessed:
        return day <= end
    number = value_on(key, law_day).value
    weekends = (number + 4) // 5
    if day <= since + dt.timedelta(days=number):
        return True
    return False if day > since + dt.timedelta(days=number + 10 + 2 * weekends) else None


def waived(matter: dict, decision: dict) -> bool | None:
    then = [(before(d, "defended_on", decision, "decided_on"), d.get("defence_form")) for d in matter["defence"]]
    return either(*(both(t, is_(form, "waived")) for t, form in then))


@says("case.defence-time-left", "decision")
def defence_time_left(matter, decision):
    decided, told = decision.get("decided_on"), last_before(matter, "notice", decision, "decided_on")
    soon = not_after(decided, "defence.wait", told and told["noticed_on"], decided)
    broken = both(soon, no(either(*defences(matter, decision))), no(waived(matter, decision)))
    return Asked(both(ordinary_penalty(matter, decision), told is not None), decided, broken=broken)


@says("case.hearing-time-left", "decision")
def hearing_time_left(matter, decision):
    decided, told = decision.get("decided_on"), last_before(matter, "notice", decision, "decided_on")
    day = told and told["noticed_on"]
    right = both(told is not None, told and told.get("hearing_right_told"), hearing_due(matter, decision, day))
    ever = either(*(before(h, "hearing_asked_on", decision, "decided_on") for h in matter["hearing"]))
    soon = not_after(decided, "hearing.request", day, decided)
    broken = both(soon, no(ever), no(waived(matter, decision)))
    return Asked(both(ordinary_penalty(matter, decision), right), decided, broken=broken)


@says("case.hearing-held-when-asked", "hearing")
def hearing_held_when_asked(matter, hearing):
    decided = []
    for d in matter["decision"]:
        if d.get("decision_kind") == "penalty" and before(hearing, "hearing_asked_on", d, "decided_on") is True:
            decided.append(d["decided_on"])
    asked_on, next_on = hearing.get("hearing_asked_on"), earliest_day(decided)
    held, withdrawn = hearing.get("hearing_held_on"), hearing.get("hearing_withdrawn_on")
    kept_up = True if withdrawn is None else None if next_on is None else withdrawn > next_on
    told = last_before(matter, "notice", hearing, "hearing_asked_on")
    in_time = not_after(asked_on, "hearing.request", told and told["noticed_on"], asked_on)
    right = told.get("hearing_right_told") if told else None
    asked = both(asked_on is not None, next_on is not None, kept_up, right, in_time)
    broken = True if held is None else None if next_on is None else held > next_on
    return Asked(asked, asked_on, broken=broken)


@says("case.hearing-notified-ahead", "hearing")
def hearing_notified_ahead(matter, hearing):
    told, held = hearing.get("hearing_notified_on"), hearing.get("hearing_held_on")
    day = held or hearing.get("hearing_set_for")
    broken = None
    if told is not None and day is not None:
        broken = not_after(day + dt.timedelta(days=1), "hearing.notice", told, told)
    return Asked(day is not None, told or held, broken=broken)
