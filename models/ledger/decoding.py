"""Bytes of a text file made characters: what is certain is read, what is not is guessed by name, and said."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice

from models.rules.problems import Problem, Refused

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ALIASES = {
    "utf_8": "utf-8", "utf_8_sig": "utf-8",
    "utf_16": "utf-16", "utf_16_le": "utf-16-le", "utf_16_be": "utf-16-be", "utf_32": "utf-32",
    "gb2312": "gb18030", "gbk": "gb18030", "cp936": "gb18030", "gb18030": "gb18030",
    "big5": "big5hkscs", "cp950": "big5hkscs", "big5hkscs": "big5hkscs", "big5_hkscs": "big5hkscs",
    "shift_jis": "cp932", "cp932": "cp932",
    "latin_1": "cp1252", "iso8859_1": "cp1252", "cp1252": "cp1252",
}  # fmt: skip
"""What codes are read, by Python's names for them: each by the widest of its family."""
_OFFERED = ("utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
"""What the clerk may choose in any case."""
_ORDERS = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}
_LOOKED_AT = 200_000
_PREVIEW_LINES, _PREVIEW_WIDTH = 6, 200
_DAMAGE = 0.05
"""Of the letters beyond ASCII this part may be broken: old programs cut fields in the middle of a character."""
_CERTAIN, _LIKELY = 0.8, 0.4
_LONELY = 0.6
_HIGH = re.compile(rb"[\x80-\xff]+")
_LOST = "\ufffd"


@dataclass(frozen=True)
class Decoded:
    """The text of a file. ``certain`` is False where another encoding would have made a text of it too.

    ``damaged`` counts the characters that could not be read and stand as U+FFFD.
    """

    text: str
    encoding: str
    certain: bool
    damaged: int = 0


@dataclass(frozen=True)
class Choice:
    """One way to read a text file: the encoding, whether it is certain, and the first lines as they would read."""

    encoding: str
    certain: bool
    preview_lines: tuple[str, ...]


def decoded(data: bytes, encoding: str | None = None) -> Decoded:
    """The text of a file, in the encoding asked for or the one it shows.

    Byte order mark, then strict UTF-8, then UTF-16 by its noughts, then GB18030 where that gives everyday Chinese:
    these are certain. Big5, Shift-JIS and Latin-1 are guesses. Raises Refused where none fits, where the one asked
    for does not, and for what is no text at all.
    """
    return _forced(data, encoding) if encoding else _found(data)


def choices(data: bytes) -> tuple[Choice, ...]:
    """The encodings that would make a text of the file, the one that is taken first, then the others people use.

    What the last ones make of it is seldom a text; the clerk sees that. None for what is no text at all.
    """
    head = data[:_LOOKED_AT]
    try:
        found = [decoded(data), *([] if b"\0" in head else _candidates(head))]
    except Refused as refused:
        if refused.problems[0].code != "ledger_encoding_unknown":
            return ()
        found = []
    seen = {each.encoding: each for each in reversed(found)}
    known = [each for each in found if seen[each.encoding] is each]
    others = [name for name in _OFFERED if name not in seen and not _is_marked(data, name)]
    return (
        *(Choice(each.encoding, each is found[0] and each.certain, _preview(each.text)) for each in known),
        *(Choice(name, False, _preview(head.decode(name, "replace"))) for name in others),
    )


def _is_marked(data: bytes, name: str) -> bool:
    """Whether the byte order mark of a file says this encoding, which then has the name without its order."""
    return name in _ORDERS and data.startswith(_ORDERS[name])


def encoding_named(name: str) -> str:
    """Our name of an encoding a person typed. Raises Refused for one that is not read here."""
    try:
        python_name = codecs.lookup(name).name.replace("-", "_")
    except LookupError:
        python_name = ""
    if python_name not in _ALIASES:
        known = ", ".join(dict.fromkeys(_ALIASES.values()))
        raise Refused(Problem("ledger_no_such_encoding", {"encoding": name, "encodings": known}))
    return _ALIASES[python_name]


def _forced(data: bytes, name: str) -> Decoded:
    encoding = encoding_named(name)
    made = _made(data, encoding)
    if made is None or (b"\0" in data[:4096] and "\0" in made.text[:4096]):
        raise Refused(Problem("ledger_encoding_wrong", {"encoding": encoding}))
    return made


def _found(data: bytes) -> Decoded:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding)
    if b"\0" in data[:4096]:
        head = data[:4096]
        return _strict(data, "utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be")
    try:
        text = data.decode("utf-8")
        return Decoded(text, "utf-8", data.isascii() or not _could_be_chinese(text, data))
    except UnicodeDecodeError:
        return _guessed(data)


