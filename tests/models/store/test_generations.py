from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from models.actions.desk import Desk
from models.actions.evidence import attach
from models.actions.settings import choose
from models.rules.problems import Refused
from models.settings import BACKUP_FOLDER
from models.store import generations as made_by
from models.store import open_store
from models.store.backup import unpack
from models.store.database import SCHEMA, schema_of
from models.store.folder import DataFolder
from models.store.generations import ASKED, MIGRATION, keep_before_migration, restore_generation
from models.store.series import Generation, backup_place, generations, series
from models.store.verify import verify

NOON = datetime(2026, 11, 20, 4, tzinfo=UTC)
KEPT = Path(__file__).parents[2] / "databases"


@pytest.fixture
def place(desk: Desk) -> Path:
    return backup_place(desk.store.folder)


@pytest.fixture
def held(desk: Desk, claim: Callable[..., int], tmp_path: Path) -> int:
    """A claim with its contract in the vault."""
    key = claim()
    (tmp_path / "合同.pdf").write_bytes(b"%PDF contract")
    attach(desk, [key], tmp_path / "合同.pdf", "contract")
    return key


@pytest.fixture
def keep(desk: Desk, place: Path) -> Callable[..., Generation | None]:
    def make(days: int = 0) -> Generation | None:
        return made_by.keep(desk.store.folder, place, ASKED, NOON + timedelta(days))

    return make


def standing(desk: Desk, place: Path) -> list[Generation]:
    return generations(series(desk.store.folder, place))


def refused(work: Callable[[], object]) -> str:
    with pytest.raises(Refused) as refusal:
        work()
    return refusal.value.problems[0].code


@pytest.mark.usefixtures("held")
def test_a_generation_says_what_it_holds_and_comes_back_the_same(
    desk: Desk, keep: Callable[..., Generation], tmp_path: Path
) -> None:
    made = keep()
    assert made.holds == {"claim": 1, "debtor": 1, "receipt": 0, "letter": 0, "evidence": 1}
    checked = restore_generation(made.folder, tmp_path / "again", NOON)
    assert checked == made.checked
    again = open_store(tmp_path / "again", bind=False)
    assert again.journal_head() == desk.store.journal_head() == (made.seq, made.head)
    assert verify(again, NOON).ok
    again.close()


@pytest.mark.usefixtures("held")
def test_where_nothing_was_written_none_is_made(keep: Callable[..., Generation | None]) -> None:
    assert keep() is not None
    assert keep(1) is None


def test_empty_books_need_none(keep: Callable[..., Generation | None]) -> None:
    assert keep() is None


@pytest.mark.usefixtures("held")
def test_a_content_is_stored_once(
    desk: Desk, place: Path, keep: Callable[..., Generation], claim: Callable[..., int]
) -> None:
    keep()
    claim("另一家有限公司")
    keep(1)
    pool = series(desk.store.folder, place) / "vault"
    assert len([file for file in pool.rglob("*") if file.is_file()]) == 1
    assert [one.number for one in standing(desk, place)] == [2, 1]


@pytest.mark.usefixtures("held")
def test_a_damaged_base_makes_none_and_takes_none_away(
    desk: Desk, place: Path, keep: Callable[..., Generation]
) -> None:
    good = keep()
    desk.store.database.execute_sql("UPDATE claim SET amount_fen = 1")
    choose(desk, BACKUP_FOLDER, "")
    desk.store.database.execute_sql("UPDATE journal SET who = 'x' WHERE seq = 1")
    choose(desk, BACKUP_FOLDER, str(place))
    assert refused(lambda: keep(1)) == "base_damaged"
    assert standing(desk, place) == [good]


