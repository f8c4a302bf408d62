"""The aging of any day, added up where the claims lie, so that another day is there at once; and what is behind a sum.

A past day counts only what had been issued and received by then. ``claims.aging`` adds up the same from rows.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta

from models.queries.claims import NAMES, Aging, AgingRow, ClaimRow, aging, band_of, claim_rows, sum_of
from models.queries.parties import debtor_named
from models.rules.ageing import CREDIT, NOT_DUE, UNDATED, Bands, days_overdue
from models.store import Store

_KEYS = {
    "debtor": "d.id",
    "claim": "c.id",
    "industry": "coalesce(d.industry, '')",
    "owner": "coalesce(c.owner, '')",
}
_NAMED = {
    "debtor": "SELECT id, name FROM debtor",
    "claim": "SELECT c.id, d.name || ' ' || coalesce(nullif(c.number, ''), c.id) "
    "FROM claim c JOIN debtor d ON d.id = c.debtor_id",
}
"""What such a key is called: adding up by whole numbers takes half as long as by names."""
_SUMS = """
WITH paid AS (SELECT s.claim_id AS claim, sum(s.fen) AS fen FROM share s JOIN receipt r ON r.id = s.receipt_id
              WHERE r.received_on <= :as_of GROUP BY s.claim_id),
     seen AS (SELECT c.*, c.amount_fen - coalesce(paid.fen, 0) AS open_fen
              FROM claim c LEFT JOIN paid ON paid.claim = c.id
              WHERE c.issued_on IS NULL OR c.issued_on <= :seen_on)
SELECT {key}, c.currency, {band}, sum(c.open_fen), min(c.due_on)
FROM seen c JOIN debtor d ON d.id = c.debtor_id WHERE c.open_fen <> 0 GROUP BY 1, 2, 3
"""
_LEDGER = """
SELECT currency, sum(fen) FROM (
    SELECT currency, amount_fen AS fen FROM claim WHERE issued_on IS NULL OR issued_on <= :seen_on
    UNION ALL
    SELECT c.currency, -s.fen FROM share s JOIN receipt r ON r.id = s.receipt_id JOIN claim c ON c.id = s.claim_id
    WHERE r.received_on <= :as_of AND (c.issued_on IS NULL OR c.issued_on <= :seen_on)
) GROUP BY currency HAVING sum(fen) <> 0
"""


def aging_on(store: Store, as_of: date, today: date, by: str, bands: Bands) -> Aging:
    """Sums by band for each debtor, claim, industry or owner as they stood on a day; the largest total first."""
    if as_of == today:
        return aging(claim_rows(store, as_of, today), as_of, by, bands)
    execute = store.database.connection().execute
    names = dict(execute(_NAMED[by]).fetchall()) if by in _NAMED else {}
    statement = _SUMS.format(key=_KEYS[by], band=_band(bands))
    sums: dict[tuple[str, str], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    longest: dict[tuple[str, str], int] = defaultdict(int)
    late: dict[str | None, int] = {None: 0}
    for key, currency, band, fen, first_due in execute(statement, _days(as_of, today, bands)):
        name = names.get(key, key)
        sums[currency, name][band] += fen
        if first_due not in late:
            late[first_due] = days_overdue(date.fromisoformat(first_due), as_of)
        longest[currency, name] = max(longest[currency, name], late[first_due])
    lines = [AgingRow(name, currency, dict(cell), sum(cell.values()), longest[currency, name])
             for (currency, name), cell in sums.items()]  # fmt: skip
    lines.sort(key=lambda line: (line.currency != "CNY", line.currency, -line.total_fen, line.name))
    currencies = dict.fromkeys(["CNY", *(line.currency for line in lines)])
    totals = [sum_of(currency, lines) for currency in currencies]
    return Aging(as_of, (*bands.names, CREDIT), tuple(lines), totals[0], tuple(totals[1:]))


def ledger_on(store: Store, as_of: date, today: date) -> dict[str, int]:
    """What the ledger comes to on a day by currency, in fen, added up without any band: all bands must equal it."""
    seen_on = as_of if as_of < today else date.max
    days = {"as_of": as_of.isoformat(), "seen_on": seen_on.isoformat()}
    return dict(store.database.connection().execute(_LEDGER, days).fetchall())


def _band(bands: Bands) -> str:
    """The band of a claim in SQL; the last days of the ranges are bound as days."""
    ranges = " ".join(
        f"WHEN c.due_on >= :end_{place} THEN '{name}'" for place, name in enumerate(bands.names[2:-1])
    )
    return (
        f"CASE WHEN c.open_fen < 0 THEN '{CREDIT}' WHEN c.due_on IS NULL THEN '{UNDATED}' "
        f"WHEN c.due_on >= :as_of THEN '{NOT_DUE}' {ranges} ELSE '{bands.names[-1]}' END"
    )


def _days(as_of: date, today: date, bands: Bands) -> dict[str, str]:
    """What is bound: the day, the last day of issue that counts, and the first due date of each range."""
    seen_on = as_of if as_of < today else date.max
    firsts = {f"end_{place}": _back(as_of, end).isoformat() for place, end in enumerate(bands.ends)}
    return {"as_of": as_of.isoformat(), "seen_on": seen_on.isoformat(), **firsts}


def _back(day: date, days: int) -> date:
    return day - timedelta(days=min(days, (day - date.min).days))


def claims_behind(
    store: Store, as_of: date, today: date, by: str, line: AgingRow, bands: Bands, band: str | None = None
) -> list[ClaimRow]:
    """The claims that a row of the aging adds up, or those of one of its bands; the longest overdue first."""
    held = debtor_named(store, line.name) if by == "debtor" else None
    rows = claim_rows(store, as_of, today, debtor=held.id if held else None)
    named = NAMES[by]
    found = [
        row
        for row in rows
        if row.currency == line.currency and named(row) == line.name and band in (None, band_of(row, bands))
    ]
    return sorted(found, key=lambda row: (-row.days_overdue, row.debtor, row.id))
