"""Rows that are written once. The database says so too, by triggers (`triggers.py`); this says it earlier, in words."""

from __future__ import annotations

from typing import Any, NoReturn

from django.db import models

from sanwei.journal.errors import AppendOnlyError


def _refuse(model: type[models.Model], what: str) -> NoReturn:
    raise AppendOnlyError(f"“{model._meta.verbose_name}”只能追加，不能{what}；需要更正的，请另作一项行为并留痕。")


class AppendOnlyQuerySet(models.QuerySet):
    def update(self, **values: Any) -> NoReturn:
        _refuse(self.model, "修改")

    def delete(self) -> NoReturn:
        _refuse(self.model, "删除")

    def bulk_update(self, *args: Any, **kwargs: Any) -> NoReturn:
        _refuse(self.model, "修改")

    def bulk_create(self, *args: Any, **kwargs: Any) -> NoReturn:
        _refuse(self.model, "成批写入")

    def update_or_create(self, *args: Any, **kwargs: Any) -> NoReturn:
        _refuse(self.model, "修改")

    def _raw_delete(self, using: str) -> NoReturn:
        # reached by cascades, past delete()
        _refuse(self.model, "删除")

    update.alters_data = True
    delete.alters_data = True
    delete.queryset_only = True


class AppendOnly(models.Model):
    """A model whose rows are inserted and nothing else."""

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        abstract = True
        # also behind relations and in Django's own look-ups
        base_manager_name = "objects"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Raises AppendOnlyError unless the row is new."""
        if not self._state.adding or kwargs.get("force_update") or kwargs.get("update_fields"):
            _refuse(type(self), "修改")
        kwargs.pop("force_insert", None)
        # without it Django would first try an UPDATE, because the keys are given and not drawn
        super().save(*args, force_insert=True, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Raises AppendOnlyError."""
        _refuse(type(self), "删除")
