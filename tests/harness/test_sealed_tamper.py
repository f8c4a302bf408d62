"""The disk under encrypted books is damaged or altered: no page, used or not, and no key file goes unseen."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from models.actions.desk import Desk
from models.clock import Clock
from models.rules.problems import Refused
from models.store import Store, open_store
from models.store.backup import backup
from models.store.folder import DataFolder
from models.store.generations import ASKED, keep, restore_generation
from models.store.keys import FILE, KeyFile, Ring, new_keys, read_keys
from models.store.passphrase import Cost
from models.store.series import backup_place, generations, series
from models.store.verify import verify
from models.vault.key import new_key
from tests.harness.acts import ACTS, TODAY, Clerk
from tests.harness.blows import said_by
from tests.harness.books import KEY, NOW, PHRASE, books
from tests.harness.invariants import Broken, must

PAGE, SALT = 4096, 16
DAMAGED = {"not_a_database", "database_unreadable"}
"""What an opening may say of it; never that the pass phrase is wrong."""


@dataclass(frozen=True)
class Worked:
    """Encrypted books that are closed, due for a backup, one of before beside; their file now and some acts ago."""

    data: Path
    older: bytes
    whole: bytes

    @property
    def backups(self) -> list[str]:
        folder = DataFolder(self.data, KEY)
        return [one.database for one in generations(series(folder, backup_place(folder)))]


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Worked:
    data = tmp_path_factory.mktemp("worked") / "data"
    _work(data, *ACTS)
    older = DataFolder(data, KEY).database.read_bytes()
    _work(data, *ACTS, "attach")
    folder = DataFolder(data, KEY)
    keep(folder, backup_place(folder), ASKED, NOW)
    _work(data, "attach")
    with closing(open_store(data, key=KEY, bind=False)) as store:
        _free_some_pages(store)
        must(verify(store, NOW).ok)
    return Worked(data, older, folder.database.read_bytes())


def _work(data: Path, *acts: str) -> None:
    with closing(books(data, KEY)) as store:
        clerk = Clerk(Desk(store, Clock(TODAY), "clerk"), data.parent / "out", 1, lambda _: None)
        for act in acts:
            clerk.act(act)


def _free_some_pages(store: Store) -> None:
    """As rows leave them that were removed; no check of SQLite's own looks at them."""
    for statement in (
        "CREATE TABLE gone (id)",
        "INSERT INTO gone VALUES (zeroblob(80000))",
        "DROP TABLE gone",
    ):
        store.database.execute_sql(statement)


@pytest.fixture
def room(worked: Worked, tmp_path: Path) -> Iterator[Path]:
    """A copy of the books, with their backups beside."""
    shutil.copytree(worked.data.parent, tmp_path / "room")
    return tmp_path / "room" / "data"


def said_of(data: Path) -> str:
    """What opening and checking comes to: the code of a refusal, ``damage`` or ``nothing``."""
    try:
        store = open_store(data, key=KEY, bind=False)
    except Refused as refusal:
        return refusal.problems[0].code
    with closing(store):
        return "nothing" if verify(store, NOW).ok else "damage"


def backed_up(data: Path) -> str:
    """What a backup of these books comes to: the code of a refusal, or ``made``."""
    folder = DataFolder(data, KEY)
    try:
        keep(folder, backup_place(folder), ASKED, NOW)
    except Refused as refusal:
        return refusal.problems[0].code
    return "made"


def missed(worked: Worked, data: Path, damaged: Iterable[tuple[str, bytes]]) -> list[tuple[str, str, str]]:
    """Damage that went unseen, was called something else, or came into a backup; nothing else may go by it."""
    found, file = [], DataFolder(data, KEY).database
    there = Worked(data, worked.older, worked.whole)
    documents = sorted(file.parent.rglob("encrypted/*/*"))
    for name, content in damaged:
        file.write_bytes(content)
        said, made = said_of(data), backed_up(data)
        if said not in (*DAMAGED, "damage") or made != "base_damaged":
            found.append((name, said, made))
        must(there.backups == worked.backups, "a backup came or went", name)
        must(sorted(file.parent.rglob("encrypted/*/*")) == documents, "documents went", name)
        for ending in ("-wal", "-shm"):
            file.with_name(f"{file.name}{ending}").unlink(missing_ok=True)
    file.write_bytes(worked.whole)
    must(said_of(data) == "nothing", "the sound file is not sound any more")
    return found


def flipped(whole: bytes, places: Iterable[int], chance: random.Random) -> Iterator[tuple[str, bytes]]:
    """One bit of each of these bytes."""
    for place in places:
        changed = bytearray(whole)
        changed[place] ^= 1 << chance.randrange(8)
        yield f"bit at {place}", bytes(changed)


