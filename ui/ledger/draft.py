"""A ledger on its way in: where it comes from, how it is read, how it differs from the books. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from models.actions.backups import keep_before_import
from models.actions.desk import Desk
from models.actions.imports import Imported, take_over
from models.actions.names import keep_apart
from models.ledger.decoding import Choice
from models.ledger.grid import Grid
from models.ledger.reading import encodings_of, grid_of_clipboard, read_grid
from models.ledger.statement_headings import looks_like_statement
from models.ledger.understanding import understand
from models.progress import Progress, silent
from models.queries.comparison import Comparison, compare
from models.queries.ledger_lines import Lines
from models.queries.missing import MissingAnswer, fits
from models.queries.settings import kept_under
from models.rules.problems import Refused
from models.store import Store
from models.store.backup import file_hash

FieldMapping = Mapping[str, str | None]


@dataclass(frozen=True)
class Source:
    """A file, or the text of the clipboard; ``name`` is what the window and the journal call it."""

    name: str
    path: Path | None = None
    text: str = ""


@dataclass(frozen=True)
class Unsure:
    """A text file whose encoding only a person can tell: the ways to read it, and the likeliest."""

    encodings: tuple[Choice, ...]
    likeliest: str | None


@dataclass(frozen=True)
class Draft:
    """A ledger read and compared; nothing has been written.

    ``mapping`` is {field: heading}, None leaving a field out; None where the headings spoke for themselves.
    ``remembered`` says it was known from an earlier ledger of this shape; ``encodings`` are the ways to read a text
    file; ``like_statement``: it looks like a bank's statement. What the clerk has said: ``corrections`` {cell: text},
    ``left_out`` the rows not wanted, ``settlements`` {row of a receipt: rows of the invoices it pays}, ``same_as``
    {name of the ledger: debtor}, ``answers`` on missing claims by their key, ``typed_total_fen`` the sum of the
    balances by another source.
    """

    source: Source
    grid: Grid
    comparison: Comparison
    mapping: FieldMapping | None = None
    remembered: bool = False
    encodings: tuple[Choice, ...] = ()
    like_statement: bool = False
    corrections: Mapping[str, str] = field(default_factory=dict)
    left_out: frozenset[int] = frozenset()
    settlements: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    same_as: Mapping[str, int | str] = field(default_factory=dict)
    answers: Mapping[int, MissingAnswer] = field(default_factory=dict)
    typed_total_fen: int | None = None

    @property
    def to_book(self) -> Comparison:
        """The comparison without the rows left out."""
        if not self.left_out:
            return self.comparison
        lines = [line for line in self.comparison.lines if line.row.row not in self.left_out]
        return replace(self.comparison, lines=Lines.of(lines))

    @property
    def standing_answers(self) -> dict[int, MissingAnswer]:
        """The answers on claims that are still missing as the ledger is read now."""
        missing = {held.id for held in self.comparison.missing}
        return {claim: answer for claim, answer in self.answers.items() if claim in missing}


def opened(
    store: Store,
    today: date,
    source: Source,
    *,
    sheet: str | None = None,
    password: str | None = None,
    encoding: str | None = None,
    progress: Progress = silent,
) -> Draft | Unsure:
    """Read a source and compare it, its columns as they were matched the last time. Raises Refused.

    A text that reads in several encodings, or in none for sure, is not understood until one is given.
    """
    if source.path is None:
        grid = grid_of_clipboard(source.text)
    else:
        try:
            grid = read_grid(
                source.path, sheet=sheet, password=password, encoding=encoding, progress=progress
            )
        except Refused as refused:
            if encoding is not None or refused.problems[0].code != "ledger_encoding_unknown":
                raise
            return Unsure(encodings_of(source.path), None)
    encodings = encodings_of(source.path) if source.path is not None and grid.encoding else ()
    if len(encodings) > 1 and not grid.encoding_certain and encoding is None:
        return Unsure(encodings, grid.encoding)
    proposal = understand(grid)
    mapping = kept_under(store, "mapping:").get(proposal.signature)
    if mapping is not None and mapping != dict(proposal.columns):
        proposal = understand(grid, mapping)
    comparison = compare(store, proposal, today)
    like_statement = source.path is not None and mapping is None and looks_like_statement(grid)
    return Draft(source, grid, comparison, mapping, mapping is not None, encodings, like_statement)


def reread(store: Store, today: date, draft: Draft) -> Draft:
    """The same cells understood and compared anew, as the clerk has said. Raises Refused."""
    proposal = understand(draft.grid, draft.mapping, draft.corrections, draft.settlements)
    return replace(draft, comparison=compare(store, proposal, today, same_as=draft.same_as))


def with_mapping(store: Store, today: date, draft: Draft, mapping: FieldMapping) -> Draft:
    """The same ledger with its columns matched otherwise. Raises Refused."""
    return reread(store, today, replace(draft, mapping=mapping or None))


def with_correction(store: Store, today: date, draft: Draft, cell: str, words: str) -> Draft:
    """The same ledger with one cell read as the clerk typed it; the file is not touched. Raises Refused."""
    return reread(store, today, replace(draft, corrections={**draft.corrections, cell: words}))


def with_settlement(
    store: Store, today: date, draft: Draft, receipt: int, invoices: Iterable[int] | None
) -> Draft:
    """The same ledger with a receipt paying these rows; None leaves it to the rules again. Raises Refused."""
    settlements = {row: rows for row, rows in draft.settlements.items() if row != receipt}
    if invoices is not None:
        settlements[receipt] = tuple(invoices)
    return reread(store, today, replace(draft, settlements=settlements))


def with_same_debtor(store: Store, today: date, draft: Draft, name: str, other: int | str | None) -> Draft:
    """The same ledger with a name taken for another debtor's, or (None) for its own again. Raises Refused."""
    same_as = {each: debtor for each, debtor in draft.same_as.items() if each != name}
    if other is not None:
        same_as[name] = other
    return reread(store, today, replace(draft, same_as=same_as))


def with_names_apart(desk: Desk, draft: Draft, name: str, other: str) -> Draft:
    """Two names are two debtors, and are never suggested as one again: kept at once. Raises Refused."""
    keep_apart(desk, name, other)
    same_as = {each: debtor for each, debtor in draft.same_as.items() if each != name}
    return reread(desk.store, desk.today, replace(draft, same_as=same_as))


def with_answers(draft: Draft, claims: Iterable[int], answer: MissingAnswer | None) -> Draft:
    """The same ledger with this said of those missing claims of which it can be; None takes back what was said."""
    chosen = set(claims)
    answers = {claim: said for claim, said in draft.answers.items() if claim not in chosen}
    if answer is not None:
        missing = [held for held in draft.comparison.missing if held.id in chosen]
        answers.update({held.id: answer for held in missing if fits(answer.kind, held.open_fen)})
    return replace(draft, answers=answers)


def toggled(draft: Draft, row: int) -> Draft:
    """The same ledger with one row left out, or taken in again."""
    return replace(draft, left_out=draft.left_out ^ {row})


def booked(desk: Desk, draft: Draft, reason: str, progress: Progress) -> Imported:
    """Take the ledger over into the books, in one act, after a backup of what was there. Raises Refused."""
    path = draft.source.path
    keep_before_import(desk)
    return take_over(
        desk,
        draft.to_book,
        draft.source.name,
        file_hash(path) if path else None,
        progress,
        mapping=draft.mapping,
        difference_reason=reason.strip() or None,
        answers=draft.standing_answers,
    )
