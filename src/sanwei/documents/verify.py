"""What lets a stranger verify a document: a short code nobody guesses, its address, and the address as a QR code."""

import secrets
import struct
import zlib
from functools import lru_cache

import qrcode
from django.conf import settings
from qrcode.constants import ERROR_CORRECT_M

# Crockford's letters: none is taken for another when a code is read aloud or typed from paper. 10 letters, 50 bits.
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 10
_MISREAD = str.maketrans("OIL", "011", "- \u3000")


def new_code() -> str:
    """A random short code."""
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


def read_code(typed: str) -> str:
    """A code as somebody typed it, in the shape it is kept; empty when it can be none."""
    code = typed.upper().translate(_MISREAD)
    return code if len(code) == LENGTH and set(code) <= set(LETTERS) else ""


def shown(code: str) -> str:
    """A code as it is printed: two groups."""
    return f"{code[:5]}-{code[5:]}"


def address(code: str) -> str:
    """Where the document is verified: setting SANWEI_PUBLIC_URL, without it the path alone."""
    return f"{getattr(settings, 'SANWEI_PUBLIC_URL', '').rstrip('/')}/verify/{shown(code)}"


@lru_cache(maxsize=512)
def _modules(text: str) -> tuple[tuple[bool, ...], ...]:
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=2)
    code.add_data(text, optimize=0)
    return tuple(tuple(row) for row in code.get_matrix())


def qr_svg(text: str) -> str:
    """The QR code as one SVG path, quiet zone included."""
    rows = _modules(text)
    side = len(rows)
    path = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" shape-rendering="crispEdges">'
        f'<rect width="{side}" height="{side}" fill="#fff"/><path d="{path}"/></svg>'
    )


def qr_png(text: str, scale: int = 6) -> bytes:
    """The QR code as a grey PNG, `scale` dots a module: for DOCX, which knows no SVG."""
    rows = _modules(text)
    lines = [
        b"\x00" + b"".join((b"\x00" if dark else b"\xff") * scale for dark in row) for row in rows for _ in range(scale)
    ]
    side = len(rows) * scale

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"".join(lines)))
        + chunk(b"IEND", b"")
    )
