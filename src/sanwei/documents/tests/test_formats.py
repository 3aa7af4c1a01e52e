from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest

from sanwei.documents.formats import FORMATS, MANY, empty
from sanwei.documents.text import clean, lines


@pytest.mark.parametrize(
    ("format", "value", "written"),
    [
        ("text", " 甲\x00乙\r\n丙 ", "甲乙\n丙"),
        ("lines", "甲\n\n 乙 \r\n", ["甲", "乙"]),
        ("day", date(2026, 1, 5), "2026年1月5日"),
        ("day", "2026-01-05", "2026年1月5日"),
        ("day_cn", date(2026, 1, 5), "二〇二六年一月五日"),
        ("money", 200_050, "2000.50元"),
        ("money_capital", 200_000, "贰仟元整"),
        ("money_both", 200_000, "人民币贰仟元整（2000元）"),
        ("count", 3, "3"),
        ("count_cn", 12, "十二"),
        ("percent_cn", 3, "百分之三"),
        ("percent_cn", 100.0, "百分之百"),
        ("term", {"value": 60, "unit": "calendar_days"}, "六十日"),
        ("term", {"value": 5, "unit": "working_days"}, "五个工作日"),
        ("term", SimpleNamespace(value=6, unit="months"), "六个月"),
        ("list", ["甲", " ", "乙"], ["甲", "乙"]),
        ("numbered", ["甲", "", "乙"], ["一、甲", "二、乙"]),
        ("joined", ["甲", "乙"], "甲、乙"),
        ("joined", "甲", "甲"),
        ("yesno", False, "否"),
        ("tick", True, "■是\u3000□否"),
        ("tick", False, "□是\u3000■否"),
        ("flag", True, True),
        ("officer_line", [{"name": "甲", "certificate_no": "1"}, {"name": "乙"}], "甲（1）、乙"),
        ("qa", [{"question": "谁", "answer": "我"}], ["问：谁", "答：我"]),
        ("speakers", [{"name": "甲", "post": "局长", "opinion": "同意"}, {"name": "乙", "opinion": "同意"}],
         ["甲（局长）：同意", "乙：同意"]),
        ("titles", [{"title": "决定书", "number": "1号"}, {"title": "意见表"}], ["《决定书》（1号）", "《意见表》"]),
    ],
)  # fmt: skip
def test_a_value_is_written_as_its_format_says(format: str, value: object, written: object) -> None:
    assert FORMATS[format](value) == written


def test_a_moment_is_told_in_the_time_of_the_agency() -> None:
    assert FORMATS["moment"](datetime(2026, 9, 3, 1, 5, tzinfo=UTC)) == "2026年9月3日9时05分"


def test_a_moment_of_which_only_the_day_is_known_is_that_day() -> None:
    assert FORMATS["moment"](date(2026, 9, 3)) == "2026年9月3日"


def test_a_day_taken_from_a_moment_is_the_day_of_the_agency() -> None:
    assert FORMATS["day"](datetime(2026, 9, 3, 17, 0, tzinfo=UTC)) == "2026年9月4日"


def test_an_opinion_without_a_day_leaves_a_place_for_the_hand() -> None:
    assert FORMATS["opinion"]({"opinion": "同意", "name": "甲", "certificate_no": "1"}) == {
        "text": "同意",
        "signed": "甲（1）",
        "day": "\u3000\u3000年\u3000\u3000月\u3000\u3000日",
    }


@pytest.mark.parametrize(
    ("format", "value"),
    [("money", 1.5), ("money", True), ("money", "2000"), ("day", "明天"), ("term", {"value": 5, "unit": "fortnights"}),
     ("yesno", "是"), ("list", 7), ("list", {"a": 1}), ("count", None),
     ("lines", ["罚款"]), ("text", ["罚款"])],
)  # fmt: skip
def test_a_value_that_does_not_fit_is_not_guessed_at(format: str, value: object) -> None:
    with pytest.raises((ValueError, TypeError)):
        FORMATS[format](value)


def test_every_format_has_an_empty_shape_of_its_own_kind() -> None:
    assert {name for name in FORMATS if empty(name) == []} == {*MANY, "rows"}
    assert empty("flag") is False
    assert empty("opinion")["signed"] == ""
    assert empty("tick") == "□是\u3000□否"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("甲\u202e乙", "甲乙"),
        ("\ud800甲", "甲"),
        ("甲\x0b\x1b乙", "甲乙"),
        ("甲\u2028乙", "甲\n乙"),
        (12, "12"),
        ("😀𰻝", "😀𰻝"),
    ],
)
def test_what_breaks_carriers_is_taken_out_and_nothing_else(raw: object, text: str) -> None:
    assert clean(raw) == text


def test_lines_are_those_with_words() -> None:
    assert lines(" \n甲\n\t\n乙") == ["甲", "乙"]
