"""What the desk keeps of its own: failed sign-ins, and the mark of the invented city."""

from __future__ import annotations

from django.db import models


class SignInTry(models.Model):
    """One try to sign in that has not succeeded. Rows older than a day are swept away with the next try."""

    username = models.CharField("用户名", max_length=150)
    address = models.CharField("来源地址", max_length=45, blank=True)
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "登录失败"
        verbose_name_plural = "登录失败"
        indexes = [
            models.Index(fields=["username", "at"], name="desk_try_username"),
            models.Index(fields=["address", "at"], name="desk_try_address"),
        ]

    def __str__(self) -> str:
        return f"{self.username}（{self.address}）"


class DemoMarker(models.Model):
    """The invented city stands in this database: its people's passwords are public, so production refuses to start."""

    built_on = models.DateField("建成日")
    version = models.CharField("版本", max_length=40)

    class Meta:
        verbose_name = "演示标记"
        verbose_name_plural = "演示标记"

    def __str__(self) -> str:
        return f"演示数据 {self.version}"
