"""A sample portfolio to try the program on: made-up firms, numbers that begin with DEMO-."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from models.actions.desk import Desk
from models.actions.evidence import keep
from models.actions.initials import initials_of
from models.clock import CHINA, instant_text
from models.queries.matters import SKIPPED
from models.rules.problems import Problem, Refused
from models.store import Unit
from models.tables import Call, CallClaim, Claim, Creditor, DayMark, Debtor, Promise, Receipt, Share

NAMES = Path(__file__).resolve().parents[2] / "resources" / "sample" / "names.toml"
CLAIMS_PER_DEBTOR = 3
_LARGEST = 2_000_000
_WITH_EVIDENCE = 400
"""Only the first claims get sample evidence: it shows what the chain is for, and is not worth ten thousand rows."""
_TASK_FORCE_DAYS = 90
_DONE_BEFORE = ("call_due", "letter_due", "final_due", "task_force_due", "legal_due")
_CLAIM = (
    "debtor_id", "number", "kind", "contract", "issued_on", "due_on", "amount_fen", "currency", "owner", "disputed",
    "registered_on", "stage_set",
)  # fmt: skip


@dataclass(frozen=True)
class Filled:
    """How large the sample became."""

    claims: int
    debtors: int


def fill(desk: Desk, claims: int, seed: int = 1) -> Filled:
    """Fill an empty folder with so many claims and a complete creditor, the same for the same seed and day.

    Refused: ``not_empty`` where any claim or creditor is there already, ``demo_size``.
    """
    if not 1 <= claims <= _LARGEST:
        raise Refused(Problem("demo_size", {"count": str(claims), "most": str(_LARGEST)}, "claims"))
    with desk.store.acting(), desk.act("fill_demo") as unit:
        if Claim.select().exists(desk.store.database) or Creditor.select().exists(desk.store.database):
            raise Refused(Problem("not_empty", {"folder": str(desk.store.folder.root)}))
        chance = random.Random(seed)  # noqa: S311 (a sample, not a secret)
        unit.add(Creditor, **_names()["creditor"])
        debtors = _debtors(unit, chance, max(1, claims // CLAIMS_PER_DEBTOR))
        rows = [_claim(chance, desk.today, n, debtors) for n in range(claims)]
        keys = unit.add_many(Claim, _CLAIM, rows)
        _receipts(desk, unit, chance, keys, rows)
        _calls(desk, unit, chance, keys, rows)
        _worked(desk, unit, chance, debtors)
        _evidence(desk, unit, chance, keys)
    return Filled(claims, len(debtors))


@cache
def _names() -> dict[str, Any]:
    return tomllib.loads(NAMES.read_text("utf-8"))


def _debtors(unit: Unit, chance: random.Random, count: int) -> range:
    names = _names()
    told: dict[str, list[Any]] = {}
    while len(told) < count:
        city, (trade, industry) = chance.choice(names["cities"]), chance.choice(names["trades"])
        word = chance.choice(names["words"])
        name = f"{city}{word}{trade}有限公司"
        if name in told:
            name = f"{city}{word}{chance.choice(names['words'])}{trade}有限公司{len(told) if name in told else ''}"
        # One in eight has no address, so that the letters have something to say about it.
        address = None if chance.random() < 0.12 else f"{city}市{word}路 {chance.randrange(1, 900)} 号"
        told[name] = [
            name, f"C{len(told) + 1:05d}", industry, address, address and "registered",
            address and f"{chance.randrange(210000, 530000)}",
            f"0{chance.randrange(510, 599)}-8800 {len(told) % 10000:04d}",
            chance.choice(names["surnames"]) + chance.choice(names["given"]), 0, initials_of(name),
        ]  # fmt: skip
    columns = (
        "name", "code", "industry", "address", "address_source", "postcode", "phone", "contact_person", "is_person",
        "initials",
    )  # fmt: skip
    return unit.add_many(Debtor, columns, told.values())


def _claim(chance: random.Random, today: date, n: int, debtors: range) -> list[Any]:
    """One claim: most are young, a few are old enough for the limitation clock."""
    days = chance.choices((-40, 7, 22, 60, 130, 500, 1040), (30, 14, 12, 18, 11, 10, 2))[0]
    due_on = today - timedelta(days=days + chance.randrange(-6, 25))
    issued_on = min(due_on - timedelta(days=chance.choice((30, 45, 60, 90))), today - timedelta(days=1))
    fen = chance.choice((1, 1, 1, 10)) * chance.randrange(500_000, 30_000_000, 50)
    return [
        debtors[n % len(debtors)], f"DEMO-{issued_on:%y%m}-{n + 1:05d}", "sale", f"HT-{issued_on.year}-{n % 997:03d}",
        issued_on.isoformat(), due_on.isoformat(), fen, "CNY", chance.choice(_names()["owners"]),
        int(chance.random() < 0.02), min(today, issued_on + timedelta(days=2)).isoformat(),
        "task_force" if (today - due_on).days >= _TASK_FORCE_DAYS and chance.random() < 0.9 else None,
    ]  # fmt: skip


def _worked(desk: Desk, unit: Unit, chance: random.Random, debtors: range) -> None:
    """Most debtors were called and written to before the sample begins, some days ago: their steps are over."""
    at, why = instant_text(unit.at), _names()["worked"]
    marks = []
    for debtor in debtors:
        on = (desk.today - timedelta(days=chance.randrange(1, 6))).isoformat()
        if chance.random() < 0.9:
            marks += [[debtor, reason, SKIPPED, on, why, at, desk.who] for reason in _DONE_BEFORE]
    columns = ("debtor_id", "reason", "kind", "marked_on", "why", "marked_at", "marked_by")
    unit.add_many(DayMark, columns, marks)


def _receipts(desk: Desk, unit: Unit, chance: random.Random, keys: range, rows: Sequence[list[Any]]) -> None:
    at = instant_text(unit.at)
    paid = []
    for key, row in zip(keys, rows, strict=True):
        if date.fromisoformat(row[5]) < desk.today and chance.random() < 0.25:
            part = row[6] * chance.choice((20, 30, 50)) // 100
            on = desk.today - timedelta(days=chance.randrange(1, 30))
            paid.append((key, [row[0], on.isoformat(), part, "CNY", "clerk", 1, "for_one", at, desk.who]))
    columns = (
        "debtor_id", "received_on", "amount_fen", "currency", "source", "day_known", "rule", "posted_at", "posted_by",
    )  # fmt: skip
    receipts = unit.add_many(Receipt, columns, (row for _, row in paid))
    unit.add_many(
        Share,
        ("receipt_id", "claim_id", "fen"),
        ([receipt, claim, row[2]] for receipt, (claim, row) in zip(receipts, paid, strict=True)),
    )


def _calls(desk: Desk, unit: Unit, chance: random.Random, keys: range, rows: Sequence[list[Any]]) -> None:
    """Calls on one in twelve overdue claims, half of them with a promise that may be broken by now."""
    late = [n for n, row in enumerate(rows) if date.fromisoformat(row[5]) < desk.today - timedelta(days=15)]
    for n in chance.sample(late, len(late) // 12)[:2000]:
        day = desk.today - timedelta(days=chance.randrange(1, 14))
        at = datetime.combine(day, time(9 + chance.randrange(8), chance.randrange(60)), CHINA)
        reached = chance.random() < 0.6
        call = unit.add(
            Call, debtor=rows[n][0], at=at, outcome="connected" if reached else "no_answer",
            person=chance.choice(_names()["surnames"]) + chance.choice(_names()["given"]) if reached else None,
            role="财务" if reached else None, confirmed="full" if reached else None,
            reason="cash_flow" if reached else None, logged_at=unit.at, logged_by=desk.who,
        )  # fmt: skip
        unit.add(CallClaim, call=call, claim=keys[n])
        if reached and chance.random() < 0.5:
            due_on = day + timedelta(days=chance.randrange(2, 12))
            unit.add(Promise, call=call, debtor=rows[n][0], fen=rows[n][6] // 2, due_on=due_on)


def _evidence(desk: Desk, unit: Unit, chance: random.Random, keys: range) -> None:
    """Some of the documents a sale leaves, as plain text that says it is a sample."""
    names: dict[str, str] = _names()["evidence"]
    taken = {
        kind: desk.store.folder.vault.put(f"{name}\n示例文件，不是真实证据。\n".encode())
        for kind, name in names.items()
    }
    for claim in keys[:_WITH_EVIDENCE]:
        # The older the habit, the surer the document: a contract is there more often than a sealed statement.
        for rank, (kind, name) in enumerate(names.items()):
            if chance.random() < 0.95 - 0.14 * rank:
                keep(desk, unit, taken[kind], f"{name}.txt", kind, [claim], source="demo")
