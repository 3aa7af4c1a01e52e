"""The ways cases go: steps of acts with the working days between them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from . import answers as a
from . import answers_after as b
from . import answers_beside as g
from . import answers_exempt as x
from . import answers_held as h
from . import answers_revised as r
from .answers import Answers, changed, nothing


@dataclass(frozen=True)
class Step:
    """An act, who does it, so many working days after the step before, with which answers.

    `refused`: somebody tries what the law or the order does not allow; the refusal goes on record and the case goes on.
    """

    act: str
    who: str = "handler"
    after: int = 1
    says: Answers = nothing
    refused: bool = False


Track = tuple[Step, ...]


def later(track: Track, act: str, after: int) -> Track:
    """The same way with one act done another number of working days after the step before."""
    return tuple(replace(step, after=after) if step.act == act else step for step in track)


def until(track: Track, act: str) -> Track:
    """The way up to and with the last time an act is done."""
    last = max(n for n, step in enumerate(track) if step.act == act)
    return track[: last + 1]


def bound(track: Track) -> Track:
    """The same way with its file bound after the case is closed; penalties on the spot are bound by the batch."""
    last = max((n for n, step in enumerate(track) if step.act == "close_case"), default=-1)
    if last < 0 or track[0].act == "decide_on_the_spot":
        return track
    return (*track[: last + 1], *BOUND, *track[last + 1 :])


BOUND: Track = (Step("attach_signed", after=1, says=b.signed), Step("archive_case", after=2, says=b.archive))
LEAD: Track = (Step("register_lead", after=0, says=a.lead),)
FILED: Track = (
    *LEAD,
    Step("propose_filing", after=2, says=a.filing),
    Step("file_case", "leader", 1),
)
FOUND: Track = (
    Step("record_contact", after=2, says=a.contact),
    Step("add_evidence", after=0, says=a.evidence),
)
PUT_RIGHT: Track = (
    Step("order_correction", after=0, says=a.correction),
    Step("recheck_correction", after=4, says=a.recheck),
)
ENDED: Track = (Step("end_investigation", after=4, says=a.findings),)
REVIEWED: Track = (Step("review_case", "reviewer", 2, a.passed),)
SENT_BACK: Track = (
    Step("review_case", "reviewer", 2, a.returned),
    Step("record_contact", after=1, says=a.questioning),
    Step("add_evidence", after=0, says=a.statement),
    Step("amend_party", after=0, says=a.amended_party),
    Step("submit_review", after=1, says=b.amended),
    *REVIEWED,
)
NOTICED: Track = (Step("give_notice", after=1, says=a.notice),)
SILENT: Track = (Step("record_defence", after=6, says=a.defence("none")),)
WAIVED: Track = (Step("record_defence", after=1, says=a.defence("waived")),)
SPOKEN: Track = (
    Step(
        "record_defence", after=3, says=a.defence("written", "书面提出：初次违法，已经改正，经营困难，请求从轻处罚。")
    ),
    Step("answer_defence", after=1, says=b.answered),
)
DRAFTED: Track = (Step("draft_decision", after=1, says=b.draft),)
ISSUED: Track = (*DRAFTED, Step("issue_decision", "leader", 1))
SERVED: Track = (Step("serve_decision", after=2, says=b.service),)
PUBLISHED: Track = (Step("publish_decision", after=2, says=b.publication),)
PAID: Track = (Step("record_payment", after=2, says=b.payment),)
ASKED_TO_CLOSE: Track = (Step("propose_closing", after=2, says=b.closing),)
CLOSED: Track = (*ASKED_TO_CLOSE, Step("close_case", "leader", 1))
CARRIED_OUT: Track = (*SERVED, *PUBLISHED, *PAID, *CLOSED)
BEGUN: Track = (*FILED, *FOUND)

PLAIN: Track = (*BEGUN, *ENDED, *REVIEWED, *NOTICED, *SILENT, *ISSUED, *CARRIED_OUT)
CORRECTED: Track = (*BEGUN, *PUT_RIGHT, *ENDED, *REVIEWED, *NOTICED, *SILENT, *ISSUED, *CARRIED_OUT)
QUICK: Track = (*BEGUN, *ENDED, *REVIEWED, *NOTICED, *WAIVED, *ISSUED, *CARRIED_OUT)
TWICE: Track = (*BEGUN, *ENDED, *SENT_BACK, *NOTICED, *SILENT, *ISSUED, *CARRIED_OUT)

# 信访举报而来、情节复杂的一件：先行登记保存、回避申请、责令改正、申辩、集体讨论，样样都有。
RICH: Track = (
    *FILED,
    Step("answer_lead", after=1, says=b.answer_lead),
    *FOUND,
    Step("ask_preservation", after=0, says=a.preservation),
    Step("preserve_evidence", "leader", 0, a.preservation_ruled),
    Step("ask_recusal", after=1, says=a.recusal),
    Step("decide_recusal", "leader", 1, a.recusal_refused),
    Step("decide_preservation", "leader", 2, a.preserved),
    Step("move_exhibit", after=0, says=a.things_back),
    *PUT_RIGHT,
    Step("end_investigation", after=3, says=changed(a.findings, complex_case=True)),
    *REVIEWED,
    *NOTICED,
    *SPOKEN,
    Step("hold_panel", "leader", 3, b.panel),
    *ISSUED,
    *CARRIED_OUT,
    Step("export_case", "leader", 2, b.export),
)
# 重大案件：两次调查、风险评估、听证、集体讨论、回访意见表、报送备案。
HEARD: Track = (
    *BEGUN,
    Step("record_contact", after=1, says=a.questioning),
    Step("add_evidence", after=0, says=a.statement),
    Step("end_investigation", after=5, says=changed(a.findings, complex_case=True)),
    *REVIEWED,
    Step("assess_risk", after=1, says=a.assessment),
    *NOTICED,
    Step("request_hearing", after=3, says=b.hearing_asked),
)
MAJOR: Track = (
    *HEARD,
    Step("notify_hearing", after=1, says=b.hearing_called),
    Step("hold_hearing", after=8, says=b.hearing_held),
    Step("report_hearing", "reviewer", 1, b.hearing_told),
    Step("record_defence", after=0, says=a.defence("oral", "听证中请求从轻处罚。")),
    Step("answer_defence", after=1, says=b.answered),
    Step("hold_panel", "leader", 2, b.panel),
    *ISSUED,
    *SERVED,
    Step("report_major_penalty", "handler", 1, b.report),
    Step("publish_decision", after=1, says=b.publication),
    *PAID,
    *CLOSED,
)
NO_PENALTY: Track = (
    *BEGUN,
    *PUT_RIGHT,
    Step("weigh_responsibility", after=1, says=x.weighed),
    *ENDED,
    *REVIEWED,
    *NOTICED,
    *WAIVED,
    Step("record_education", after=0, says=x.taught),
    Step("draft_decision", after=1, says=x.no_penalty),
    Step("issue_decision", "leader", 1),
    *SERVED,
    *PUBLISHED,
    Step("propose_closing", after=2, says=b.closing_without),
    Step("close_case", "leader", 1),
)
FIRST_OFFENCE: Track = tuple(
    each
    for step in NO_PENALTY
    for each in (
        (replace(step, says=x.weighed_first), Step("confirm_first_offence", "leader", 1, x.confirmed))
        if step.act == "weigh_responsibility"
        else (replace(step, says=x.no_penalty_first),)
        if step.act == "draft_decision"
        else (step,)
    )
)
# 公开、备案、缴清之后，监督机构责令纠正，决定撤销。
REVOKED: Track = (
    *until(PLAIN, "serve_decision"),
    Step("report_major_penalty", after=1, says=b.report),
    Step("publish_decision", after=1, says=b.publication),
    *PAID,
    Step("propose_revision", after=10, says=r.proposal),
    Step("approve_revision", "leader", 2, r.approval),
    Step("serve_revision", after=1, says=r.service),
    Step("withdraw_publication", after=1, says=r.withdrawal),
    Step("refund_money", after=3, says=r.refund),
    Step("report_revision", after=1, says=r.report),
    Step("record_claim", after=0, says=g.claim),
    Step("record_liability", "leader", 0, g.liability),
    Step("decide_claim", "leader", 1, g.claim_settled),
    Step("propose_closing", after=1, says=r.closing),
    Step("close_case", "leader", 1),
)
EXEMPTED: Track = tuple(
    replace(step, act="exempt_publication", who="leader", says=b.exemption) if step.act == "publish_decision" else step
    for step in PLAIN
)
REFUSED: Track = (*LEAD, Step("refuse_lead", "leader", 6, b.refuse_lead))
REFUSED_ANSWERED: Track = (*REFUSED, Step("answer_lead", after=2, says=b.answer_lead))
TERMINATED: Track = (*BEGUN, Step("terminate_case", "leader", 8, b.terminate))
RETURNED: Track = (
    *until(PLAIN, "draft_decision"),
    Step("return_request", "leader", 1, b.sent_back),
)
SPOT: Track = (Step("decide_on_the_spot", after=0, says=b.on_the_spot),)
SPOT_REPORTED: Track = (
    *SPOT,
    Step("report_on_the_spot", after=1, says=b.report_spot),
    Step("publish_decision", after=1, says=b.publication),
)
SPOT_PAID: Track = (*SPOT_REPORTED, Step("record_payment", after=2, says=b.payment))
SPOT_CLOSED: Track = (*SPOT_PAID, *CLOSED)
# 扣押食品：报批、实施、送检、复检、延长、解除、退还，样样都有。
SEIZED_NOW: Track = (
    *BEGUN,
    Step("propose_measure", after=0, says=h.asked),
    Step("rule_measure", "leader", 0, h.ruled),
    Step("take_measure", after=1, says=h.taken),
)
SEIZED: Track = (
    *SEIZED_NOW,
    Step("move_exhibit", after=0, says=h.stored),
    Step("ask_sampling", after=0, says=h.sampling),
    Step("approve_sampling", "leader", 0, h.sampling_ruled),
    Step("take_samples", after=1, says=h.samples),
    Step("settle_samples", after=0, says=h.samples_settled),
    Step("send_for_test", after=0, says=h.sent),
    Step("record_test", after=5, says=h.tested),
    Step("record_retest", after=1, says=h.retested),
    Step("add_evidence", after=0, says=a.statement),
    Step("exclude_evidence", after=0, says=h.excluded),
    Step("extend_measure", "leader", 1, h.extended),
    Step("tell_measure", after=1, says=h.told),
    *ENDED,
    *REVIEWED,
    *NOTICED,
    *SILENT,
    *ISSUED,
    Step("settle_measure", "leader", 0, h.released),
    Step("move_exhibit", after=0, says=h.given_back),
    *CARRIED_OUT,
)
SEIZED_AT_ONCE: Track = (
    *LEAD,
    Step("take_urgent_measure", after=0, says=h.urgent),
    Step("rule_measure", "leader", 0, h.ruled),
    *FILED[1:],
    *FOUND,
    Step("move_exhibit", after=0, says=h.stored),
)
