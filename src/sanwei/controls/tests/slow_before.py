"""Plain readings of controls on what comes before a decision, one loop at a time."""

from __future__ import annotations

import datetime as dt

from sanwei.facts.codes import HEARING_KINDS, MAJOR_RISK_KINDS, PENALTY_KINDS

from .slow import Asked, before, both, earliest_day, either, in_order, is_, last_before, more, no, says
from .slow_law import number_on

HEAVIER = list(PENALTY_KINDS)


# ── what several propositions share ───────────────────────────────────────────────────────────────────────────────────


def ordinary_penalty(matter: dict, decision: dict) -> bool | None:
    if decision.get("decided_on") is None:
        return False
    return both(no(is_(matter["case"].get("procedure"), "summary")), is_(decision.get("decision_kind"), "penalty"))


def has(kinds: list[str] | None, *wanted: str) -> bool | None:
    return None if kinds is None else any(k in wanted for k in kinds)


def amount(fen: int | None, kinds: list[str] | None, kind: str) -> int | None:
    if fen is not None:
        return fen
    return 0 if kinds is not None and kind not in kinds else None


def heaviest(kinds: list[str] | None) -> int | None:
    return max((HEAVIER.index(k) + 1 for k in kinds), default=None) if kinds is not None else None


def reaches(fen: int | None, party: str | None, key: str, day: dt.date | None) -> bool | None:
    person, organisation = number_on(f"{key}.person", day), number_on(f"{key}.organisation", day)
    if (person is None and organisation is None) or fen == 0:
        return False
    limit = {"person": person, "sole_trader": person, "organisation": organisation}.get(party)
    return None if fen is None or limit is None else fen >= limit


def hearing_due(matter: dict, row: dict, day: dt.date | None) -> bool | None:
    party, kinds = matter["case"].get("party_kind"), row.get("penalty_kinds")
    return either(
        reaches(amount(row.get("fine"), kinds, "fine"), party, "hearing.fine", day),
        reaches(amount(row.get("confiscation"), kinds, "confiscation"), party, "hearing.confiscation", day),
        has(kinds, *HEARING_KINDS),
    )


def spoken(defence: dict) -> bool | None:
    return is_(defence.get("defence_form"), "oral", "written", "online")


def defences(matter: dict, decision: dict) -> list[bool | None]:
    return [both(before(d, "defended_on", decision, "decided_on"), spoken(d)) for d in matter["defence"]]


# ── before the decision ───────────────────────────────────────────────────────────────────────────────────────────────


@says("case.notice-first", "decision")
def notice_first(matter, decision):
    told = last_before(matter, "notice", decision, "decided_on")
    return Asked(ordinary_penalty(matter, decision), decision.get("decided_on"), broken=told is None)


@says("case.legal-review-first", "decision")
def legal_review_first(matter, decision):
    decided, review = decision.get("decided_on"), last_before(matter, "review", decision, "decided_on")
    asked = both(decided is not None, no(is_(matter["case"].get("procedure"), "summary")))
    return Asked(asked, decided, broken=True if review is None else no(is_(review.get("review_outcome"), "passed")))


@says("case.legal-review-before-panel", "panel")
def legal_review_before_panel(matter, panel):
    review = last_before(matter, "review", panel, "panel_on")
    broken = True if review is None else no(is_(review.get("review_outcome"), "passed"))
    return Asked(panel.get("panel_on") is not None, panel.get("panel_on"), broken=broken)


@says("case.defence-reexamined", "decision")
def defence_reexamined(matter, decision):
    decided, open_ones = decision.get("decided_on"), []
    for d, counts in zip(matter["defence"], defences(matter, decision), strict=True):
        unread = d.get("reexamined_on") is None or d.get("defence_answer") is None
        open_ones.append(both(counts, unread or more(d["reexamined_on"], decided)))
    asked = both(ordinary_penalty(matter, decision), either(*defences(matter, decision)))
    return Asked(asked, decided, broken=either(*open_ones))


@says("case.no-heavier-for-defence", "decision")
def no_heavier_for_defence(matter, decision):
    decided, told = decision.get("decided_on"), last_before(matter, "notice", decision, "decided_on")
    sums, kinds, days = [], [], []
    for d, counts in zip(matter["defence"], defences(matter, decision), strict=True):
        if counts is True:
            notice = last_before(matter, "notice", d, "defended_on") or {}
            sums.append(amount(notice.get("notice_fine"), notice.get("notice_kinds"), "fine"))
            kinds.append(heaviest(notice.get("notice_kinds")))
            days.append(d["defended_on"])
    first, least, lightest = earliest_day(days), _least(sums), _least(kinds)
    fresh = []
    for e in matter["evidence"]:
        after = no(more(first, e.get("obtained_on")))
        then = no(more(e.get("obtained_on"), told and told["noticed_on"]))
        fresh.append(both(after, then, no(is_(e.get("evidence_kind"), "party_statement"))))
    asked = both(ordinary_penalty(matter, decision), either(*defences(matter, decision)), no(either(*fresh)))
    own = decision.get("penalty_kinds")
    broken = either(more(amount(decision.get("fine"), own, "fine"), least), more(heaviest(own), lightest))
    return Asked(asked, decided, broken=broken)


def _least(numbers):
    known = [n for n in numbers if n is not None]
    return min(known) if known else None


