"""Everything the palette looks in, read once and kept until something is written."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from PySide6.QtCore import QObject, Signal

from models.actions.initials import initials_of
from models.progress import Progress
from models.queries.claims import ClaimRow
from models.store import Store
from ui.common.formats import Formats
from ui.context import AppContext
from ui.palette.entries import DebtorEntry, debtor_entries


@dataclass(frozen=True)
class PersonEntry:
    """Somebody who speaks for a debtor, with the telephone or address; ``tail`` are the digits of it."""

    name: str
    role: str
    value: str
    debtor_id: int
    debtor: str
    text: str
    initials: str
    tail: str


@dataclass(frozen=True)
class PaperEntry:
    """A letter or a plan by its number; ``evidence`` is its PDF."""

    number: str
    kind: str
    debtor: str
    evidence: int
    text: str


class Lookup:
    """Finds words in many short texts at once, in one search through all of them."""

    def __init__(self, texts: Iterable[str]) -> None:
        """``texts`` hold no line break."""
        lines = list(texts)
        self._joined = "\n".join(lines)
        self._starts = [0, *accumulate(len(line) + 1 for line in lines)]

    def places(self, words: str, limit: int) -> list[int]:
        """The places of the first texts that contain the words."""
        found: list[int] = []
        at = self._joined.find(words) if words else -1
        while at >= 0 and len(found) < limit:
            place = bisect_right(self._starts, at) - 1
            found.append(place)
            at = self._joined.find(words, self._starts[place + 1])
        return found


@dataclass(frozen=True)
class Index:
    """What is there to be found."""

    rows: Sequence[ClaimRow] = ()
    debtors: Sequence[DebtorEntry] = ()
    people: Sequence[PersonEntry] = ()
    papers: Sequence[PaperEntry] = ()
    claims: Lookup = field(default_factory=lambda: Lookup(()))
    texts_of_papers: Lookup = field(default_factory=lambda: Lookup(()))


_PEOPLE = """
SELECT c.name, c.role, c.value, c.debtor_id, d.name FROM contact c JOIN debtor d ON d.id = c.debtor_id
WHERE c.ended_at IS NULL ORDER BY c.id
"""
_PAPERS = """
SELECT number, kind, debtor, evidence, waybill FROM (
  SELECT l.number, l.kind, d.name AS debtor, l.evidence_id AS evidence, coalesce(l.waybill, '') AS waybill, l.id,
         1 AS sort
  FROM letter l JOIN debtor d ON d.id = l.debtor_id
  UNION ALL
  SELECT p.number, 'plan', d.name, coalesce(p.signed_id, p.draft_id), '', p.id, 0
  FROM plan p JOIN debtor d ON d.id = p.debtor_id)
ORDER BY sort, id DESC
"""


def read_index(store: Store, rows: Sequence[ClaimRow], formats: Formats) -> Index:
    """Everything, as of one moment; ``rows`` are the open claims."""
    people = [_person(*told) for told in store.database.execute_sql(_PEOPLE)]
    papers = [
        PaperEntry(number, kind, debtor, evidence, _line(number, waybill, waybill.replace(" ", "")))
        for number, kind, debtor, evidence, waybill in store.database.execute_sql(_PAPERS)
    ]
    return Index(
        rows,
        debtor_entries(store, rows, formats),
        people,
        papers,
        Lookup(_line(row.number or "", row.contract or "") for row in rows),
        Lookup(paper.text for paper in papers),
    )


def _person(name: str, role: str | None, value: str, debtor_id: int, debtor: str) -> PersonEntry:
    digits = "".join(character for character in value if character.isdigit())
    text = _line(name, role or "", value)
    return PersonEntry(name, role or "", value, debtor_id, debtor, text, initials_of(name), digits)


def _line(*parts: str) -> str:
    return " ".join(parts).replace("\n", " ").casefold()


class IndexKeeper(QObject):
    """Keeps the index of the last look; ``ready`` comes when it is of now."""

    ready = Signal()

    def __init__(
        self, context: AppContext, rows: Callable[[], Sequence[ClaimRow]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.context, self.rows = context, rows
        self.index = Index()
        self._mark: tuple[int, int] | None = None

    def refresh(self) -> None:
        """Read it again where anything was written since, in the reading lane; the old one serves meanwhile."""
        rows = self.rows()
        mark = (self.context.store.journal_head()[0], id(rows))
        if mark == self._mark:
            return
        store, formats = self.context.store, self.context.formats

        def work(_progress: Progress) -> Index:
            with store.reading():
                return read_index(store, rows, formats)

        self.context.jobs.read(work, lambda index: self._take(mark, index), owner=self)

    def _take(self, mark: tuple[int, int], index: Index) -> None:
        self._mark, self.index = mark, index
        self.ready.emit()
