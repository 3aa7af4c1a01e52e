"""Fetching an export: only who recorded it, only on that day."""

from __future__ import annotations

import logging
import tempfile
import uuid

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase

from sanwei.acts import clock
from sanwei.acts.perform import context
from sanwei.acts.web import current_officer

from ..acts.archive import mine_today
from ..archive.bundle import write
from ..queries import case_or_404

log = logging.getLogger(__name__)
MEMORY = 8 * 1024 * 1024  # what is larger goes to a file that disappears by itself


@login_required
def bundle(request: HttpRequest, case_id: uuid.UUID, row: uuid.UUID) -> HttpResponseBase:
    """The ZIP of an export that stands on record."""
    officer = current_officer(request)
    case = case_or_404(officer, case_id, clock.today())
    ctx = context(officer, case)
    export = ctx.rows.get("export", str(row))
    if export is None or not mine_today(ctx, export):
        raise Http404
    into = tempfile.SpooledTemporaryFile(max_size=MEMORY)  # noqa: SIM115  the response closes it
    sums = write(
        ctx, into, personal=bool(export["export_personal"]), reason=export["export_reason"], to=export["export_to"]
    )
    into.seek(0)
    log.info("export %s of case %s: %s files, by %s", row, case_id, len(sums), officer.code)
    answer = FileResponse(into, as_attachment=True, filename=f"案卷 {case.number}.zip", content_type="application/zip")
    answer["Cache-Control"] = "no-store, private"
    return answer
