"""Which debt a payment pays: several debts by CC 560, within one debt by CC 561.

What the parties agreed goes first, then what the debtor designated. The rest: due before not due; least secured;
heaviest burden; earliest due; else in proportion. Within a debt: costs of realising it, then interest, then
principal, unless agreed otherwise. Exact to the fen.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import groupby

from models.rules.payment_order import STATUTE_ORDER, Item, check_order, split
from models.rules.problems import Problem, Refused
from models.rules.reasons import Reason

Key = tuple[bool, Fraction, Fraction, bool, date]

RECEIPT_KINDS = ("payment", "credit_note", "offset")
"""What lowers a balance: money, a credit note (so much is given up), a set-off against what is owed the debtor."""


def interrupts_limitation(kind: str) -> bool:
    """Whether this kind of receipt is the debtor's own act: only a payment is (诉讼时效规定 14)."""
    return kind == "payment"


@dataclass(frozen=True)
class Debt:
    """One open debt. Sums in fen; ``secured_fen`` is the sum covered by security.

    ``burden_percent`` is what delay costs the debtor, in one unit for all debts compared (percent a day or a
    year). A debt without a due date ranks after the dated ones, as not yet due: nothing was demanded (CC
    511). ``expired``: its limitation has run out; it takes nothing of itself, only where agreed or designated.
    ``covered`` is the part of it that security covers, where that is known as a part and not as a sum. ``joint``:
    others owe it too, which weighs less than owing alone ((2021)浙0726民初82号).
    """

    id: str
    principal_fen: int
    costs_fen: int = 0
    interest_fen: int = 0
    due_on: date | None = None
    secured_fen: int = 0
    burden_percent: Fraction = Fraction(0)
    expired: bool = False
    covered: Fraction | None = None
    joint: bool = False

    @property
    def open_fen(self) -> int:
        """All that is owed on it."""
        return self.principal_fen + self.costs_fen + self.interest_fen


@dataclass(frozen=True)
class Share:
    """What a payment pays of one debt, in fen."""

    debt: str
    costs: int
    interest: int
    principal: int

    @property
    def amount(self) -> int:
        """The whole share."""
        return self.costs + self.interest + self.principal


@dataclass(frozen=True)
class Allocation:
    """A payment shared out; shares and ``left`` add up to it. Debts that got nothing have no share.

    ``rule`` is what decided: ``single`` | ``agreed`` | ``designated`` | ``in_full`` | ``due_first`` |
    ``least_secured`` | ``heavier_burden`` | ``earlier_due`` | ``pro_rata``; ``why`` says it with its article, to be
    kept with the receipt. ``passed_over``: expired debts that were left alone.
    """

    shares: tuple[Share, ...]
    left: int
    rule: str
    why: Reason
    passed_over: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ranked:
    """A debt in the order in which a payment goes through them; those of one ``place`` share in proportion.

    ``because`` is what puts it behind the place before: ``first`` | ``agreed`` | ``designated`` | ``due_first`` |
    ``least_secured`` | ``heavier_burden`` | ``earlier_due``, or ``pro_rata`` within a place, or ``expired``, which no
    payment reaches of itself.
    """

    place: int
    debt: Debt
    because: str


def ranking(
    debts: Sequence[Debt], on: date, *, designated: Sequence[str] = (), agreed: Sequence[str] = ()
) -> tuple[Ranked, ...]:
    """All of them in the order of ``allocate``, each with what decided it; the expired stand last."""
    chosen = dict.fromkeys([*agreed, *designated])
    found: list[Ranked] = []
    for place, group in enumerate(_groups(debts, on, list(chosen)), 1):
        for debt in group:
            if debt.id in chosen:
                because = "agreed" if debt.id in agreed else "designated"
            elif found and found[-1].place == place:
                because = "pro_rata"
            elif found and found[-1].debt.id not in chosen:
                because = _difference(_key(found[-1].debt, on), _key(debt, on))
            else:
                because = "first"
            found.append(Ranked(place, debt, because))
    left = [debt for debt in debts if debt.expired and debt.id not in chosen]
    last = found[-1].place + 1 if found else 1
    return (*found, *(Ranked(last, debt, "expired") for debt in left))


