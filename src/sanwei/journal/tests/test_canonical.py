from __future__ import annotations

import json
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from sanwei.journal.canonical import canonical, plain


def test_the_string_and_literals_of_the_rfc_come_out_as_printed_there():
    # RFC 8785, 3.2.2 and 3.2.3, without the numbers, which are floats
    given = {"string": "\u20ac$\u000f\u000aA'\u0042\u0022\u005c\\\"/", "literals": [None, True, False]}
    assert canonical(given) == r"""{"literals":[null,true,false],"string":"€$\u000f\nA'B\"\\\\\"/"}"""


def test_keys_are_sorted_by_utf_16_units_as_in_the_rfc():
    # RFC 8785, 3.2.3
    given = {
        "\u20ac": "Euro Sign",
        "\r": "Carriage Return",
        "\ufb33": "Hebrew Letter Dalet With Dagesh",
        "1": "One",
        "\U0001f600": "Emoji: Grinning Face",
        "\u0080": "Control",
        "\u00f6": "Latin Small Letter O With Diaeresis",
    }
    assert list(json.loads(canonical(given)).values()) == [
        "Carriage Return",
        "One",
        "Control",
        "Latin Small Letter O With Diaeresis",
        "Euro Sign",
        "Emoji: Grinning Face",
        "Hebrew Letter Dalet With Dagesh",
    ]


def test_nothing_is_escaped_that_need_not_be():
    assert canonical("/ \x7f \u2028 郑") == '"/ \x7f \u2028 郑"'
    assert canonical("\b\t\n\f\r\x00\x1f") == '"\\b\\t\\n\\f\\r\\u0000\\u001f"'


def test_there_is_no_white_space_and_empty_things_stay():
    assert canonical({"b": [], "a": {}, "c": [1, -2, 0]}) == '{"a":{},"b":[],"c":[1,-2,0]}'


def test_true_is_not_written_as_one():
    assert canonical([True, 1, False, 0, None]) == "[true,1,false,0,null]"


@pytest.mark.parametrize("value", [1.0, 1.5, b"x", (1,), {1}, date(2026, 1, 1), {1: "x"}, {None: 1}])
def test_other_types_are_refused(value):
    with pytest.raises(TypeError):
        canonical(value)


@pytest.mark.parametrize("value", [2**53, -(2**53), "\ud800", {"\udc00": 1}])
def test_what_a_reader_could_not_keep_exact_is_refused(value):
    with pytest.raises(ValueError, match="不能写入留痕日志"):
        canonical(value)


def test_the_largest_exact_number_is_taken():
    assert canonical([2**53 - 1, -(2**53) + 1]) == "[9007199254740991,-9007199254740991]"


def test_nesting_without_end_is_refused_with_a_sentence():
    value: list = []
    for _ in range(100):
        value = [value]
    with pytest.raises(ValueError, match="嵌套"):
        canonical(value)


def test_days_times_and_tuples_become_plain():
    given = {
        "on": date(2026, 5, 6),
        "at": datetime(2026, 5, 6, 1, 2, tzinfo=UTC),
        "who": ("a", UUID(int=1)),
        "kinds": {"b", "a"},
        "n": 1,
    }
    assert plain(given) == {
        "on": "2026-05-06",
        "at": "2026-05-06T01:02:00+00:00",
        "who": ["a", "00000000-0000-0000-0000-000000000001"],
        "kinds": ["a", "b"],
        "n": 1,
    }


def test_a_time_without_zone_is_refused():
    with pytest.raises(ValueError, match="时区"):
        plain({"at": datetime(2026, 5, 6)})  # noqa: DTZ001
