"""A folder of frames: facts as Parquet, one file a grain and part. Whoever writes it, the audit reads it.

`frames.json` says what it is and is written last, so that a folder left half written is refused. Files of the same
name in different grains hold the same range of matters: a part can be judged alone. Beside the grains of the
vocabulary lie `matters` (case_id, kind, number, body_code) and `bodies.parquet` (body_code, body_name).
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from sanwei.facts import KEY, VOCABULARY
from sanwei.facts.frames import Frames

FORMAT = "sanwei.frames/1"
MANIFEST = "frames.json"
MATTERS = {KEY: pl.String, "kind": pl.String, "number": pl.String, "body_code": pl.String}
BODIES = {"body_code": pl.String, "body_name": pl.String}


class FolderError(ValueError):
    """A folder of frames that cannot be read; the message says what to do."""


@dataclass
class FolderWriter:
    """Writes parts one after another; `close` writes the manifest. Memory: one part."""

    path: Path
    rows: dict[str, int] = field(default_factory=dict)
    parts: list[str] = field(default_factory=list)
    matters: int = 0

    def __post_init__(self):
        self.path.mkdir(parents=True, exist_ok=True)
        if any(self.path.iterdir()):
            raise FolderError(f"目录“{self.path}”不是空的。请换一个目录，或者先清空。")

    def part(self, frames: Mapping[str, pl.DataFrame], matters: pl.DataFrame | None = None) -> None:
        """One range of matters. `frames`: grain → recorded facts of these matters and of no others."""
        name = f"{len(self.parts):05d}"
        for grain, df in frames.items():
            if df.height:
                g = VOCABULARY.grain(grain)
                self._write(grain, name, df.sort([KEY, g.seq] if g.many else [KEY], maintain_order=True))
        if matters is not None:
            self.matters += matters.height
            self._write("matters", name, matters.sort(KEY))
        self.parts.append(name)

    def _write(self, grain: str, name: str, df: pl.DataFrame) -> None:
        folder = self.path / grain
        folder.mkdir(exist_ok=True)
        df.write_parquet(folder / f"{name}.parquet")
        self.rows[grain] = self.rows.get(grain, 0) + df.height

    def close(self, bodies: pl.DataFrame | None = None, **said: object) -> Path:
        """Write the names of bodies and the manifest; `said` goes into it (as-of day, version of the law, …)."""
        if bodies is not None:
            bodies.write_parquet(self.path / "bodies.parquet")
        told = {"format": FORMAT, "matters": self.matters, "parts": self.parts, "rows": self.rows}
        file = self.path / MANIFEST
        file.write_text(json.dumps(told | said, ensure_ascii=False, indent=1, default=str), encoding="utf-8")
        return file


@dataclass(frozen=True)
class Folder:
    """A folder of frames, opened. `frames`: grain → lazy frame over all parts."""

    path: Path
    said: Mapping[str, object]
    parts: tuple[str, ...]

    @property
    def frames(self) -> dict[str, pl.LazyFrame]:
        return {g: pl.scan_parquet(self.path / g / "*.parquet") for g in VOCABULARY.grains if (self.path / g).is_dir()}

    def part(self, name: str, columns: Callable[[str], list[str]] | None = None) -> Frames:
        """Grain → frame of one part; a grain without a file there has no rows in it, and is left out.

        `columns`: grain → the columns that are wanted, where not all are; those the file lacks are left out.
        """
        files = {g: self.path / g / f"{name}.parquet" for g in VOCABULARY.grains}
        return {g: _read(file, columns(g) if columns else None) for g, file in files.items() if file.is_file()}

    @property
    def matters(self) -> pl.LazyFrame | None:
        """case_id, kind, number, body_code of every matter; None where the folder does not tell."""
        return pl.scan_parquet(self.path / "matters" / "*.parquet") if (self.path / "matters").is_dir() else None

    @property
    def bodies(self) -> pl.DataFrame:
        file = self.path / "bodies.parquet"
        return pl.read_parquet(file) if file.is_file() else pl.DataFrame(schema=BODIES)

    @property
    def as_of(self) -> dt.date | None:
        """The day the record was read on."""
        day = self.said.get("as_of")
        return dt.date.fromisoformat(str(day)) if day else None


def _read(file: Path, columns: list[str] | None) -> pl.DataFrame:
    there = pl.read_parquet_schema(file)
    return pl.read_parquet(file, columns=None if columns is None else [c for c in columns if c in there])


def is_folder(path: Path) -> bool:
    """Whether a path looks like a folder of frames (whole or half written)."""
    return path.is_dir() and ((path / MANIFEST).is_file() or any((path / g).is_dir() for g in VOCABULARY.grains))


def open_folder(path: Path) -> Folder:
    """Open a folder of frames. Raises `FolderError` where it is half written or of another format."""
    try:
        said = json.loads((path / MANIFEST).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise FolderError(f"“{path}”里没有 {MANIFEST}：导出没有写完。请重新导出。") from None
    except (OSError, ValueError) as error:
        raise FolderError(f"“{path / MANIFEST}”读不出来（{error}）。请重新导出。") from None
    if said.get("format") != FORMAT:
        raise FolderError(f"“{path}”的格式是 {said.get('format')}，这里只认 {FORMAT}。")
    folder = Folder(path, said, tuple(said["parts"]))
    for grain in VOCABULARY.grains:
        for name in folder.parts:
            if (file := path / grain / f"{name}.parquet").is_file():
                _known_columns(grain, file)
    return folder


def _known_columns(grain: str, file: Path) -> None:
    """Types as the vocabulary has them; unknown columns are an error, absent ones are the audit's to tell."""
    schema = VOCABULARY.grain(grain).schema
    for name, dtype in pl.read_parquet_schema(file).items():
        if name not in schema:
            raise FolderError(f"{file}：事实词典里没有“{name}”。请用同一版本导出和审查。")
        if dtype != schema[name]:
            raise FolderError(f"{file}：“{name}”的类型是 {dtype}，应当是 {schema[name]}。请重新导出。")