def allocate(
    amount_fen: int,
    debts: Sequence[Debt],
    *,
    on: date,
    designated: Sequence[str] = (),
    agreed: Sequence[str] = (),
    order: Sequence[Item] = STATUTE_ORDER,
) -> Allocation:
    """Share a payment of ``on`` over the debts. A debt due on that very day is due.

    ``agreed`` names debts in the order the parties settled, ``designated`` in the order the debtor wants them paid
    (CC 560 (1)); ``order`` is that within a debt (CC 561). Raises Refused for an amount that is not above zero, for a
    debt below zero or named twice, and for an agreement or designation that names no debt.
    """
    _check(amount_fen, debts, [*agreed, *designated])
    check_order(order)
    chosen = list(dict.fromkeys([*agreed, *designated]))
    groups = _groups(debts, on, chosen)
    shares: list[Share] = []
    left = amount_fen
    for group in groups:
        paid = _pro_rata(left, group)
        left -= sum(paid)
        shares += [_within(debt, fen, order) for debt, fen in zip(group, paid, strict=True) if fen]
    rule = _chosen_rule(agreed, designated, groups) or _rule(amount_fen, groups, on)
    passed_over = tuple(debt.id for debt in debts if debt.expired and debt.open_fen and debt.id not in chosen)
    return Allocation(tuple(shares), left, rule, Reason(f"allocation_{rule}"), passed_over)


def _groups(debts: Sequence[Debt], on: date, chosen: Sequence[str]) -> list[list[Debt]]:
    """Those chosen one by one, then the others by rank; what has expired only where it was chosen."""
    named = {debt.id: debt for debt in debts}
    others = sorted(
        (debt for debt in debts if debt.id not in chosen and not debt.expired),
        key=lambda debt: _key(debt, on),
    )
    return [[named[each]] for each in chosen] + [
        list(each) for _, each in groupby(others, lambda debt: _key(debt, on))
    ]


def _check(amount_fen: int, debts: Sequence[Debt], designated: Iterable[str]) -> None:
    """Refuse what cannot be shared, with every reason."""
    ids = [debt.id for debt in debts]
    problems = [
        Problem("debt_named_twice", {"debt": each}, each) for each in sorted(set(ids)) if ids.count(each) > 1
    ]
    problems += [
        Problem("debt_below_zero", {"debt": debt.id}, debt.id)
        for debt in debts
        if min(debt.principal_fen, debt.costs_fen, debt.interest_fen, debt.secured_fen) < 0
    ]
    problems += [
        Problem("designation_unknown", {"debt": each}, each) for each in designated if each not in ids
    ]
    if amount_fen <= 0:
        problems.append(Problem("payment_not_above_zero", where="amount"))
    if problems:
        raise Refused(*problems)


def _key(debt: Debt, on: date) -> Key:
    """The order of CC 560 (2): smaller is paid first. Security counts as the part of the debt it covers."""
    due = debt.due_on is not None and debt.due_on <= on
    covered = debt.covered
    if covered is None:
        covered = Fraction(min(debt.secured_fen, debt.open_fen), debt.open_fen or 1)
    return (not due, covered, -debt.burden_percent, debt.joint, debt.due_on or date.max)


def _pro_rata(amount_fen: int, group: Sequence[Debt]) -> list[int]:
    """The amount over debts of one rank in proportion to what is open, exact, largest remainders first.

    At most all is paid; what exceeds the group is left.
    """
    whole = sum(debt.open_fen for debt in group)
    amount = min(amount_fen, whole)
    if not amount:
        return [0] * len(group)
    shares = [amount * debt.open_fen // whole for debt in group]
    by_remainder = sorted(range(len(group)), key=lambda n: -(amount * group[n].open_fen % whole))
    for index in by_remainder[: amount - sum(shares)]:
        shares[index] += 1
    return shares


def _within(debt: Debt, fen: int, order: Sequence[Item]) -> Share:
    """One debt's share over costs, interest, principal."""
    owed: dict[Item, int] = {
        "costs": debt.costs_fen,
        "interest": debt.interest_fen,
        "principal": debt.principal_fen,
    }
    paid = split(fen, owed, order)
    return Share(debt.id, paid["costs"], paid["interest"], paid["principal"])


def _chosen_rule(
    agreed: Sequence[str], designated: Sequence[str], groups: Sequence[Sequence[Debt]]
) -> str | None:
    """What decided before the statute does: there is but one debt, or somebody chose."""
    if sum(len(group) for group in groups) == 1:
        return "single"
    return "agreed" if agreed else "designated" if designated else None


def _rule(amount_fen: int, groups: Sequence[Sequence[Debt]], on: date) -> str:
    """What decided between the last debt that was paid and the first that was not paid in full."""
    left = amount_fen
    for index, group in enumerate(groups):
        whole = sum(debt.open_fen for debt in group)
        if left < whole:
            if left and len(group) > 1:
                return "pro_rata"
            other = groups[index + 1] if left and index + 1 < len(groups) else groups[max(0, index - 1)]
            return _difference(_key(group[0], on), _key(other[0], on))
        left -= whole
    return "in_full"


def _difference(first: Key, second: Key) -> str:
    """The first point of CC 560 (2) in which two debts differ."""
    names = ("due_first", "least_secured", "heavier_burden", "heavier_burden", "earlier_due")
    return next((name for name, a, b in zip(names, first, second, strict=True) if a != b), "pro_rata")
