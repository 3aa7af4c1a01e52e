"""A private PostgreSQL for the tests: made in a passing folder, reached through a socket there, removed at the end."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import parts

# Durability is not what these tests ask for: the folder dies with them.
SPEED = {
    "fsync": "off",
    "full_page_writes": "off",
    "listen_addresses": "",
    "max_connections": "200",
    "shared_buffers": "256MB",
}
USER = "sanwei"


class ClusterFailed(Exception):
    """The private server did not start; says what the server said."""


def other_user() -> str | None:
    """Whom the server runs as: nobody else for an ordinary user, a powerless user for root, whom PostgreSQL refuses."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return next((name for name in ("postgres", "nobody") if name in known), None)


def run(command: list[str], user: str | None) -> None:
    """Runs one of PostgreSQL's commands, as `user` where one is named; raises `ClusterFailed` with its words."""
    if user and shutil.which("runuser"):
        command = ["runuser", "-u", user, "--", *command]
    elif user:
        command = ["su", user, "-s", "/bin/sh", "-c", " ".join(f"'{word}'" for word in command)]
    # Into a file, not a pipe: the server inherits the handle and would keep a pipe open for ever.
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as said:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT, cwd="/", check=False
        )
        said.seek(0)
        if done.returncode:
            raise ClusterFailed(said.read()[-2000:])


@contextmanager
def private_cluster() -> Iterator[str]:
    """Yields the DATABASE_URL of a fresh server. Raises `ClusterFailed` when it cannot be made."""
    folder = parts.postgres_folder()
    if folder is None:
        raise ClusterFailed("没有找到 initdb 和 pg_ctl。")
    user = other_user()
    # A short path: that of a socket may have only some hundred bytes.
    home = Path(tempfile.mkdtemp(prefix="swpg", dir="/tmp"))
    started = False
    try:
        if user:
            shutil.chown(home, user=user)
        data = home / "data"
        initdb = [str(folder / "initdb"), "-D", str(data), "-U", USER, "-A", "trust", "-E", "UTF8"]
        run([*initdb, "--locale=C", "--no-sync"], user)
        options = " ".join(f"-c {key}={value or chr(39) * 2}" for key, value in SPEED.items())
        pg_ctl = [str(folder / "pg_ctl"), "-D", str(data)]
        run([*pg_ctl, "start", "-w", "-t", "60", "-l", str(home / "log"), "-o", f"-k {home} {options}"], user)
        started = True
        yield f"postgres://{USER}@/{USER}?host={quote(str(home), safe='')}"
    finally:
        if started:
            run([*pg_ctl, "stop", "-m", "immediate", "-w"], user)
        shutil.rmtree(home, ignore_errors=True)
