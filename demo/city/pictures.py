"""A few small pictures, drawn here, so that evidence has something to show."""

from __future__ import annotations

import struct
import zlib
from functools import lru_cache

from django.core.files.uploadedfile import SimpleUploadedFile

from sanwei.documents.uploads import CheckedUpload, check_upload

from .scene import Scene

WIDTH, HEIGHT = 160, 100
EVERY = 9  # one case in so many has a picture
SKY, WALL, GROUND = (196, 214, 232), (214, 206, 192), (150, 150, 148)
THINGS = ((176, 120, 72), (96, 128, 96), (168, 88, 80), (104, 112, 152))


def taken(scene: Scene) -> list[CheckedUpload]:
    """The checked files of this case's evidence; mostly none."""
    if scene.n % EVERY != 1:
        return []
    return [check_upload(SimpleUploadedFile(f"现场照片{scene.n}.png", drawn(scene.n % 8), "image/png"))]


def scanned(scene: Scene) -> CheckedUpload:
    """A scan of what was signed by hand."""
    return check_upload(SimpleUploadedFile(f"签字文书{scene.n}.png", drawn(scene.n % 8), "image/png"))


@lru_cache(maxsize=8)
def drawn(n: int) -> bytes:
    """A street in front of a wall with a heap on it, as PNG; another heap for another number."""
    left, wide, high = 20 + n * 23 % 60, 30 + n * 7 % 30, 15 + n * 5 % 20
    rows = bytearray()
    for y in range(HEIGHT):
        rows.append(0)  # filter: none
        for x in range(WIDTH):
            rows += bytes(_colour(x, y, left, wide, high, n))
    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(rows), 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in parts)


def _colour(x: int, y: int, left: int, wide: int, high: int, n: int) -> tuple[int, int, int]:
    middle = left + wide // 2
    if 75 - high + abs(x - middle) * high // max(wide // 2, 1) <= y < 80:
        return THINGS[n % len(THINGS)]
    if y < 35:
        return SKY
    return WALL if y < 70 else GROUND


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
