from datetime import UTC, datetime

import pytest

from models.actions.lock import change_lock, remove_lock, reset_lock, set_lock
from models.queries.journal_entries import details, entries
from models.rules.problems import Refused
from models.store.app_lock import AppLock, lock_of
from models.store.passphrase import Cost

OLD, NEW = "四月的雨落在码头上", "correct horse battery"
NOW = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)


@pytest.fixture
def lock(desk):
    """Its guesses cost next to nothing."""
    return AppLock(desk.store.folder, cost=Cost(1, 8, 1))


def refused(work, *arguments):
    with pytest.raises(Refused) as caught:
        work(*arguments)
    return [problem.code for problem in caught.value.problems]


def test_a_lock_opens_with_its_phrase_alone(desk, lock):
    assert not lock.is_set
    set_lock(desk, lock, OLD)
    again = lock_of(desk.store)
    assert again.is_set
    assert refused(again.try_phrase, "四月的雨", NOW) == ["phrase_wrong"]
    assert again.try_phrase(OLD, NOW) == 1
    assert again.try_phrase(OLD, NOW) == 0


def test_a_weak_phrase_sets_no_lock(desk, lock):
    assert refused(set_lock, desk, lock, "1234") == ["phrase_short"]
    assert not lock.is_set
    assert entries(desk.store) == []


def test_another_phrase_needs_the_old_one(desk, lock):
    set_lock(desk, lock, OLD)
    assert refused(change_lock, desk, lock, "not this one", NEW) == ["phrase_wrong"]
    lock.try_phrase(OLD, NOW)
    change_lock(desk, lock, OLD, NEW)
    assert refused(lock.try_phrase, OLD, NOW) == ["phrase_wrong"]
    lock.try_phrase(NEW, NOW)


def test_removing_needs_the_phrase_too(desk, lock):
    set_lock(desk, lock, OLD)
    assert refused(remove_lock, desk, lock, NEW) == ["phrase_wrong"]
    assert lock.is_set
    remove_lock(desk, lock, OLD)
    assert not lock.is_set


def test_a_second_lock_is_not_set_over_the_first(desk, lock):
    set_lock(desk, lock, OLD)
    assert refused(set_lock, desk, lock, NEW) == ["lock_is_set"]
    lock.try_phrase(OLD, NOW)


def test_a_lock_nobody_can_open_is_reset_and_the_journal_says_by_whom(desk, lock):
    set_lock(desk, lock, OLD)
    reset_lock(desk, lock)
    assert not lock.is_set
    assert [(each.verb, each.who) for each in entries(desk.store)] == [
        ("reset_lock", desk.who),
        ("set_lock", desk.who),
    ]


def test_what_is_not_there_is_not_removed(desk, lock):
    for act in (
        reset_lock,
        lambda *given: remove_lock(*given, OLD),
        lambda *given: change_lock(*given, OLD, NEW),
    ):
        assert refused(act, desk, lock) == ["no_lock"]


def test_no_phrase_and_no_seal_stand_in_the_journal(desk, lock):
    set_lock(desk, lock, OLD)
    change_lock(desk, lock, OLD, NEW)
    told = str([details(desk.store, each.seq) for each in entries(desk.store)])
    (journal,) = desk.store.database.execute_sql("SELECT group_concat(body) FROM journal").fetchone()
    for secret in (OLD, NEW, "salt"):
        assert secret not in told
        assert secret not in journal


def test_five_wrong_phrases_make_the_right_one_wait(desk, lock):
    set_lock(desk, lock, OLD)
    for _ in range(5):
        assert refused(lock.try_phrase, NEW, NOW) == ["phrase_wrong"]
    assert refused(lock.try_phrase, OLD, NOW) == ["phrase_waits"]


def test_a_damaged_lock_stays_shut_and_says_what_to_do(desk, lock):
    set_lock(desk, lock, OLD)
    lock.path.write_text("{}")
    assert refused(lock.try_phrase, OLD, NOW) == ["lock_damaged"]
    reset_lock(desk, lock)
    set_lock(desk, lock, OLD)
    lock.try_phrase(OLD, NOW)


def test_encrypted_books_and_their_lock_have_one_phrase(desk):
    lock = AppLock(desk.store.folder, books=lambda phrase: phrase == OLD)
    assert refused(set_lock, desk, lock, NEW) == ["phrase_not_of_books"]
    set_lock(desk, lock, OLD)
    lock.try_phrase(OLD, NOW)
    assert refused(lock.try_phrase, NEW, NOW) == ["phrase_wrong"]


def test_a_lock_follows_the_books_when_they_are_encrypted(desk, lock):
    set_lock(desk, lock, OLD)
    encrypted = AppLock(desk.store.folder, books=lambda phrase: phrase == NEW)
    encrypted.follow_books()
    encrypted.try_phrase(NEW, NOW)
    assert b"salt" not in lock.path.read_bytes()
