"""Files as they come: perhaps compressed, perhaps cut off, perhaps made to break the reader."""

from __future__ import annotations

import gzip
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from .reading import SourceError

BLOCK = 1 << 20
MOST_UNPACKED = 2 << 30  # a workbook that unpacks to more is not read
MOST_RATIO = 200  # nor one part that is packed so much tighter than tables are


def blocks(path: Path) -> Iterator[bytes]:
    """The content block by block, unpacked where it is gzip. SourceError where it is empty or cut off."""
    if path.stat().st_size == 0:
        raise SourceError(f"“{path.name}”是空文件，里面没有任何内容。请重新导出。")
    with path.open("rb") as raw:
        packed = raw.read(2) == b"\x1f\x8b"
        raw.seek(0)
        source = gzip.GzipFile(fileobj=raw) if packed else raw
        try:
            while block := source.read(BLOCK):
                yield block
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise SourceError(
                f"压缩文件“{path.name}”不完整，到一半就断了（多半是传送中断）。为免漏判，整个文件都没有采用；请重新传送。"
            ) from error


def whole(path: Path) -> bytes:
    """The whole content, unpacked."""
    return b"".join(blocks(path))


def guard_zip(path: Path) -> None:
    """Refuses a workbook that would unpack to more than a table ever does, or to more than it says. SourceError."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            total = sum(part.file_size for part in parts)
            tight = any(p.file_size > 64 * BLOCK and p.file_size > MOST_RATIO * max(p.compress_size, 1) for p in parts)
            if total > MOST_UNPACKED or tight:
                raise SourceError(
                    f"“{path.name}”解压后会达到 {total / BLOCK:,.0f} MB，像是压缩炸弹，没有打开。"
                    "如果确是数据，请拆成几个文件或者另存为 CSV。"
                )
            broken = archive.testzip()  # reads no more of a part than it says it has
    except (zipfile.BadZipFile, EOFError, zlib.error, RuntimeError) as error:
        raise SourceError(_UNOPENED.format(path.name)) from error
    if broken is not None:
        raise SourceError(_UNOPENED.format(path.name))


_UNOPENED = "“{}”不是完整的 XLSX 文件，打不开。请用办公软件打开后另存一次，再来读取。"
