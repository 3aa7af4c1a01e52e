"""The page of the forms is up to date, and every form stands on it."""

from pathlib import Path

from sanwei.controls import forms
from sanwei.controls.forms import Form, telling
from sanwei.controls.forms.examples import CHAPTERS
from sanwei.lawbook import lawbook

PAGE = Path(__file__).parents[5] / "docs" / "forms.md"
TOOLS = {
    "History",
    "Steps",
    "Window",
    "Version",
    "Condition",
    "Form",
    "FormError",
    "VERDICTS",
    "judge_form",
    "judge_forms",
    "steps",
}


def test_the_page_of_the_forms_is_up_to_date():
    assert PAGE.read_text("utf-8") == telling.page(lawbook().calendar), (
        "run: python -m sanwei.controls.forms.telling > docs/forms.md"
    )


def test_every_form_stands_on_the_page_once():
    told: list[Form] = [e.form for _, examples in CHAPTERS for e in examples]
    assert sorted(form.name for form in told) == sorted(set(forms.__all__) - TOOLS)
    assert len({form.title for form in told}) == len(told)


def test_a_sentence_has_no_full_stop_of_its_own():
    for _, examples in CHAPTERS:
        assert not [e.form.says for e in examples if e.form.says.endswith("。") or "  " in e.form.says]
