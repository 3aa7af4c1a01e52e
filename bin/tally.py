"""Counts the tests of all stages from the reports that pytest leaves."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Tally:
    """What became of the tests: each by its name, so that one that ran in any stage does not count as left out."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0
    ran: set[str] = field(default_factory=set)
    not_run: dict[str, str] = field(default_factory=dict)

    @property
    def total(self) -> int:
        return self.passed + self.failed + self.skipped

    def read(self, report: Path) -> Tally:
        """Adds a report and returns the tally of it alone; an absent or broken report counts nothing."""
        alone = Tally()
        try:
            # Written by our own pytest a moment ago.
            cases = ElementTree.parse(report).getroot().iter("testcase")
        except (OSError, ElementTree.ParseError):
            return alone
        for case in cases:
            name = f"{case.get('classname', '')}.{case.get('name', '')}"
            skipped = case.find("skipped")
            if case.find("failure") is not None or case.find("error") is not None:
                alone.failed += 1
                alone.ran.add(name)
            elif skipped is not None:
                alone.skipped += 1
                alone.not_run[name] = skipped.get("message") or ""
            else:
                alone.passed += 1
                alone.ran.add(name)
        self.passed += alone.passed
        self.failed += alone.failed
        self.skipped += alone.skipped
        self.ran |= alone.ran
        self.not_run |= alone.not_run
        return alone

    def never_ran(self) -> dict[str, str]:
        """Tests that every stage skipped, with the reason given."""
        return {name: why for name, why in sorted(self.not_run.items()) if name not in self.ran}
