"""Facts as words and figures: money, days, numbers of articles, in both languages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from models.rules.facts import Deadline, DebtorFacts, ItemFacts
from models.rules.money import grouped
from models.rules.uppercase import amount_in_words_en, uppercase
from reports.inline import Inline, Text
from reports.style import Language
from reports.wording import Value, wording

_NUMERALS = "零一二三四五六七八九"
_ONES = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def day(on: date, language: Language) -> str:
    """``2026年11月20日`` or ``20 November 2026``."""
    if language == "zh_CN":
        return f"{on.year}年{on.month}月{on.day}日"
    month = wording("common", "en").text("months").split()[on.month - 1]
    return f"{on.day} {month} {on.year}"


def weekday(on: date, language: Language) -> str:
    """``星期五`` or ``Friday``."""
    return wording("common", language).text("weekdays").split()[on.weekday()]


def deadline(limit: Deadline, language: Language) -> tuple[Inline, ...]:
    """The day to pay by with its weekday; a year whose holidays are not out yet is marked so."""
    named = weekday(limit.on, language)
    if language == "zh_CN":
        mark = "" if limit.published else "，该年放假安排未公布"
        return (Text(day(limit.on, language), whole=True), Text(f"（{named}，含当日{mark}）"))
    mark = "" if limit.published else " (holidays of that year not yet published)"
    return (Text(f"{named}, "), Text(day(limit.on, language), whole=True), Text(mark))


def figures(fen: int, currency: str, language: Language) -> str:
    """``¥186,400.00`` in a Chinese text, else the code and the figures."""
    if currency == "CNY" and language == "zh_CN":
        return f"¥{grouped(fen)}"
    return f"{currency} {grouped(fen)}"


def amount(fen: int, currency: str, language: Language) -> str:
    """The sum within a sentence: ``186,400.00元``, ``USD 186,400.00``."""
    if currency == "CNY" and language == "zh_CN":
        return f"{grouped(fen)}元"
    return f"{currency} {grouped(fen)}"


def in_words(fen: int, currency: str, language: Language) -> str | None:
    """The sum in capitals or in English words; None for other currencies than CNY, whose figures say enough."""
    if currency != "CNY":
        return None
    return amount_in_words_en(fen, currency) if language == "en" else uppercase(fen)


def unit(currency: str, language: Language) -> str:
    """The unit in a table head."""
    return "元" if currency == "CNY" and language == "zh_CN" else currency


def article(number: str, language: Language) -> str:
    """``509(1)`` as 第五百零九条第一款; as it stands in English."""
    if language == "en":
        return number
    main, _, paragraph = number.rstrip(")").partition("(")
    return f"第{numeral(int(main))}条" + (f"第{numeral(int(paragraph))}款" if paragraph else "")


def articles(numbers: Sequence[str], language: Language) -> str:
    """Articles in a row."""
    named = [article(number, language) for number in numbers]
    return "、".join(named) if language == "zh_CN" else listed(named, language)


def listed(named: Sequence[str], language: Language) -> str:
    """Names in a row, the last after 和 or and; at least one."""
    comma, last = ("、", "和") if language == "zh_CN" else (", ", " and ")
    return last.join(part for part in (comma.join(named[:-1]), named[-1]) if part)


def numeral(number: int) -> str:
    """A number below 10,000 in Chinese: 509 → 五百零九, 10 → 十, 785 → 七百八十五."""
    text, pending_zero = "", False
    for power, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            text += ("零" if pending_zero and text else "") + _NUMERALS[digit] + name
            pending_zero = False
        else:
            pending_zero = True
    return text.removeprefix("一") if text.startswith("一十") else text


def how_many(count: int, language: Language) -> str:
    """A small number before what it counts: 两期, two instalments."""
    if language == "zh_CN":
        return "两" if count == 2 else numeral(count)
    return _ONES[count] if count < len(_ONES) else str(count)


def name(text: str) -> tuple[Inline, ...]:
    """A name, set to the character."""
    return (Text(text, name=True),)


def code(text: str | None) -> Value:
    """A credit code or account number: in the face whose figures are all of one width, never parted."""
    return (Text(text, sans=True, whole=True),) if text else None


def account_number(text: str | None) -> tuple[Inline, ...]:
    """An account number in bold, in groups of four as banks write it."""
    digits = (text or "").replace(" ", "")
    if digits.isdigit():
        digits = " ".join(digits[place : place + 4] for place in range(0, len(digits), 4))
    return (Text(digits, bold=True, sans=True, whole=True),)


def party_numbers(debtor: DebtorFacts) -> dict[str, Value]:
    """The debtor's number under its right label: a firm's credit code or a person's identity number."""
    return {
        "uscc": None if debtor.is_person else code(debtor.uscc),
        "id": code(debtor.uscc) if debtor.is_person else None,
    }


def contracts(items: Sequence[ItemFacts]) -> list[str]:
    """The contracts of some items, each once, in order."""
    return list(dict.fromkeys(item.contract for item in items if item.contract))


def one_contract(items: Sequence[ItemFacts]) -> str | None:
    """The contract all items belong to; None where there are several, none, or items without."""
    found = {item.contract or None for item in items}
    return found.pop() if len(found) == 1 else None
