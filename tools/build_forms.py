"""Regenerates the editable template.docx of every form of a law pack from its fields and wording.

    python tools/build_forms.py            writes what has changed
    python tools/build_forms.py --check    writes nothing, fails where a template is not what the wording says

An agency that edits a template in WPS keeps the edited file in its own pack, where this tool does not write.
"""

import argparse
import sys
import zipfile
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from tools.form_docx import draw  # noqa: E402

from sanwei.documents.docx import settle  # noqa: E402
from sanwei.documents.errors import FormError  # noqa: E402
from sanwei.documents.forms import read  # noqa: E402
from sanwei.lawbook.book import law_root  # noqa: E402


def parts(content: bytes) -> dict[str, bytes]:
    """Name → bytes of a zip: two libraries pack the same content differently."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def outdated(pack: str) -> list[tuple[Path, bytes]]:
    """(template, its right bytes) of every form of the pack whose template differs in content."""
    found = []
    for file in sorted((law_root() / pack / "forms").glob("*/form.yaml")):
        template, right = file.parent / "template.docx", settle(draw(read(file.parent)))
        if not template.is_file() or parts(template.read_bytes()) != parts(right):
            found.append((template, right))
    return found


def main(given: list[str] | None = None) -> int:
    """0 when all is well, 1 when --check found a difference or a form is written wrongly."""
    parser = argparse.ArgumentParser(description="由文书包的字段和文字重新生成可编辑的DOCX模板")
    parser.add_argument("--pack", default="henan", help="法规包代码，默认henan")
    parser.add_argument("--check", action="store_true", help="只检查，不写文件")
    asked = parser.parse_args(given)
    try:
        changes = outdated(asked.pack)
    except FormError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    for template, right in changes:
        if not asked.check:
            template.write_bytes(right)
        sys.stdout.write(f"{'不一致' if asked.check else '已写入'}：{template}\n")
    return 1 if asked.check and changes else 0


if __name__ == "__main__":
    raise SystemExit(main())
