"""However a law file is broken, the examination says so or finds nothing to say; it never breaks itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanwei.lawbook import Fault, LawError, check, forget, lawbook
from sanwei.lawbook.nodes import Text, read_text
from sanwei.lawbook.tests.small_law import SMALL, write_law

SIGNS = [
    *":-,[]{}()&*!|>'\"%@`#?~=<\t\n ",
    ": ", "- ", "\n- ", "\n  ", "\n---\n", "...", "null", "true", "on", "off", "0", "-1",
    "1e999", ".nan", "0x", "0b", "1:30",
    "2021-02-30", "2021-07-15", "0000-00-00", "9999-12-31", "2021-07-15 10:00:00",
    "!!int x", "!!timestamp x", "!!set {a}",
    "<<", "&a", "*a", "§0", "§57(2)", "三(三)四", "，", "，,", "\x00", "\x07", "\ufeff", "\u2028", "\u0085", "😀", "{", "}",
    "value: 1", "from: 2021-07-15", "basis: X §1", "under: [near, far]", "code: LAW1",
    "until: 1999-01-01", "[[[[[[", "a" * 300,
]  # fmt: skip


@st.composite
def broken(draw):
    """One file of the small law after up to four cuts, doublings or insertions, and the name it has."""
    name = draw(st.sampled_from(sorted(SMALL)))
    text = SMALL[name]
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.sampled_from([0, 0, 1, 2, 7, 40])))
        new = draw(st.one_of(st.just(""), st.sampled_from(SIGNS), st.just(text[start:end] * 2), st.text(max_size=4)))
        text = text[:start] + new + text[end:]
    return name, text


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    return write_law(tmp_path_factory.mktemp("broken"))


@given(change=broken())
def test_a_broken_file_gives_faults_or_passes_but_never_an_exception(root, change):
    name, text = change
    path = root / name
    try:
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        faults = check(root)
        assert all(isinstance(fault, Fault) and fault.says.endswith("。") and fault.line >= 1 for fault in faults)
        forget()
        if faults:
            with pytest.raises(LawError) as caught:
                lawbook(("near",), root)
            assert caught.value.faults == tuple(faults)
        elif name != "near/pack.yaml":  # a sound pack may have got another name
            assert lawbook(("near",), root).packs[0] == "near"
    finally:
        path.write_text(SMALL[name], encoding="utf-8")


@given(st.binary(max_size=60) | st.text(max_size=60).map(lambda said: said.encode("utf-8", "surrogatepass")))
def test_any_bytes_are_read_or_told(raw):
    text = read_text(raw)
    assert isinstance(text, Text)
    assert text.readable == (not text.faults)
    assert all(line >= 1 and says.endswith("。") for line, says in text.faults)


@given(st.lists(st.sampled_from(SIGNS), max_size=12).map("".join))
def test_any_row_of_signs_is_read_or_told(said):
    text = read_text(said.encode("utf-8", "surrogatepass"))
    assert text.readable == (not text.faults)


def test_on_and_off_stay_words_and_days_become_days():
    text = read_text("off: {2025-01-01: 元旦}\non: yes\n".encode())
    assert [*text.data] == ["off", "on"]
    assert text.data["on"] is True
    assert [str(day) for day in text.data["off"]] == ["2025-01-01"]


def test_every_path_keeps_its_line():
    text = read_text(b"a:\n- b: 1\n  c:\n  - 2\n- d\n")
    assert [text.line(path) for path in [("a",), ("a", 0, "c"), ("a", 0, "c", 0), ("a", 1), ("a", 1, "x")]] == [
        1,
        3,
        4,
        5,
        5,
    ]
