"""What people write into the forms when a case holds several violations."""

from __future__ import annotations

from sanwei.cases.violations import fine_of, heaviest

from .scene import YUAN, Scene

FIRST, SECOND = 1, 2


def _others(s: Scene) -> list[str]:
    """Two more powers of the body with the lowest fines for this kind of party."""
    ranges = {code: fine_of(s.book.power(code), s.kind) for code in s.ground.powers[s.body.code]}
    fined = [code for code, found in ranges.items() if found and code != s.power.code]
    return sorted(fined, key=lambda code: (ranges[code][0] or 0, code))[:2]


def same_deed(s: Scene) -> dict:
    return _added(s, _others(s)[0], str(FIRST))


def other_deed(s: Scene) -> dict:
    return _added(s, _others(s)[1], "new")


def _added(s: Scene, code: str, deed: str) -> dict:
    return {
        "violation_power": code,
        "deed": deed,
        "violation_ended_on": s.violated,
        "violation_what": f"同日在{s.place}还查明：{s.book.power(code).item}。",
    }


def first_charge(s: Scene) -> dict:
    codes = [s.power.code, _others(s)[0]]
    return _charged(s, FIRST, heaviest(s.book, codes, s.kind)[0])


def second_charge(s: Scene) -> dict:
    return _charged(s, SECOND, _others(s)[1])


def _charged(s: Scene, deed: int, code: str) -> dict:
    """The least the law sets; what the whole decision costs is their sum."""
    least, _ = fine_of(s.book.power(code), s.kind)
    fine = max(least or 0, 20 * YUAN)
    s.kept[f"deed {deed}"] = fine
    s.fine = sum(s.kept.get(f"deed {n}", 0) for n in (FIRST, SECOND))
    return {
        "norm": f"{deed}/{code}",
        "charge_kinds": ["fine"],
        "charge_fine": fine,
        "charge_confiscation": None,
        "lenient": [],
        "charge_reason": "当场改正，按法定幅度的下限裁量。",
    }


def split_off(s: Scene) -> dict:
    return {
        "part": f"party:{s.row('party')}",
        "split_reason": "合伙人去向不明，正在查找，为了不影响对首位当事人的处理，分出另案。",
    }
