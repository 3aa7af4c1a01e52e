"""An old .xls in a few bytes: BIFF8 records in a compound file, as the systems of the nineties still write them."""

from __future__ import annotations

import struct

SECTOR = 512
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def workbook(rows: list[list[str | float | None]], merged: list[tuple[int, int, int, int]]) -> bytes:
    """One sheet. `merged`: first row, last row, first column, last column."""
    cells = [_cell(r, c, v) for r, row in enumerate(rows) for c, v in enumerate(row) if v is not None]
    joined = struct.pack("<H", len(merged)) + b"".join(struct.pack("<4H", *area) for area in merged)
    size = struct.pack("<IIHHH", 0, len(rows), 0, max(map(len, rows)), 0)
    sheet = _bof(0x10) + _record(0x200, size) + b"".join(cells) + _record(0xE5, joined) + _record(0x0A)
    name = "表一".encode("utf-16-le")
    bound = struct.pack("<BBBB", 0, 0, 2, 1) + name
    start = len(_bof(5)) + 4 + 4 + len(bound) + 4
    globals_ = _bof(5) + _record(0x85, struct.pack("<I", start) + bound) + _record(0x0A)
    return _compound((globals_ + sheet).ljust(4096, b"\0"))


def _record(kind: int, data: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _bof(kind: int) -> bytes:
    return _record(0x809, struct.pack("<HHHHII", 0x0600, kind, 0, 1997, 0, 6))


def _cell(row: int, column: int, value: str | float) -> bytes:
    at = struct.pack("<HHH", row, column, 0)
    if isinstance(value, str):
        return _record(0x204, at + struct.pack("<HB", len(value), 1) + value.encode("utf-16-le"))
    return _record(0x203, at + struct.pack("<d", value))


def _compound(stream: bytes) -> bytes:
    """A compound file with one stream, “Workbook”: sector 0 the table, sector 1 the directory, then the stream."""
    count = -(-len(stream) // SECTOR)
    table = [FAT, END, *range(3, 2 + count), END]
    fat = struct.pack(f"<{len(table)}I", *table).ljust(SECTOR, b"\xff")
    folder = _entry("Root Entry", 5, child=1, start=END) + _entry("Workbook", 2, start=2, size=len(stream))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, END, 0, END, 0) + struct.pack("<I", 0)
    return head.ljust(SECTOR, b"\xff") + fat + folder.ljust(SECTOR, b"\0") + stream.ljust(count * SECTOR, b"\0")


def _entry(name: str, kind: int, *, start: int, child: int = FREE, size: int = 0) -> bytes:
    text = name.encode("utf-16-le") + b"\0\0"
    links = struct.pack("<III", FREE, FREE, child)
    return (
        text.ljust(64, b"\0")
        + struct.pack("<HBB", len(text), kind, 1)
        + links
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )
