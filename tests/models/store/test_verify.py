from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

import pytest

from models.actions.calls import Talk, add_note, log_call
from models.actions.desk import Desk
from models.actions.evidence import attach
from models.actions.receipts import book_for_claim
from models.store.verify import verify
from models.tables import ACCOUNTED, Journal


@pytest.fixture
def worked(desk: Desk, claim: Callable[..., int], tmp_path) -> Desk:
    """A portfolio in which something of most kinds happened."""
    key = claim()
    claim("宁波海晟机电设备有限公司", 9_235_050)
    book_for_claim(desk, key, 100_00, memo="货款")
    log_call(desk, [key], Talk("connected", person="王建国", confirmed="full", promise_fen=5000,
                               promise_on=date(2026, 11, 27)))  # fmt: skip
    add_note(desk, key, "财务下周回")
    (tmp_path / "合同.pdf").write_bytes(b"%PDF contract")
    attach(desk, [key], tmp_path / "合同.pdf", "contract")
    return desk


def damage(desk: Desk) -> list[tuple[str, str]]:
    return [(each.what, each.where) for each in verify(desk.store, desk.clock.now()).damage]


def test_a_sound_portfolio_verifies(worked: Desk) -> None:
    assert damage(worked) == []
    assert json.loads(worked.store.folder.verified.read_text())["seq"] == worked.store.journal_head()[0]


def columns() -> list[tuple[str, str]]:
    told = (
        "debtor",
        "claim",
        "receipt",
        "share",
        "call",
        "call_claim",
        "promise",
        "note",
        "evidence",
        "evidence_claim",
    )
    return [
        (table._meta.table_name, column)
        for table in ACCOUNTED
        if table._meta.table_name in told
        for column in table._meta.columns
        if column != "id"
    ]


@pytest.mark.parametrize(("table", "column"), columns())
def test_an_edit_below_the_program_is_found(worked: Desk, table: str, column: str) -> None:
    worked.store.database.execute_sql("PRAGMA foreign_keys = 0")
    worked.store.database.execute_sql(
        f"UPDATE {table} SET {column} = CASE WHEN {column} IS 7 THEN 8 ELSE 7 END "
        f"WHERE id = (SELECT max(id) FROM {table})"
    )
    assert any(what == "row" and where.startswith(table) for what, where in damage(worked))


@pytest.mark.parametrize("table", ["debtor", "claim", "receipt", "share", "call", "promise", "evidence"])
def test_a_row_taken_away_below_the_program_is_found(worked: Desk, table: str) -> None:
    worked.store.database.execute_sql("PRAGMA foreign_keys = 0")
    worked.store.database.execute_sql(f"DELETE FROM {table} WHERE id = (SELECT min(id) FROM {table})")
    assert any(what == "row" and where.startswith(f"{table} 1") for what, where in damage(worked))


@pytest.mark.parametrize("column", ["at", "who", "verb", "body", "prev", "hash"])
def test_a_journal_entry_that_was_touched_is_named(worked: Desk, column: str) -> None:
    worked.store.database.execute_sql(f"UPDATE journal SET {column} = {column} || 'x' WHERE seq = 3")
    assert ("journal", "3") in damage(worked)


def test_an_entry_taken_out_of_the_middle_is_named(worked: Desk) -> None:
    worked.store.database.execute_sql("DELETE FROM journal WHERE seq = 3")
    assert ("journal", "3") in damage(worked)


def test_a_tail_cut_off_is_found_by_the_last_good_check(worked: Desk) -> None:
    assert damage(worked) == []
    worked.store.database.execute_sql("DELETE FROM note")
    worked.store.database.execute_sql("DELETE FROM journal WHERE verb = 'attach_evidence'")
    seq = Journal.select().count() + 1
    assert ("chain", str(seq)) in damage(worked)


@pytest.mark.parametrize("how", ["flip", "truncate", "delete", "swap"])
def test_a_file_of_the_vault_that_was_touched_is_named(worked: Desk, how: str) -> None:
    (sha256,) = worked.store.database.execute_sql("SELECT sha256 FROM evidence").fetchone()
    path = worked.store.folder.vault.path_of(sha256)
    content = path.read_bytes()
    path.chmod(0o600)
    if how == "delete":
        path.unlink()
    else:
        path.write_bytes({"flip": b"%PDG contract", "truncate": content[:-1], "swap": b"another file!"}[how])
    (found,) = damage(worked)
    assert found[0] == "file"
    assert found[1].startswith("合同.pdf")


def test_damage_says_when_all_was_last_well(worked: Desk) -> None:
    verify(worked.store, worked.clock.now())
    worked.store.database.execute_sql("UPDATE claim SET amount_fen = 1 WHERE id = 1")
    (found,) = verify(worked.store, worked.clock.now()).damage
    assert found.since is not None
    assert found.since.startswith("20")


def test_a_counter_set_back_is_found_which_would_give_a_key_twice(worked: Desk) -> None:
    worked.store.database.execute_sql("UPDATE sqlite_sequence SET seq = seq - 1 WHERE name = 'claim'")
    assert damage(worked) == [("database", "next key of claim")]
