"""What a password must be, said in our words: what is wrong and what to do. The rules themselves are Django's."""

from __future__ import annotations

from django.contrib.auth import password_validation as rules


class Long(rules.MinimumLengthValidator):
    """Ten characters by default; no forced mixture of kinds, no forced change."""

    def __init__(self, min_length: int = 10):
        super().__init__(min_length)

    def get_error_message(self) -> str:
        return f"密码太短：至少 {self.min_length} 个字符，请加长"

    def get_help_text(self) -> str:
        return f"至少 {self.min_length} 个字符"


class Uncommon(rules.CommonPasswordValidator):
    """Not one of twenty thousand that everybody tries first."""

    def get_error_message(self) -> str:
        return "这个密码太常见，容易被猜到，请换一个"

    def get_help_text(self) -> str:
        return "不要用常见的密码"


class NotOnlyDigits(rules.NumericPasswordValidator):
    """No telephone numbers, no birthdays."""

    def get_error_message(self) -> str:
        return "密码不能只有数字，请加上字母或者符号"

    def get_help_text(self) -> str:
        return "不能只有数字"


class Unlike(rules.UserAttributeSimilarityValidator):
    """Not the user name in other clothes."""

    def get_error_message(self) -> str:
        return "密码与用户名等个人信息太相近，请换一个"

    def get_help_text(self) -> str:
        return "不要与用户名等个人信息相近"
