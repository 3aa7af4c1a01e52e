"""One case as a ZIP that reads without this system: a page without script, documents, files, facts, journal, hashes.

Without personal data (`personal` False) documents are rendered anew from masked words, and what was handed in (photos,
scans, which nobody can mask) is left out; the index says so.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from django.template.loader import render_to_string

from sanwei.acts import registry
from sanwei.acts.act import Context
from sanwei.acts.rows import encode
from sanwei.documents import forms
from sanwei.documents.docx import render_docx
from sanwei.documents.drawing import rendition, rendition_bytes, seal_of, upload_bytes
from sanwei.documents.errors import DocumentError
from sanwei.documents.models import Document
from sanwei.documents.pdf import make_pdf
from sanwei.facts import VOCABULARY
from sanwei.journal.models import Entry

from ..personal import coparties
from ..views.telling import told
from .bound import Bound
from .masking import masked, masks
from .volume import VOLUMES, Leaf, leaves

SUMS = "校验值.sha256"


@dataclass
class Bundle:
    """A ZIP in the making: remembers the hash of everything put in."""

    archive: zipfile.ZipFile
    personal: bool
    by: dict[str, str]
    sums: dict[str, str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def put(self, name: str, content: bytes | str) -> str:
        """Add a file; gives its name."""
        content = content.encode() if isinstance(content, str) else content
        self.sums[name] = hashlib.sha256(content).hexdigest()
        self.archive.writestr(name, content)
        return name

    def words(self, value: Any) -> Any:
        return value if self.personal else masked(value, self.by)


def write(ctx: Context, into: BinaryIO, *, personal: bool, reason: str, to: str) -> dict[str, str]:
    """Write the case of `ctx` to `into`; gives name → SHA-256 of every file in it."""
    by = {} if personal else masks(ctx.matter.party, *coparties(ctx.matter, ctx.rows).values())
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        made = Bundle(archive, personal, by)
        bound = Bound(ctx.matter.pk, lambda d: _rendered(made, d, "pdf"), made.words, files=personal)
        parts = list(_parts(made, ctx, bound))
        journal, facts = made.words(_journal(ctx)), made.words(_facts(ctx))
        made.put("案件事实.json", _json(facts))
        made.put("办理日志.json", _json(journal))
        shown = {
            "case": ctx.matter,
            "number": ctx.matter.number,
            "title": made.words(ctx.matter.title),
            "party": made.words(ctx.matter.party_name),
            "body": ctx.body.name,
            "made_on": ctx.day,
            "reason": reason,
            "to": to,
            "personal": personal,
            "volumes": [
                (label, _whole(made, bound, code), [p for p in parts if p["volume"] == code])
                for code, label in VOLUMES.items()
            ],
            "facts": facts,
            "journal": journal,
            "faults": made.faults + bound.faults,
        }
        made.put("index.html", render_to_string("cases/bundle/index.html", shown))
        made.put("README.txt", render_to_string("cases/bundle/readme.txt", shown | {"sums": SUMS}))
        archive.writestr(SUMS, "".join(f"{sha}  {name}\n" for name, sha in sorted(made.sums.items())))
    return made.sums


def _parts(made: Bundle, ctx: Context, bound: Bound) -> Iterator[dict]:
    """What lies in the volumes, put into the ZIP under names that keep their order, and bound in."""
    for n, leaf in enumerate(leaves(ctx.matter.pk, ctx.rows), start=1):
        stem = f"{VOLUMES[leaf.volume]}/{n:03d} {_name(made.words(leaf.title))}"
        names, pdf = _document(made, leaf.document, stem) if leaf.document else ([], None)
        bound.add(leaf, pdf)
        names += _files(made, leaf, stem)
        yield {
            "volume": leaf.volume,
            "title": made.words(leaf.title),
            "number": leaf.number,
            "day": leaf.day,
            "pages": leaf.span,
            "missing": "、".join(leaf.missing),
            "files": [(name, name.rpartition(".")[2].upper(), made.sums[name][:12]) for name in names],
        }


def _name(title: str) -> str:
    return "".join("_" if c in '<>:"/\\|?*' else c for c in title)[:60]


def _document(made: Bundle, document: Document, stem: str) -> tuple[list[str], bytes | None]:
    """(names of PDF and DOCX, the PDF); one that cannot be made is told and the other still put in."""
    found, made_of = [], {}
    for kind in ("pdf", "docx"):
        try:
            made_of[kind] = _rendered(made, document, kind)
            found.append(made.put(f"{stem}.{kind}", made_of[kind]))
        except DocumentError as error:
            made.faults.append(f"{document}：{error}")
    return found, made_of.get("pdf")


def _whole(made: Bundle, bound: Bound, code: str) -> str:
    """The volume as one PDF with its page numbers; empty where it holds nothing."""
    content = bound.written(code)
    return made.put(f"{VOLUMES[code]}全卷（编页）.pdf", content) if content else ""


def _rendered(made: Bundle, document: Document, kind: str) -> bytes:
    if made.personal:
        return rendition_bytes(rendition(document, kind))
    form, data = forms.load(document.form_code, document.drawn_on), made.words(document.data)
    if kind == "docx":
        return render_docx(form, data, sealed=document.sealed)
    return make_pdf(form, data, on=document.drawn_on, seal=seal_of(document.body_code), sealed=document.sealed).content


def _files(made: Bundle, leaf: Leaf, stem: str) -> list[str]:
    found = []
    for n, upload in enumerate(leaf.files, start=1) if made.personal else ():
        ending = upload.original_name.rpartition(".")[2]
        try:
            found.append(made.put(f"{stem} 附件{n}.{_name(ending)}", upload_bytes(upload)))
        except DocumentError as error:
            made.faults.append(f"{upload}：{error}")
    return found


def _facts(ctx: Context) -> list[dict]:
    """Every row of facts with the names of its facts, as recorded and as people say them."""
    found = []
    for row in sorted(ctx.rows, key=lambda r: (r.grain != "case", r.seq)):
        grain = VOCABULARY.grain(row.grain)
        recorded = encode(row.facts)
        facts = [
            {"name": f.name, "label": f.label, "value": recorded[f.name], "says": str(told(f.name, row.facts[f.name]))}
            for f in grain.facts.values()
            if f.name in recorded
        ]
        found.append({"grain": row.grain, "label": grain.label, "row": row.row, "facts": facts})
    return found


def _journal(ctx: Context) -> list[dict]:
    """The entries of this case: what the leaf says, its hash, and the content it is bound to."""
    entries = Entry.objects.filter(matter_kind="case", matter_id=str(ctx.matter.pk)).select_related("content")
    acts = registry.acts()
    return [
        {
            "position": e.position,
            "at": e.at.isoformat(),
            "act": e.act,
            "label": acts[e.act].label if e.act in acts else e.act,
            "officer": e.officer_code,
            "certificate": e.certificate_no,
            "outcome": e.get_outcome_display(),
            "law": e.law_version,
            "leaf": e.leaf,
            "leaf_hash": e.leaf_hash,
            "commitment": e.commitment,
            "content": e.content.body if hasattr(e, "content") else None,
        }
        for e in entries.order_by("position")
    ]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, default=str)