@pytest.mark.usefixtures("held")
def test_a_base_whose_journal_cannot_be_read_is_called_damaged_and_not_the_place_gone(
    desk: Desk, keep: Callable[..., Generation]
) -> None:
    ask = desk.store.database.execute_sql
    (page,) = ask("SELECT rootpage FROM sqlite_master WHERE name = 'journal'").fetchone()
    ask("PRAGMA wal_checkpoint(TRUNCATE)")
    file = desk.store.folder.database
    content = bytearray(file.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = b"x" * 4096
    desk.store.close()
    file.write_bytes(content)
    assert refused(keep) == "base_damaged"


@pytest.mark.usefixtures("held")
def test_an_older_generation_that_cannot_be_read_stops_no_new_one_and_its_documents_stay(
    desk: Desk, place: Path, keep: Callable[..., Generation], claim: Callable[..., int]
) -> None:
    old = keep()
    old.file.write_bytes(b"x" * 8192)
    pool = DataFolder(series(desk.store.folder, place)).vault
    unknown = pool.put(b"of the one that cannot be read").sha256
    claim("另一家有限公司")
    assert keep(1) == standing(desk, place)[0]
    assert pool.holds(unknown)


def test_a_damaged_document_is_not_taken_for_a_good_one(
    desk: Desk, held: int, place: Path, keep: Callable[..., Generation], tmp_path: Path
) -> None:
    keep()
    (tmp_path / "回单.pdf").write_bytes(b"%PDF slip")
    attach(desk, [held], tmp_path / "回单.pdf", "payment")
    for file in desk.store.folder.vault.root.rglob("*"):
        if file.is_file() and file.read_bytes() == b"%PDF slip":
            file.chmod(0o600)
            file.write_bytes(b"%PDF forge")
    assert refused(lambda: keep(1)) == "base_damaged"
    assert len(standing(desk, place)) == 1


@pytest.mark.usefixtures("held")
def test_a_base_whose_journal_lost_its_end_takes_the_place_of_none(
    desk: Desk, keep: Callable[..., Generation], claim: Callable[..., int], tmp_path: Path
) -> None:
    early = keep()
    claim("另一家有限公司")
    keep(1)
    desk.store.close()
    shutil.rmtree(desk.store.folder.root)
    restore_generation(early.folder, desk.store.folder.root, NOON)
    assert refused(lambda: keep(2)) == "backup_behind"


@pytest.mark.usefixtures("held")
def test_a_content_damaged_in_the_place_is_stored_anew_within_the_week(
    keep: Callable[..., Generation], claim: Callable[..., int]
) -> None:
    made = keep()
    (stored,) = [file for file in (made.folder.parent / "vault").rglob("*") if file.is_file()]
    stored.chmod(0o600)
    stored.write_bytes(b"%PDF contracT")
    claim("另一家有限公司")
    assert keep(1) is not None
    claim("第三家有限公司")
    assert keep(7) is not None
    assert stored.read_bytes() == b"%PDF contract"


@pytest.mark.usefixtures("held")
def test_a_generation_whose_database_was_touched_is_not_restored(
    keep: Callable[..., Generation], tmp_path: Path
) -> None:
    made = keep()
    content = bytearray((made.folder / "qingzhang.db").read_bytes())
    content[-1] ^= 1
    (made.folder / "qingzhang.db").write_bytes(content)
    assert refused(lambda: restore_generation(made.folder, tmp_path / "again", NOON)) == "backup_damaged"
    assert not (tmp_path / "again").exists()


@pytest.mark.usefixtures("held")
def test_nothing_is_restored_over_data(desk: Desk, keep: Callable[..., Generation]) -> None:
    made = keep()
    root = desk.store.folder.root
    assert refused(lambda: restore_generation(made.folder, root, NOON)) == "folder_not_empty"


def test_what_is_no_longer_needed_goes(
    desk: Desk, claim: Callable[..., int], place: Path, keep: Callable[..., Generation]
) -> None:
    for number in range(8):
        claim(f"第{number}家有限公司")
        keep()
    assert [one.number for one in standing(desk, place)] == [8, 7, 6, 5, 4, 3]


@pytest.mark.usefixtures("held")
def test_a_place_that_is_no_folder_is_named(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    place = tmp_path / "file" / "in it"
    assert refused(lambda: made_by.keep(desk.store.folder, place, ASKED, NOON)) == "backup_place_gone"


@pytest.mark.usefixtures("held")
def test_what_a_crash_left_in_the_place_is_swept(
    desk: Desk, place: Path, keep: Callable[..., Generation]
) -> None:
    leftover = series(desk.store.folder, place) / ".qz-left" / "generation"
    leftover.mkdir(parents=True)
    keep()
    assert not leftover.parent.exists()


def test_before_a_migration_the_older_portfolio_is_kept(tmp_path: Path) -> None:
    unpack(KEPT / "schema_1.qzbackup", tmp_path / "data")
    folder = DataFolder(tmp_path / "data")
    store = open_store(
        folder.root, bind=False, before_migration=lambda folder: keep_before_migration(folder, NOON)
    )
    store.close()
    (made,) = generations(series(folder, backup_place(folder)))
    assert (made.why, made.holds["claim"]) == (MIGRATION, 12)
    assert schema_of(made.folder / "qingzhang.db") == 1
    assert schema_of(folder.database) == SCHEMA
