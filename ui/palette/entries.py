"""What the palette finds: debtors by name, initials, number or telephone; claims; commands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from models.actions.initials import initials_of
from models.queries.claims import ClaimRow
from models.store import Store
from ui.commands import Command
from ui.common.formats import Formats

DEBTORS, CLAIMS, COMMANDS = 6, 4, 12
"""So many of each are shown at most."""


@dataclass(frozen=True)
class Found:
    """One row: words, what stands at the right, icon and key; ``run`` None makes it the title of a section."""

    words: str
    run: Callable[[], object] | None = None
    icon: str = ""
    aside: str = ""
    key: str = ""


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
    for key, name, initials, phone, code in store.database.execute_sql(
        "SELECT id, name, initials, phone, code FROM debtor ORDER BY name"
    ):
        sums = owed.get(key) or {"CNY": 0}
        balance = formats.listed(formats.short(fen, currency) for currency, fen in sums.items())
        days = late.get(key, 0)
        digits = "".join(character for character in phone or "" if character.isdigit())
        text = f"{name} {code or ''}".casefold()
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
    if len(sought) >= 4 and sought.isdigit() and entry.tail.endswith(sought):
        return 4
    return None


def claims_matching(rows: Iterable[ClaimRow], words: str) -> list[ClaimRow]:
    """Claims whose number or contract contains the words."""
    sought, found = words.casefold(), []
    for row in rows:
        if sought in (row.number or "").casefold() or sought in (row.contract or "").casefold():
            found.append(row)
            if len(found) == CLAIMS:
                break
    return found


def commands_matching(commands: Sequence[Command], words: str) -> list[Command]:
    """Commands whose words contain it, or whose initials do."""
    sought = words.casefold()
    if not sought:
        return list(commands[:COMMANDS])
    hits = [each for each in commands if sought in each.words.casefold() or sought in initials_of(each.words)]
    return hits[:COMMANDS]
