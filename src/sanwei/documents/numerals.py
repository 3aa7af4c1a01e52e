"""Chinese numerals and amounts of money in words (票据大写). Money is integer 分."""

_DIGITS = "零一二三四五六七八九"
_CAPITAL = "零壹贰叁肆伍陆柒捌玖"
_SMALL = ("", "十", "百", "千")
_SMALL_CAPITAL = ("", "拾", "佰", "仟")
_BIG = ("", "万", "亿", "万亿")


def _group(number: int, digits: str, units: tuple[str, ...]) -> str:
    """Words of 1…9999, without leading zeros."""
    words, zero = "", False
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if not digit:
            zero = bool(words)
            continue
        words += ("零" if zero else "") + digits[digit] + units[place]
        zero = False
    return words


def _words(number: int, digits: str, units: tuple[str, ...]) -> str:
    if number >= 10**16:
        raise ValueError(f"数额过大，无法写成中文数字：{number}")
    words, skipped = "", False
    for index in (3, 2, 1, 0):
        part = number // 10 ** (4 * index) % 10**4
        if not part:
            skipped = skipped or bool(words)
            continue
        gap = bool(words) and (skipped or part < 1000)
        words += ("零" if gap else "") + _group(part, digits, units) + _BIG[index]
        skipped = False
    return words


def chinese(number: int) -> str:
    """15 → 十五, 105 → 一百零五, 0 → 零. Raises ValueError below 0 and from 10**16."""
    if number < 0:
        raise ValueError(f"不能写负数：{number}")
    words = _words(number, _DIGITS, _SMALL) or "零"
    return words[1:] if words.startswith("一十") else words


def yuan(fen: int) -> str:
    """4500000 → 45000元, 12345 → 123.45元."""
    if fen < 0:
        raise ValueError(f"金额不能是负数：{fen}")
    whole, rest = divmod(fen, 100)
    return f"{whole}.{rest:02d}元" if rest else f"{whole}元"


def yuan_capital(fen: int) -> str:
    """4500000 → 肆万伍仟元整；12345 → 壹佰贰拾叁元肆角伍分；5 → 伍分；0 → 零元整。"""
    if fen < 0:
        raise ValueError(f"金额不能是负数：{fen}")
    whole, jiao, rest = fen // 100, fen // 10 % 10, fen % 10
    words = _words(whole, _CAPITAL, _SMALL_CAPITAL)
    text = words + "元" if words else ""
    if jiao:
        text += _CAPITAL[jiao] + "角"
    elif rest and text:
        text += "零"
    if rest:
        text += _CAPITAL[rest] + "分"
    return (text or "零元") + ("" if rest else "整")


def day_in_words(year: int, month: int, day: int) -> str:
    """(2026, 11, 16) → 二〇二六年十一月十六日."""
    written = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(year))
    return f"{written}年{chinese(month)}月{chinese(day)}日"
