"""What `manage.py check` says about documents."""

from typing import Any

from django.core.checks import CheckMessage, Info

from . import fonts


def chinese_fonts(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """documents.I001: no Chinese font. No warning: DOCX works without, and a bare machine must start."""
    if fonts.likely_found():
        return []
    return [Info("没有找到中文字体，不能生成PDF；DOCX不受影响。", hint=f"{fonts.ADVICE}。", id="documents.I001")]
