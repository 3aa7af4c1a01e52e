"""Context + form → data: plain JSON that holds every word of the document.

The words are settled here, once, and hashed with the document: what a layout does later cannot change them.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any

from .errors import FieldsMissing, FieldWrong
from .formats import FORMATS, empty
from .package import ITEM, PLACE, Block, Cell, Form, FormField, Row

_ABSENT = (None, "", [], ())


def _look(context: Any, path: str) -> Any:
    """The value at a dotted path of mappings or attributes; None where the path ends early."""
    value = context
    for part in path.split("."):
        if value is None:
            return None
        value = value.get(part) if isinstance(value, Mapping) else getattr(value, part, None)
    return value


def _write(field: FormField, form: Form, raw: Any) -> Any:
    if raw in _ABSENT:
        return empty(field.format)
    try:
        return FORMATS[field.format](raw)
    except (ValueError, TypeError, AttributeError) as error:
        # What the standard library says is English; only our own words go to the page.
        why = str(error) if re.match("[\u4e00-\u9fff]", str(error)) else f"内容不合“{field.format}”的写法"
        raise FieldWrong(f"《{form.title}》的“{field.label}”填不上：{why}。请检查这一项的内容。") from error


def fill(form: Form, context: Mapping[str, Any]) -> dict[str, Any]:
    """The data of a document: `form` (code, title, version, kind, seal), `f` (fields as text), `flow`, `closing`,
    `foot`.

    `context` holds `case`, `party`, `body`, `power`, `decision`, `document`, `officers` … as mappings or objects.
    Raises FieldsMissing with all missing labels at once, FieldWrong when a value does not fit its format.
    """
    fields = {field.key: _write(field, form, _look(context, field.source)) for field in form.fields}
    holes = _unanswered(form, context, fields) | _holes(form, fields)
    missing = [field.label for field in form.fields if field.key in holes]
    if missing:
        raise FieldsMissing(form.title, missing)
    labels = {signature.role: signature.label for signature in form.signatures}
    return {
        "form": {
            "code": form.code,
            "title": form.title,
            "version": form.version,
            "kind": form.kind,
            "seal": form.seal,
        },
        "f": fields,
        "flow": [item for block in form.wording.flow for item in _block(block, fields, labels)],
        "closing": [_put(text, fields) for text in form.wording.closing],
        "foot": [_put(text, fields) for text in form.wording.foot],
    }


def _unanswered(form: Form, context: Mapping[str, Any], fields: Mapping[str, Any]) -> set[str]:
    """Required fields without a value. A flag that says no is an answer; a text of nothing but spaces is none."""
    said_no = ("flag", "tick", "yesno")
    return {
        field.key
        for field in form.fields
        if field.required
        and (
            _look(context, field.source) is None
            if field.format in said_no
            else fields[field.key] == empty(field.format)
        )
    }


def _holes(form: Form, fields: Mapping[str, Any]) -> set[str]:
    """Fields that leave a hole in a sentence that is going to be printed; an empty cell of a table is no hole."""
    printed: list[str] = []
    for block in form.wording.flow:
        if not _stands(block, fields):
            continue
        if block.table is None:
            printed += block.texts
        else:  # a row that stands only under a condition is a sentence too
            rows = [row for row in block.table.rows if not row.bare and _stands(row, fields)]
            printed += [ITEM.sub("", cell.text) for row in rows for cell in row.cells if cell.text]
    keys = {key for text in (*printed, *form.wording.closing, *form.wording.foot) for key in PLACE.findall(text)}
    return {key for key in keys - {"it"} if fields[key] == ""}


def _stands(part: Block | Row, fields: Mapping[str, Any]) -> bool:
    """Whether a block or a row is printed at all."""
    asked = [key for key in (part.when, getattr(part, "each", None)) if key]
    return all(fields[key] for key in asked) and not (part.unless and fields[part.unless])


def _put(text: str, fields: Mapping[str, Any]) -> str:
    # One pass: a value that itself holds {braces} stays as it is.
    return PLACE.sub(lambda place: fields[place[1]], text)


def _block(block: Block, fields: dict[str, Any], labels: dict[str, str]) -> list[dict[str, Any]]:
    if not _stands(block, fields):
        return []
    if block.table:
        rows = [one for row in block.table.rows if _stands(row, fields) for one in _row(row, fields, labels)]
        head = {"head": block.table.head} if block.table.head else {}
        return [{"kind": "table", "columns": list(block.table.columns), "rows": rows, **head}]
    if block.sign:
        return [{"kind": "sign", "labels": [labels[role] for role in block.sign]}]
    if isinstance(block.line, tuple):
        return [{"kind": "line", "texts": [_put(text, fields) for text in block.line]}]
    rounds = [{**fields, "it": item} for item in fields[block.each]] if block.each else [fields]
    return [{"kind": block.kind, "texts": [_put(block.texts[0], one)]} for one in rounds]


def _row(row: Row, fields: dict[str, Any], labels: dict[str, str]) -> list[list[dict[str, Any]]]:
    """The row as it is printed; with `each` once per item, whose parts are `it_…`."""
    rounds = [fields]
    if row.each:
        parts = {f"it_{key}": "" for cell in row.cells for key in ITEM.findall(cell.text or "")}
        rounds = [{**fields, **parts, **{f"it_{key}": one for key, one in item.items()}} for item in fields[row.each]]
    return [[_cell(cell, one, labels) for cell in row.cells] for one in rounds]


def _cell(cell: Cell, fields: dict[str, Any], labels: dict[str, str]) -> dict[str, Any]:
    shape = {"span": cell.span, "down": cell.down, "tall": cell.tall}
    if cell.opinion:
        return {"kind": "opinion", **fields[cell.opinion], **shape}
    if cell.sign:
        return {"kind": "sign", "texts": [labels[cell.sign]], **shape}
    if cell.seal:
        return {"kind": "seal", **shape}
    if cell.label is not None:
        return {"kind": "label", "texts": [_put(cell.label, fields)], **shape}
    texts = list(fields[cell.each]) if cell.each else [_put(cell.text or "", fields)]
    return {"kind": "text", "texts": texts, **shape}


def canonical(data: Any) -> bytes:
    """RFC 8785 form of plain data without fractions: keys sorted, no spaces, UTF-8."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def digest(data: Any) -> str:
    """SHA-256 over the canonical form, hexadecimal."""
    return hashlib.sha256(canonical(data)).hexdigest()
