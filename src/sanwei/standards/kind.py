"""Makes the book of phrases known to the acts."""

from __future__ import annotations

from sanwei.acts.registry import Kind, matter_kind

from .models import PhraseBook

matter_kind(
    Kind(
        code=PhraseBook.KIND,
        label="常用语",
        model=PhraseBook,
        stage=lambda rows: "kept",
        draw_up=lambda ctx, rows, plan: [],
        url=PhraseBook.get_absolute_url,
        handler=lambda book: None,
    )
)
