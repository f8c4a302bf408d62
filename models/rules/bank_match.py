"""Whose money a bank's line is, what it was paid for, how sure that is and why. Pure.

*Who.* The payer's name, exactly as the debtor is called or by another name the clerk has confirmed, or an account
from which one debtor alone has paid, is certain. A name that only looks alike, or a number of a claim, contract or
letter of one debtor in the memo of an unknown payer, is likely: the clerk says yes. Everything else is unknown, also a
sum that happens to equal one claim.

*What for.* Numbers in the memo are the debtor's designation (CC 560 (1)). An equal sum alone designates nothing: the
law asks that the debtor says which debt it pays, and takes its own order where it did not. Sharing by a guess would
move limitation, security and late interest away from where CC 560 (2) puts them. So an equal sum is told as a reason,
and the shares follow the statute.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date

from models.rules.bank_memo import Named, Numbers, OpenClaim
from models.rules.money import grouped
from models.rules.reasons import Reason

CERTAIN, LIKELY, UNKNOWN = "certain", "likely", "unknown"
_LEAST_NAME = 4
_INTEREST = re.compile(r"结息|利息")
_SPEAKS = {"bank_name": 3, "bank_other_name": 3, "bank_account_shared": 1}
"""How much a reason weighs where several debtors are thinkable; every other one weighs two."""


@dataclass(frozen=True)
class KnownDebtor:
    """A debtor as banks may name it: its name, its confirmed other names, the accounts it has paid from."""

    id: int
    name: str
    other_names: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Its own name first."""
        return (self.name.strip(), *(name.strip() for name in self.other_names))


@dataclass(frozen=True)
class Expected:
    """A sum of one debtor that is awaited on a day: ``what`` is ``instalment`` or ``promise``."""

    what: str
    debtor: int
    fen: int
    on: date
    currency: str = "CNY"


@dataclass(frozen=True)
class Incoming:
    """A line of a statement as far as it tells whose it is; ``chosen`` is the debtor the clerk has said."""

    on: date
    amount_fen: int
    currency: str = "CNY"
    payer: str | None = None
    account: str | None = None
    memo: str | None = None
    chosen: int | None = None


@dataclass(frozen=True)
class Match:
    """Whose money a line is. ``designated`` are the claims its memo names, in the order in which they are paid.

    ``candidates`` are other debtors worth a look, the best first.
    """

    debtor: int | None
    confidence: str
    why: tuple[Reason, ...]
    designated: tuple[int, ...] = ()
    candidates: tuple[int, ...] = ()


