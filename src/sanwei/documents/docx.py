"""Data of a document → DOCX, by the template of its form. Editable in WPS and Word; same data, same bytes."""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment

from .errors import RenderFailed
from .package import Form

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first day a zip can name


def settle(content: bytes) -> bytes:
    """The same zip with fixed times and modes, so that equal content has equal bytes."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as given, zipfile.ZipFile(out, "w") as kept:
        for name in given.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, 0o600 << 16, 3
            kept.writestr(entry, given.read(name), compresslevel=6)
    return out.getvalue()


def render_docx(form: Form, data: Mapping[str, Any]) -> bytes:
    """Fill the template of `form` with `data` (from `fill`). Values are text, never template code.

    Raises RenderFailed when the template names an unknown field or is no DOCX.
    """
    # Templates are edited by hand in agencies: a sandbox, and an unknown field is said instead of left blank.
    sandbox = SandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    template = form.folder / "template.docx"
    try:
        paper = DocxTemplate(str(template))
        paper.render({"f": data["f"], "form": data["form"]}, jinja_env=sandbox, autoescape=True)
        out = BytesIO()
        paper.save(out)
    except TemplateError as error:
        raise RenderFailed(f"《{form.title}》的DOCX模板填不上，请检查{template}：{error}") from error
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
        raise RenderFailed(f"《{form.title}》的DOCX模板打不开，请重新放入{template}。") from error
    return settle(out.getvalue())
