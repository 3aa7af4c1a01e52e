"""Chinese numerals: 1–999 as articles are numbered, and amounts of money in capitals.

Capitals follow the rules for filling in bills and settlement vouchers (支付结算办法, annex 1): 壹拾 keeps its 壹, 整 closes an
amount without 分, and one 零 stands for any run of noughts between two figures.
"""

from __future__ import annotations

DIGITS = "零一二三四五六七八九"
CAPITALS = "零壹贰叁肆伍陆柒捌玖"
PLACES = ("", "拾", "佰", "仟")
GROUPS = ((10**8, "亿"), (10**4, "万"), (1, "元"))
MOST_FEN = 10**14 - 1  # below 一万亿元: beyond it 万 and 亿 would have to be stacked


def chinese(number: int) -> str:
    """1 → 一, 10 → 十, 110 → 一百一十, 101 → 一百零一. ValueError outside 1–999."""
    if not 1 <= number <= 999:
        raise ValueError(f"只能写 1 到 999 的中文数字，收到 {number}。")
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    said = f"{DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        said += "十" if tens == 1 and not hundreds else f"{DIGITS[tens]}十"
    elif hundreds and ones:
        said += "零"
    return said + (DIGITS[ones] if ones else "")


_BY_NAME = {chinese(number): number for number in range(1, 1000)}


def from_chinese(said: str) -> int:
    """The inverse of `chinese`. ValueError for anything `chinese` would not write."""
    try:
        return _BY_NAME[said]
    except KeyError:
        raise ValueError(f"“{said}”不是 1 到 999 的中文数字。") from None


def _four(number: int) -> str:
    """1–9999 in capitals, without leading 零: 1070 → 壹仟零柒拾."""
    said, gap = "", False
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit:
            said += ("零" if gap and said else "") + CAPITALS[digit] + PLACES[place]
        gap = digit == 0
    return said


def capital_yuan(fen: int) -> str:
    """An amount in 分 as 人民币大写: 140950 → 壹仟肆佰零玖元伍角整, 0 → 零元整. ValueError below 0 or from 一万亿元 on."""
    if not 0 <= fen <= MOST_FEN:
        raise ValueError(f"大写金额须在 0 与 {MOST_FEN} 分之间，收到 {fen} 分。")
    yuan, cents = divmod(fen, 100)
    said, gap, rest = "", False, yuan
    for size, word in GROUPS:
        group, rest = divmod(rest, size)
        if group:
            said += ("零" if said and (gap or group < 1000) else "") + _four(group) + word
        gap = group == 0
    if yuan and not said.endswith("元"):
        said += "元"
    return _with_cents(said, cents)


def _with_cents(said: str, cents: int) -> str:
    """Appends 角 and 分 to the 元 part (which may be empty)."""
    jiao, fen = divmod(cents, 10)
    if not cents:
        return (said or "零元") + "整"
    if jiao:
        said += f"{CAPITALS[jiao]}角"
    elif said:
        said += "零"
    return said + (f"{CAPITALS[fen]}分" if fen else "整")


def parse_capital_yuan(said: str) -> int:
    """The inverse of `capital_yuan`, in 分. ValueError for anything `capital_yuan` would not write."""
    fen = group = digit = 0
    sizes = {"亿": 10**10, "万": 10**6, "元": 10**2, "角": 10, "分": 1}
    for sign in said:
        if sign in CAPITALS:
            digit = CAPITALS.index(sign)
        elif sign in PLACES[1:]:
            group, digit = group + digit * 10 ** PLACES.index(sign), 0
        elif sign in sizes:
            fen, group, digit = fen + (group + digit) * sizes[sign], 0, 0
    if not 0 <= fen <= MOST_FEN or capital_yuan(fen) != said:
        raise ValueError(f"“{said}”不是规范的大写金额。")
    return fen
