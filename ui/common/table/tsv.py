"""Rows as tab-separated text, as workbooks take it from the clipboard."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_NUMBER = re.compile(r"[+-]?[\d,]*\.?\d+%?")


def tab_text(rows: Iterable[Sequence[str]]) -> str:
    """One line a row. Tabs and line ends in a cell become spaces; what would be calculated is quoted."""
    return "\n".join("\t".join(_cell(words) for words in row) for row in rows)


def _cell(words: str) -> str:
    flat = re.sub(r"[\t\r\n]+", " ", words)
    live = flat[:1] in ("=", "+", "-", "@") and not _NUMBER.fullmatch(flat)
    return f"'{flat}" if live else flat
