"""Setting, changing and removing the lock of the window; each is an entry of the journal, without the phrase."""

from __future__ import annotations

from models.actions.desk import Desk
from models.changes import Changes
from models.rules.problems import Problem, Refused
from models.store.app_lock import AppLock


def set_lock(desk: Desk, lock: AppLock, phrase: str) -> Changes:
    """Lock the window from now on. Refused: ``lock_is_set``, or as ``AppLock.put`` refuses."""
    if lock.is_set:
        raise Refused(Problem("lock_is_set", {}))
    with desk.act("set_lock") as unit:
        lock.put(phrase)
        unit.state("lock", set=1)
    return Changes(settings=True)


def change_lock(desk: Desk, lock: AppLock, old: str, new: str) -> Changes:
    """Another phrase. Refused: ``no_lock``, or as ``AppLock.try_phrase`` and ``AppLock.put`` refuse."""
    _open(desk, lock, old)
    with desk.act("change_lock") as unit:
        lock.put(new)
        unit.state("lock", set=1)
    return Changes(settings=True)


def remove_lock(desk: Desk, lock: AppLock, phrase: str) -> Changes:
    """No lock any more. Refused: ``no_lock``, or as ``AppLock.try_phrase`` refuses."""
    _open(desk, lock, phrase)
    return _take_away(desk, lock, "remove_lock")


def reset_lock(desk: Desk, lock: AppLock) -> Changes:
    """Take away a lock whose phrase nobody knows; who did it stands in the journal. Refused: ``no_lock``.

    It lets nobody in who was kept out: whoever may give commands on the folder can read the books with them.
    """
    if not lock.is_set:
        raise Refused(Problem("no_lock", {}))
    return _take_away(desk, lock, "reset_lock")


def _open(desk: Desk, lock: AppLock, phrase: str) -> None:
    if not lock.is_set:
        raise Refused(Problem("no_lock", {}))
    lock.try_phrase(phrase, desk.clock.now())


def _take_away(desk: Desk, lock: AppLock, verb: str) -> Changes:
    with desk.act(verb) as unit:
        lock.take_away()
        unit.state("lock", set=0)
    return Changes(settings=True)
