"""Random forms, written as dictionaries for the slow evaluator and built through the public builders for the other."""

from __future__ import annotations

import datetime as dt

import polars as pl
from hypothesis import strategies as st

from sanwei.controls.forms import occurrences, relations
from sanwei.controls.forms.model import Condition, Steps, Window

from .slow import BOTH_SIDES, CASE_FORMS, CHAINS, SEEN_BACK

EXPRESSIONS = {
    "大额": Condition(pl.col("value") >= 10, "数额不小的"),
    "甲办": Condition(pl.col("person") == "甲", "由甲办理的"),
}
ALTERNATES = {"alternate_response", "alternate_precedence"}
PREEMPTIVE = {"response", "responded_existence"}
TIMELESS = {"init", "end"}
NAMES = st.sampled_from((None, None, None, "大额", "甲办"))


@st.composite
def windows(draw, form: str, same_day: str = "order") -> dict:
    unit = draw(st.sampled_from(("calendar_days", "working_days", "calendar_days", "months")))
    least = draw(st.sampled_from((0, 0, 0, 1, 2)))
    most = draw(st.sampled_from((None, 0, 1, 2, 3, 5)))
    if most is not None and most < least:
        most = least
    strict = draw(st.sampled_from(("none", "none", "least", "most", "both")))
    if most is not None and most - least < {"none": 0, "both": 2}.get(strict, 1):
        strict = "none"
    if same_day == "counts":
        least, strict = 0, ("most" if strict == "most" else "none")
    roll = most is not None and form not in SEEN_BACK and draw(st.booleans())
    return {"least": least, "most": most, "unit": unit, "strict": strict, "roll": roll, "same_day": same_day}


@st.composite
def specs(draw, form: str) -> dict:
    """A form of this name with random arguments."""
    spec: dict = {"form": form}
    a, b = draw(st.sampled_from((("决定", "送达"), ("决定", "送达"), ("决定", "决定"))))
    whole = form in CASE_FORMS
    spec |= {"of": None if whole else (a,), "target": (b,) if not whole else ("送达",), "target_if": draw(NAMES)}
    if not whole:
        spec["of_if"] = draw(NAMES)
    if form in ("existence", "absence", "exactly"):
        spec["n"] = draw(st.integers(1, 3))
    if form in ("choice", "not_choice"):
        spec["target"] = ("决定", "送达")
    if form == "exclusive_choice":
        spec |= {"other": ("决定",), "other_if": draw(NAMES)}
    if form in PREEMPTIVE:
        spec["preemptive"] = draw(st.sampled_from((False, False, True)))
    plain = not whole and form not in CHAINS | ALTERNATES | BOTH_SIDES and not spec.get("preemptive")
    if form in TIMELESS:
        return spec
    same_day = draw(st.sampled_from(("order", "order", "counts"))) if plain else "order"
    if draw(st.integers(0, 4)) == 0:
        cut = draw(st.sampled_from((dt.date(2024, 4, 28), dt.date(2024, 12, 31), dt.date(2025, 12, 25))))
        until = cut - dt.timedelta(days=draw(st.sampled_from((1, 3))))
        same_day = "order"
        spec["versions"] = [
            (None, until, draw(windows(form))),
            (cut, draw(st.sampled_from((None, cut + dt.timedelta(days=2)))), draw(windows(form))),
        ]
    elif draw(st.booleans()) or same_day == "counts":
        spec["window"] = draw(windows(form, same_day))
    if draw(st.booleans()):
        spec |= {
            "void": (
                draw(st.sampled_from(("撤销", "撤销", a)))
                if a not in (*spec["target"], *(spec.get("other") or ()))
                else "撤销",
            ),
            "void_if": draw(NAMES),
        }
    if not whole and draw(st.integers(0, 2)) == 0:
        spec["same"] = draw(st.sampled_from((("doc", "doc"), ("doc", "ref")))) if a != b else ("doc", "doc")
    return spec


def build(spec: dict):
    """The form through its public builder."""
    given: dict = {"void_when": Steps(spec["void"], EXPRESSIONS.get(spec["void_if"])) if spec.get("void") else None}
    if spec.get("versions"):
        given["versions"] = [(a, b, Window(**w)) for a, b, w in spec["versions"]]
    elif spec.get("window"):
        given["within"] = Window(**spec["window"])
    name = spec["form"]
    if name in CASE_FORMS:
        return _occurrence(name, spec, given)
    if spec.get("preemptive"):
        given["preemptive"] = True
    given |= {
        "when": EXPRESSIONS.get(spec["of_if"]),
        "target": EXPRESSIONS.get(spec["target_if"]),
        "correlate": spec.get("same"),
    }
    a, b = (spec["target"], spec["of"]) if name in SEEN_BACK else (spec["of"], spec["target"])
    return getattr(relations, name)(a, b, **given)


# Forms seen from both ends: what each end is by itself.
PAIRS = {
    "co_existence": ("responded_existence", "responded_existence"),
    "not_co_existence": ("not_responded_existence", "not_responded_existence"),
    "succession": ("response", "precedence"),
    "alternate_succession": ("alternate_response", "alternate_precedence"),
    "chain_succession": ("chain_response", "chain_precedence"),
    "not_succession": ("not_response", "not_precedence"),
    "not_chain_succession": ("not_chain_response", "not_chain_precedence"),
}


@st.composite
def pairs(draw, name: str) -> tuple[object, dict, dict]:
    """(the form, each of its ends as a form of its own)."""
    there, back = PAIRS[name]
    spec = draw(specs(there)) | {"preemptive": False}
    if spec.get("void"):
        spec["void"] = ("撤销",)
    if "existence" not in name:
        for w in [spec.get("window"), *(v[2] for v in spec.get("versions", ()))]:
            if w:
                w["roll"] = False
    form = build(spec | {"form": name})
    turned = spec | {
        "form": back,
        "of": spec["target"],
        "target": spec["of"],
        "of_if": spec["target_if"],
        "target_if": spec["of_if"],
    }
    return form, spec, turned | ({"same": spec["same"][::-1]} if spec.get("same") else {})


def _occurrence(name: str, spec: dict, given: dict):
    builder, when = getattr(occurrences, name), EXPRESSIONS.get(spec["target_if"])
    if name in TIMELESS:
        return builder(spec["target"], when=when)
    if name in ("choice", "not_choice"):
        return builder(*spec["target"], when=when, **given)
    if name == "exclusive_choice":
        return builder(spec["target"], spec["other"], when=when, other=EXPRESSIONS.get(spec["other_if"]), **given)
    return builder(spec["target"], spec["n"], when=when, **given)
