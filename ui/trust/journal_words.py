"""What stands in the journal, as a clerk reads it."""

from __future__ import annotations

import re

from models.clock import instant
from models.queries.journal_entries import Detail, Value
from ui.common.formats import Formats
from ui.problems import catalogue, worded

_COUNTED = "{"
_RUN = re.compile(r"[!-~]{24}")


class JournalWords:
    """Words for acts, tables and values; what has none is shown as it is written."""

    def __init__(self, formats: Formats) -> None:
        self.formats, self.known = formats, catalogue(formats.language)

    def act(self, verb: str) -> str:
        """What was done."""
        told = self.known.get(f"verb_{verb}") or self.known.get(f"done_{verb}", "")
        if told and _COUNTED not in told:
            return told
        way, _, base = verb.partition("_")
        if way in ("undo", "redo") and base:
            return worded(
                "done_undone" if way == "undo" else "done_again",
                self.formats.language,
                {"what": self.act(base)},
            )
        return verb

    def table(self, name: str) -> str:
        """What kind of record."""
        return self.known.get(f"table_{name}", name)

    def column(self, name: str) -> str:
        """What kind of value."""
        return self.known.get(f"column_{name}", name)

    def change(self, one: Detail) -> tuple[str, str]:
        """A value's place, and what became of it."""
        column = self.column(one.column)
        where = column if one.kind == "state" else f"{self.table(one.table)} {one.key} · {column}"
        before, after = self._value(one, one.before), self._value(one, one.after)
        if one.kind == "change":
            return where, f"{before or '—'} → {after or '—'}"
        return where, f"{before} → —" if one.kind == "remove" else after

    def _value(self, one: Detail, value: Value) -> str:
        if value is None:
            return ""
        column = one.column
        if one.is_truth:
            return self.known["truth_yes" if value else "truth_no"]
        if column.endswith("fen") and isinstance(value, int):
            return self.formats.amount(value)
        if column.endswith("_at") and isinstance(value, str) and value:
            return self.formats.moment(instant(value))
        return shortened(str(value)) if column == "sha256" else breakable(str(value))


def shortened(sealed: str) -> str:
    """The beginning of a hash: enough to tell two apart; the export has the whole."""
    return f"{sealed[:16]}…"


def breakable(words: str) -> str:
    """The same with places at which a line may end: what is written without a space would be cut off."""
    return _RUN.sub(lambda run: f"{run[0]}\u200b", words)
