"""The record of acts, the numbers given out, and the two rows that writers queue at."""

from __future__ import annotations

import uuid

from django.db import models

from sanwei.journal.append_only import AppendOnly

REGISTER = "acts"
"""Name of the register; it stands in every leaf and on its one `Head` row."""


class Outcome(models.TextChoices):
    DONE = "done", "已作出"
    REFUSED = "refused", "被拒绝"


class Entry(AppendOnly):
    """One act, done or refused. Positions run 1, 2, 3 … without a gap; never drawn from a sequence, which leaves gaps
    on rollback. Written by `sanwei.journal.book.append` alone."""

    DONE, REFUSED = Outcome.DONE.value, Outcome.REFUSED.value

    position = models.BigIntegerField("序号", primary_key=True)
    id = models.UUIDField("标识", unique=True, default=uuid.uuid4)
    at = models.DateTimeField("时间")
    act = models.CharField("行为", max_length=64)
    matter_kind = models.CharField("事项类别", max_length=32)
    matter_id = models.CharField("事项标识", max_length=64)
    body_code = models.CharField("主体编码", max_length=40, blank=True)
    officer_code = models.CharField("人员编码", max_length=40, blank=True)
    certificate_no = models.CharField("执法证号", max_length=40, blank=True)
    outcome = models.CharField("结果", max_length=8, choices=Outcome)
    law_version = models.CharField("法律库版本", max_length=64, blank=True)
    leaf = models.TextField("叶文本", help_text="规范JSON原文，一字不改地保存")
    leaf_hash = models.CharField("叶散列", max_length=64)
    commitment = models.CharField("内容承诺", max_length=64)

    class Meta(AppendOnly.Meta):
        verbose_name = "留痕条目"
        verbose_name_plural = "留痕条目"
        ordering = ["position"]
        indexes = [
            models.Index(fields=["matter_kind", "matter_id", "position"], name="journal_entry_matter"),
            models.Index(fields=["officer_code", "position"], name="journal_entry_officer"),
            models.Index(fields=["body_code", "position"], name="journal_entry_body"),
            models.Index(fields=["position"], condition=models.Q(outcome="refused"), name="journal_entry_refused"),
            models.Index(fields=["position"], condition=models.Q(act="read_personal"), name="journal_entry_read"),
        ]

    def __str__(self) -> str:
        return f"第{self.position}条{self.act}（{self.get_outcome_display()}）"


class Content(AppendOnly):
    """What an entry is about, apart from it: `body` is {entry: the entry's columns that its leaf does not show,
    content: what the act laid down}, bound to the leaf by the salt and the commitment."""

    entry = models.OneToOneField(
        Entry, models.PROTECT, verbose_name="留痕条目", primary_key=True, related_name="content"
    )
    salt = models.BinaryField("盐", max_length=32)
    body = models.JSONField("内容")

    class Meta(AppendOnly.Meta):
        verbose_name = "留痕内容"
        verbose_name_plural = "留痕内容"

    def __str__(self) -> str:
        return f"第{self.entry_id}条的内容"


class Head(models.Model):
    """The one row of a register: how many entries it has. Writers queue at it."""

    register = models.CharField("登记簿", max_length=64, primary_key=True)
    size = models.BigIntegerField("条数", default=0)

    class Meta:
        verbose_name = "登记簿首页"
        verbose_name_plural = "登记簿首页"

    def __str__(self) -> str:
        return f"{self.register}共{self.size}条"


class Number(AppendOnly):
    """One number given out. Written by `sanwei.journal.numbering.next_number` alone."""

    id = models.BigAutoField(primary_key=True)
    book = models.CharField("号簿", max_length=80)
    year = models.PositiveSmallIntegerField("年度")
    n = models.PositiveIntegerField("序号")
    matter_kind = models.CharField("事项类别", max_length=32)
    matter_id = models.CharField("事项标识", max_length=64)
    label = models.CharField("编号", max_length=120, db_index=True)

    class Meta(AppendOnly.Meta):
        verbose_name = "编号"
        verbose_name_plural = "编号"
        ordering = ["book", "year", "n"]
        constraints = [
            models.UniqueConstraint(
                fields=["book", "year", "n"], name="journal_number_once", violation_error_message="该号已经用过。"
            ),
        ]
        indexes = [models.Index(fields=["matter_kind", "matter_id"], name="journal_number_matter")]

    def __str__(self) -> str:
        return self.label


class Counter(models.Model):
    """The last number of a book in a year. Writers of that book and year queue at it."""

    book = models.CharField("号簿", max_length=80)
    year = models.PositiveSmallIntegerField("年度")
    last = models.PositiveIntegerField("最后一号", default=0)

    class Meta:
        verbose_name = "号簿计数"
        verbose_name_plural = "号簿计数"
        constraints = [
            models.UniqueConstraint(
                fields=["book", "year"], name="journal_counter_once", violation_error_message="该号簿本年度已有计数。"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.book}{self.year}年至{self.last}号"
