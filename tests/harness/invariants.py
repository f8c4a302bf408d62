"""What must hold in a data folder after any accident, and what was acknowledged before it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from models.actions.backups import prove_backup
from models.store import Store, open_store
from models.store.folder import DataFolder
from models.store.keys import Ring
from models.store.series import backup_place, generations, series
from models.store.verify import verify
from models.vault.durable import sweep_parts
from models.vault.key import Key
from tests.harness.acts import BACKED_UP, INSTALMENTS, ROWS, Told

Ask = Callable[..., Any]


class Broken(AssertionError):
    """What must never happen."""


def must(holds: object, *what: object) -> None:
    """Broken unless it holds."""
    if not holds:
        raise Broken(*what)


def check(data: Path, acts: Iterable[Told] = (), out: Path | None = None, key: Key | None = None) -> None:
    """Every promise, after the next start of the program on this folder. ``out`` is where letters are copied to."""
    store = open_store(data, key=key, bind=False)
    try:
        check_store(store, acts, out)
    finally:
        store.close()


def check_backups(data: Path, acts: Iterable[Told], key: Key | None = None) -> None:
    """The newest backup can be brought back, and holds the journal up to the last that was acknowledged."""
    seq = max((act["seq"] for act in acts if act["act"] == BACKED_UP), default=0)
    folder = DataFolder(data, key)
    made = generations(series(folder, backup_place(folder)))
    must(seq == 0 or (made and made[0].seq >= seq), "a backup is lost", seq)
    if made:
        prove_backup(made[0].folder, data, datetime.now(UTC), ring=Ring(key))


def check_store(store: Store, acts: Iterable[Told] = (), out: Path | None = None) -> None:
    """The same for a folder that is open."""
    result = verify(store, datetime.now(UTC))
    must(result.ok, result.damage)
    must(not list(store.folder.root.rglob(".qz-*.part")), "leftovers")
    ask = store.database.execute_sql
    _check_money(ask)
    _check_wholes(ask)
    _check_letters(ask)
    for act in acts:
        _check_acknowledged(ask, act)
    if out is not None:
        sweep_parts(out)
        must(all(file.read_bytes().endswith(b"%%EOF") for file in out.glob("*")), "half a copy")


def _check_money(ask: Ask) -> None:
    """A receipt is spread over claims and charges up to its sum and no further; a claim is never overpaid."""
    over = """SELECT r.id FROM receipt r LEFT JOIN
        (SELECT receipt_id, fen FROM share UNION ALL SELECT receipt_id, fen FROM charge_share) s
        ON s.receipt_id = r.id GROUP BY r.id HAVING abs(coalesce(sum(s.fen), 0)) > abs(r.amount_fen)"""
    must(not (found := ask(over).fetchall()), "shares exceed receipts", found)
    overpaid = """SELECT c.id FROM claim c JOIN share s ON s.claim_id = c.id
        GROUP BY c.id HAVING sum(s.fen) NOT BETWEEN 0 AND c.amount_fen"""
    must(not (found := ask(overpaid).fetchall()), "claims overpaid", found)
    twice = "SELECT reverses_id FROM receipt WHERE reverses_id IS NOT NULL GROUP BY 1 HAVING count(*) > 1"
    must(not (found := ask(twice).fetchall()), "reversed twice", found)


def _check_wholes(ask: Ask) -> None:
    """A ledger, a statement, a plan, a booked line, a call and its memo are whole or absent."""
    must(all(n == ROWS for (n,) in ask("SELECT count(*) FROM claim GROUP BY batch_id")), "half a batch")
    must(ask("SELECT count(*) FROM bank_line").fetchone()[0] % ROWS == 0, "half a statement")
    plans = """SELECT p.total_fen, sum(i.principal_fen), count(*) FROM plan p
        LEFT JOIN instalment i ON i.plan_id = p.id GROUP BY p.id"""
    must(all(total == paid and n == INSTALMENTS for total, paid, n in ask(plans)), "half a plan")
    lines = """SELECT l.id FROM bank_line l LEFT JOIN receipt r ON r.id = l.receipt_id
        WHERE l.state = 'booked' AND l.amount_fen IS NOT r.amount_fen"""
    must(not (found := ask(lines).fetchall()), "a booked line without its receipt", found)
    talks = "SELECT c.id FROM call c WHERE NOT EXISTS (SELECT 1 FROM call_claim k WHERE k.call_id = c.id)"
    must(not (found := ask(talks).fetchall()), "half a call", found)


def _check_letters(ask: Ask) -> None:
    """Letters with their claims, numbers in a row without a gap or a double."""
    numbers = [int(re.findall(r"\d+", told)[-1]) for (told,) in ask("SELECT number FROM letter ORDER BY id")]
    must(numbers == list(range(1, len(numbers) + 1)), "numbers", numbers)
    bare = "SELECT l.id FROM letter l LEFT JOIN letter_claim c ON c.letter_id = l.id WHERE c.id IS NULL"
    must(not ask(bare).fetchall(), "a letter without its claims")


def _check_acknowledged(ask: Ask, act: Told) -> None:
    """The journal still has the entry that was its head then, and the rows are there."""
    kept = ask("SELECT hash FROM journal WHERE seq = ?", (act["seq"],)).fetchone()
    must(kept == (act["hash"],), "lost", act)
    for table, keys in act["rows"].items():
        for key in keys:
            must(ask(f"SELECT id FROM {table} WHERE id = ?", (key,)).fetchone(), "lost", table, key, act)
