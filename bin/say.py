"""Lines that the two commands show: what is being done, since when, what is missing."""

from __future__ import annotations

import os
import sys
import time

# One clock from the first command to the last child process.
BEGAN = float(os.environ.setdefault("SANWEI_BEGAN", repr(time.time())))


def elapsed() -> float:
    """Seconds since the command began."""
    return time.time() - BEGAN


def line(text: str = "") -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def step(text: str) -> None:
    """A step begins: `[  1.2 s] …`."""
    line(f"[{elapsed():6.1f} s] {text}")


def loud(text: str) -> None:
    """Something is missing or wrong, and the command goes on."""
    line(f"!!! {text}")


def stop(*sentences: str) -> None:
    """Something is wrong, and the command ends here with code 1."""
    sys.stdout.flush()
    for sentence in sentences:
        sys.stderr.write(sentence + "\n")
    sys.exit(1)
