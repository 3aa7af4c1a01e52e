"""What the tests of the documents share."""

import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from sanwei import lawbook
from sanwei.documents import access, fonts, forms
from sanwei.documents.fill import fill
from sanwei.documents.package import Form
from sanwei.lawbook.book import law_root

from .examples import context

DAY = date(2026, 10, 13)
CODES = (
    "filing_approval", "inspection_record", "questioning_record", "correction_order", "investigation_report",
    "legal_review_opinion", "penalty_notice", "hearing_notice", "panel_record", "penalty_decision",
    "no_penalty_decision", "service_receipt", "visit_form", "on_the_spot_decision", "closing_approval",
    "correction_notice", "revocation_decision", "change_decision",
    "extension_approval", "stop_approval", "resumption_approval",
    "archive_cover", "archive_catalogue", "archive_note", "power_of_attorney", "proposal_approval",
    "transfer_approval", "transfer_letter", "crime_transfer",
    "hearing_request", "hearing_record", "hearing_report", "defence_record", "penalty_approval",
    "designation_request", "lead_register", "review_answer", "suit_answer",
)  # fmt: skip

needs_chinese = pytest.mark.skipif(not fonts.chinese_found(), reason="needs a Chinese font")
needs_text = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs pdftotext of poppler-utils")


def pages(pdf: bytes, way: str = "-layout") -> list[str]:
    """The text layer of each page, without white space and breaking points; "-raw": in the order it is drawn."""
    done = subprocess.run(["pdftotext", way, "-", "-"], input=pdf, capture_output=True, check=True)
    texts = done.stdout.decode().split("\f")[:-1]
    return ["".join(text.split()).replace("\u200b", "") for text in texts]


def form(code: str) -> Form:
    return forms.load(code, DAY)


def data(code: str, **changes: object) -> dict:
    """The data of a form from the example context."""
    given = context(**changes)
    given["document"] = {"number": "示城管罚决〔2026〕9号", "day": DAY}
    return fill(form(code), given)


@pytest.fixture
def stored(settings, tmp_path: Path) -> Path:
    """A folder of its own for stored files."""
    settings.SANWEI_FILES = tmp_path / "files"
    return settings.SANWEI_FILES


@pytest.fixture
def own_law(tmp_path: Path, monkeypatch) -> Callable[[], Path]:
    """A copy of the law files that a test may change; calling it reads the law anew."""
    copy = tmp_path / "law"
    shutil.copytree(law_root(), copy)
    monkeypatch.setenv("SANWEI_LAW", str(copy))

    def anew() -> Path:
        lawbook.forget()
        forms.forget()
        return copy

    anew()
    yield anew
    monkeypatch.undo()
    anew()


@pytest.fixture(autouse=True)
def nobody_reads_along(monkeypatch) -> None:
    """The matters of these tests are no cases: the room of cases is not asked what it puts on record."""
    monkeypatch.setattr(access, "_readings", {})
