"""The groups of cases: which way they go, how many there are, how long ago the last step was, what lies late."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from . import answers as a
from . import answers_after as b
from . import tracks as t
from . import tracks_branches as x
from . import tracks_served as v
from .answers import changed
from .answers_exempt import joined
from .tracks import Step, Track

LEAD_DUE = frozenset({"case.lead-decided-in-time"})
CITY, NATIONAL = "disclosure.city-three-days", "disclosure.national-seven-days"
PUBLICATION = frozenset({CITY, NATIONAL})


@dataclass(frozen=True)
class Group:
    """Cases that go one way. `share`: how many of four hundred.

    lags   working days between the last step and today, taken in turn; empty: the case ended at any time
    old    so many of them ended long enough ago that a history with late steps can be written after them
    slow   controls that are late or overdue in these cases, on purpose (in the first of them at least); a lead decided
           late in one of the four fields is counted by case.priority-lead-first as well
    need   what the body must have: "two" persons in charge, "major" powers; "concentrated": gave a power up;
           "seize": a power that lets things be seized
    """

    name: str
    share: int
    track: Track
    lags: tuple[int, ...] = ()
    old: int = 0
    slow: frozenset[str] = frozenset()
    need: str = ""
    informer: bool = False


def _long_ago(s) -> dt.date:
    return s.opened - dt.timedelta(days=6 * 366)


_BARRED: Track = (
    Step("register_lead", after=0, says=changed(a.lead, violation_on=_long_ago)),
    Step("propose_filing", after=2, says=a.filing),
    Step("refuse_lead", "leader", 2, b.refuse_barred),
)
_FOREIGN: Track = (*t.until(t.FILED, "propose_filing"), Step("refuse_lead", "leader", 2, b.refuse_foreign))
_ORDERED: Track = (*t.BEGUN, Step("order_correction", after=0, says=a.correction))
_PRESERVED: Track = (
    *t.BEGUN,
    Step("ask_preservation", after=0, says=a.preservation),
    Step("preserve_evidence", "leader", 0, a.preservation_ruled),
)
_SUSPENDED: Track = t.until(x.PROLONGED, "decide_stop")
_SILENT: Track = t.until(t.PLAIN, "record_defence")
_WAITING_TO_END: Track = (*_SILENT, *t.ISSUED)

ENDED = (
    Group("plain", 10, t.PLAIN),
    Group("corrected", 7, t.CORRECTED),
    Group("quick", 6, t.QUICK),
    Group("twice", 3, t.TWICE, need="two"),
    Group("rich", 7, t.RICH, old=99, need="two", informer=True),
    Group("major", 4, t.MAJOR, old=99, need="major"),
    Group("seized", 4, t.SEIZED, old=99, need="seize"),
    Group("no_penalty", 4, t.NO_PENALTY, old=3),
    Group("first_offence", 2, t.FIRST_OFFENCE),
    Group("prolonged", 3, x.PROLONGED, old=99),
    Group("police_filed", 2, x.POLICE_FILED, old=99),
    Group("police_declined", 2, x.POLICE_DECLINED, old=99),
    Group("passed_on", 3, x.PASSED_ON),
    Group("joint", 2, x.JOINT, old=99),
    Group("disputed", 2, x.DISPUTED, old=99),
    Group("several", 2, x.SEVERAL, old=99),
    Group("exempted", 2, t.EXEMPTED),
    Group("revoked", 3, t.REVOKED, old=2),
    Group("announced", 3, v.ANNOUNCED),
    Group("agreed", 3, v.AGREED),
    Group("deferred", 3, v.DEFERRED, old=2),
    Group("goods", 3, v.GOODS, old=2),
    Group("court", 4, v.COURT, old=3, slow=frozenset({"case.payment-in-time"})),
    Group("spot_collected", 3, v.SPOT_COLLECTED),
    Group("spot", 46, t.SPOT_CLOSED, old=20),
    Group("refused", 14, t.REFUSED),
    Group("refused_answered", 8, t.REFUSED_ANSWERED, informer=True),
    Group("barred", 2, _BARRED),
    Group("foreign", 1, _FOREIGN, need="concentrated"),
    Group("terminated", 6, t.TERMINATED),
    # 办结了，但是有一步迟了
    Group("served_late", 2, t.later(t.PLAIN, "serve_decision", 9), slow=frozenset({"case.served-in-time", NATIONAL})),
    Group("published_late", 3, t.later(t.PLAIN, "publish_decision", 6), slow=PUBLICATION),
    Group("paid_late", 2, t.later(t.PLAIN, "record_payment", 16), slow=frozenset({"case.payment-in-time"})),
    Group("closed_late", 2, t.later(t.PLAIN, "propose_closing", 28), slow=frozenset({"case.closed-in-time"})),
    Group("filed_late", 2, t.later(t.PLAIN, "file_case", 16), slow=LEAD_DUE),
    Group(
        "rechecked_late",
        2,
        t.later(t.CORRECTED, "recheck_correction", 15),
        slow=frozenset({"case.correction-rechecked"}),
    ),
    Group(
        "reported_late",
        3,
        t.later(t.SPOT_CLOSED, "report_on_the_spot", 4),
        slow=frozenset({"case.summary-reported", CITY}),
    ),
)

OPEN = (
    Group("lead", 18, t.LEAD, (1, 3, 6, 9, 11)),
    Group("lead_due", 9, t.LEAD, (15, 13, 14)),
    Group("lead_overdue", 5, t.LEAD, (17, 22), slow=LEAD_DUE),
    Group("filing", 10, t.until(t.FILED, "propose_filing"), (1, 2, 4, 8)),
    Group("filing_due", 4, t.until(t.FILED, "propose_filing"), (13, 12, 11)),
    Group("unanswered", 4, t.FILED, (3, 5, 4, 2), informer=True),
    Group("unanswered_overdue", 2, t.FILED, (8, 12), slow=frozenset({"case.lead-answered-in-time"}), informer=True),
    Group("filed", 10, t.FILED, (1, 3, 6)),
    Group("investigating", 10, t.BEGUN, (1, 4, 9, 15)),
    Group("coparties", 2, (*t.BEGUN, Step("add_party", after=1, says=joined)), (2, 5)),
    Group("stuck", 3, t.BEGUN, (64, 70), slow=frozenset({"case.decided-in-time"})),
    Group("merged", 1, x.MERGED, (3,)),
    Group("split", 1, x.SPLIT, (4,)),
    Group("at_police", 2, x.TO_POLICE, (2, 6)),
    Group("suspended", 2, _SUSPENDED, (3, 8)),
    Group("ordered", 6, _ORDERED, (2, 5, 7)),
    Group("ordered_overdue", 3, _ORDERED, (15, 18), slow=frozenset({"case.correction-rechecked"})),
    Group("preserved", 4, _PRESERVED, (7, 5, 2)),
    Group("preserved_overdue", 2, _PRESERVED, (10,), slow=frozenset({"case.preservation-decided-in-time"})),
    Group("seized_now", 3, t.SEIZED_NOW, (3, 12, 17), need="seize"),
    Group("seized_at_once", 2, t.SEIZED_AT_ONCE, (1, 4), need="seize"),
    Group("seized_overdue", 1, t.SEIZED_NOW, (30,), slow=frozenset({"measure.ended-in-time"}), need="seize"),
    Group("reviewing", 12, t.until(t.PLAIN, "end_investigation"), (1, 2, 5)),
    Group("returned", 3, (*t.BEGUN, *t.ENDED, *t.SENT_BACK[:1]), (1, 3)),
    Group("noticing", 6, t.until(t.PLAIN, "review_case"), (1, 3)),
    Group("defending", 10, t.until(t.PLAIN, "give_notice"), (1, 3, 5)),
    Group("unexamined", 3, (*t.until(t.PLAIN, "give_notice"), t.SPOKEN[0]), (1, 2)),
    Group("hearing", 3, t.HEARD, (1, 3), need="major"),
    Group("hearing_called", 2, t.until(t.MAJOR, "notify_hearing"), (2, 4), need="major"),
    Group("deliberating", 5, _SILENT, (1, 3)),
    Group("panel", 3, t.until(t.RICH, "hold_panel"), (1, 2), need="two", informer=True),
    Group("deciding", 8, t.until(t.PLAIN, "draft_decision"), (1, 2, 4)),
    Group("sent_back", 3, t.RETURNED, (1, 3)),
    Group("serving", 8, _WAITING_TO_END, (1, 3, 5)),
    Group("serving_due", 3, _WAITING_TO_END, (7, 6)),
    Group("serving_overdue", 3, _WAITING_TO_END, (9, 12), slow=frozenset({"case.served-in-time", NATIONAL})),
    Group("unpublished", 4, t.until(t.PLAIN, "serve_decision"), (3, 1, 2)),
    Group("unpublished_overdue", 2, t.until(t.PLAIN, "serve_decision"), (6,), slow=PUBLICATION),
    Group("paying", 8, t.until(t.PLAIN, "publish_decision"), (1, 3, 5)),
    Group("unpaid", 4, t.until(t.PLAIN, "publish_decision"), (16, 25), slow=frozenset({"case.payment-in-time"})),
    Group(
        "unreported_major",
        2,
        (*t.until(t.MAJOR, "serve_decision"), *t.PUBLISHED),
        (14, 3),
        slow=frozenset({"supervision.major-filed-in-time", "case.payment-in-time"}),
        need="major",
    ),
    Group("executed", 4, t.until(t.PLAIN, "record_payment"), (2, 8)),
    Group("closing", 6, t.until(t.PLAIN, "propose_closing"), (1, 2, 4)),
    Group("spot_made", 5, t.SPOT, (1, 2)),
    Group("spot_overdue", 3, t.SPOT, (5,), slow=frozenset({"case.summary-reported", CITY})),
    Group("spot_paying", 8, t.SPOT_REPORTED, (1, 3, 5)),
    Group("spot_done", 4, t.SPOT_PAID, (1, 4)),
)
