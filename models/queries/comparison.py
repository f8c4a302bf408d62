"""How a ledger just read differs from the books: new, changed, the same, missing, doubtful."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from models.ledger.ledger_rows import LedgerRows
from models.ledger.proposal import CellProblem, LedgerRow, Proposal
from models.progress import collector_at_rest
from models.queries.ledger_lines import Held, Line, Lines, sums
from models.queries.missing import MissingAnswer, left_open
from models.queries.names import Alike, Names, names_of
from models.store import Store
from models.tables import Batch

Key = tuple[str, str | None]


@dataclass(frozen=True)
class Comparison:
    """A proposal against the books on the day the ledger speaks of. Nothing has been written.

    ``missing`` are claims still open, in a currency the ledger speaks of, that it does not name: they stay.
    ``elsewhere`` are those of them that this ledger may never have held: it names nothing of their debtor, and they
    came by hand or with a ledger of another shape. ``left_open`` says what the clerk answered on them last time.
    ``problems`` are the cells that cannot be taken over, the proposal's own among them. ``seq`` is the newest journal
    entry of those books. ``alike`` are names that may be known debtors; ``taken_for`` are those that count as one
    (name of the ledger → debtor's name), and ``chosen`` those of them the clerk settled for this import.
    """

    proposal: Proposal
    as_of: date
    lines: Lines
    missing: tuple[Held, ...]
    problems: tuple[CellProblem, ...]
    seq: int = 0
    alike: tuple[Alike, ...] = ()
    taken_for: Mapping[str, str] = field(default_factory=dict)
    chosen: Mapping[str, int | str] = field(default_factory=dict)
    elsewhere: frozenset[int] = frozenset()
    left_open: Mapping[int, MissingAnswer] = field(default_factory=dict)

    @cached_property
    def used_up(self) -> frozenset[int]:
        """Missing open credits of debtors the ledger names: it is likely that claims have used them up."""
        credits = [held for held in self.missing if held.open_fen < 0]
        named = set(self.debtors()) if credits else set()
        return frozenset(held.id for held in credits if held.debtor in named)

    def debtor_of(self, row: LedgerRow) -> str:
        """The name of the debtor under whom a row is booked."""
        return self._own_name(row.debtor)

    def _own_name(self, written: str) -> str:
        name = written.strip()
        return self.taken_for.get(name, name)

    def debtors(self) -> list[str]:
        """As ``debtor_of``, for every line: each name is looked up once, as names repeat."""
        written = self.lines.rows.column("debtor")
        owners = {name: self._own_name(name) for name in dict.fromkeys(written)}
        return [owners[name] for name in written]

    def count(self, outcome: str) -> int:
        """How many rows are new, changed or the same."""
        return self.lines.column("outcome").count(outcome)

    @property
    def doubtful(self) -> int:
        """How many rows a person should look at."""
        return sum(map(bool, self.lines.column("doubts")))

    def doubtful_lines(self) -> list[Line]:
        """Those rows, in the order of the sheet."""
        return [self.lines[at] for at, doubts in enumerate(self.lines.column("doubts")) if doubts]


def compare(
    store: Store,
    proposal: Proposal,
    today: date,
    as_of: date | None = None,
    *,
    same_as: Mapping[str, int | str] = {},
) -> Comparison:
    """Hold a proposal against the books as of its day: as told, else its own, never after today.

    ``same_as`` is what the clerk settled for this import: this name of the ledger is that debtor, by its key, or by
    another name of the same ledger. Refused (``unknown_debtor``) where there is no such debtor.
    """
    with collector_at_rest():
        return _compared(store, proposal, today, as_of or min(proposal.as_of or today, today), same_as)


def _compared(
    store: Store, proposal: Proposal, today: date, day: date, same_as: Mapping[str, int | str]
) -> Comparison:
    rows, problems = _sieve(proposal, today)
    seq, _ = store.journal_head()
    names = names_of(store)
    names.choose(same_as, rows)
    alike = names.alike(rows)
    books = _held(store, day)
    spent = _spent(proposal, books, names)
    if spent:
        gone = {row.row for row in spent}
        proposal = replace(proposal, skipped=tuple(each for each in proposal.skipped if each.row not in gone))
        rows = LedgerRows.of([*rows, *spent])
    spelled = {name: names.debtor(name) for name in set(rows.column("debtor"))}
    lines = _lines(rows, books, spelled, _paid_later(store, rows, day))
    missing = _missing(books, {held.id for held in lines.column("held") if held}, rows)
    return Comparison(
        proposal,
        day,
        lines.with_doubts({each.rows[0]: each.why for each in alike}),
        missing,
        (*proposal.problems, *problems),
        seq,
        alike,
        {name.strip(): other for name, other in spelled.items() if name.strip() != other},
        dict(same_as),
        _elsewhere(store, proposal, missing, set(spelled.values())),
        left_open(store, [held.id for held in missing]),
    )


def _missing(books: Mapping[Key, Sequence[Held]], matched: Set[int], rows: LedgerRows) -> tuple[Held, ...]:
    """Open claims that no row names; of a currency the ledger does not use it says nothing."""
    currencies = set(rows.column("currency"))
    return tuple(
        held
        for group in books.values()
        for held in group
        if held.open_fen and held.currency in currencies and held.id not in matched
    )


def _spent(proposal: Proposal, books: Mapping[Key, Sequence[Held]], names: Names) -> list[LedgerRow]:
    """Receipts that pay claims by now and that the books still hold as open credits: nothing is left of those.

    Without a number it is the credit of just its sum that no row of the ledger speaks of any more.
    """
    standing = Counter(
        (names.debtor(row.debtor), row.balance_fen)
        for row in (proposal.rows if proposal.spent else ())
        if row.number is None and row.balance_fen < 0
    )
    found = []
    for each in proposal.spent:
        debtor = names.debtor(each.debtor)
        held = [one for one in books.get((debtor, each.number), ()) if one.open_fen and one.amount_fen < 0]
        if each.number is None:
            held = [one for one in held if one.amount_fen == -each.fen][standing[debtor, -each.fen] :]
            standing[debtor, -each.fen] += bool(held)
        if held:
            found.append(LedgerRow(each.row, each.debtor, number=each.number, currency=each.currency))
    return found


def _elsewhere(
    store: Store, proposal: Proposal, missing: Sequence[Held], debtors: Set[str]
) -> frozenset[int]:
    """Missing claims of debtors the ledger does not name, that came by hand or with a ledger of another shape."""
    alike = Batch.select(Batch.id).where(Batch.signature == proposal.signature)
    of_this_shape = {batch for (batch,) in alike.tuples().execute(store.database)}
    return frozenset(
        held.id for held in missing if held.debtor not in debtors and held.batch not in of_this_shape
    )


def _sieve(proposal: Proposal, today: date) -> tuple[LedgerRows, list[CellProblem]]:
    """Rows that can be booked; one that was settled on a day to come cannot."""
    rows = LedgerRows.of(proposal.rows)
    ahead = [at for at, day in enumerate(rows.column("settled_on")) if day is not None and day > today]
    if not ahead:
        return rows, []
    column = column_letters(proposal, "settled_on")
    problems = [
        CellProblem(
            proposal.cell_name(column, row.row),
            "settled_after_today",
            str(row.settled_on),
            {"today": str(today)},
            row.row,
        )
        for row in map(rows.__getitem__, ahead)
    ]
    gone = set(ahead)
    return LedgerRows.of([row for at, row in enumerate(rows) if at not in gone]), problems


def column_letters(proposal: Proposal, field: str) -> str:
    """The letters of the column a field was read from, ``G``; the first column where it was read from none."""
    heading = proposal.columns.get(field)
    index = next((each.column for each in proposal.headings if each.heading == heading), 0)
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


# Money of a day unknown, told by a later ledger, may have come in before this one's day: it is not counted again.
_HELD = """
SELECT c.id, d.name, c.number, c.amount_fen, c.due_on,
       coalesce((SELECT sum(s.fen) FROM share s JOIN receipt r ON r.id = s.receipt_id
                 WHERE s.claim_id = c.id
                   AND (r.received_on <= ? OR r.source = 'ledger' AND r.day_known = 0)), 0),
       c.amount_fen - coalesce((SELECT sum(s.fen) FROM share s WHERE s.claim_id = c.id), 0),
       c.currency, c.batch_id
FROM claim c JOIN debtor d ON d.id = c.debtor_id ORDER BY c.id
"""


def _held(store: Store, as_of: date) -> dict[Key, list[Held]]:
    books: dict[Key, list[Held]] = defaultdict(list)
    for row in store.database.connection().execute(_HELD, (as_of.isoformat(),)):
        due_on = date.fromisoformat(row[4]) if row[4] else None
        held = Held(row[0], row[1], row[2], row[3], due_on, *row[5:])
        books[held.debtor, held.number].append(held)
    return books


Later = dict[int, list[tuple[date, int]]]
"""Per claim: what was received after the ledger's day, by day."""


def _paid_later(store: Store, rows: LedgerRows, as_of: date) -> Later:
    """Receipts after the ledger's day; only asked where it names a settlement after its own day."""
    found: Later = defaultdict(list)
    if any(day is not None and day > as_of for day in rows.column("settled_on")):
        for claim, on, fen in store.database.execute_sql(
            "SELECT s.claim_id, r.received_on, s.fen FROM share s JOIN receipt r ON r.id = s.receipt_id "
            "WHERE r.received_on > ?",
            (as_of.isoformat(),),
        ):
            found[claim].append((date.fromisoformat(on), fen))
    return found


def _lines(
    rows: LedgerRows, books: Mapping[Key, list[Held]], spelled: Mapping[str, str], later: Later
) -> Lines:
    """Every row against the claim it speaks of; ``spelled`` are the debtors' own names by those of the rows."""
    keys = list(zip(map(spelled.__getitem__, rows.column("debtor")), rows.column("number"), strict=True))
    often = Counter(keys)
    if len(often) == len(rows) and books.keys().isdisjoint(often):
        return Lines.all_new(rows)
    groups: dict[Key, list[LedgerRow]] = defaultdict(list)
    for row, key in zip(rows, keys, strict=True):
        if key in books or often[key] > 1:
            groups[key].append(row)
    pairs: dict[int, Held] = {}
    twins: dict[int, str] = {}
    for key, group in groups.items():
        held = books.get(key, [])
        pairs.update(_pairs(group, held))
        if held:
            twins.update(
                {row.row: "other_currency" for row in group if row.row not in pairs and _foreign(row, held)}
            )
        if len(group) > 1:
            twins.update(_twins(group))
    return Lines.of(
        [_line(row, _held_on(row, pairs.get(row.row), later), twins.get(row.row)) for row in rows]
    )


def _pairs(group: Sequence[LedgerRow], candidates: Sequence[Held]) -> dict[int, Held]:
    """Rows of one key and their claims, of one currency: first by equal amount and due date, then in file order."""
    left = list(candidates)
    pairs: dict[int, Held] = {}
    for row in group:
        mark = (row.currency, _booked(row)[0], row.due_on)
        exact = next((held for held in left if (held.currency, held.amount_fen, held.due_on) == mark), None)
        if exact is not None:
            pairs[row.row] = exact
            left.remove(exact)
    for row in group:
        rest = next((held for held in left if held.currency == row.currency), None)
        if rest is not None and row.row not in pairs:
            pairs[row.row] = rest
            left.remove(rest)
    return pairs


def _foreign(row: LedgerRow, held: Sequence[Held]) -> bool:
    return all(each.currency != row.currency for each in held)


def _held_on(row: LedgerRow, held: Held | None, later: Later) -> Held | None:
    """The claim with what was received up to the day of settlement, where the row names one after its ledger's."""
    if held is None or row.settled_on is None or held.id not in later:
        return held
    more = sum(fen for on, fen in later[held.id] if on <= row.settled_on)
    return held._replace(paid_fen=held.paid_fen + more)


def _twins(group: Sequence[LedgerRow]) -> dict[int, str]:
    """Which rows repeat another of this file: wholly equal, or of the same number with other sums or days."""
    seen: set[LedgerRow] = set()
    found: dict[int, str] = {}
    for row in group:
        bare = row._replace(row=0, debtor="")
        if bare in seen:
            found[row.row] = "equal_row"
        elif seen and row.number is not None:
            found[row.row] = "same_number"
        seen.add(bare)
    return found


def _line(row: LedgerRow, held: Held | None, twin: str | None) -> Line:
    doubts: tuple[str, ...] = (twin,) if twin else ()
    amount, paid = _booked(row)
    if held is None:
        return Line(row, "new", None, amount, paid, paid, doubts)
    more = paid - held.paid_fen
    # An older ledger read after a newer one never pays more than what is still open.
    still_open = max(0, amount - held.amount_fen + held.open_fen)
    if more < 0 or more > still_open:
        doubts += ("ledger_behind",)
        more = min(more, still_open)
    # A ledger without a due date says nothing of it: the one in the books stays.
    moved = row.due_on is not None and row.due_on != held.due_on
    changed = amount != held.amount_fen or moved or more > 0
    return Line(row, "changed" if changed else "same", held, amount, paid, max(0, more), doubts)


def _booked(row: LedgerRow) -> tuple[int, int]:
    return sums(row.amount_fen, row.paid_fen, row.balance_fen)
