from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from main import render
from models.actions.desk import Desk
from models.actions.letters import issue, mark_printed, void
from models.actions.settings import remember
from models.queries.unfinished import IMPORT_UNDER_WAY, import_left, unprinted

TODAY = date(2026, 11, 20)


def test_of_the_newest_run_the_letters_that_were_not_printed_are_named(
    firm: Desk, claim: Callable[..., int]
) -> None:
    assert unprinted(firm.store, TODAY) is None
    run = issue(firm, "demand", [claim(), claim("宁波海晟机电设备有限公司")], render)
    keys = [each.letter for each in run.letters]
    left = unprinted(firm.store, TODAY)
    assert left is not None
    assert (left.run, left.letters, left.waiting) == (run.run, tuple(keys), 2)
    mark_printed(firm, keys[:1])
    left = unprinted(firm.store, TODAY)
    assert left is not None
    assert (left.letters, left.waiting) == (tuple(keys), 1)
    void(firm, keys[1], "重复")
    assert unprinted(firm.store, TODAY) is None


def test_a_run_left_for_more_than_a_week_was_left_on_purpose(firm: Desk, claim: Callable[..., int]) -> None:
    issue(firm, "demand", [claim()], render)
    assert unprinted(firm.store, date(2026, 11, 27)) is not None
    assert unprinted(firm.store, date(2026, 11, 28)) is None


def test_an_import_that_broke_off_is_named_while_its_file_is_there(desk: Desk, tmp_path: Path) -> None:
    assert import_left(desk.store) is None
    ledger = tmp_path / "台账.xlsx"
    ledger.write_bytes(b"x")
    remember(desk, IMPORT_UNDER_WAY, str(ledger))
    assert import_left(desk.store) == ledger
    ledger.unlink()
    assert import_left(desk.store) is None
