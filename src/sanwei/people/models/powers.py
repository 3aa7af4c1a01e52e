"""Which body may use which power, and who is lent to whom (豫政办〔2012〕78号 三(二), 三(六))."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from sanwei.people.models.bodies import Body
from sanwei.people.models.officers import Officer
from sanwei.people.spans import Span
from sanwei.people.validators import area_code, power_codes


class Delegation(Span):
    """One body entrusts powers to another, in writing and published."""

    from_body = models.ForeignKey(Body, models.PROTECT, verbose_name="委托机关", related_name="delegations_given")
    to_body = models.ForeignKey(Body, models.PROTECT, verbose_name="受委托组织", related_name="delegations_received")
    powers = models.JSONField("委托的职权", default=list, validators=[power_codes])
    document_no = models.CharField("委托书文号", max_length=80)
    published_on = models.DateField("公布日期", null=True, blank=True)

    class Meta(Span.Meta):
        verbose_name = "执法委托"
        verbose_name_plural = "执法委托"
        ordering = ["to_body", "valid_from"]
        constraints = [
            *Span.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(from_body=F("to_body")),
                name="people_delegation_two_bodies",
                violation_error_message="主体不能委托自己。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.from_body}委托{self.to_body}（{self.document_no}）"


class Posting(Span):
    """An officer posted to another body, or to an area (a new district, an industry cluster): there the officer may use
    the powers listed, on these days."""

    officer = models.ForeignKey(Officer, models.PROTECT, verbose_name="派驻人员", related_name="postings")
    to_body = models.ForeignKey(
        Body, models.PROTECT, verbose_name="派驻主体", null=True, blank=True, related_name="postings"
    )
    area_code = models.CharField("派驻区域代码", max_length=12, blank=True, validators=[area_code])
    area_name = models.CharField("派驻区域", max_length=80, blank=True)
    powers = models.JSONField("派驻职权", default=list, validators=[power_codes])
    document_no = models.CharField("派驻文号", max_length=80)

    class Meta(Span.Meta):
        verbose_name = "人员派驻"
        verbose_name_plural = "人员派驻"
        ordering = ["officer", "valid_from"]
        constraints = [
            *Span.Meta.constraints,
            models.CheckConstraint(
                condition=(Q(to_body__isnull=False) & Q(area_code="")) | (Q(to_body__isnull=True) & ~Q(area_code="")),
                name="people_posting_one_place",
                violation_error_message="派驻主体和派驻区域代码填写一项，也只填写一项。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.officer}派驻{self.to_body or self.area_name or self.area_code}"


class BodyPower(Span):
    """One line of a body's list of powers, with the post and the person answering for it."""

    body = models.ForeignKey(Body, models.PROTECT, verbose_name="执法主体", related_name="powers")
    power_code = models.CharField("职权编码", max_length=40)
    post = models.CharField("岗位", max_length=60, blank=True)
    responsible = models.ForeignKey(
        Officer, models.PROTECT, verbose_name="责任人员", null=True, blank=True, related_name="answers_for"
    )

    class Meta(Span.Meta):
        verbose_name = "职权清单项"
        verbose_name_plural = "职权清单项"
        ordering = ["body", "power_code", "valid_from"]
        constraints = [
            *Span.Meta.constraints,
            models.UniqueConstraint(
                fields=["body", "power_code", "valid_from"],
                name="people_bodypower_once",
                violation_error_message="同一天起的同一职权已经列入清单。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body}职权{self.power_code}"

    def clean(self) -> None:
        super().clean()
        if self.responsible is not None and not self.responsible.body.path.startswith(self.body.path):
            raise ValidationError({"responsible": "责任人员应当是本主体或者下级的人员。"})


class Concentration(models.Model):
    """A power moved from one body to another: surveyed, approved, in force, later supervised. Which of these days must
    come before which is for the controls to judge, so rows with missing days may be kept."""

    power_code = models.CharField("职权编码", max_length=40)
    from_body = models.ForeignKey(Body, models.PROTECT, verbose_name="划出主体", related_name="powers_given_up")
    to_body = models.ForeignKey(Body, models.PROTECT, verbose_name="集中行使主体", related_name="powers_received")
    survey_on = models.DateField("审批前调研日期", null=True, blank=True)
    approved_on = models.DateField("批准日期", null=True, blank=True)
    approval_no = models.CharField("批准文号", max_length=80, blank=True)
    in_force_from = models.DateField("集中行使之日", null=True, blank=True)
    supervised_on = models.DateField("审批后监督检查日期", null=True, blank=True)

    class Meta:
        verbose_name = "相对集中行政处罚权"
        verbose_name_plural = "相对集中行政处罚权"
        ordering = ["power_code", "in_force_from", "id"]
        indexes = [models.Index(fields=["power_code"], name="people_conc_power")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(from_body=F("to_body")),
                name="people_concentration_two_bodies",
                violation_error_message="划出主体和集中行使主体不能是同一个。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.power_code}由{self.from_body}划归{self.to_body}"
