"""A clerk at work by chance: every kind of act that writes, through the real actions, told once it is acknowledged.

What is told names the journal's head after the act and rows that the act made: ``{"act", "seq", "hash", "rows"}``.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from models.actions import (
    bank,
    calls,
    charges,
    imports,
    letter_copies,
    letters,
    memos,
    plans,
    receipts,
    reviews,
)
from models.actions.backups import keep_generation
from models.actions.desk import Desk
from models.actions.evidence import attach
from models.actions.parties import set_creditor, set_debtor
from models.ledger.reading import propose_text
from models.ledger.statement import Statement
from models.ledger.statement_rows import StatementLine
from models.queries.claims import ClaimRow, claim_rows
from models.queries.comparison import compare
from models.queries.reviews import meeting
from models.rules.instalments import schedule
from models.rules.review import CAUSES, Decision
from models.store.generations import DAILY

TODAY = date(2026, 11, 30)
MONTH = "2026-11"
ROWS = 12
"""So many claims a ledger has, so many lines a statement."""
INSTALMENTS = 3
ACTS = (
    "take_ledger", "book", "book", "book_back", "attach", "write", "plan", "call", "call", "note", "charge",
    "statement", "review", "back_up",
)  # fmt: skip
LARGEST_FEN = 50_000
BACKED_UP = "backup"

Told = dict[str, Any]


def paper(kind: str, facts: Any, language: str) -> bytes:
    """Stands for typesetting, which takes longer than all the rest and writes nothing."""
    return f"%PDF {kind} {language} {facts!r:.200}\n".encode() + b"x" * 5000 + b"\n%%EOF"


class Clerk:
    """One act at a time; the seed decides which, on what and how much."""

    def __init__(self, desk: Desk, out: Path, seed: int, tell: Callable[[Told], object]) -> None:
        """Sit down and set up what letters need."""
        self.desk, self.out, self.tell = desk, out, tell
        self.chance = random.Random(seed)
        out.mkdir(parents=True, exist_ok=True)
        set_creditor(desk, name="甲方", address="a", phone="1", bank="b", account="1", letter_prefix="甲")

    def act(self, name: str | None = None) -> str:
        """Do one act, the named one or any; returns its name."""
        chosen = name or self.chance.choice(ACTS)
        getattr(self, chosen)()
        return chosen

    def take_ledger(self) -> None:
        """A ledger of claims of one debtor, some of them partly paid."""
        name = f"债务人{self.chance.randrange(10**9)}"
        lines = [
            f"{name}\tN{self.chance.randrange(10**12)}\t{100 + n}.00\t{n}.00\t2026-09-01" for n in range(ROWS)
        ]
        proposal = propose_text("\n".join(["客户\t单号\t金额\t已付\t到期日", *lines]))
        done = imports.take_over(self.desk, compare(self.desk.store, proposal, TODAY), "ledger.csv")
        self.done("import", batch=[done.batch])
        set_debtor(self.desk, name, address="路 1 号")
        self.done("address")

    def book(self) -> None:
        """Money of a debtor over its claims."""
        self._booked()

    def book_back(self) -> None:
        """Money booked and at once taken back: the cheque bounced."""
        back = receipts.reverse(self.desk, self._booked(), "bounced")
        self.done("reverse", receipt=[back.receipt])

    def _booked(self) -> int:
        row = self.a_row()
        booked = receipts.book_for_debtor(self.desk, row.debtor, self.chance.randrange(1, LARGEST_FEN))
        self.done("receipt", receipt=[booked.receipt], claim=[claim for claim, _ in booked.shares])
        return booked.receipt

    def attach(self) -> None:
        """A new file into the vault."""
        file = self.out.parent / "scan.bin"
        file.write_bytes(self.chance.randbytes(self.chance.randrange(1, 100_000)))
        kept = attach(self.desk, [self.a_row().id], file)
        self.done("attach", evidence=[kept.evidence])

    def write(self) -> None:
        """A run of letters, and its copies."""
        claims = [self.a_row().id for _ in range(5)]
        run = letters.issue(self.desk, "demand", claims, paper, again=True)
        made = [each.letter for each in run.letters]
        self.done("letters", letter=made)
        letter_copies.copy_out(self.desk, made, self.out)

    def plan(self) -> None:
        """A plan over one claim."""
        row = self.a_row()
        lines = schedule(row.balance_fen, INSTALMENTS, TODAY + timedelta(days=30), "month")
        self.done("plan", plan=[plans.make_plan(self.desk, [row.id], lines, paper).plan])

    def call(self) -> None:
        """A call with a promise, and later its memo."""
        row = self.a_row()
        talk = calls.Talk(
            "connected", person="王", confirmed="full", promise_fen=1_00, promise_on=TODAY + timedelta(days=7)
        )
        logged = calls.log_call(self.desk, [row.id], talk)
        self.done("call", call=[logged.call], promise=[logged.promise])
        self.done("memo", evidence=[memos.keep_memo(self.desk, logged.call, paper).evidence])

    def note(self) -> None:
        """A remark."""
        calls.add_note(self.desk, self.a_row().id, f"<b>{self.chance.random()}</b>")
        self.done("note")

    def charge(self) -> None:
        """What a claim has cost, to be paid beside it."""
        draft = charges.ChargeDraft("costs", self.chance.randrange(1, 5_00), "受理费通知")
        self.done("charge", charge=[charges.book_charge(self.desk, self.a_row().id, draft).key])

    def statement(self) -> None:
        """A bank's statement: taken, and what is certain booked."""
        names = [self.a_row().debtor for _ in range(3)] + ["过路人"]
        lines = tuple(
            StatementLine(row, TODAY, self.chance.randrange(1, LARGEST_FEN), payer=self.chance.choice(names),
                          reference=f"R{self.chance.randrange(10**12)}")
            for row in range(2, 2 + ROWS)
        )  # fmt: skip
        taken = bank.take_statement(self.desk, Statement("流水", 1, {}, lines, (), (), ()), "bank.xlsx")
        self.done("statement", bank_line=list(taken.lines))
        booked = bank.book_certain(self.desk, taken.lines)
        self.done("bank", receipt=[each.receipt for each in booked.lines])

    def review(self) -> None:
        """The month's review: one exception decided."""
        lines = meeting(self.desk.store, TODAY, MONTH).listed
        if lines:
            claim = self.chance.choice(lines).of.claim
            said = Decision("bad", self.chance.choice(CAUSES), note="再议")
            reviews.decide(self.desk, MONTH, [claim], said)
            self.done("review", claim=[claim])

    def back_up(self) -> None:
        """A backup of the day, made and proved beside the folder."""
        keep_generation(self.desk, DAILY)
        self.done(BACKED_UP)

    def a_row(self) -> ClaimRow:
        """An open claim with enough on it for anything, wherever in the portfolio it lies."""
        keys = range(1, self._newest_claim() + 1)
        some = self.chance.sample(keys, min(ROWS, len(keys)))
        rows = [
            row
            for row in claim_rows(self.desk.store, TODAY, TODAY, claims=some)
            if row.balance_fen > LARGEST_FEN // 500
        ]
        if rows:
            return self.chance.choice(rows)
        self.take_ledger()
        return self.a_row()

    def _newest_claim(self) -> int:
        (key,) = self.desk.store.database.execute_sql("SELECT coalesce(max(id), 0) FROM claim").fetchone()
        return int(key)

    def done(self, act: str, **rows: Iterable[Any]) -> None:
        """Tell of an act that has returned."""
        seq, sealed = self.desk.store.journal_head()
        self.tell({"act": act, "seq": seq, "hash": sealed, "rows": rows})
