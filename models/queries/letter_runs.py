"""Runs of letters with what became of everyone they proposed, and what of them is still to be printed or copied."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from peewee import JOIN

from models.queries.letter_rows import LetterRow, letter_rows
from models.store import Store
from models.tables import Debtor, Guarantor, Letter, LetterRun, LetterRunLine

OUTCOMES = ("issued", "left_out", "postponed", "barred")


@dataclass(frozen=True)
class RunRow:
    """One run; ``counts`` says how many of those proposed had which outcome.

    Of its letters that stand ``unprinted`` wait for the printer, ``uncopied`` for their copy in the file, ``posted``
    are on their way or there, ``answered`` have a result of the post; ``voided`` do not stand any more.
    """

    id: int
    kind: str
    issued_on: date
    issued_by: str
    override_why: str | None
    counts: dict[str, int]
    unprinted: int
    uncopied: int
    posted: int
    answered: int
    voided: int

    @property
    def letters(self) -> int:
        """How many letters were issued."""
        return self.counts.get("issued", 0)

    @property
    def printed(self) -> int:
        """How many of those that stand came out of a printer."""
        return self.letters - self.voided - self.unprinted

    @property
    def copied(self) -> int:
        """Of how many of those that stand a copy is in the file."""
        return self.letters - self.voided - self.uncopied


@dataclass(frozen=True)
class LineRow:
    """What a run made of one addressee. ``why`` is the clerk's reason, of a barred one the code of the hindrance."""

    debtor_id: int
    debtor: str
    guarantor: str | None
    currency: str
    outcome: str
    why: str | None
    until_on: date | None
    letter: int | None


@dataclass(frozen=True)
class FileCopy:
    """The copy of a letter in the firm's file: since when, and who put it there."""

    at: datetime
    by: str


_NONE = (0, 0, 0, 0, 0, 0)
_LETTERS = """
SELECT run_id, count(*), sum(stands AND printed_at IS NULL), sum(stands AND copied_at IS NULL),
       sum(stands AND mailed_on IS NOT NULL), sum(stands AND result IS NOT NULL), sum(NOT stands)
FROM (SELECT *, voided_at IS NULL AS stands FROM letter) GROUP BY run_id
"""


def run_rows(store: Store) -> list[RunRow]:
    """Every run, the newest first; one from before lines were kept counts its letters."""
    counts: dict[int, dict[str, int]] = {}
    for run, outcome, number in store.database.execute_sql(
        "SELECT run_id, outcome, count(*) FROM letter_run_line GROUP BY run_id, outcome"
    ):
        counts.setdefault(run, {})[outcome] = number
    letters = {run: tuple(told) for run, *told in store.database.execute_sql(_LETTERS)}
    return [
        RunRow(
            row.id, row.kind, row.issued_on, row.issued_by, row.override_why,
            counts.get(row.id) or {"issued": letters.get(row.id, _NONE)[0]}, *letters.get(row.id, _NONE)[1:],
        )
        for row in LetterRun.select().order_by(LetterRun.id.desc()).execute(store.database)
    ]  # fmt: skip


def run_lines(store: Store, run: int) -> list[LineRow]:
    """What a run made of everyone it proposed, in its order."""
    query = (
        LetterRunLine.select(LetterRunLine, Debtor, Guarantor)
        .join(Debtor)
        .switch(LetterRunLine)
        .join(Guarantor, JOIN.LEFT_OUTER)
        .where(LetterRunLine.run == run)
        .order_by(LetterRunLine.id)
    )
    return [
        LineRow(
            row.debtor_id, row.debtor.name, row.guarantor.name if row.guarantor_id else None, row.currency,
            row.outcome, row.why, row.until_on, row.letter_id,
        )
        for row in query.execute(store.database)
    ]  # fmt: skip


def letters_of_run(
    store: Store, run: int, *, unprinted: bool = False, uncopied: bool = False
) -> list[LetterRow]:
    """The letters of a run that stand, in the order of issuing; if asked, only those still to be done."""
    where = ("AND printed_at IS NULL " if unprinted else "") + ("AND copied_at IS NULL" if uncopied else "")
    sql = f"SELECT id FROM letter WHERE run_id = ? AND voided_at IS NULL {where} ORDER BY id"  # noqa: S608 (own words)
    keys = [key for (key,) in store.database.execute_sql(sql, (run,))]
    rows = {row.id: row for row in letter_rows(store, keys)}
    return [rows[key] for key in keys]


def copies_of(store: Store, letters: Iterable[int]) -> dict[int, FileCopy]:
    """Of which of these letters a copy is in the file."""
    query = Letter.select(Letter.id, Letter.copied_at, Letter.copied_by).where(
        Letter.copied_at.is_null(False)
    )
    wanted = set(letters)
    rows = query.tuples().execute(store.database)
    return {key: FileCopy(at, by) for key, at, by in rows if key in wanted}


def printed_before(store: Store, letters: Sequence[int]) -> int:
    """How many of a pile, from its first letter on, came out of a printer; 0 where all did: it is printed anew."""
    marks = ",".join("?" * len(letters))
    sql = f"SELECT id FROM letter WHERE printed_at IS NOT NULL AND id IN ({marks})"  # noqa: S608 (marks only)
    done = {key for (key,) in store.database.execute_sql(sql, tuple(letters))}
    return next((place for place, key in enumerate(letters) if key not in done), 0)
