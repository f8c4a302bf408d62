"""The seven made-up ledgers beside this tree give exactly what is written down for them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from models.ledger.proposal import Proposal
from models.ledger.reading import propose
from models.rules.money import yuan

LEDGERS = Path(__file__).resolve().parents[2] / "ledgers"
RUNS: list[dict[str, Any]] = json.loads((LEDGERS / "expected.json").read_text("utf-8"))["runs"]


@pytest.fixture(scope="module", params=RUNS, ids=lambda run: run["file"])
def run(request: pytest.FixtureRequest) -> tuple[dict[str, Any], Proposal]:
    return request.param, propose(LEDGERS / request.param["file"])


def test_sheet_and_heading_row_are_found(run: tuple[dict[str, Any], Proposal]) -> None:
    told, proposal = run
    assert proposal.sheet == told["sheet"]
    assert proposal.heading_row in told["heading_row"]


def test_columns_mean_what_they_say(run: tuple[dict[str, Any], Proposal]) -> None:
    told, proposal = run
    for fields, heading in told["columns"].items():
        assert heading in [proposal.columns.get(field) for field in fields.split("|")], fields


def test_what_is_no_claim_is_skipped_with_its_reason(run: tuple[dict[str, Any], Proposal]) -> None:
    told, proposal = run
    assert {str(each.row): each.why for each in proposal.skipped} == told["skipped"]


def test_spots_read_as_they_stand(run: tuple[dict[str, Any], Proposal]) -> None:
    told, proposal = run
    rows = {row.row: row for row in proposal.rows}
    for spot in told["spots"]:
        row = rows[spot["row"]]
        assert spot == {
            "row": row.row,
            "debtor": row.debtor,
            "number": row.number,
            "balance": yuan(row.balance_fen),
            "due_on": str(row.due_on),
            "issued_on": str(row.issued_on),
            "currency": row.currency,
        }


def test_rows_and_total_agree_to_the_fen(run: tuple[dict[str, Any], Proposal]) -> None:
    told, proposal = run
    optional = {each["row"] for each in told["maybe"] + told["settled"]}
    sure = [row for row in proposal.rows if row.row not in optional]
    assert len(sure) == told["rows_read"]
    assert yuan(sum(row.balance_fen for row in sure)) == told["total"]


def test_rows_that_may_be_read_are_read_with_their_balance(run: tuple[dict[str, Any], Proposal]) -> None:
    told, proposal = run
    rows = {row.row: row for row in proposal.rows}
    for each in told["maybe"] + told["settled"]:
        assert yuan(rows[each["row"]].balance_fen) == each["balance"]


def test_trouble_is_named_and_nothing_else(run: tuple[dict[str, Any], Proposal]) -> None:
    told, proposal = run
    problems = {each.cell for each in proposal.problems}
    cells = problems | {each.cell for each in proposal.warnings if each.cell}
    assert all(problems & set(either) for either in told["problems"])
    assert all(cells & set(either) for either in told["named"])
    assert cells <= set(told["may_problems"])
    assert len(problems) == len(told["lost"])


def test_every_row_below_the_heading_is_accounted_for(run: tuple[dict[str, Any], Proposal]) -> None:
    _, proposal = run
    claims = [row.row for row in proposal.rows]
    skipped = [each.row for each in proposal.skipped]
    spoilt = [each.row for each in proposal.problems]
    assert len({*claims, *skipped, *spoilt}) == len(claims) + len(skipped) + len(spoilt)
    assert max(*claims, *skipped) - proposal.heading_row <= len(claims) + len(skipped) + len(spoilt) + 1


def test_two_spellings_stay_two_debtors() -> None:
    proposal = propose(LEDGERS / "04 应收台账（手工）.xlsx")
    debtors = {row.debtor for row in proposal.rows}
    assert {"宁波砺朔精密机械有限公司", "宁波砺朔精密机械有限责任公司"} <= debtors


def test_the_day_a_ledger_speaks_of_is_its_own() -> None:
    assert str(propose(LEDGERS / "07_应收明细_2026-11.xlsx").as_of) == "2026-11-30"
    assert str(propose(LEDGERS / "02_到期债权表_K3.xls").as_of) == "2026-10-31"
