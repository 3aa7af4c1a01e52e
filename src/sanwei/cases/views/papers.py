"""Documents on the case page: drawn up, to be signed, signed and back; the bound file and its exports."""

from __future__ import annotations

from sanwei.acts.act import Context
from sanwei.looks.links import to
from sanwei.looks.words import day_text

from ..acts.archive import archived, ended_on, kept, mine_today
from ..archive import volume


def of(ctx: Context) -> dict:
    """What the page shows of documents and file: one query."""
    print_url = f"{to('documents:print')}?matter={ctx.matter.pk}"
    return {"papers": _papers(ctx), "print_url": print_url, "file": _file(ctx), "exports": _exports(ctx)}


def _papers(ctx: Context) -> list[dict]:
    """The documents drawn up, the earliest first, without their words."""
    back, shown = volume.scans(ctx.rows), []
    for one in volume.drawn(ctx):
        scans = back.get(str(one.pk), [])
        shown.append(
            {
                "title": one.title,
                "number": one.number,
                "drawn_on": one.drawn_on,
                "version": one.version,
                "pdf": to("documents:file", one.pk, "pdf"),
                "docx": to("documents:file", one.pk, "docx"),
                "missing": "、".join(volume.missing(one, back)),
                "scans": [_scan(row) for row in scans],
            }
        )
    return shown


def _scan(row) -> dict:
    files = zip(row.get("scan_files", []), row.get("scan_digests", []), strict=False)
    return {
        "n": row["scan_version"],
        "day": row["signed_back_on"],
        "note": row["scan_note"],
        "files": [{"url": to("documents:upload", name), "digest": sha[:12]} for name, sha in files],
    }


def _file(ctx: Context) -> dict | None:
    """The bound file: its number and how long it is kept; what it would be kept by today, where that differs."""
    f = ctx.facts
    if not ended_on(ctx):
        return None
    keep = kept(ctx)
    then = f["retained_until"]
    return {
        "no": f["archive_no"],
        "on": f["archived_on"],
        "unsigned": f["archive_unsigned"],
        "keep": keep.label,
        "why": keep.why,
        "moved": bool(f["archived_on"]) and not archived(ctx),
        "before": day_text(then) if then else "永久",
    }


def _exports(ctx: Context) -> list[dict]:
    return [
        {
            "on": row["exported_on"],
            "to": row["export_to"],
            "personal": row["export_personal"],
            "url": to("cases:bundle", ctx.matter.pk, row.row) if mine_today(ctx, row) else "",
        }
        for row in ctx.rows.all("export")
    ]
