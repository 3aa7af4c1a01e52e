"""Roles, each over the subtree of a body and for a span of days."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction

from sanwei.people.models.bodies import Body
from sanwei.people.models.officers import Officer
from sanwei.people.spans import Span, SpanQuerySet, overlaps


class Role(models.TextChoices):
    OFFICER = "officer", "执法人员"
    SECTION_HEAD = "section_head", "执法机构负责人"
    REVIEWER = "reviewer", "法制审核人员"
    LEADER = "leader", "行政机关负责人"
    CLERK = "clerk", "窗口人员"
    SUPERVISOR = "supervisor", "执法监督人员"
    SYSTEM_ADMIN = "system_admin", "系统管理员"
    SECURITY_ADMIN = "security_admin", "安全管理员"
    AUDIT_ADMIN = "audit_admin", "审计管理员"


EXCLUSIVE_ROLES = frozenset({Role.SYSTEM_ADMIN.value, Role.SECURITY_ADMIN.value, Role.AUDIT_ADMIN.value})
"""The three administrators: one person holds at most one of them on any day (等保三级)."""

_ONE_BY_ONE = "系统、安全、审计三种管理员角色须逐一授予，不能成批写入。"


class RoleGrantQuerySet(SpanQuerySet):
    def bulk_create(self, objs: Iterable[RoleGrant], *args: Any, **kwargs: Any) -> list[RoleGrant]:
        """Refused for the three administrators: save() compares each with what the person already holds."""
        grants = list(objs)
        if any(grant.role in EXCLUSIVE_ROLES for grant in grants):
            raise ValidationError(_ONE_BY_ONE, code="exclusive_role")
        return super().bulk_create(grants, *args, **kwargs)

    def update(self, **values: Any) -> int:
        """Refused where it could bring two of the three administrators together, for the same reason."""
        turns_into_one = values.get("role") in EXCLUSIVE_ROLES
        moves_one = {"officer", "officer_id", "valid_from", "valid_until"} & values.keys() and (
            self.filter(role__in=EXCLUSIVE_ROLES).exists()
        )
        if turns_into_one or moves_one:
            raise ValidationError(_ONE_BY_ONE, code="exclusive_role")
        return super().update(**values)


class RoleGrant(Span):
    """A role that an officer holds over a body and everything below it."""

    officer = models.ForeignKey(Officer, models.PROTECT, verbose_name="人员", related_name="role_grants")
    role = models.CharField("角色", max_length=16, choices=Role)
    body = models.ForeignKey(
        Body, models.PROTECT, verbose_name="范围", related_name="role_grants", help_text="及于该主体和它的全部下级"
    )

    objects = RoleGrantQuerySet.as_manager()

    class Meta(Span.Meta):
        verbose_name = "角色授予"
        verbose_name_plural = "角色授予"
        ordering = ["officer", "valid_from", "id"]
        constraints = [
            *Span.Meta.constraints,
            models.UniqueConstraint(
                fields=["officer", "role", "body", "valid_from"],
                name="people_rolegrant_once",
                violation_error_message="同一天起的同一角色已经授予。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.officer}任{self.get_role_display()}，范围{self.body}"

    def clean(self) -> None:
        super().clean()
        if self.officer_id is not None and self.valid_from is not None:
            self._refuse_two_administrators()

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Raises ValidationError where the person holds another of the three administrators on one of these days."""
        with transaction.atomic(using=kwargs.get("using")):
            if self.role in EXCLUSIVE_ROLES:
                # the officer's row is the lock: two grants to one person are compared one after the other
                Officer.objects.select_for_update().order_by().get(pk=self.officer_id)
                self._refuse_two_administrators()
            super().save(*args, **kwargs)

    def _refuse_two_administrators(self) -> None:
        if self.role not in EXCLUSIVE_ROLES:
            return
        others = RoleGrant.objects.filter(officer_id=self.officer_id, role__in=EXCLUSIVE_ROLES - {self.role})
        for other in others.exclude(pk=self.pk):
            if overlaps(self.valid_from, self.valid_until, other.valid_from, other.valid_until):
                raise ValidationError(
                    f"该人员在同一时期已任{other.get_role_display()}，不得兼任{self.get_role_display()}，"
                    "请先终止原角色，或者另择人选。",
                    code="exclusive_role",
                )
