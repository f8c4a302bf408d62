"""Ledgers that come by themselves: whatever is new in the watched folder is read, compared and taken over, or waits."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from models.actions.backups import keep_before_import
from models.actions.desk import Desk
from models.actions.evidence import sayable
from models.actions.imports import take_over
from models.changes import Changes
from models.ledger.confidence import DOUBTFUL
from models.ledger.grid import Grid
from models.ledger.proposal import Proposal
from models.ledger.reading import propose
from models.ledger.statement_headings import find_statement_layout
from models.ledger.watched_folder import Look, ledgers_in, lying_still, unchanged
from models.progress import Cancelled, Progress, silent
from models.queries.arrivals import (
    AGAIN,
    COUNTS,
    TAKEN,
    WAITING,
    looked_at,
    names_of_content,
    reasons_to_wait,
)
from models.queries.comparison import Comparison, compare
from models.queries.settings import kept_under, setting
from models.rules.problems import Problem, Refused
from models.settings import WATCH_STRICT
from models.store.backup import file_hash
from models.tables import Arrival

log = logging.getLogger(__name__)

PASSING = frozenset(
    ("ledger_locked", "ledger_not_there", "folder_busy", "disk_full", "folder_read_only", "books_changed")
)
"""What is over by the next look: the file is not counted as having come."""
MOST_TOLD = 20
"""So many warnings of one file are kept; the rest is seen when it is opened."""
TRIES, TRY_AGAIN_S = 6, 10
_STEPS = 100


@dataclass(frozen=True)
class Watched:
    """One look at the folder. ``arrivals`` are the keys of the files that had come, in the order they were taken.

    ``later`` says which files could not be taken yet: still being written, or open in another program.
    """

    arrivals: tuple[int, ...] = ()
    later: tuple[Problem, ...] = ()
    changes: Changes = field(default_factory=Changes)

    def then(self, next_look: Watched) -> Watched:
        """Both looks together; what could not be taken is what the second could not take."""
        arrivals = (*self.arrivals, *next_look.arrivals)
        return Watched(arrivals, next_look.later, self.changes | next_look.changes)


def watch(
    desk: Desk, folder: Path, progress: Progress = silent, pause: Callable[[int], object] = time.sleep
) -> Watched:
    """Take in every ledger of the folder that has not come before, oldest first; one act a file.

    By ``watch_strict`` a ledger is booked unseen only where nothing in it has to be judged; else it waits. A file
    that fails never stops the others. Refused (``watch_folder_gone``) where the folder is not there. Cancelled between
    two files or while one is read: what was taken in stays, the rest comes the next time.
    """
    folder = folder.absolute()
    known = looked_at(desk.store, sayable(str(folder)))
    fresh = [
        look
        for look in ledgers_in(folder)
        if (sayable(look.path.name), look.size, look.written_ns) not in known
    ]
    now_ns = int(desk.clock.now().timestamp()) * 1_000_000_000
    still, growing = lying_still(fresh, now_ns, pause)
    watched = Watched(later=tuple(_growing(look) for look in growing))
    for place, look in enumerate(still):
        watched = _with(watched, _Intake(desk, look, _part(progress, place, len(still))))
    return watched


def watch_until_still(
    desk: Desk, folder: Path, progress: Progress = silent, pause: Callable[[int], object] = time.sleep
) -> Watched:
    """The same, and once more every ten seconds, for a minute, while files could not be taken yet."""
    watched = watch(desk, folder, progress, pause)
    for _ in range(TRIES):
        if not watched.later:
            break
        pause(TRY_AGAIN_S)
        watched = watched.then(watch(desk, folder, progress, pause))
    return watched


def _growing(look: Look) -> Problem:
    name = sayable(look.path.name)
    return Problem("arrival_growing", {"file": name}, name)


def _part(progress: Progress, place: int, count: int) -> Progress:
    """The progress of one file as a part of all of them."""
    return lambda done, total: progress(place * _STEPS + done * _STEPS // max(1, total), count * _STEPS)


def _with(watched: Watched, intake: _Intake) -> Watched:
    """One more file; whatever goes wrong with it stays its own."""
    try:
        key, changes = intake.run()
    except Cancelled:
        raise
    except Refused as refusal:
        return Watched(watched.arrivals, (*watched.later, *refusal.problems), watched.changes)
    keys = watched.arrivals if key is None else (*watched.arrivals, key)
    return Watched(keys, watched.later, watched.changes | changes)


class _Intake:
    """One file on its way in. ``run`` raises Refused only for what is over by the next look."""

    def __init__(self, desk: Desk, look: Look, progress: Progress) -> None:
        self.desk, self.look, self.progress = desk, look, progress
        self.name = sayable(look.path.name)
        self.sha256 = ""

    def run(self) -> tuple[int | None, Changes]:
        """Key of the arrival, None where the file had come before, and what its import changed."""
        self.progress(0, _STEPS)
        self.sha256 = self._hashed()
        if (told := self._known()) is not None:
            return told
        try:
            return self._read_and_taken()
        except Refused as refusal:
            if any(problem.code in PASSING for problem in refusal.problems):
                raise
            return self._note(WAITING, why=refusal.problems), Changes()
        except Cancelled:
            raise
        except Exception:  # a fault of ours with this file: the others still come
            log.exception("ledger that came by itself")
            return self._note(WAITING, why=[Problem("arrival_failed")]), Changes()

    def _hashed(self) -> str:
        try:
            return file_hash(self.look.path)
        except PermissionError:
            raise Refused(Problem("ledger_locked", {"file": self.name}, self.name)) from None
        except OSError:
            raise Refused(Problem("ledger_not_there", {"file": self.name}, self.name)) from None

    def _known(self) -> tuple[int | None, Changes] | None:
        """Content that was here before is nothing new; under another name it is said once."""
        arrived, booked = names_of_content(self.desk.store, self.sha256)
        if self.name in arrived:
            return None, Changes()
        before = (*arrived, *booked)
        if not before:
            return None
        return self._note(AGAIN, why=[Problem("arrival_again", {"file": before[0]})]), Changes()

    def _read_and_taken(self) -> tuple[int | None, Changes]:
        desk = self.desk
        proposal = self._proposal()
        if not unchanged(self.look):
            raise Refused(_growing(self.look))
        keep_before_import(desk)
        # Compared and booked under one lock: a command and the window may find the same file at once.
        with desk.store.acting():
            if (told := self._known()) is not None:
                return told
            comparison = compare(desk.store, proposal, desk.today)
            reasons = reasons_to_wait(desk.store, comparison)
            if reasons and setting(desk.store, WATCH_STRICT):
                return self._note(WAITING, comparison, reasons), Changes()
            return self._take(comparison)

    def _proposal(self) -> Proposal:
        """What the file proposes, its columns as they were matched for the last ledger of its shape.

        A column that is in doubt by its looks is so no longer where a clerk has taken over such a ledger before.
        """
        path = self.look.path
        proposal = propose(path, progress=self.progress)
        matched = kept_under(self.desk.store, "mapping:").get(proposal.signature)
        doubted = any(percent < DOUBTFUL for percent in proposal.confidence.values())
        if matched and (doubted or matched != dict(proposal.columns)):
            proposal = propose(path, mapping=matched, progress=self.progress)
        if _is_statement(proposal):
            raise Refused(Problem("arrival_statement"))
        if proposal.missing:
            raise Refused(*(Problem("column_missing", {"field": each}, each) for each in proposal.missing))
        return proposal

    def _take(self, comparison: Comparison) -> tuple[int, Changes]:
        """Book the ledger and note that it came, both or neither: two journal entries in one transaction."""
        with self.desk.act("note_arrival") as unit:
            imported = take_over(self.desk, comparison, self.look.path.name, self.sha256)
            key = unit.add(Arrival, **self._row(TAKEN, comparison), came_at=unit.at, batch=imported.batch)
        return key, imported.changes

    def _note(self, result: str, comparison: Comparison | None = None, why: Iterable[Problem] = ()) -> int:
        with self.desk.act("note_arrival") as unit:
            return unit.add(Arrival, **self._row(result, comparison, why), came_at=unit.at)

    def _row(
        self, result: str, comparison: Comparison | None = None, why: Iterable[Problem] = ()
    ) -> dict[str, Any]:
        outcome: dict[str, Any] = {
            "result": result,
            "folder": sayable(str(self.look.path.parent)),
            "size": self.look.size,
            "written_ns": self.look.written_ns,
            "why": [_told(problem) for problem in why],
        }
        if comparison is not None:
            outcome |= _compared(comparison)
        text = json.dumps(outcome, ensure_ascii=False, sort_keys=True)
        return {"file_name": self.name, "sha256": self.sha256, "outcome": text}


def _is_statement(proposal: Proposal) -> bool:
    """Whether it is a bank's list of payments, by its column of accounts: money that came in is no claim.

    Without that column a customers' ledger of movements looks the same.
    """
    width = max((each.column for each in proposal.headings), default=-1) + 1
    named = {each.column: each.heading for each in proposal.headings}
    found = find_statement_layout(Grid([[named.get(column) for column in range(width)]]))
    return found is not None and "account" in found.layout.columns


def _compared(comparison: Comparison) -> dict[str, Any]:
    counts = {name: comparison.count(name) for name in ("new", "changed", "same")} | {
        "missing": len(comparison.missing),
        "doubtful": comparison.doubtful,
        "problems": len(comparison.problems),
    }
    cells = (*comparison.problems, *comparison.proposal.warnings)
    return {
        "as_of": comparison.as_of.isoformat(),
        "counts": {name: counts[name] for name in COUNTS},
        "warnings": [_told(cell.problem) for cell in cells[:MOST_TOLD]],
    }


def _told(problem: Problem) -> dict[str, Any]:
    return {"code": problem.code, "params": dict(problem.params), "where": problem.where}


def mark_seen(desk: Desk, keys: Iterable[int]) -> Changes:
    """The clerk has looked at these arrivals. Refused (``unknown_id``) for a key that is none."""
    with desk.act("see_arrivals") as unit:
        for key in keys:
            found = Arrival.select().where(Arrival.id == key).first(desk.store.database)
            if found is None:
                raise Refused(Problem("unknown_id", {"what": "arrival", "id": str(key)}, str(key)))
            if found.seen_at is None:
                unit.change(Arrival, key, seen_at=unit.at)
    return unit.changes
