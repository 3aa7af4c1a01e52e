"""What of a party is personal data: hidden on every page until an officer says what it is needed for."""

from __future__ import annotations

from sanwei.acts.rows import Rows
from sanwei.facts.codes import PARTY_KINDS
from sanwei.looks.masks import mask_address, mask_number, mask_phone
from sanwei.people.models import Officer
from sanwei.people.queries import known_on

from .models import Case, Coparty, Party

# Who may ask to see it: those who handle, review, decide and supervise. The three administrators see no matters.
READERS = frozenset({"officer", "section_head", "reviewer", "leader", "supervisor"})
NATURAL = frozenset({"person", "sole_trader"})
# Facts that say where the party lives or is reached.
REACHED_AT = frozenset("service_place service_address attempt_place consent_post".split())
Told = tuple[str, str, str]


def masks(party: Party) -> dict[str, tuple[str, str, str]]:
    """Attribute → (label, value, value as it is shown) of what is personal data of this party and recorded.

    The code and the address of an organisation are public; a telephone is always somebody's.
    """
    natural = party.kind in NATURAL
    found = {
        "code": ("证件号码", party.code, mask_number(party.code)) if natural else None,
        "address": ("住所（住址）", party.address, mask_address(party.address)) if natural else None,
        "phone": ("联系电话", party.phone, mask_phone(party.phone)),
    }
    return {name: told for name, told in found.items() if told is not None and told[1]}


def shown(party: Party, *, whole: bool = False) -> list[Told]:
    """The party for the page: (label, value, no note); masked unless `whole`."""
    hidden = {} if whole else masks(party)

    def value(name: str) -> str:
        return hidden[name][2] if name in hidden else getattr(party, name)

    told = [
        ("姓名（名称）", party.name),
        ("类别", PARTY_KINDS.get(party.kind, party.kind)),
        ("证件号码", value("code")),
        ("法定代表人（负责人）", party.representative),
        ("住所（住址）", value("address")),
        ("联系电话", value("phone")),
    ]
    return [(label, said, "") for label, said in told if said]


def coparties(case: Case, rows: Rows) -> dict[str, Party]:
    """Row → the co-party as a party, with what lies sealed. One query, for cases with co-parties only."""
    found = rows.all("party")
    sealed = {c.row: c for c in Coparty.objects.filter(case_id=case.pk)} if found else {}
    return {
        r.row: Party(
            kind=r["coparty_kind"] or "",
            name=r["coparty_name"] or "",
            code=sealed[r.row].code if r.row in sealed else "",
            representative=r["coparty_representative"] or "",
            address=r["coparty_address"] or "",
            phone=sealed[r.row].phone if r.row in sealed else "",
        )
        for r in found
    }


def hidden(case: Case, rows: Rows) -> list[Told]:
    """(label, value, value as it is shown) of the personal data of everybody the case is against."""
    own = list(masks(case.party).values())
    named = [(p.name, masks(p).values()) for p in coparties(case, rows).values()]
    return own + [(f"{label}（{name}）", value, shown_) for name, found in named for label, value, shown_ in found]


def covered_coparty(facts: dict) -> dict:
    """The facts of a co-party with the address of a natural person masked."""
    if facts.get("coparty_kind") not in NATURAL or not facts.get("coparty_address"):
        return facts
    return facts | {"coparty_address": mask_address(facts["coparty_address"])}


def covered(fact: str, text: str, party: Party) -> str:
    """A fact of the record with this party's personal data in it masked. The address only where the fact says where the
    party is reached: a place of violation is no secret, be it before his own door.
    """
    for name, (_, value, masked) in masks(party).items():
        if name != "address" or fact in REACHED_AT:
            text = text.replace(value, masked)
    return text


def may_read(officer: Officer, case: Case, day) -> bool:
    """Whether the officer holds a role, over the case's body or over the body that supervises it, that may ask."""
    told = getattr(officer, "known", None)
    grants = told.grants if told is not None and told.day == day else known_on(officer, day).grants
    path = case.body.path
    return any(
        role in READERS and (path.startswith(own) or bool(role == "supervisor" and over and path.startswith(over)))
        for role, own, over in grants
    )