def some_of_each(whole: bytes, stride: int, chance: random.Random) -> list[int]:
    """A byte in every so manieth page, and in the salt, by which the key of the seals is drawn."""
    pages = range(1, len(whole) // PAGE, stride)
    return [chance.randrange(SALT), *(page * PAGE + chance.randrange(PAGE) for page in pages)]


def test_a_flipped_bit_in_any_page_is_found_and_never_backed_up(worked: Worked, room: Path) -> None:
    chance = random.Random(1)
    places = some_of_each(worked.whole, 5, chance)
    assert len(places) > 30
    assert missed(worked, room, flipped(worked.whole, places, chance)) == []


@pytest.mark.parametrize("table", ["claim", "journal"])
def test_the_check_names_the_page(room: Path, table: str) -> None:
    with closing(open_store(room, key=KEY, bind=False)) as store:
        wanted = store.database.execute_sql("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,))
        (page,) = wanted.fetchone()
    file = room / "encrypted.db"
    content = bytearray(file.read_bytes())
    content[page * PAGE - 1] ^= 1
    file.write_bytes(content)
    with closing(open_store(room, key=KEY, bind=False)) as store:
        assert f"encrypted.db page {page}" in [each.where for each in verify(store, NOW).damage]


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_a_thousand_flipped_bits_are_found_and_never_backed_up(worked: Worked, room: Path) -> None:
    chance = random.Random(2)
    places = [chance.randrange(len(worked.whole)) for _ in range(900)] + [n % SALT for n in range(100)]
    assert missed(worked, room, flipped(worked.whole, places, chance)) == []


def knocked_about(whole: bytes, blows: int, chance: random.Random) -> Iterator[tuple[str, bytes]]:
    """Cut short, a page filled with noughts or in the place of another, by turns."""
    for n in range(blows):
        one, other = chance.sample(range(1, len(whole) // PAGE), 2)
        page, there = whole[one * PAGE :][:PAGE], slice(other * PAGE, (other + 1) * PAGE)
        changed = bytearray(whole)
        if n % 4 == 0:
            changed = changed[: chance.randrange(len(whole))]
        elif n % 4 == 1:
            changed = changed[: other * PAGE]
        elif n % 4 == 2:
            changed[there] = bytes(PAGE)
        else:
            changed[one * PAGE : (one + 1) * PAGE], changed[there] = changed[there], page
        yield f"{('cut', 'cut at a page', 'noughts', 'swapped')[n % 4]} {other}", bytes(changed)


def test_a_file_cut_short_and_pages_emptied_or_swapped_are_found(worked: Worked, room: Path) -> None:
    blows = [("empty", b""), *knocked_about(worked.whole, 24, random.Random(3))]
    assert missed(worked, room, blows) == []


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_a_thousand_cuts_and_pages_emptied_or_swapped_are_found(worked: Worked, room: Path) -> None:
    assert missed(worked, room, knocked_about(worked.whole, 1000, random.Random(4))) == []


def replayed(worked: Worked) -> Iterator[tuple[str, bytes]]:
    """Each page that has changed since, as it was: sealed for its place by the same key."""
    for at in range(0, len(worked.older), PAGE):
        older = worked.older[at : at + PAGE]
        if older != worked.whole[at : at + PAGE]:
            yield f"page {at // PAGE + 1}", worked.whole[:at] + older + worked.whole[at + PAGE :]


def missed_replays(worked: Worked, data: Path) -> list[str]:
    """Older pages that alter what the books say and went unseen."""
    file, said = data / "encrypted.db", said_by(DataFolder(worked.data, KEY).database, KEY)
    unseen, tried = [], 0
    for name, content in replayed(worked):
        file.write_bytes(content)
        tried += 1
        if said_of(data) not in (*DAMAGED, "damage") and said_by(file, KEY) != said:
            unseen.append(name)
    must(tried > 20, "hardly a page has changed", tried)
    return unseen


def test_an_older_page_in_the_place_of_a_newer_is_found_or_changes_nothing(
    worked: Worked, room: Path
) -> None:
    assert missed_replays(worked, room) == []


def test_an_older_file_as_a_whole_is_found_by_the_last_good_check_and_never_backed_up(
    worked: Worked, room: Path
) -> None:
    (room / "encrypted.db").write_bytes(worked.older)
    assert said_of(room) == "damage"
    (room / "verified.json").unlink()
    assert said_of(room) == "nothing"  # as the page on safety says; the newest backup knows better
    assert backed_up(room) == "backup_behind"


def test_a_page_half_written_by_a_checkpoint_is_no_damage(worked: Worked, room: Path) -> None:
    file = DataFolder(room, KEY).database
    with closing(open_store(room, key=KEY, bind=False)) as store:
        store.database.execute_sql("UPDATE counter SET name = name")
        _half_write_what_is_in_the_log(file)
        assert said_of(room) == "nothing"
        assert backed_up(room) != "base_damaged"


def _half_write_what_is_in_the_log(file: Path) -> None:
    log, content = file.with_name(f"{file.name}-wal").read_bytes(), bytearray(file.read_bytes())
    pages = {int.from_bytes(log[at : at + 4]) for at in range(32, len(log), 24 + PAGE)}
    assert pages
    for page in pages:
        content[(page - 1) * PAGE + 2048 : page * PAGE] = bytes(2048)
    file.write_bytes(content)


# --- the key file


def keys_damaged(sound: bytes, chance: random.Random, stride: int) -> Iterator[tuple[str, bytes]]:
    """A bit of it is another, its end is gone, it holds something else or nothing."""
    for at in range(0, len(sound), stride):
        changed = bytearray(sound)
        changed[at] ^= 1 << chance.randrange(8)
        yield f"bit at {at}", bytes(changed)
        yield f"cut at {at}", sound[:at]
    yield "noughts", bytes(len(sound))
    yield "noise", chance.randbytes(len(sound))
    yield "another list", b"[]"


def missed_keys(data: Path, stride: int, seed: int) -> list[tuple[str, str]]:
    """Damage to the key file that was not called damage, or of which an open window was told nothing."""
    file, found = data / FILE, []
    sound, keys = file.read_bytes(), read_keys(data)
    for name, content in keys_damaged(sound, random.Random(seed), stride):
        file.write_bytes(content)
        if (said := said_of(data)) != "key_file_damaged" and _read(data) != keys:
            found.append((name, said))
    file.write_bytes(sound)
    return found


def _read(data: Path) -> KeyFile | None:
    try:
        return read_keys(data)
    except Refused:
        return None


def test_damage_to_the_key_file_is_called_so_and_never_a_wrong_phrase(room: Path) -> None:
    assert missed_keys(room, 5, seed=1) == []
    assert said_of(room) == "nothing"


@pytest.mark.long
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("seed", range(10))
def test_damage_to_any_byte_of_the_key_file_is_called_so(room: Path, seed: int) -> None:
    assert missed_keys(room, 1, seed) == []


@pytest.mark.parametrize("how", ["gone", "damaged", "of other books"])
def test_while_the_books_are_open_the_check_names_their_key_file_and_no_backup_is_made(
    room: Path, how: str
) -> None:
    file = room / FILE
    with closing(open_store(room, key=KEY, bind=False)) as store:
        file.unlink()
        if how != "gone":
            other = new_keys(new_key(), PHRASE, Cost(1, 64, 1)).told()
            file.write_bytes(other if how == "of other books" else other[:50])
        assert [each.where for each in verify(store, NOW).damage] == [FILE]
        assert backed_up(room) in ("key_file_damaged", "base_damaged")
        with pytest.raises(Refused, match="base_damaged"):
            backup(store, room.parent / "all.qzbackup", NOW)


def test_with_the_key_file_gone_nothing_is_lost_and_a_backup_opens(room: Path, tmp_path: Path) -> None:
    files = sorted(file for file in room.rglob("*") if file.is_file())
    sound = (room / FILE).read_bytes()
    (room / FILE).unlink()
    assert said_of(room) == "key_file_damaged"
    assert {*files} - {*room.rglob("*")} == {room / FILE}
    newest = generations(series(DataFolder(room, KEY), backup_place(DataFolder(room, KEY))))[0]
    restore_generation(newest.folder, tmp_path / "again", NOW, ring=Ring(words=PHRASE))
    assert said_of(tmp_path / "again") == "nothing"
    (room / FILE).write_bytes(sound)
    assert said_of(room) == "nothing"


# --- broken on purpose


def test_a_build_that_believes_the_seals_of_free_pages_is_found_out(
    worked: Worked, room: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("models.store.verify.broken_seals", lambda *_: [])
    chance = random.Random(5)
    places = some_of_each(worked.whole, 5, chance)
    assert {said for _, said, _ in missed(worked, room, flipped(worked.whole, places, chance))} == {"nothing"}


def test_a_build_that_copies_whatever_it_finds_is_found_out(
    worked: Worked, room: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("models.store.generations.seals_broken", lambda *_: False)
    chance = random.Random(5)
    places = some_of_each(worked.whole, 5, chance)
    with pytest.raises(Broken, match="a backup came or went"):
        missed(worked, room, flipped(worked.whole, places, chance))


def test_a_build_that_believes_the_counters_of_keys_is_found_out(
    worked: Worked, room: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("models.store.verify._check_counters", lambda *_: [])
    assert len(missed_replays(worked, room)) == 1


def test_a_build_whose_key_file_has_no_sum_is_found_out(room: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = json.loads((room / FILE).read_bytes())["sum"]
    monkeypatch.setattr("models.store.keys._sum", lambda _: told)
    assert "books_locked" in {said for _, said in missed_keys(room, 3, seed=1)}


def test_a_build_that_begins_anew_where_there_were_books_is_found_out(
    worked: Worked, room: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("models.store.store._refuse_lost", lambda _: None)
    with pytest.raises(Broken, match="documents went"):
        missed(worked, room, [("empty", b"")])
