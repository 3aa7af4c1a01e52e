"""What a person does at the screen: finds a question by its words, answers it, presses the button, looks."""

from __future__ import annotations

import datetime as dt
import re
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import Locator, Page, TimeoutError

from browser.conftest import OVERFLOWING, Visit

# The question whose label reads exactly so; the mark of what must be answered stands in an element of its own.
QUESTION = (
    "//main//form//*[contains(concat(' ', @class, ' '), ' field ')]"
    "[*[contains(concat(' ', @class, ' '), ' label ')][normalize-space(text()[1]) = '{}']]"
)
UNFOLD = "document.querySelectorAll('main details').forEach((d) => { d.open = true; })"
# What the browser itself writes when a page is answered with a refusal, as it should be.
REFUSALS = ("status of 409", "status of 422", "status of 403")
# A form keeps drafts once its script has looked for those already on the device.
UNREADY = "main form[data-draft]:not([data-drafting])"
STUCK = """() => [location.pathname, ...[...document.querySelectorAll('main form[aria-busy], [data-draft-told]')].map(
  (e) => e.tagName + ' ' + e.textContent.slice(0, 200)), ...[...document.querySelectorAll('main :invalid')].map(
  (e) => e.name + ' ' + e.validationMessage)]"""
HEADINGS = "[...document.querySelectorAll('main h2, main h3, main legend')].map((h) => h.textContent.trim())"
# Kinds of pages (address, status, width) → the headings they had when they were held against the rules of access in
# this process: a page is looked at again when something new stands on it.
HELD: dict[tuple[str, int | None, int], set[str]] = {}
Answer = str | bool | list[str] | dt.date


class SteppedClock:
    """The moment it is for everybody: nine in the morning of the day the story has come to."""

    def __init__(self) -> None:
        self.moment = dt.datetime(2026, 3, 2, 9, tzinfo=timezone.get_default_timezone())

    def to(self, month: int, day: int) -> None:
        self.moment = self.moment.replace(month=month, day=day)

    def now(self) -> dt.datetime:
        return self.moment


class Hands:
    """One person at a screen, signed in."""

    def __init__(self, seen: Visit, name: str) -> None:
        self.seen = seen.sign_in(name)
        self.page: Page = seen.page
        self.page.set_default_timeout(60_000)
        self.dialogs: list[str] = []
        self.page.on("dialog", self._dialog)

    def _dialog(self, dialog) -> None:
        # The browser's own question before a changed form is left is no dialog of a page.
        if dialog.type != "beforeunload":
            self.dialogs.append(dialog.message)
        dialog.accept()

    def question(self, label: str) -> Locator:
        """The box of the question with this label."""
        found = self.page.locator("xpath=" + QUESTION.format(label))
        assert found.count() == 1, f"{found.count()} questions “{label}” on {self.page.url}"
        return found

    def answer(self, label: str, value: Answer) -> None:
        """Answer by typing, choosing or ticking. Lists: exactly these are ticked."""
        box = self.question(label)
        if box.locator("select").count():
            box.locator("select").select_option(label=str(value))
        elif box.locator("input[type=radio], input[type=checkbox]").count():
            self._tick(box, value)
        else:
            told = value.isoformat() if isinstance(value, dt.date) else str(value)
            box.locator("textarea, input:not([type=file])").fill(told)

    def _tick(self, box: Locator, value: Answer) -> None:
        words = {True: ["是"], False: ["否"]}.get(value) if isinstance(value, bool) else value
        wanted = words if isinstance(words, list) else [str(words)]
        for ticked in box.locator("input[type=checkbox]:checked").all():
            ticked.uncheck()
        for word in wanted:
            box.get_by_label(word, exact=True).check()

    def attach(self, name: str, content: bytes, label: str = "照片、扫描件") -> None:
        """Choose a file of this name in the file box."""
        file = {"name": name, "mimeType": "image/png", "buffer": content}
        self.question(label).locator("input[type=file]").first.set_input_files([file])

    def answers(self, told: dict[str, Answer]) -> None:
        for label, value in told.items():
            self.answer(label, value)

    def open(self, path: str) -> None:
        self.seen.go(path)
        self.look()

    def click(self, name: str) -> None:
        """Follow the link of this name in the page's own part."""
        self.page.evaluate(UNFOLD)
        self.follow(self.page.locator("main").get_by_role("link", name=name, exact=True).first)

    def follow(self, link: Locator) -> None:
        with self.seen.leaving():
            link.click()
        self.look()

    def press(self, name: str) -> int:
        """Press the button of the form; the status of the page that answers."""
        try:
            with self.seen.leaving() as answered:
                self.page.locator("main form").get_by_role("button", name=name, exact=True).click()
        except TimeoutError as error:
            # The page that did not go on says why: a question left open, a network that is not there.
            raise AssertionError(f"“{name}” led nowhere: {self.page.evaluate(STUCK)}") from error
        self.look(answered.value.status)
        return answered.value.status

    def said(self) -> str:
        """The words of the page, with everything unfolded."""
        self.page.evaluate(UNFOLD)
        return self.page.locator("main").inner_text()

    def look(self, status: int | None = None) -> None:
        """Clean under axe, nothing wider than the page, no complaint of the browser, no foreign host, no dialog."""
        if self.seen.script:
            self.page.locator(UNREADY).wait_for(state="detached")
        self.page.evaluate(UNFOLD)
        found = self._access(status)
        found += self.page.evaluate(OVERFLOWING)
        found += [said for said in self.seen.complaints if not any(word in said for word in REFUSALS)]
        found += [f"dialog: {said}" for said in self.dialogs]
        self.seen.complaints.clear()
        assert found == [], f"{self.page.url}: {found}"
        assert self.seen.hosts == {urlsplit(self.seen.address).netloc}

    def _access(self, status: int | None) -> list[str]:
        """What axe says of a page of a kind not yet looked at."""
        kind = (re.sub(r"[0-9a-f-]{8,}|\d+", "#", urlsplit(self.page.url).path), status, self.seen.size[0])
        said = {re.sub(r"\d+", "#", heading) for heading in self.page.evaluate(HEADINGS)}
        if kind in HELD and said <= HELD[kind]:
            return []
        HELD.setdefault(kind, set()).update(said)
        return [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in Axe().run(self.page).response["violations"]]
