"""Plain readings of controls on what follows a decision, and on the case as a whole."""

from __future__ import annotations

from sanwei.facts.codes import HEARING_KINDS

from .slow import Asked, both, earliest_day, either, in_order, is_, no, says
from .slow_before import amount, has, reaches


def first_of(matter: dict, grain: str, link: str, decision: dict) -> dict:
    """The first row of a grain that belongs to this decision."""
    for row in in_order(matter, grain):
        if row.get(link) == decision["id"]:
            return row
    return {}


@says("case.served-in-time", "decision")
def served_in_time(matter, decision):
    decided, service = decision.get("decided_on"), first_of(matter, "service", "served_decision", decision)
    asked = both(
        decided is not None,
        no(is_(matter["case"].get("procedure"), "summary")),
        is_(decision.get("decision_kind"), "penalty", "no_penalty"),
        service.get("service_method") != "public_notice",
    )
    done, void = service.get("served_on"), decision.get("revoked_on")
    return Asked(asked, decided, since=decided, limit="service.limit", done=done, void=void)


def published(matter, decision):
    out = first_of(matter, "publication", "published_decision", decision).get("published_on")
    return earliest_day([out, first_of(matter, "exemption", "exempted_decision", decision).get("exempted_on")])


@says("disclosure.city-three-days", "decision")
def city_three_days(matter, decision):
    served = first_of(matter, "service", "served_decision", decision).get("served_on")
    asked = both(
        decision.get("decided_on") is not None, served is not None, is_(decision.get("decision_kind"), "penalty")
    )
    done, void = published(matter, decision), decision.get("revoked_on")
    return Asked(asked, served, since=served, limit="publication.city", done=done, void=void)


@says("disclosure.national-seven-days", "decision")
def national_seven_days(matter, decision):
    decided = decision.get("decided_on")
    asked = both(decided is not None, is_(decision.get("decision_kind"), "penalty"))
    done, void = published(matter, decision), decision.get("revoked_on")
    return Asked(asked, decided, since=decided, limit="publication.national", done=done, void=void)


@says("supervision.major-filed-in-time", "decision")
def major_filed_in_time(matter, decision):
    decided, party, kinds = decision.get("decided_on"), matter["case"].get("party_kind"), decision.get("penalty_kinds")
    major = either(
        reaches(amount(decision.get("fine"), kinds, "fine"), party, "major_filing.fine", decided),
        reaches(
            amount(decision.get("confiscation"), kinds, "confiscation"), party, "major_filing.confiscation", decided
        ),
        has(kinds, "suspend_business", "revoke_licence"),
    )
    asked = both(decided is not None, is_(decision.get("decision_kind"), "penalty"), major)
    done = first_of(matter, "report", "reported_decision", decision).get("reported_on")
    return Asked(asked, decided, since=decided, limit="major_filing.limit", done=done, void=decision.get("revoked_on"))


@says("service.visit-form-served", "service")
def visit_form_served(matter, service):
    day, party = service.get("served_on"), matter["case"].get("party_kind")
    decision = next((d for d in matter["decision"] if d["id"] == service.get("served_decision")), {})
    kinds = decision.get("penalty_kinds")
    large = reaches(amount(decision.get("fine"), kinds, "fine"), party, "visit.fine", day)
    penalty = is_(decision.get("decision_kind"), "penalty")
    asked = both(day is not None, penalty, either(large, has(kinds, *HEARING_KINDS)))
    by_hand = is_(service.get("service_method"), "direct", "left", "entrusted")
    broken = either(no(service.get("visit_form_served")), both(by_hand, no(service.get("visit_form_signed"))))
    return Asked(asked, day, broken=broken)


@says("case.payment-in-time", "decision")
def payment_in_time(matter, decision):
    served = first_of(matter, "service", "served_decision", decision).get("served_on")
    owed, paid, done = (decision.get("fine") or 0) + (decision.get("confiscation") or 0), 0, None
    for p in in_order(matter, "payment"):
        if p.get("paid_decision") == decision["id"] and done is None:
            paid += p.get("paid") or 0
            done = p.get("paid_on") if paid >= owed else None
    asked = both(served is not None, is_(decision.get("decision_kind"), "penalty"), owed > 0)
    void = earliest_day([decision.get("revoked_on"), decision.get("deferral_approved_on")])
    return Asked(asked, served, since=served, limit="payment.limit", done=done, void=void)


# ── the case as a whole ───────────────────────────────────────────────────────────────────────────────────────────────


@says("case.decided-in-time", "case")
def decided_in_time(matter, case):
    filed, done = case.get("filed_on"), earliest_day(d.get("decided_on") for d in matter["decision"])
    asked = both(filed is not None, case.get("procedure") != "summary")
    return Asked(asked, filed, since=filed, limit="decision.limit", done=done, void=case.get("terminated_on"))


@says("case.lead-decided-in-time", "case")
def lead_decided_in_time(matter, case):
    lead, done = case.get("lead_on"), earliest_day([case.get("filed_on"), case.get("lead_refused_on")])
    asked = both(lead is not None, case.get("procedure") != "summary")
    return Asked(asked, lead, since=lead, limit="lead.decision", done=done)
