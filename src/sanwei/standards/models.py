"""Heads of what bodies keep for themselves. What stands in them lies in rows of facts (`acts.FactRow`)."""

from __future__ import annotations

from django.db import models

from sanwei.acts.models import Matter


class PhraseBook(Matter):
    """The phrases of one body; one row of facts a phrase."""

    KIND = "phrases"

    class Meta:
        verbose_name = "常用语"
        verbose_name_plural = "常用语"
        constraints = [
            models.UniqueConstraint(
                fields=["body"], name="standards_phrasebook_body", violation_error_message="本机关的常用语已经建立"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        from django.urls import reverse

        return reverse("standards:phrases")
