"""How an agreement stands: what its claims were paid against its instalments, and when the whole rest may be called.

What comes in pays the instalments in their order. The rest may be called due once one is late by more days than
agreed, or as many are late as agreed (a condition, CC 158); it is due when the notice arrives.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from models.rules.facts import PlanTerms
from models.rules.money import grouped
from models.rules.reasons import Reason

STATES = ("draft", "sent", "running", "broken", "accelerated", "settled", "replaced", "void")
"""``draft`` and ``sent`` wait for signature; ``replaced`` by a signed supplement; ``settled``: kept to the end."""

IN_FORCE = ("running", "broken", "accelerated")
"""Signed and not over: what a supplement may change."""


@dataclass(frozen=True)
class Standing:
    """One instalment: ``paid_fen`` of its principal has come in; ``paid_on`` is when all of it had."""

    due_on: date
    principal_fen: int
    paid_fen: int = 0
    paid_on: date | None = None

    def late(self, today: date) -> bool:
        """Whether its day passed before all of it was there, even where it came later."""
        return (self.paid_on or today) > self.due_on

    def missed(self, today: date) -> bool:
        """Whether its day has passed and something is still open."""
        return self.paid_on is None and self.due_on < today


def applied(
    instalments: Sequence[tuple[date, int]], payments: Iterable[tuple[date, int]]
) -> tuple[Standing, ...]:
    """Instalments (day, principal) in their order as the payments (day, fen) leave them."""
    lines = [Standing(due_on, fen) for due_on, fen in instalments]
    for on, fen in sorted(payments):
        for place, line in enumerate(lines):
            taken = min(fen, line.principal_fen - line.paid_fen)
            if taken > 0:
                fen -= taken
                paid = line.paid_fen + taken
                lines[place] = replace(
                    line, paid_fen=paid, paid_on=on if paid == line.principal_fen else None
                )
    return tuple(lines)


def callable_from(lines: Sequence[Standing], terms: PlanTerms, today: date) -> date | None:
    """Since which day the whole rest may be called due, or will be if nothing is paid; None while all are punctual."""
    if not any(line.missed(today) for line in lines):
        return None
    longest = min(line.due_on for line in lines if line.missed(today))
    days = [longest + timedelta(days=terms.accelerate_after_days + 1)]
    late = sorted(line.due_on for line in lines if line.late(today))
    if len(late) >= terms.accelerate_after_count:
        days.append(late[terms.accelerate_after_count - 1] + timedelta(days=1))
    return min(days)


def state_of(
    lines: Sequence[Standing],
    today: date,
    *,
    voided: bool,
    sent_on: date | None,
    signed_on: date | None,
    replaced: bool,
    accelerated_on: date | None,
) -> str:
    """One of ``STATES``. A paid plan is settled, whatever else happened to it on the way."""
    if voided:
        return "void"
    if signed_on is None:
        return "sent" if sent_on else "draft"
    if replaced:
        return "replaced"
    if all(line.paid_on for line in lines):
        return "settled"
    if accelerated_on is not None and accelerated_on <= today:
        return "accelerated"
    return "broken" if any(line.missed(today) for line in lines) else "running"


@dataclass(frozen=True)
class Burden:
    """What a guarantor stands for under an agreement: sum and interest in fen, its last day, the late rate."""

    total_fen: int
    last_on: date
    late_rate_bp: int | None = None


def lost_without(before: Burden, after: Burden, guarantee_until: date | None) -> tuple[Reason, ...]:
    """What a supplement costs where the guarantor does not sign it (CC 695); none where nothing is lost.

    A lighter debt is guaranteed as the lighter one; what is added is not; another time of performance leaves the
    period where it was.
    """
    found = []
    if after.last_on != before.last_on:
        told = {"until": guarantee_until.isoformat()} if guarantee_until else {}
        found.append(Reason("supplement_keeps_period" if told else "supplement_keeps_period_unknown", told))
    if after.total_fen > before.total_fen:
        found.append(Reason("supplement_adds_burden", {"more": grouped(after.total_fen - before.total_fen)}))
    if (after.late_rate_bp or 0) > (before.late_rate_bp or 0):
        found.append(Reason("supplement_raises_rate"))
    return tuple(found)
