"""A ledger that comes by itself with a column nobody can be sure of: it waits once, and is known from then on."""

import os
from pathlib import Path

from models.actions.arrivals import watch
from models.actions.imports import take_over
from models.ledger.reading import propose
from models.queries.arrivals import arrivals
from models.queries.comparison import compare
from models.store.backup import file_hash
from tests.conftest import TODAY

HEAD = "客户名称,单据号,到期日,未收余额,联系电话"


def put(folder: Path, name: str, fen: int) -> Path:
    """A ledger whose column of telephones holds none."""
    file = folder / name
    rows = [f"公司{letter},KP-{letter},2026-10-01,{fen},待补" for letter in "甲乙丙丁戊己"]
    file.write_text("\n".join([HEAD, *rows]), "utf-8-sig")
    os.utime(file, (1_600_000_000 + fen, 1_600_000_000 + fen))
    return file


def test_a_column_in_doubt_waits_until_a_clerk_has_taken_such_a_ledger_over(desk, tmp_path):
    file = put(tmp_path, "一月.csv", 100)
    watch(desk, tmp_path)
    (row,) = arrivals(desk.store)
    assert (row.state, [problem.code for problem in row.why]) == ("waiting", ["arrival_guessed"])
    take_over(desk, compare(desk.store, propose(file), TODAY), file.name, file_hash(file))
    put(tmp_path, "二月.csv", 200)
    watch(desk, tmp_path)
    newest = arrivals(desk.store)[0]
    assert (newest.state, newest.counts["changed"], newest.why) == ("taken", 6, ())
