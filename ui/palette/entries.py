"""What the palette finds of debtors and commands: by name, initials, code, USCC or the end of a telephone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from models.actions.initials import initials_of
from models.queries.claims import ClaimRow
from models.store import Store
from ui.commands import Command
from ui.common.formats import Formats

DEBTORS, PEOPLE, CLAIMS, PAPERS, COMMANDS = 6, 4, 4, 4, 12
"""So many of each are shown at most."""


@dataclass(frozen=True)
class Found:
    """One row: words, what stands at the right, icon and key; ``run`` None makes it the title of a section.

    ``second`` is what Ctrl Enter does with it.
    """

    words: str
    run: Callable[[], object] | None = None
    icon: str = ""
    aside: str = ""
    key: str = ""
    second: Callable[[], object] | None = None


@dataclass(frozen=True)
class DebtorEntry:
    """A debtor to be found, with what it owes."""

    id: int
    name: str
    text: str
    initials: str
    tail: str
    balance: str
    late: str


def debtor_entries(store: Store, rows: Iterable[ClaimRow], formats: Formats) -> list[DebtorEntry]:
    """Every debtor with its open balance; those without any owe nothing."""
    owed: dict[int, dict[str, int]] = {}
    late: dict[int, int] = {}
    for row in rows:
        sums = owed.setdefault(row.debtor_id, {})
        sums[row.currency] = sums.get(row.currency, 0) + row.balance_fen
        late[row.debtor_id] = max(late.get(row.debtor_id, 0), row.days_overdue)
    found = []
    for key, name, initials, phone, code, uscc in store.database.execute_sql(
        "SELECT id, name, initials, phone, code, uscc FROM debtor ORDER BY name"
    ):
        sums = owed.get(key) or {"CNY": 0}
        balance = formats.listed(formats.short(fen, currency) for currency, fen in sums.items())
        days = late.get(key, 0)
        digits = digits_of(phone or "")
        text = f"{name} {code or ''} {uscc or ''}".casefold()
        found.append(
            DebtorEntry(key, name, text, initials, digits, balance, formats.overdue(days) if days else "")
        )
    return found


def debtors_matching(entries: Sequence[DebtorEntry], words: str) -> list[DebtorEntry]:
    """The best first: the initials or the name begin so, then contain it, then the telephone ends so."""
    sought = words.casefold()
    ranked: list[tuple[int, DebtorEntry]] = []
    for entry in entries:
        rank = _rank(entry, sought)
        if rank is not None:
            ranked.append((rank, entry))
    ranked.sort(key=lambda pair: (pair[0], not pair[1].late, len(pair[1].name)))
    return [entry for _, entry in ranked[:DEBTORS]]


def _rank(entry: DebtorEntry, sought: str) -> int | None:
    if entry.text.startswith(sought):
        return 0
    if entry.initials.startswith(sought):
        return 1
    if sought in entry.text:
        return 2
    if sought in entry.initials:
        return 3
    if is_tail(sought) and entry.tail.endswith(digits_of(sought)):
        return 4
    return None


def digits_of(words: str) -> str:
    """The digits alone: telephones are written with blanks and strokes."""
    return "".join(character for character in words if character.isdigit())


def is_tail(words: str) -> bool:
    """Whether it may be the end of a telephone number: four digits or more, and nothing but strokes beside."""
    return len(digits_of(words)) >= 4 and all(part.isdigit() for part in words.replace("-", " ").split())


def commands_matching(commands: Sequence[Command], words: str) -> list[Command]:
    """Commands whose words contain it, or whose initials do."""
    sought = words.casefold()
    if not sought:
        return list(commands[:COMMANDS])
    hits = [each for each in commands if sought in each.words.casefold() or sought in initials_of(each.words)]
    return hits[:COMMANDS]