def _strict(data: bytes, encoding: str) -> Decoded:
    try:
        text = data.decode("utf-8-sig" if encoding == "utf-8" else encoding)
    except UnicodeDecodeError:
        raise Refused(Problem("ledger_encoding_unknown")) from None
    if "\0" in text[:4096]:
        raise Refused(Problem("ledger_not_a_table"))
    return Decoded(text, encoding, certain=True)


def _could_be_chinese(text: str, data: bytes) -> bool:
    """A few Chinese characters in GB18030 may pass for Greek or Arabic letters in UTF-8."""
    if any(letter >= "\u0800" for letter in text):
        return False
    chinese = _made(data[:_LOOKED_AT], "gb18030")
    return chinese is not None and _everyday_chinese(chinese.text, b"") >= _CERTAIN


def _guessed(data: bytes) -> Decoded:
    """GB18030 where it reads as Chinese, else the likeliest of the others. Raises Refused where nothing does."""
    ranked = _candidates(data[:_LOOKED_AT])
    for candidate in ranked:
        if whole := _made(data, candidate.encoding):
            certain = candidate.certain and not whole.damaged
            return Decoded(whole.text, whole.encoding, certain, whole.damaged)
    raise Refused(Problem("ledger_encoding_unknown"))


def _candidates(head: bytes) -> list[Decoded]:
    """The encodings of one byte order in which the head reads as words, the likeliest first."""
    found: list[tuple[float, Decoded]] = []
    for encoding, share in _EVERYDAY.items():
        made = _made(head, encoding)
        if made is not None and (likely := share(made.text, head)) >= _LIKELY:
            certain = encoding == "gb18030" and likely >= _CERTAIN
            found.append((likely + certain, Decoded(made.text, encoding, certain, made.damaged)))
    return [each for _, each in sorted(found, key=lambda pair: -pair[0])]


def _made(data: bytes, encoding: str) -> Decoded | None:
    """The text with few characters lost, or None where many are; the last one may be torn by the cut."""
    text = data.decode("utf-8-sig" if encoding == "utf-8" else encoding, "replace")
    damaged = text.count(_LOST)
    foreign = sum(not letter.isascii() for letter in text) if damaged else 0
    return Decoded(text, encoding, True, damaged) if damaged <= 1 + foreign * _DAMAGE else None


def _share(text: str, is_everyday: Callable[[str], bool]) -> float:
    foreign = [letter for letter in text if not letter.isascii()]
    known = {letter for letter in set(foreign) if is_everyday(letter)}
    return sum(letter in known for letter in foreign) / len(foreign) if foreign else 0.0


def _lead(letter: str, encoding: str) -> int:
    """The first of the two bytes of a character, 0 where the encoding has none for it."""
    coded = letter.encode(encoding, "ignore")
    return coded[0] if len(coded) == 2 else 0


def _damaged_utf8(text: str, _: bytes) -> float:
    """Nearly all of it fits: no other encoding looks like that."""
    return 1.0 - _share(text, lambda letter: letter == _LOST) / _DAMAGE


def _everyday_chinese(text: str, _: bytes) -> float:
    """The characters of GB2312, and the traditional ones of Big5 that firms there use in their names."""
    return _share(
        text, lambda letter: _lead(letter, "gb2312") >= 0xA1 or 0xA4 <= _lead(letter, "big5") <= 0xC6
    )


def _everyday_big5(text: str, _: bytes) -> float:
    return _share(text, lambda letter: 0xA1 <= _lead(letter, "big5") <= 0xC6)


def _everyday_japanese(text: str, _: bytes) -> float:
    return _share(text, lambda letter: 0x81 <= _lead(letter, "cp932") <= 0x97)


def _lonely_letters(_: str, data: bytes) -> float:
    """How often a letter with a mark stands alone between plain ones, as in the languages of Europe."""
    runs = _HIGH.findall(data)
    lonely = sum(len(run) == 1 for run in runs) / len(runs) if runs else 0.0
    return lonely if lonely > _LONELY else 0.0


_EVERYDAY: dict[str, Callable[[str, bytes], float]] = {
    "utf-8": _damaged_utf8,
    "gb18030": _everyday_chinese,
    "big5hkscs": _everyday_big5,
    "cp932": _everyday_japanese,
    "cp1252": _lonely_letters,
}


def _preview(text: str) -> tuple[str, ...]:
    lines = (line.strip("\r") for line in text[:_LOOKED_AT].split("\n"))
    filled = [line[:_PREVIEW_WIDTH] for line in islice(filter(str.strip, lines), _PREVIEW_LINES)]
    return tuple(
        "".join(letter if letter.isprintable() or letter == "\t" else _LOST for letter in line)
        for line in filled
    )
