"""The command that ages claims."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Any

from models.actions.desk import Desk
from models.actions.exports import export_aging_paper, export_aging_workbook
from models.queries.claims import AgingRow, aging, claim_rows
from models.queries.documents import aging_facts
from models.rules.ageing import CREDIT, action_bands, bands_from_ends
from ui.terminal.values import Json, add_openly, day, file, iso, money


def add_commands(commands: Any) -> None:
    """The command with its options."""
    table = commands.add_parser("aging", help="sums by age")
    table.add_argument("--as-of", type=day, dest="as_of")
    table.add_argument("--by", choices=("claim", "debtor", "industry", "owner"), default="debtor")
    table.add_argument("--bands", type=_ends)
    table.add_argument("--xlsx", type=file)
    table.add_argument("--pdf", type=file)
    add_openly(table)
    table.set_defaults(work=show_aging, reads=lambda parsed: not (parsed.xlsx or parsed.pdf))


def _ends(text: str) -> tuple[int, ...]:
    try:
        ends = tuple(int(part) for part in text.split(","))
        bands_from_ends(ends)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"rising whole days between commas: {text}") from error
    return ends


def show_aging(desk: Desk, args: argparse.Namespace) -> Json:
    """Sums by age on a day; with a file named, also as a workbook or on paper."""
    as_of: date = args.as_of or desk.today
    bands = bands_from_ends(args.bands) if args.bands else action_bands()
    with desk.store.reading():
        rows = claim_rows(desk.store, as_of, desk.today)
        table = aging(rows, as_of, args.by, bands)
        facts = aging_facts(desk.store, table, args.by)
    if args.xlsx:
        export_aging_workbook(desk, args.xlsx, facts, rows, args.openly or "")
    if args.pdf:
        export_aging_paper(desk, args.pdf, facts, args.render, args.lang, args.openly or "")
    names = [band for band in table.bands if band != CREDIT or any(CREDIT in row.bands for row in table.rows)]
    answer: Json = {
        "as_of": iso(as_of),
        "bands": names,
        "rows": [_aging_row(row, names) for row in table.rows],
        "total": _sums(table.total, names),
    }
    if table.others:
        answer["totals"] = {row.currency: _sums(row, names) for row in (table.total, *table.others)}
    return answer


def _aging_row(row: AgingRow, names: list[str]) -> Json:
    told = {"name": row.name, **_sums(row, names)}
    return told if row.currency == "CNY" else {**told, "currency": row.currency}


def _sums(row: AgingRow, names: list[str]) -> Json:
    return {"bands": {band: money(row.bands.get(band, 0)) for band in names}, "total": money(row.total_fen)}
