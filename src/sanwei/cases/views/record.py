"""What is on record in a case, told grain by grain: facts, documents, files, and who did what."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from django.db.models import QuerySet
from django.utils import timezone

from sanwei.acts import registry
from sanwei.acts.act import Context
from sanwei.documents.models import Upload
from sanwei.facts import VOCABULARY
from sanwei.journal.models import Entry
from sanwei.looks.links import to
from sanwei.people.models import Certificate, Officer

from ..models import Party
from ..personal import covered, covered_coparty
from . import papers
from .telling import told

GRAINS = (
    "party violation split agent contact assist evidence device preservation sampling measure testing"
    " recusal responsibility"
    " education review assessment notice defence hearing panel charge decision attempt consent service"
    " payment deferral instalment goods enforcement remedy publication exemption report revision"
    " refund extension stop transfer sentence claim liability dispute informer joined"
).split()
# Keys of rows and what the head of the page says already.
HIDDEN = frozenset(
    (
        "body_code power_code served_decision paid_decision published_decision exempted_decision"
        " reported_decision evidence_file revised_decision changes_decision refunded_decision"
        " deferral_of instalment_of goods_of enforced_decision remedy_of named_body"
        " served_row attempt_row charge_decision device_evidence split_from_id split_case_id"
        " merged_into_id joined_from_id test_of cited_evidence"
    ).split()
)
LONG = frozenset(
    (
        "lead_summary filing_reason investigation_findings proposed_reason correction_demanded"
        " record_text conduct_note incident_handling review_opinion"
        " risk_conclusion risk_measures notice_facts notice_content defence_said defence_answer"
        " hearing_record panel_conclusion panel_dissent facts_found"
        " reasons answer_to_defence correction_terms causes advice closing_note recheck_note"
        " announce_search left_reason deferral_reason deferral_plan deferral_opinion deferral_answer goods_record"
        " reminder_reckoned applied_reckoned party_said stay_ground remedy_result_note"
        " hearing_request_reason hearing_attended hearing_accused hearing_defended hearing_closing hearing_findings"
        " hearing_advice weighed_reason mental_proof no_fault_proof education_text restriction_terms confiscated_things"
        " revision_reason revision_opinion slip_from slip_to withdrawal_reason"
        " extension_reason extension_opinion stop_reason stop_opinion resume_reason"
        " informer_said informer_answer merge_reason joined_reason"
        " dispute_facts negotiation_note designation_reason"
        " transfer_reason transfer_materials transfer_opinion items_handed"
        " measure_reason urgency_reason measure_opinion measure_said measure_record measure_extension_reason"
        " measure_end_reason test_what test_result retest_answer"
        " preservation_reason preservation_opinion exclusion_note sampling_reason sampling_opinion sampling_method"
        " sampling_end_note"
        " assist_matter assist_reason assist_answer device_record_note claim_said claim_reason liable_note"
        " archive_note split_reason violation_what charge_reason fined_before_other"
    ).split()
)
# Facts that name a co-party by its row.
PARTIES = frozenset(
    (
        "noticed_party defending_party hearing_party decided_party weighed_party educated_party"
        " charged_party split_party sentenced_party"
    ).split()
)
CERTIFICATES = frozenset(
    (
        "filing_approver officers_present obtained_by preservation_approver recusal_of recusal_decider"
        " collector_no goods_officers applied_by"
        " reviewer_no hearing_chair panel_members decider_no"
        " hearing_recorder panel_against decision_officers revision_approver first_confirmer educator_no"
        " extension_approver stop_approver resume_approver transfer_approver designation_approver"
        " merge_approver split_approver device_record_reviewer claim_decider liable_persons"
        " measure_ruler measure_officers measure_extension_approver sampling_approver sampling_officers"
    ).split()
)


def of(ctx: Context) -> dict:
    """Everything below the fold of the case page: four queries."""
    entries = list(_entries(ctx))
    names = _names(ctx, entries)
    return {
        "facts": _facts("case", ctx.facts.facts, names, ctx.matter.party),
        "sections": _sections(ctx, names),
        **papers.of(ctx),
        "evidence": _files(ctx, names),
        "entries": [_entry(e, names) for e in entries],
    }


def _sections(ctx: Context, names: dict[str, str]) -> list[dict]:
    found = []
    for grain in GRAINS:
        rows = ctx.rows.all(grain)
        if rows:
            found.append(
                {
                    "label": VOCABULARY.grain(grain).label,
                    "id": grain,
                    "rows": [_facts(grain, r.facts, names, ctx.matter.party) for r in rows],
                }
            )
    return found


def _facts(grain: str, facts: dict, names: dict[str, str], party: Party) -> dict:
    """Short facts as (label, value), long ones as (label, text), both in the order of the vocabulary; the party's
    personal data in them masked.
    """
    labels, facts = _labels(grain), covered_coparty(facts) if grain == "party" else facts
    short: list[tuple[str, str]] = []
    long: list[tuple[str, str]] = []
    for name in sorted((n for n, v in facts.items() if v is not None and n in labels), key=lambda n: labels[n][0]):
        if name in LONG:
            long.append((labels[name][1], covered(name, facts[name], party)))
        else:
            short.append((labels[name][1], covered(name, _told(name, facts[name], names), party)))
    return {"short": short, "long": long}


@cache
def _labels(grain: str) -> dict[str, tuple[int, str]]:
    """Facts of the grain that a page shows → (place in the vocabulary, label)."""
    known = VOCABULARY.grain(grain).facts.values()
    return {f.name: (place, f.label) for place, f in enumerate(known) if f.name not in HIDDEN}


def _told(name: str, value, names: dict[str, str]) -> str:
    if name in PARTIES:
        return names.get(value, "")
    if name not in CERTIFICATES:
        return told(name, value)
    numbers = value if isinstance(value, list) else [value]
    return "、".join(f"{names[n]}（{n}）" if n in names else n for n in numbers if n)


def _entries(ctx: Context) -> QuerySet:
    """The latest two hundred entries, the latest first; only the columns the page shows."""
    entries = Entry.objects.filter(matter_kind="case", matter_id=str(ctx.matter.pk)).order_by("-position")
    shown = ("position", "at", "act", "officer_code", "certificate_no", "outcome")
    return entries.values_list(*shown, named=True)[:200]


def _names(ctx: Context, entries: Iterable[Entry]) -> dict[str, str]:
    """Officer's code or certificate number → name, for everybody the page mentions. One query."""
    codes = {e.officer_code for e in entries}
    numbers = set()
    for row in ctx.rows:
        for name in CERTIFICATES & row.facts.keys():
            value = row.facts[name]
            numbers |= set(value if isinstance(value, list) else [value])
    # Two index look-ups in one query: an OR across the two tables would read every officer with his certificates.
    by_code = Officer.objects.filter(code__in=codes).order_by().values_list("code", "name")
    by_number = Certificate.objects.filter(number__in=numbers).order_by().values_list("number", "officer__name")
    named = {p.row: p["coparty_name"] for p in ctx.rows.all("party")}
    return dict(by_code.union(by_number, all=True)) | named


def _files(ctx: Context, names: dict[str, str]) -> list[dict]:
    shown = []
    for u in Upload.objects.filter(matter_kind="case", matter_id=str(ctx.matter.pk)).order_by("uploaded_at", "id"):
        picture = u.content_type in ("image/jpeg", "image/png")
        shown.append(
            {
                "name": u.original_name,
                "kind": u.note,
                "url": to("documents:upload", u.pk),
                "thumb": to("documents:preview", u.pk) if picture else "",
                "taken_on": u.uploaded_at,
                "by": names.get(u.officer_code, ""),
                "size": u.size,
                "digest": u.sha256[:12],
            }
        )
    return shown


def _entry(e: Entry, names: dict[str, str]) -> dict:
    act = registry.find(e.act)
    who = names.get(e.officer_code, e.officer_code)
    certificate = f"（{e.certificate_no}）" if e.certificate_no else ""
    return {
        "label": act.label if act else e.act,
        "refused": e.outcome == Entry.REFUSED,
        "told": f"{timezone.localtime(e.at):%Y-%m-%d %H:%M} · {who}{certificate} · 日志第 {e.position} 条",
    }
