"""Bytes of a text file made characters: byte order mark, UTF-8, UTF-16, then GB18030; never guessed otherwise."""

from __future__ import annotations

import codecs

from models.rules.problems import Problem, Refused

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decoded(data: bytes) -> str:
    """The text of a file, each encoding tried strictly. Raises Refused where none fits or it is no text at all."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding)
    if b"\0" in data[:4096]:
        head = data[:4096]
        return _strict(data, "utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be")
    for encoding in ("utf-8", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refused(Problem("ledger_encoding_unknown"))


def _strict(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise Refused(Problem("ledger_encoding_unknown")) from None
    if "\0" in text[:4096]:
        raise Refused(Problem("ledger_not_a_table"))
    return text
