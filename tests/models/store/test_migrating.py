from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

import pytest

from models.clock import Clock
from models.queries.claims import claim_rows
from models.rules.problems import Refused
from models.store import open_store
from models.store.backup import restore, unpack
from models.store.database import SCHEMA
from models.store.locks import FolderLock
from models.store.migrating import STEPS
from models.store.verify import verify
from models.tables import Claim, Receipt, Share
from tests.conftest import TODAY

KEPT = sorted((Path(__file__).parents[2] / "databases").glob("*.qzbackup"))


@pytest.mark.parametrize("kept", KEPT, ids=lambda kept: kept.stem)
def test_a_portfolio_of_every_earlier_schema_still_opens_whole(kept: Path, tmp_path: Path) -> None:
    clock = Clock()
    restore(kept, tmp_path / "data", clock.now())
    store = open_store(tmp_path / "data", bind=False)
    with store.database.bind_ctx([Claim, Receipt, Share]):
        assert Claim.select().count() == 12
        assert {receipt.kind for receipt in Receipt.select()} == {"payment"}
        assert Share.select().count() == 3
    assert store.database.execute_sql("PRAGMA user_version").fetchone() == (SCHEMA,)
    assert verify(store, clock.now()).damage == ()
    store.close()


@pytest.mark.parametrize(
    "blow",
    [
        "UPDATE letter SET copied_at = '2026-11-20T04:00:00Z' WHERE id = 1",
        "UPDATE letter SET copied_by = 'x' WHERE id = 1",
        "UPDATE debtor_flag SET accepted_on = '2026-11-02'",
        "UPDATE debtor_flag SET court = 'x'",
        "UPDATE debtor_flag SET case_number = 'x'",
        "INSERT INTO guarantor_consent (guarantor_id, plan_id, signed_on, returned_on, entered_at, entered_by)"
        " VALUES (1, 2, '2026-11-18', '2026-11-20', '2026-11-20T04:00:00Z', 'x')",
    ],
)
def test_what_a_migration_made_room_for_is_watched_in_rows_from_before(blow: str, tmp_path: Path) -> None:
    restore(KEPT[-1], tmp_path / "data", Clock().now())
    store = open_store(tmp_path / "data", bind=False)
    store.database.execute_sql(blow)
    (found,) = verify(store, Clock().now()).damage
    assert (found.what, found.where.split()[0]) == ("row", blow.split()[blow.startswith("INSERT") + 1])
    store.close()


def test_every_schema_has_its_step() -> None:
    assert len(list(STEPS.glob("0*.py"))) == SCHEMA


@pytest.mark.parametrize("kept", KEPT, ids=lambda kept: kept.stem)
def test_an_older_portfolio_in_which_somebody_acts_reads_as_it_stands(kept: Path, tmp_path: Path) -> None:
    unpack(kept, tmp_path / "data")
    before = (tmp_path / "data" / "qingzhang.db").read_bytes()
    other = FolderLock(tmp_path / "data" / "lock")
    assert other.try_now()
    try:
        with closing(open_store(tmp_path / "data")) as store:
            assert len(claim_rows(store, TODAY, TODAY, settled=True)) == 12
            assert verify(store, Clock().now()).damage == ()
            with pytest.raises(Refused), store.unit("x", "y", Clock().now()):
                pass
    finally:
        other.release()
    assert (tmp_path / "data" / "qingzhang.db").read_bytes() == before
    with closing(open_store(tmp_path / "data", bind=False)) as store:
        assert store.writable


def test_an_older_portfolio_that_cannot_be_written_reads_as_it_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unpack(KEPT[-1], tmp_path / "data")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with closing(open_store(tmp_path / "data", bind=False)) as store:
        assert store.database.execute_sql("SELECT count(*) FROM claim").fetchone() == (12,)
        assert not store.writable
    assert sorted(entry.name for entry in (tmp_path / "data").iterdir()) == ["qingzhang.db", "vault"]
