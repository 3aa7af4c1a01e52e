"""What acts write: the facts of matters, the duties that follow, and the tokens against double submission.

All facts of all matters lie in one table. A gate needs every fact of one matter in one query whatever the number of
grains,
and the closed vocabulary, not the table, says what may be written. Heads (cases, permits, …) are typed tables for
lists and search.
"""

from __future__ import annotations

import hashlib
import uuid

from django.db import models


class Matter(models.Model):
    """Head of a matter: what lists, search and locks need. Each room derives its own."""

    KIND = ""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    body = models.ForeignKey("people.Body", on_delete=models.PROTECT, related_name="+", verbose_name="办理机关")
    title = models.CharField("事由", max_length=200)
    stage = models.CharField("环节", max_length=24, db_index=True)
    waiting_for = models.CharField("待办身份", max_length=16, blank=True, help_text="等谁批准、审核")
    version = models.PositiveIntegerField("版本", default=0, help_text="每作出一项行为加一，用来发现两人同时办理")
    opened_on = models.DateField("登记日")
    touched_at = models.DateTimeField("最近办理时间")

    class Meta:
        abstract = True


class FactRow(models.Model):
    """One row of facts of one matter at one grain. Written by acts only; every change stands in the journal."""

    matter_kind = models.CharField("事项种类", max_length=16)
    matter_id = models.UUIDField("事项")
    grain = models.CharField("粒度", max_length=20)
    row = models.CharField("行", max_length=36)
    seq = models.BigIntegerField("次序", help_text="在本事项中的先后")
    facts = models.JSONField("事实")

    class Meta:
        verbose_name = "事实行"
        verbose_name_plural = "事实行"
        constraints = [models.UniqueConstraint(fields=["matter_id", "grain", "row"], name="acts_factrow_unique")]


class Duty(models.Model):
    """One time limit on one matter: to be done by whom, until when, on what ground. Re-derived after every act."""

    OPEN, DONE, VOID = "open", "done", "void"
    STATES = {OPEN: "待办", DONE: "已完成", VOID: "已消灭"}

    matter_kind = models.CharField("事项种类", max_length=16)
    matter_id = models.UUIDField("事项", db_index=True)
    body = models.ForeignKey("people.Body", on_delete=models.PROTECT, related_name="+", verbose_name="责任机关")
    control = models.CharField("控制", max_length=60)
    row = models.CharField("行", max_length=36)
    todo = models.CharField("应做的事", max_length=60)
    owner = models.CharField("责任身份", max_length=16)
    handler = models.ForeignKey(
        "people.Officer", on_delete=models.PROTECT, null=True, related_name="+", verbose_name="承办人"
    )
    act = models.CharField("完成行为", max_length=40, blank=True)
    since = models.DateField("起算日")
    due = models.DateField("到期日", null=True)
    provisional = models.BooleanField("暂定", default=False, help_text="到期日涉及尚未公布的年度日历，公布后重新计算")
    state = models.CharField("状态", max_length=8, choices=list(STATES.items()), default=OPEN)
    done_on = models.DateField("完成日", null=True)

    class Meta:
        verbose_name = "期限"
        verbose_name_plural = "期限"
        constraints = [models.UniqueConstraint(fields=["matter_id", "control", "row"], name="acts_duty_unique")]
        indexes = [
            # With the control, so that counting them by part reads the index alone.
            models.Index(fields=["body", "state", "due", "id", "control"], name="acts_duty_body_due"),
            models.Index(fields=["handler", "state", "due", "id"], name="acts_duty_handler_due"),
            # «Mine» is what I handle or what my role owes: without this index the second half read every open duty.
            models.Index(fields=["owner", "state", "due", "id"], name="acts_duty_owner_due"),
        ]


class Submission(models.Model):
    """A form's token, spent by the act it led to: the same form sent twice does the act once.

    What is stored is a digest of the token together with act, officer and matter: a token is spent only for the form it
    was given to, and says nothing about any other form, whoever sends it.
    """

    token = models.CharField("表单令牌", max_length=64, primary_key=True)
    matter_id = models.UUIDField("事项")
    act = models.CharField("行为", max_length=40)
    position = models.BigIntegerField("日志页号")

    @staticmethod
    def key(token: str, act: str, officer: str, matter_id: uuid.UUID | None) -> str:
        """What stands for this form; empty without a token. `matter_id` is None where the act begins a matter."""
        told = "\n".join([token, act, officer, str(matter_id or "")])
        return hashlib.sha256(told.encode()).hexdigest() if token else ""

    @classmethod
    def of(cls, token: str, act: str, officer: str, matter_id: uuid.UUID | None) -> Submission | None:
        """What this very form led to, or None. One query, none without a token."""
        return cls.objects.filter(token=cls.key(token, act, officer, matter_id)).first() if token else None