@says("case.notice-covers-decision", "decision")
def notice_covers_decision(matter, decision):
    told = last_before(matter, "notice", decision, "decided_on")
    asked = both(ordinary_penalty(matter, decision), told is not None)
    told = told or {}
    mine, theirs = decision.get("penalty_kinds"), told.get("notice_kinds")
    over = []
    for name, kind in (("fine", "fine"), ("confiscation", "confiscation")):
        over.append(more(amount(decision.get(name), mine, kind), amount(told.get(f"notice_{name}"), theirs, kind)))
    new = None if mine is None or theirs is None else any(k not in theirs for k in mine)
    return Asked(
        asked, decision.get("decided_on"), broken=either(*over, both(new, no(more(heaviest(theirs), heaviest(mine)))))
    )


@says("case.hearing-told", "decision")
def hearing_told(matter, decision):
    told = last_before(matter, "notice", decision, "decided_on")
    day = told["noticed_on"] if told else None
    asked = both(ordinary_penalty(matter, decision), told is not None, hearing_due(matter, decision, day))
    return Asked(asked, decision.get("decided_on"), broken=no(told and told.get("hearing_right_told")))


@says("case.hearing-request-in-time", "hearing")
def hearing_request_in_time(matter, hearing):
    decided = []
    for d in matter["decision"]:
        if d.get("decision_kind") == "penalty" and before(hearing, "hearing_asked_on", d, "decided_on") is True:
            decided.append(d["decided_on"])
    asked_on = hearing.get("hearing_asked_on")
    settled = decided or hearing.get("hearing_held_on") or hearing.get("hearing_withdrawn_on")
    told = last_before(matter, "notice", hearing, "hearing_asked_on")
    since = told["noticed_on"] if told else None
    return Asked(asked_on is not None and not settled, asked_on, since=since, limit="hearing.request", done=asked_on)


def needs_panel(matter, decision):
    return either(matter["case"].get("complex_case"), hearing_due(matter, decision, decision.get("decided_on")))


@says("case.panel-held", "decision")
def panel_held(matter, decision):
    met = last_before(matter, "panel", decision, "decided_on")
    asked = both(ordinary_penalty(matter, decision), needs_panel(matter, decision))
    return Asked(asked, decision.get("decided_on"), broken=met is None)


@says("case.panel-of-persons-in-charge", "decision")
def panel_of_persons_in_charge(matter, decision):
    decided, met = decision.get("decided_on"), last_before(matter, "panel", decision, "decided_on")
    asked = both(ordinary_penalty(matter, decision), met is not None, needs_panel(matter, decision))
    body = None
    for s in in_order(matter, "standing"):
        if decided is not None and s.get("stood_on") is not None and s["stood_on"] <= decided:
            body = s.get("body_kind")
    proper = []
    for p in matter["panel"]:
        then, kind = before(p, "panel_on", decision, "decided_on"), p.get("panel_kind")
        proper.append(both(then, is_(kind, "leadership")))
        proper.append(both(then, is_(kind, "persons_in_charge"), no(is_(body, "authorised"))))
    return Asked(asked, decided, broken=no(either(*proper)))


@says("case.decision-follows-panel", "decision")
def decision_follows_panel(matter, decision):
    met = last_before(matter, "panel", decision, "decided_on")
    fined = amount(decision.get("fine"), decision.get("penalty_kinds"), "fine")
    asked = both(ordinary_penalty(matter, decision), met is not None)
    broken = both(more(fined, 0), more(fined, met and met.get("panel_fine")))
    return Asked(asked, decision.get("decided_on"), broken=broken)


@says("risk.assessed-when-major", "decision")
def assessed_when_major(matter, decision):
    decided, kinds = decision.get("decided_on"), decision.get("penalty_kinds")
    fined, floor = amount(decision.get("fine"), kinds, "fine"), number_on("risk.fine", decided)
    large = None if fined is None or floor is None else fined >= floor
    asked = both(ordinary_penalty(matter, decision), either(large, has(kinds, *MAJOR_RISK_KINDS)))
    return Asked(asked, decided, broken=last_before(matter, "assessment", decision, "decided_on") is None)


@says("case.recusal-settled", "decision")
def recusal_settled(matter, decision):
    decided, waiting = decision.get("decided_on"), 0
    for r in matter["recusal"]:
        asked_on, settled_on = r.get("recusal_asked_on"), r.get("recusal_decided_on")
        if decided and asked_on and asked_on <= decided and (settled_on is None or settled_on > decided):
            waiting += 1
    return Asked(decided is not None, decided, broken=waiting > 0)


@says("case.filed-before-decision", "decision")
def filed_before_decision(matter, decision):
    decided, filed = decision.get("decided_on"), matter["case"].get("filed_on")
    asked = both(decided is not None, no(is_(matter["case"].get("procedure"), "summary")))
    return Asked(asked, decided, broken=filed is None or (decided is not None and filed > decided))


@says("case.two-officers", "contact")
def two_officers(matter, contact):
    day, there = contact.get("contact_on"), contact.get("officers_present")
    kind = is_(contact.get("contact_kind"), "inspection", "questioning", "sampling")
    asked = both(day is not None, matter["case"].get("procedure") != "summary", kind)
    least = number_on("officers.least", day)
    return Asked(asked, day, broken=None if there is None or least is None else len(set(there)) < least)
