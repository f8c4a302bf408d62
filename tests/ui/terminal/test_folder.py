"""``creditor``, ``debtor``, ``demo``, ``verify``, ``backup`` and ``restore``."""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.ui.terminal.conftest import CREDITOR, Commands


def test_the_creditor_is_set_piece_by_piece_and_printed_whole(run: Commands) -> None:
    empty = run("creditor").told
    assert {"name", "uscc", "address", "phone", "bank", "account", "contact"} <= set(empty)
    assert set(empty.values()) == {None}
    run("creditor", "--name", "苏南精工", "--phone", "0512-1")
    told = run("creditor", "--phone", "0512-2").told
    assert {name: value for name, value in told.items() if value} == {"name": "苏南精工", "phone": "0512-2"}
    assert run("creditor", "--phone", "")["phone"] is None


def test_a_debtor_is_set_piece_by_piece_and_printed_whole(run: Commands) -> None:
    run("debtor", "甲公司", "--address", "x 路 1 号", "--postcode", "215000", "--contact", "王经理")
    told = run(
        "debtor",
        "甲公司",
        "--email",
        "a@b.c",
        "--uscc",
        "91320594MA1XK2A15Q",
        "--industry",
        "制造",
        "--phone",
        "1",
    )
    wanted = {
        "name": "甲公司", "address": "x 路 1 号", "postcode": "215000", "phone": "1", "contact": "王经理",
        "email": "a@b.c", "uscc": "91320594MA1XK2A15Q", "industry": "制造",
    }  # fmt: skip
    assert wanted.items() <= told.told.items()


def test_showing_a_debtor_who_is_not_there_makes_none(run: Commands) -> None:
    assert run("debtor", "没有的公司", status=1).codes == ["unknown_debtor"]
    assert run("debtor", "  ", "--phone", "1", status=1).codes == ["no_name"]
    assert run("verify")["checked"]["journal"] == 0


def test_a_sample_fills_an_empty_folder_only(run: Commands) -> None:
    answer = run("demo", "--claims", "30", "--seed", "7")
    assert answer["claims"] == run("claims", "--all")["count"] == 30
    debtors = {each["debtor"] for each in run("claims", "--all")["claims"]}
    assert len(debtors) <= answer["debtors"]
    assert all(each["number"].startswith("DEMO-") for each in run("claims", "--all")["claims"])
    assert None not in [run("creditor")[name] for name in ("name", "address", "phone", "bank", "account")]
    assert run("demo", "--claims", "30", status=1).codes == ["not_empty"]


def test_a_sample_is_the_same_for_the_same_seed(run: Commands, tmp_path: Path) -> None:
    run("demo", "--claims", "12", "--seed", "7")
    first = run.everything()
    run.data = tmp_path / "other"
    run("demo", "--claims", "12", "--seed", "7")
    assert run.everything() == first


def test_a_folder_of_the_clerks_own_is_not_filled(run: Commands) -> None:
    run("creditor", *CREDITOR)
    assert run("demo", "--claims", "5", status=1).codes == ["not_empty"]


def test_an_absent_folder_reads_as_empty_and_sound(run: Commands) -> None:
    assert run("verify").told == {"ok": True, "checked": {"journal": 0, "rows": 0, "files": 0}, "damage": []}
    assert run("claims").told == {"count": 0, "balance": "0.00", "claims": []}
    assert run("aging")["rows"] == []
    assert run("worklist")["items"] == []


@pytest.mark.parametrize("how", ["", "--quick"])
def test_damage_is_found_named_and_ends_with_3(run: Commands, tmp_path: Path, how: str) -> None:
    run("import", run.ledger("甲,1,100.00,,2026-09-01"))
    (tmp_path / "a.pdf").write_bytes(b"signed")
    digest = run("attach", "1", tmp_path / "a.pdf")["sha256"]
    assert run("verify", *filter(None, [how]))["ok"] is True
    kept = run.data / "vault" / digest[:2] / digest
    kept.chmod(0o600)
    kept.write_bytes(b"sIgned")
    answer = run("verify", *filter(None, [how]), status=3)
    assert answer["ok"] is False
    (damage,) = answer["damage"]
    assert (damage["what"], "a.pdf" in damage["where"], damage["since"] is not None) == ("file", True, True)


def test_a_database_that_cannot_be_read_is_damage_to_verify(run: Commands) -> None:
    run("import", run.ledger("甲,1,100.00,,2026-09-01"))
    database = run.data / "qingzhang.db"
    content = bytearray(database.read_bytes())
    content[4096:] = os.urandom(len(content) - 4096)
    database.write_bytes(content)
    assert {each["what"] for each in run("verify", status=3)["damage"]} == {"database"}
    database.write_bytes(b"noise" * 2000)
    assert [each["what"] for each in run("verify", status=3)["damage"]] == ["database"]
    assert run("claims", status=1).codes == ["not_a_database"]


def test_other_commands_say_that_pages_cannot_be_read(run: Commands) -> None:
    run("demo", "--claims", "300")
    database = run.data / "qingzhang.db"
    content = bytearray(database.read_bytes())
    content[200_000:] = b"\x5a" * (len(content) - 200_000)
    database.write_bytes(content)
    answer = run.typed("--data", run.data, "--json", "claims")
    assert (answer.status, answer.codes) == (3, ["database_unreadable"])


