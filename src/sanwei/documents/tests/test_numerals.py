import pytest

from sanwei.documents.numerals import chinese, day_in_words, yuan, yuan_capital


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "零"), (5, "五"), (10, "十"), (15, "十五"), (60, "六十"), (105, "一百零五"), (110, "一百一十"), (2026, "二千零二十六"),
     (10_000, "一万"), (10_010, "一万零一十"), (100_000_001, "一亿零一"), (1_0200_0000, "一亿零二百万")],
)  # fmt: skip
def test_whole_numbers_are_written_in_chinese(number: int, words: str) -> None:
    assert chinese(number) == words


@pytest.mark.parametrize(
    ("fen", "words"),
    [(0, "零元整"), (5, "伍分"), (50, "伍角整"), (4_500_000, "肆万伍仟元整"), (12_345, "壹佰贰拾叁元肆角伍分"),
     (100_005, "壹仟元零伍分"), (1_000_050, "壹万元伍角整"), (10_000_000_00, "壹仟万元整"), (1_010_001_00, "壹佰零壹万零壹元整")],
)  # fmt: skip
def test_money_is_written_in_capitals(fen: int, words: str) -> None:
    assert yuan_capital(fen) == words


@pytest.mark.parametrize(("fen", "figures"), [(0, "0元"), (200_000, "2000元"), (12_305, "123.05元")])
def test_money_in_figures_shows_fen_only_where_there_are_any(fen: int, figures: str) -> None:
    assert yuan(fen) == figures


@pytest.mark.parametrize("write", [chinese, yuan, yuan_capital])
def test_nothing_below_zero_is_written(write) -> None:
    with pytest.raises(ValueError, match="负数"):
        write(-1)


def test_a_sum_beyond_all_words_is_refused() -> None:
    with pytest.raises(ValueError, match="过大"):
        yuan_capital(10**18)


def test_a_day_is_written_in_words() -> None:
    assert day_in_words(2026, 11, 16) == "二〇二六年十一月十六日"
