"""Files on disk under random names: `SANWEI_FILES/<2 hex>/<32 hex>`. A name says nothing and leads nowhere else."""

import hashlib
import os
import re
import secrets
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from .errors import FileAltered

_NAME = re.compile(r"[0-9a-f]{32}")
_PARTIAL = ".part"
_MODE = 0o640


def root() -> Path:
    """The folder of all stored files: setting SANWEI_FILES, else MEDIA_ROOT."""
    return Path(getattr(settings, "SANWEI_FILES", None) or settings.MEDIA_ROOT)


def path(name: str) -> Path:
    """Where the file `name` lies. Raises FileAltered for anything but a name given out by `keep`."""
    if not _NAME.fullmatch(name):
        raise FileAltered("文件的存放名称不对，可能被改动。请联系系统管理员核查。")
    return root() / name[:2] / name


def keep(chunks: Iterable[bytes]) -> tuple[str, str, int]:
    """Write a new file and make it last through a power cut. Gives (stored name, SHA-256, size in bytes)."""
    name = secrets.token_hex(16)
    target = path(name)
    target.parent.mkdir(mode=0o750, parents=True, exist_ok=True)
    partial = target.with_name(name + _PARTIAL)
    sha, size = hashlib.sha256(), 0
    try:
        with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _MODE), "wb") as out:
            for chunk in chunks:
                sha.update(chunk)
                size += len(chunk)
                out.write(chunk)
            out.flush()
            os.fsync(out.fileno())
        os.rename(partial, target)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)  # without it the name may be gone after a power cut though the bytes are there
    finally:
        os.close(folder)
    return name, sha.hexdigest(), size


def fetch(name: str, sha256: str, size: int, what: str) -> bytes:
    """The bytes of a stored file, after comparing size and SHA-256 with what was recorded.

    Raises FileAltered, naming `what`, when the file is gone or differs.
    """
    try:
        content = path(name).read_bytes()
    except OSError as error:
        raise FileAltered(f"“{what}”的文件不在存放处，不能提供。请联系系统管理员从备份恢复。") from error
    if len(content) != size or hashlib.sha256(content).hexdigest() != sha256:
        raise FileAltered(f"“{what}”的文件与留存的校验值不一致，可能被改动，不能提供。请联系系统管理员核查。")
    return content


def drop(name: str) -> None:
    """Remove a stored file that no row names."""
    path(name).unlink(missing_ok=True)


def orphans(known: set[str], older_than: timedelta) -> Iterator[Path]:
    """Files that no row names and that are older than `older_than` (younger ones may belong to an act under way)."""
    limit = timezone.now() - older_than
    for file in sorted(root().glob("[0-9a-f][0-9a-f]/*")):
        name = file.name.removesuffix(_PARTIAL)
        if not _NAME.fullmatch(name) or file.name in known:
            continue
        if datetime.fromtimestamp(file.stat().st_mtime, tz=limit.tzinfo) < limit:
            yield file
