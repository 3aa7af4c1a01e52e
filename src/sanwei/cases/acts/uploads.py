"""Files that come with an act: checked by the form, stored here, written with the act."""

from __future__ import annotations

from collections.abc import Mapping

from sanwei.acts.act import Context


def uploads(ctx: Context, data: Mapping[str, object], *, note: str = "") -> list:
    """Unsaved `Upload` rows of the checked files in `data["files"]`."""
    from sanwei.documents.uploads import store

    return [
        store(f, matter_kind="case", matter_id=ctx.rows.matter_id, officer_code=ctx.officer.code, note=note[:200])
        for f in data.get("files") or []
    ]
