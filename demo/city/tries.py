"""What somebody tried and was refused: put into the first case of a group, before the named act."""

from __future__ import annotations

from . import answers as a
from . import answers_after as b
from .answers import changed
from .tracks import Step, Track


def tried(act: str, who: str = "handler", says=a.nothing) -> Step:
    return Step(act, who, 0, says, refused=True)


DRAFT = Step("draft_decision", after=0, says=b.draft)
ISSUE = tried("issue_decision", "leader")

# Group → (act before which it happens, what is tried).
TRIES: dict[str, tuple[tuple[str, Track], ...]] = {
    "plain": (
        ("file_case", (tried("file_case"), tried("file_case", "stranger"))),
        (
            "record_contact",
            (
                tried("record_contact", "lapsed", a.contact),
                tried("record_contact", says=changed(a.contact, second_officer=lambda s: str(s.officer("lapsed").pk))),
            ),
        ),
        ("end_investigation", (tried("end_investigation", "stranger", a.findings),)),
        ("review_case", (tried("issue_decision", "leader"),)),  # 未经法制审核就要签发
    ),
    "corrected": (
        ("record_contact", (tried("record_contact", says=changed(a.contact, identity_shown=False)),)),
        ("add_evidence", (tried("add_evidence", says=changed(a.evidence, obtained_how="")),)),
        ("give_notice", (tried("give_notice", says=changed(a.notice, defence_right_told=False)),)),
        ("record_payment", (tried("propose_closing", says=b.closing),)),
    ),
    "quick": (
        (
            "record_contact",
            (tried("record_contact", says=changed(a.contact, second_officer=lambda s: str(s.officer("handler").pk))),),
        ),
        ("serve_decision", (tried("serve_decision", says=changed(b.service, receipt_signed="unsigned")),)),
        ("record_payment", (tried("record_payment", says=changed(b.payment, collected_by="body")),)),
    ),
    "twice": (
        ("submit_review", (tried("give_notice", says=a.notice),)),  # 退回补正之后不补正就要告知
        ("record_defence", (DRAFT, ISSUE)),  # 申辩期限没有届满就要签发
    ),
    "rich": (
        (
            "decide_recusal",
            (tried("record_contact", says=changed(a.contact, record_signed="unsigned", conduct_note="略")),),
        ),
        (
            "hold_panel",
            (
                DRAFT,
                ISSUE,  # 情节复杂没有集体讨论就要签发
                tried("hold_panel", "leader", changed(b.panel, members=lambda s: [str(s.officer("leader").pk)])),
            ),
        ),
    ),
    "major": (
        ("give_notice", (tried("give_notice", says=changed(a.notice, hearing_right_told=False)),)),
        ("notify_hearing", (DRAFT, ISSUE)),  # 要求听证而没有举行就要签发
        ("serve_decision", (tried("serve_decision", says=changed(b.service, visit_form_served=False)),)),
    ),
    "spot": (
        (
            "decide_on_the_spot",
            (tried("decide_on_the_spot", says=changed(b.on_the_spot, fine=lambda s: s.fine * 100)),),
        ),
    ),
    "barred": (("refuse_lead", (tried("file_case", "leader"),)),),
    "foreign": (("refuse_lead", (tried("file_case", "leader"),)),),
}


def woven(track: Track, group: str) -> Track:
    """A way with the tries of its group in it, each on the day of the step before."""
    for act, extra in TRIES.get(group, ()):
        spot = next(n for n, step in enumerate(track) if step.act == act and not step.refused)
        track = (*track[:spot], *extra, *track[spot:])
    return track
