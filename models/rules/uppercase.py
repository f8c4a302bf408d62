"""Sums and days in words: Chinese capitals as on bills, and English words for letters abroad.

Capitals follow 正确填写票据和结算凭证的基本规定 of the central bank; where it leaves a 零 or a 整 open, one form is
printed and every one is read.
"""

from __future__ import annotations

from datetime import date

from models.rules.money import grouped

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_UNITS = ("", "拾", "佰", "仟")
_WAN = 10_000
_YI = 100_000_000

_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (10**3, "thousand"))


def uppercase(fen: int) -> str:
    """The sum of fen in capitals with the leading 人民币: 186,400.00 yuan is 人民币壹拾捌万陆仟肆佰元整.

    整 stands after 元 only; one 零 bridges any gap of zeros, also a zero yuan before jiao. Raises ValueError
    below zero.
    """
    if fen < 0:
        raise ValueError("a sum in capitals is never below zero")
    yuan, cents = divmod(fen, 100)
    if not fen:
        return "人民币零元整"
    whole = f"{_integer(yuan)}元" if yuan else ""
    return f"人民币{whole}{_cents(cents, after_yuan=yuan)}"


def says(text: str, fen: int) -> bool:
    """Whether words on somebody's paper say this sum in a form the rules admit.

    With or without 人民币, 圆 for 元, 正 for 整; 零 may stand or not after a zero yuan or 万 before more, 整 after 角.
    """
    words = "".join(text.split()).removeprefix("人民币").replace("圆", "元").replace("正", "整")
    return words in _admitted(fen)


def _admitted(fen: int) -> set[str]:
    yuan, cents = divmod(fen, 100)
    if not fen:
        return {"零元整"}
    wholes = {f"{whole}元" for whole in _wholes(yuan)} if yuan else {""}
    return {whole + tail for whole in wholes for tail in _tails(cents, yuan)}


def _wholes(value: int) -> set[str]:
    """Every admitted form of a positive whole number."""
    for unit, name in ((_YI, "亿"), (_WAN, "万")):
        if value >= unit:
            high, low = divmod(value, unit)
            must, may = 0 < low < unit // 10, low and high % 10 == 0
            bridges = {"零"} if must else {"", "零"} if may else {""}
            lows = _wholes(low) if low else {""}
            return {
                f"{one}{name}{bridge}{two}" for one in _wholes(high) for bridge in bridges for two in lows
            }
    return {_thousands(value)}


def _tails(cents: int, after_yuan: int) -> set[str]:
    jiao, fen = divmod(cents, 10)
    if not cents:
        return {"整"}
    bridges = (
        {"零"} if after_yuan and not jiao else {"", "零"} if after_yuan and after_yuan % 10 == 0 else {""}
    )
    words = (f"{_DIGITS[jiao]}角" if jiao else "") + (f"{_DIGITS[fen]}分" if fen else "")
    return {bridge + words + end for bridge in bridges for end in ({""} if fen else {"", "整"})}


def uppercase_day(day: date) -> str:
    """A day as bills write it: 2026-01-15 is 贰零贰陆年零壹月壹拾伍日.

    A leading 零 stands before the months one, two and ten and the days one to nine, ten, twenty and thirty, so that
    nothing can be put before them.
    """
    year = "".join(_DIGITS[int(figure)] for figure in f"{day.year:04d}")
    month = ("零" if day.month in (1, 2, 10) else "") + _thousands(day.month)
    days = ("零" if day.day < 10 or day.day % 10 == 0 else "") + _thousands(day.day)
    return f"{year}年{month}月{days}日"


def _cents(cents: int, after_yuan: int) -> str:
    """What stands after 元; ``after_yuan`` tells whether a zero must bridge to it."""
    jiao, fen = divmod(cents, 10)
    if not cents:
        return "整"
    bridge = "零" if after_yuan and (not jiao or after_yuan % 10 == 0) else ""
    return bridge + (f"{_DIGITS[jiao]}角" if jiao else "") + (f"{_DIGITS[fen]}分" if fen else "")


def _integer(value: int) -> str:
    """A positive whole number in capitals, grouped by 亿 and 万."""
    for unit, name in ((_YI, "亿"), (_WAN, "万")):
        if value >= unit:
            high, low = divmod(value, unit)
            bridge = "零" if 0 < low < unit // 10 else ""
            return f"{_integer(high)}{name}{bridge}{_integer(low) if low else ''}"
    return _thousands(value)


def _thousands(value: int) -> str:
    """1 to 9,999 in capitals."""
    text = ""
    gap = False
    for position in (3, 2, 1, 0):
        digit = value // 10**position % 10
        if digit:
            text += ("零" if gap and text else "") + _DIGITS[digit] + _UNITS[position]
        gap = digit == 0 if text else False
    return text


def amount_in_words_en(fen: int, currency: str) -> str:
    """The sum for a letter in English: ``Renminbi one hundred yuan and five fen``; ``only`` after whole yuan.

    Only Renminbi is spelt out; any other currency keeps code and figures. Raises ValueError below zero.
    """
    if fen < 0:
        raise ValueError("a sum in words is never below zero")
    if currency != "CNY":
        return f"{currency} {grouped(fen)}"
    yuan, cents = divmod(fen, 100)
    if not cents:
        return f"Renminbi {_english(yuan)} yuan only"
    if not yuan:
        return f"Renminbi {_english(cents)} fen"
    return f"Renminbi {_english(yuan)} yuan and {_english(cents)} fen"


def _english(value: int) -> str:
    """A whole number in British words: one hundred and eighty-six thousand four hundred."""
    parts = []
    rest = value
    for unit, name in _SCALES:
        count, rest = divmod(rest, unit)
        if count:
            parts.append(f"{_english(count)} {name}")
    if rest or not parts:
        parts.append(("and " if parts and rest < 100 else "") + _below_thousand(rest))
    return " ".join(parts)


def _below_thousand(value: int) -> str:
    """0 to 999 in British words."""
    hundreds, rest = divmod(value, 100)
    tail = _ONES[rest] if rest < 20 else _TENS[rest // 10] + (f"-{_ONES[rest % 10]}" if rest % 10 else "")
    if not hundreds:
        return tail
    return f"{_ONES[hundreds]} hundred" + (f" and {tail}" if rest else "")
