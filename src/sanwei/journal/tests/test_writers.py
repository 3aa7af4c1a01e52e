"""Real writers in processes of their own: nothing fails, nothing is lost, nothing stands twice."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any, NamedTuple

import pytest
from django.db import connection

pytestmark = pytest.mark.django_db(transaction=True)
SOURCE = Path(__file__).resolve().parents[3]
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
    "PRAGMA recursive_triggers=ON; PRAGMA foreign_keys=ON",
}


BOOKS = ("郑城管罚决字", "郑城管听告字")


class Round(NamedTuple):
    """What a writer committed."""

    position: int
    book: str
    n: int


class Fleet:
    """Processes on one database: on PostgreSQL the one of the test run, on SQLite a file of their own."""

    def __init__(self, database: dict[str, Any]) -> None:
        self.environment = {
            **os.environ,
            "PYTHONPATH": str(SOURCE),
            "DJANGO_SETTINGS_MODULE": "sanwei.journal.tests.worker_settings",
            "JOURNAL_TEST_DATABASE": json.dumps(database),
        }
        self.running: list[subprocess.Popen] = []

    def start(self, *arguments: str, out: IO | int = subprocess.PIPE) -> subprocess.Popen:
        process = subprocess.Popen(
            [sys.executable, *arguments],
            env=self.environment, stdout=out, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        self.running.append(process)
        return process

    def writer(self, index: int, rounds: int, says: Path | None = None) -> subprocess.Popen:
        """A writer of one of two books, so that writers queue at the counters and also between books at the head. What
        it says goes into the pipe, or where `says` is given at the end of that file."""
        arguments = ["-m", "sanwei.journal.tests.worker", BOOKS[index % 2], f"W{index}", str(rounds)]
        if says is None:
            return self.start(*arguments)
        with says.open("a") as file:
            return self.start(*arguments, out=file)

    def manage(self, *arguments: str) -> tuple[int, str]:
        process = self.start("-m", "django", *arguments)
        out, err = process.communicate(timeout=120)
        return process.returncode, out + err

    def write(self, writers: int, rounds: int) -> list[Round]:
        """The rounds that the writers say they have committed."""
        processes = [self.writer(index, rounds) for index in range(writers)]
        said = []
        for process in processes:
            out, err = process.communicate(timeout=240)
            assert process.returncode == 0, err
            said += parsed(out)
        return said

    def stop(self) -> None:
        for process in self.running:
            if process.poll() is None:
                process.kill()
                process.communicate()


def parsed(said: str | Path) -> list[Round]:
    """The rounds of all whole lines; the last line of a killed writer may be cut."""
    text = said if isinstance(said, str) else said.read_text()
    lines = re.findall(r"^(\d+) (\S+) (\d+)\n", text, re.MULTILINE)
    return [Round(int(position), book, int(n)) for position, book, n in lines]


def wait_until(holds: Callable[[], bool], writers: list[subprocess.Popen]) -> None:
    end = time.monotonic() + 120
    while not holds():
        assert time.monotonic() < end, "the writers did not get so far in two minutes"
        assert all(writer.poll() is None for writer in writers), "a writer ended by itself"
        time.sleep(0.05)


@pytest.fixture(scope="module")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("journal") / "empty.sqlite3"
    fleet = Fleet(sqlite(file))
    code, words = fleet.manage("migrate", "--verbosity=0")
    assert code == 0, words
    return file


@pytest.fixture
def fleet(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Fleet]:
    if connection.vendor == "postgresql":
        wanted = ("ENGINE", "NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS")
        database = {key: connection.settings_dict[key] for key in wanted}
    else:
        file = tmp_path / "journal.sqlite3"
        shutil.copy(request.getfixturevalue("empty_file"), file)
        database = sqlite(file)
    ships = Fleet(database)
    yield ships
    ships.stop()


def sqlite(file: Path) -> dict[str, Any]:
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(file), "OPTIONS": SQLITE_OPTIONS}


def test_eight_writers_of_fifty_leave_no_gap_no_duplicate_and_no_failure(fleet):
    said = fleet.write(writers=8, rounds=50)
    assert sorted(each.position for each in said) == list(range(1, 401))
    for book in BOOKS:
        assert sorted(each.n for each in said if each.book == book) == list(range(1, 201))
    assert fleet.manage("journal_check") == (0, "留痕400条，编号400个。\n留痕日志完整。\n")


def test_writers_killed_in_the_middle_leave_a_whole_journal_that_goes_on(fleet, tmp_path):
    files = [tmp_path / f"K{index}" for index in range(4)]
    writers = [fleet.writer(index, 0, says=file) for index, file in enumerate(files)]
    wait_until(lambda: all(len(parsed(file)) >= 8 for file in files), writers)
    for writer in writers:
        writer.send_signal(signal.SIGKILL)
        writer.wait()
    acknowledged = {round_ for file in files for round_ in parsed(file)}
    after = fleet.write(writers=1, rounds=5)
    last = max(each.position for each in after)
    # a killed writer may have committed one round that it could no longer tell of; nothing told of is missing
    assert len(acknowledged) + 5 <= last <= len(acknowledged) + 5 + len(writers)
    assert fleet.manage("journal_check") == (0, f"留痕{last}条，编号{last}个。\n留痕日志完整。\n")


def test_the_journal_can_be_checked_while_writers_go_on(fleet, tmp_path):
    files = [tmp_path / f"C{index}" for index in range(2)]
    writers = [fleet.writer(index, 0, says=file) for index, file in enumerate(files)]
    for rounds in (1, 20, 40):
        wait_until(lambda least=rounds: all(len(parsed(file)) >= least for file in files), writers)
        code, words = fleet.manage("journal_check")
        assert (code, words.splitlines()[-1]) == (0, "留痕日志完整。")
    assert all(writer.poll() is None for writer in writers)