def test_tables_that_cannot_be_read_are_damage_to_every_command(run: Commands) -> None:
    run("import", run.ledger("甲,1,100.00,,2026-09-01"))
    database = run.data / "qingzhang.db"
    database.write_bytes(database.read_bytes().replace(b"CREATE TABLE", b"CREQTE TABLE"))
    answer = run.typed("--data", run.data, "--json", "claims")
    assert (answer.status, answer.codes) == (3, ["database_unreadable"])
    assert [each["what"] for each in run("verify", status=3)["damage"]] == ["database"]


def test_an_instant_that_is_none_any_more_is_named_by_verify(run: Commands) -> None:
    run("import", run.ledger("甲,1,100.00,,2026-09-01"))
    with closing(sqlite3.connect(run.data / "qingzhang.db", isolation_level=None)) as base:
        base.execute("UPDATE journal SET at = 'noon'")
    assert "journal" in {each["what"] for each in run("verify", status=3)["damage"]}


def test_a_backup_brings_everything_back(firm: Commands, tmp_path: Path) -> None:
    firm("letters", "--kind", "demand", "--due", "--out", tmp_path / "out")
    before = firm.everything()
    made = firm("backup", "--to", tmp_path / "keep" / "all.qzbackup")
    assert Path(made["file"]).is_file()
    firm.data = tmp_path / "again"
    restored = firm("restore", made["file"])
    assert (restored["sha256"], restored["checked"]) == (made["sha256"], made["checked"])
    assert firm.everything() == before
    assert firm("verify")["ok"] is True


def test_a_backup_stands_in_the_journal(firm: Commands, tmp_path: Path) -> None:
    before = firm("verify")["checked"]["journal"]
    firm("backup", "--to", tmp_path / "all.qzbackup")
    assert firm("verify")["checked"]["journal"] == before + 1


def test_without_a_place_a_backup_goes_beside_the_folder(firm: Commands) -> None:
    made = Path(firm("backup")["file"])
    assert made.is_file()
    assert made.parent == firm.data.parent / "data-backups"


def test_a_backup_is_restored_into_an_empty_folder_only(firm: Commands, tmp_path: Path) -> None:
    made = firm("backup", "--to", tmp_path / "all.qzbackup")["file"]
    assert firm("restore", made, status=1).codes == ["folder_not_empty"]
    firm.data = tmp_path / "again"
    for file, code in (
        (tmp_path / "none", "not_a_backup"),
        (tmp_path, "not_a_backup"),
        (Path(__file__), "not_a_backup"),
    ):
        assert firm("restore", file, status=1).codes == [code]
    damaged = bytearray(Path(made).read_bytes())
    damaged[len(damaged) // 2] ^= 1
    (tmp_path / "damaged").write_bytes(damaged)
    assert firm("restore", tmp_path / "damaged", status=1).codes[0] in ("backup_damaged", "not_a_backup")
    assert not (tmp_path / "again").exists() or not list((tmp_path / "again").iterdir())


def test_before_an_import_into_filled_books_a_backup_is_made_that_comes_back(
    run: Commands, tmp_path: Path
) -> None:
    run("import", run.ledger("甲,1,100.00,,2026-09-01"))
    assert run("backups")["backups"] == []
    before = run.everything()
    run("import", run.ledger("乙,2,200.00,,2026-09-01", name="second.csv"))
    (made,) = run("backups")["backups"]
    assert (made["why"], made["holds"]["claim"]) == ("import", 1)
    run.data = tmp_path / "again"
    assert run("restore", made["folder"])["checked"] == made["checked"]
    assert run.everything() == before


def test_a_backup_is_made_when_asked_and_only_where_something_was_written(run: Commands) -> None:
    run("creditor", *CREDITOR)
    first = run("backups", "--make")
    assert first["made"] == 1
    assert first["place"] == str(run.data.parent / "data-backups")
    assert run("backups", "--make")["made"] is None
    assert [one["number"] for one in run("backups")["backups"]] == [1]


def test_a_damaged_folder_replaces_no_backup(firm: Commands, tmp_path: Path) -> None:
    target = tmp_path / "all.qzbackup"
    firm("letters", "--kind", "demand", "--due", "--out", tmp_path / "out")
    firm("backup", "--to", target)
    good = target.read_bytes()
    vault = next(file for file in (firm.data / "vault").rglob("*") if file.is_file())
    vault.unlink()
    assert firm("backup", "--to", target, status=1).codes == ["base_damaged"]
    assert target.read_bytes() == good


def test_the_folder_is_closed_to_others(firm: Commands) -> None:
    for path in [firm.data, *firm.data.rglob("*")]:
        assert path.stat().st_mode & 0o077 == 0, path


def test_every_answer_is_one_json_object(firm: Commands) -> None:
    for line in (["claims"], ["aging"], ["creditor"], ["verify"], ["worklist"], ["evidence", "1"]):
        out = firm(*line).out
        assert out.count("\n") == 1
        assert isinstance(json.loads(out), dict)


def test_books_in_a_folder_that_a_cloud_keeps_in_step_warn_whoever_writes_or_verifies(
    run: Commands, tmp_path: Path
) -> None:
    run.data = tmp_path / "OneDrive" / "data"
    assert run("creditor", "--name", "苏南精工").codes == ["in_cloud"]
    assert run("verify").codes == ["in_cloud"]
    assert run("claims").codes == []
