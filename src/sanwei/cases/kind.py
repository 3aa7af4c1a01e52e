"""Makes the penalty case known to the acts."""

from __future__ import annotations

from sanwei.acts.registry import Kind, matter_kind
from sanwei.documents import access

from . import search
from .models import Case
from .papers import draw_up
from .queries import called, may_see
from .reading import documents_go_out
from .stages import stage

access.register(Case.KIND, may_see, called, documents_go_out)

matter_kind(
    Kind(
        code=Case.KIND,
        label="行政处罚案件",
        model=Case,
        stage=stage,
        draw_up=draw_up,
        url=Case.get_absolute_url,
        handler=lambda case: case.officer,
        index=search.index,
        indexed=search.INDEXED,
        related=("officer", "partner", "party", "body__supervisor"),
    )
)