class Register:
    """All that lines are compared with. Made once for many lines."""

    def __init__(
        self,
        debtors: Iterable[KnownDebtor],
        claims: Iterable[OpenClaim] = (),
        letters: Mapping[str, Sequence[int]] | None = None,
        expected: Iterable[Expected] = (),
        *,
        likeness: Callable[[str], str],
        apart: Set[tuple[str, str]] = frozenset(),
        own_name: str | None = None,
    ) -> None:
        """``letters`` are letter numbers with the claims they state.

        ``likeness`` takes from a name what people write differently; ``apart`` are pairs of names (the first sorts
        first) that the clerk said are two debtors; ``own_name`` is the creditor's.
        """
        self.likeness, self.apart, self.own_name = likeness, apart, (own_name or "").strip()
        self.debtors = {debtor.id: debtor for debtor in debtors}
        self.by_name = _index((name, each.id) for each in self.debtors.values() for name in each.names)
        self.by_account = _index((bare(a), each.id) for each in self.debtors.values() for a in each.accounts)
        self.alike = [(likeness(name), each.id) for each in self.debtors.values() for name in each.names]
        self.claims = sorted(claims, key=lambda claim: (claim.due_on or date.max, claim.id))
        self.numbers = Numbers(self.claims, letters or {})
        self.expected = tuple(expected)
        self.of_debtor: dict[int, list[OpenClaim]] = defaultdict(list)
        for claim in self.claims:
            self.of_debtor[claim.debtor].append(claim)

    def match(self, line: Incoming) -> Match:
        """Whose money this line is, and what its memo says it was paid for."""
        payer = (line.payer or "").strip()
        memo = self.numbers.debtors_named(line.memo)
        if line.chosen is not None:
            return self._of(line, line.chosen, CERTAIN, [Reason("bank_chosen")], memo)
        if payer and payer == self.own_name:
            return Match(None, UNKNOWN, (Reason("bank_own_transfer"),))
        by_name, by_account = self._by_name(payer), self._by_account(line.account)
        sure = _sure(by_name, by_account)
        if sure is not None:
            astray = memo and all(each != sure for each, _ in memo)
            why = [reason for each, reason in (*by_name, *by_account) if each == sure]
            return self._of(line, sure, LIKELY if astray else CERTAIN, why, memo)
        return self._guess(line, [*by_name, *by_account, *self._by_likeness(payer), *memo], memo)

    # --- who -------------------------------------------------------------------------------------------

    def _by_name(self, payer: str) -> list[Named]:
        return [
            (each, Reason("bank_name") if self.debtors[each].names[0] == payer
             else Reason("bank_other_name", {"name": payer}))
            for each in self.by_name.get(payer, ())
        ]  # fmt: skip

    def _by_account(self, account: str | None) -> list[Named]:
        owners = self.by_account.get(bare(account or ""), ())
        code = "bank_account_shared" if len(owners) > 1 else "bank_account"
        return [(each, Reason(code, {"account": account or ""})) for each in owners]

    def _by_likeness(self, payer: str) -> list[Named]:
        """Names that differ in width, brackets or legal form, that the bank cut short, or of a branch of a debtor."""
        plain = self.likeness(payer) if payer else ""
        if len(plain) < _LEAST_NAME or payer in self.by_name:
            return []
        found = dict.fromkeys(each for own, each in self.alike if _alike(own, plain))
        return [
            (each, Reason("bank_similar_name", {"name": self.debtors[each].name}))
            for each in found
            if tuple(sorted((payer, self.debtors[each].names[0]))) not in self.apart
        ]

    def _guess(self, line: Incoming, hints: Iterable[Named], memo: list[Named]) -> Match:
        """The debtor for whom most speaks, if one alone stands out; never certain."""
        spoken: dict[int, list[Reason]] = defaultdict(list)
        for each, reason in hints:
            spoken[each] += [] if reason in spoken[each] else [reason]
        weights = {each: sum(_SPEAKS.get(reason.code, 2) for reason in why) for each, why in spoken.items()}
        ranked = sorted(weights, key=lambda each: -weights[each])
        if not ranked:
            return self._nobody(line)
        if len(ranked) > 1 and weights[ranked[0]] == weights[ranked[1]]:
            why = Reason("bank_several", {"names": self._told(ranked)})
            return Match(None, UNKNOWN, (why,), (), tuple(ranked))
        match = self._of(line, ranked[0], LIKELY, spoken[ranked[0]], memo)
        return Match(match.debtor, LIKELY, match.why, match.designated, tuple(ranked[1:]))

    def _nobody(self, line: Incoming) -> Match:
        equal = tuple(dict.fromkeys(claim.debtor for claim in self.claims if _equals(claim, line)))
        if _INTEREST.search(line.memo or "") and not line.payer:
            why = Reason("bank_interest")
        elif equal:
            why = Reason("bank_only_sum", {"names": self._told(equal)})
        else:
            why = Reason("bank_unknown_payer" if line.payer else "bank_no_payer")
        return Match(None, UNKNOWN, (why,), (), equal)

    def _told(self, debtors: Sequence[int]) -> str:
        return "、".join(self.debtors[each].name for each in debtors[:3])

    # --- what for ----------------------------------------------------------------------------------------

    def _of(
        self, line: Incoming, debtor: int, confidence: str, why: list[Reason], memo: list[Named]
    ) -> Match:
        """The match with a debtor: what the memo designates, what the sum equals, what speaks for somebody else."""
        own = [claim for claim in self.of_debtor[debtor] if claim.currency == line.currency]
        designated = self.numbers.claims_named(line.memo, own)
        reasons = [*why, *(reason for each, reason in memo if each == debtor)]
        if designated and all(each != debtor for each, _ in memo):
            numbers = [claim.number or "" for claim in own if claim.id in designated]
            reasons.append(Reason("bank_memo_number", {"number": "、".join(numbers)}))
        reasons += self._equal_sums(line, debtor, own)
        others = {each for each, _ in memo} - {debtor}
        reasons += [
            Reason("bank_memo_of_other", {"name": self.debtors[each].name}) for each in sorted(others)
        ]
        return Match(debtor, confidence, _once(reasons), designated)

    def _equal_sums(self, line: Incoming, debtor: int, own: Sequence[OpenClaim]) -> list[Reason]:
        """What the sum equals: a claim, the whole balance, an instalment, a promise. Told, not taken as designation."""
        owed = sum(claim.balance_fen for claim in own if claim.balance_fen > 0)
        equal = [claim for claim in own if _equals(claim, line)]
        found = []
        if len(equal) == 1 and len(own) > 1:
            found.append(Reason("bank_sum_claim", {"number": equal[0].number or f"#{equal[0].id}"}))
        if owed == line.amount_fen:
            found.append(Reason("bank_sum_balance"))
        elif line.amount_fen > owed:
            over = Reason("bank_sum_exceeds", {"more": grouped(line.amount_fen - owed)})
            found.append(over if own else Reason("bank_nothing_open"))
        wanted = (debtor, line.amount_fen, line.currency)
        awaited = [each for each in self.expected if (each.debtor, each.fen, each.currency) == wanted]
        return [*found, *(Reason(f"bank_sum_{each.what}", {"day": each.on.isoformat()}) for each in awaited)]


def _sure(by_name: Sequence[Named], by_account: Sequence[Named]) -> int | None:
    """The one debtor whom name and account agree on, or the only one of them tells; None in any other case."""
    named, paid = {each for each, _ in by_name}, {each for each, _ in by_account}
    told = named & paid if named and paid else named or paid
    return next(iter(told)) if len(told) == 1 else None


def _alike(own: str, plain: str) -> bool:
    if own == plain:
        return True
    return len(own) >= _LEAST_NAME and (plain.startswith(own) or own.startswith(plain))


def _index(pairs: Iterable[tuple[str, int]]) -> dict[str, tuple[int, ...]]:
    found: dict[str, dict[int, None]] = defaultdict(dict)
    for key, debtor in pairs:
        if key:
            found[key][debtor] = None
    return {key: tuple(debtors) for key, debtors in found.items()}


def _once(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """Each reason once, in its order."""
    found: list[Reason] = []
    for reason in reasons:
        if reason not in found:
            found.append(reason)
    return tuple(found)


def bare(account: str) -> str:
    """An account without the spaces and strokes in which it is written."""
    return re.sub(r"[\s\-]", "", unicodedata.normalize("NFKC", account))


def _equals(claim: OpenClaim, line: Incoming) -> bool:
    return claim.balance_fen == line.amount_fen and claim.currency == line.currency
