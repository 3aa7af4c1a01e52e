"""Where documents lie in the bound file is said by their forms, for every form."""

from sanwei.documents import forms


def test_internal_approvals_and_deliberation_lie_in_the_second_volume() -> None:
    wrong = [
        f.code for f in forms.every() if f.code.endswith(("_approval", "panel_record")) and f.file.volume == "main"
    ]
    assert wrong == []


def test_decisions_and_what_the_party_receives_lie_in_the_main_volume() -> None:
    wrong = [f.code for f in forms.every() if f.kind == "letter" and f.seal and f.file.volume == "second"]
    assert wrong == []
