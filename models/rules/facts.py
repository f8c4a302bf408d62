"""All that a printed document may say, as frozen records.

Actions fill them from the tables, ``reports.render`` sets them on paper. Money is whole fen, days are dates,
an unknown fact is None and leaves out its label too.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from models.rules.problems import Problem


@dataclass(frozen=True)
class CreditorFacts:
    """The firm that is owed: sender of every document. ``short_name`` begins its letter numbers."""

    name: str
    latin_name: str | None = None
    uscc: str | None = None
    address: str | None = None
    postcode: str | None = None
    phone: str | None = None
    email: str | None = None
    bank: str | None = None
    account: str | None = None
    contact: str | None = None
    representative: str | None = None


@dataclass(frozen=True)
class DebtorFacts:
    """Who owes. A natural person's documents use neutral words outside the envelope."""

    name: str
    is_person: bool = False
    uscc: str | None = None
    address: str | None = None
    postcode: str | None = None
    phone: str | None = None
    email: str | None = None
    contact_person: str | None = None
    representative: str | None = None
    foreign: bool = False


@dataclass(frozen=True)
class ItemFacts:
    """One claim in a table: invoice or order, its days and its sums on the document's cut-off day.

    ``charge`` is the kind of what is owed beside a principal that is paid; its days and sums are then those stated.
    """

    number: str | None
    contract: str | None
    issued_on: date | None
    due_on: date | None
    days_overdue: int
    amount_fen: int
    paid_fen: int
    balance_fen: int
    kind: str = "sale"
    charge: str | None = None


@dataclass(frozen=True)
class Deadline:
    """The one day to pay by, inclusive. ``published`` is False where that year's holidays are not out yet."""

    on: date
    published: bool = True


@dataclass(frozen=True)
class InterestLine:
    """One stretch of the interest of one item, ``end`` exclusive. ``percent`` as printed: of a year or ``by_day``."""

    number: str | None
    start: date
    end: date
    days: int
    base_fen: int
    percent: str
    by_day: bool
    amount_fen: int


@dataclass(frozen=True)
class InterestBasis:
    """On what interest was reckoned. ``rule`` is one of ``models.rules.late_terms``, ``place`` where it was agreed.

    ``rate`` is written as the commands write it; ``year_days`` to ``counting`` are those of ``day_count.Terms``.
    ``by_reference``: a rule of sales taken for another contract (CC 646). ``capped``: a ceiling lowered the rate.
    ``stopped_on``: a petition in bankruptcy was accepted and nothing accrues from that day.
    """

    rule: str
    rate: str
    year_days: int = 365
    count_end: bool = False
    rounding: str = "each"
    counting: str = "days"
    grace_days: int = 0
    place: str | None = None
    by_reference: bool = False
    capped: bool = False
    stopped_on: date | None = None


@dataclass(frozen=True)
class FixedInterest:
    """Interest of an item, its sum fixed for the days up to ``until``, inclusive; it accrues from the day after."""

    number: str | None
    until: date
    fen: int


@dataclass(frozen=True)
class InterestFacts:
    """Interest of a letter's items until its day; ``by_item`` follows the items, None where none is reckoned.

    ``doubts`` are what the clerk should know before it goes out; they are never printed.
    """

    by_item: tuple[int | None, ...]
    lines: tuple[InterestLine, ...]
    bases: tuple[InterestBasis, ...]
    total_fen: int
    doubts: tuple[Problem, ...] = ()
    fixed: tuple[FixedInterest, ...] = ()


@dataclass(frozen=True)
class EarlierLetter:
    """The demand that went before; ``signed_on`` where its delivery was signed for."""

    number: str
    issued_on: date
    signed_on: date | None = None


@dataclass(frozen=True)
class MovementFacts:
    """One movement of an account: ``what`` as ``models.queries.statement.Line`` names it, owed after it."""

    on: date | None
    what: str
    number: str | None
    debit_fen: int
    credit_fen: int
    balance_fen: int


@dataclass(frozen=True)
class AccountFacts:
    """The account of a debtor over a stretch of days, inclusive: opening + invoiced − received = closing.

    ``advance_fen`` of what was received has paid nothing yet.
    """

    first: date
    last: date
    opening_fen: int
    invoiced_fen: int
    received_fen: int
    closing_fen: int
    lines: tuple[MovementFacts, ...] = ()
    advance_fen: int = 0


@dataclass(frozen=True)
class MissedFacts:
    """An instalment whose day has passed with a rest unpaid."""

    number: int
    due_on: date
    amount_fen: int
    paid_fen: int


@dataclass(frozen=True)
class AgreedFacts:
    """The signed plan a letter speaks of, with what was missed. ``after_*`` as ``PlanTerms`` has them."""

    number: str
    signed_on: date
    total_fen: int
    paid_fen: int
    missed: tuple[MissedFacts, ...]
    after_days: int | None = None
    after_count: int = 2


@dataclass(frozen=True)
class ChangedFacts:
    """The supplement ``number`` that changed ``earlier``, which a guarantor signed, without that guarantor."""

    earlier: EarlierPlan
    number: str
    signed_on: date
    instalments: tuple[InstalmentFacts, ...]

    @property
    def total_fen(self) -> int:
        """Principal that the supplement spreads over its instalments."""
        return sum(line.principal_fen for line in self.instalments)


@dataclass(frozen=True)
class BankruptcyFacts:
    """The debtor's bankruptcy that a court accepted, as far as it is known: the claim is filed in it, not sued for."""

    accepted_on: date | None = None
    court: str | None = None
    case_number: str | None = None


@dataclass(frozen=True)
class ContestedFacts:
    """What a debtor contests of one claim, ``reason`` of ``models.rules.disputes.REASONS``."""

    number: str | None
    balance_fen: int
    disputed_fen: int
    reason: str
    opened_on: date


@dataclass(frozen=True)
class LetterLook:
    """How the firm's letters look beside their words.

    ``window``: the address stands where a window envelope shows it. ``qr``: the letter's number as a code.
    ``logo`` and ``signature`` are pictures, PNG or JPEG.
    """

    window: bool = False
    qr: bool = False
    logo: bytes | None = None
    signature: bytes | None = None


@dataclass(frozen=True)
class LetterFacts:
    """A letter of any kind to one debtor in one currency.

    ``total_fen`` is the sum of the balances of ``items``; both are without ``disputed_fen``, which rests. ``number`` is
    as printed. ``journal_head`` is the first sixteen characters of the newest journal hash.
    ``waiting_fen`` has come in from the debtor and is not in the books yet; ``maybe_waiting_fen`` is likely, not
    certainly, the debtor's. ``charges`` are what was fixed besides the principal and is unpaid, (kind, fen) with each
    kind of ``models.rules.charges`` once; ``interest`` what accrues, None where the letter does not state it.
    ``guarantor`` is the addressee of a letter to one; ``said`` is what the clerk filled in, {field: text}, ``words``
    the firm's own wording, {entry: text} as ``models.rules.wording_text`` reads it. ``wanted`` is the document
    (``models.rules.chains``) that the letter asks for besides the money.
    """

    kind: str
    number: str
    issued_on: date
    creditor: CreditorFacts
    debtor: DebtorFacts
    items: tuple[ItemFacts, ...]
    currency: str
    total_fen: int
    deadline: Deadline | None = None
    claim_kind: str = "sale"
    journal_head: str | None = None
    waiting_fen: int = 0
    maybe_waiting_fen: int = 0
    disputed_fen: int = 0
    charges: tuple[tuple[str, int], ...] = ()
    interest: InterestFacts | None = None
    earlier: EarlierLetter | None = None
    guarantor: GuarantorFacts | None = None
    account: AccountFacts | None = None
    agreed: AgreedFacts | None = None
    changed: ChangedFacts | None = None
    contested: tuple[ContestedFacts, ...] = ()
    bankruptcy: BankruptcyFacts | None = None
    said: tuple[tuple[str, str], ...] = ()
    words: tuple[tuple[str, str], ...] = ()
    look: LetterLook = LetterLook()
    wanted: str | None = None


@dataclass(frozen=True)
class InstalmentFacts:
    """One line of a schedule; ``balance_after_fen`` is the principal still open once it is paid."""

    number: int
    due_on: date
    principal_fen: int
    interest_fen: int
    balance_after_fen: int


@dataclass(frozen=True)
class GuarantorFacts:
    """Who stands behind a plan or a debt until ``until`` (inclusive); ``joint`` is False for a general guarantee."""

    name: str
    uscc: str | None = None
    address: str | None = None
    phone: str | None = None
    until: date | None = None
    is_person: bool = False
    email: str | None = None
    representative: str | None = None
    postcode: str | None = None
    joint: bool = True


@dataclass(frozen=True)
class PlanTerms:
    """What the parties chose. Rates are percent a year times 100 (basis points), so 4.5 % is 450.

    ``penalty``: ``kept`` | ``replaced`` | ``waived_if_punctual`` (买卖合同解释 18(3)). The whole rest may be called due
    once one instalment is more than ``accelerate_after_days`` late or ``accelerate_after_count`` are late.
    ``allocation`` after a default: ``costs_first`` (CC 561) | ``principal_first``. ``lawyer_bp``: lawyers' fees as a
    share of what is unpaid; None: as spent. ``security``: empty, ``mortgage`` | ``pledge`` | ``retention`` | ``bill``
    of ``security_object``. ``court``: the one court agreed on, or else an institution of ``arbitration``; None of both
    prints the creditor's domicile rule. ``extra`` is a clause in the parties' own words. ``debtor_spouse`` and
    ``guarantor_spouse`` sign beside a natural person, so that the debt is that of both (CC 1064(1)).
    """

    penalty: str = "kept"
    accelerate_after_days: int = 5
    late_rate_bp: int | None = None
    roll_holidays: bool = False
    court: str | None = None
    place: str | None = None
    notarise: bool = False
    accelerate_after_count: int = 2
    allocation: str = "costs_first"
    lawyer_bp: int | None = None
    security: str = ""
    security_object: str | None = None
    arbitration: str | None = None
    electronic_service: bool = True
    extra: str | None = None
    debtor_spouse: str | None = None
    guarantor_spouse: str | None = None


@dataclass(frozen=True)
class EarlierPlan:
    """The signed agreement a supplement takes the place of. ``guaranteed_by``: who stood behind it, where anybody."""

    number: str
    signed_on: date
    guaranteed_by: str | None = None


@dataclass(frozen=True)
class PlanFacts:
    """A payment plan of one debtor in one currency, in all ``total_fen``; with ``earlier`` a supplement to that."""

    number: str
    made_on: date
    creditor: CreditorFacts
    debtor: DebtorFacts
    items: tuple[ItemFacts, ...]
    currency: str
    total_fen: int
    instalments: tuple[InstalmentFacts, ...]
    terms: PlanTerms = PlanTerms()
    guarantor: GuarantorFacts | None = None
    journal_head: str | None = None
    earlier: EarlierPlan | None = None


@dataclass(frozen=True)
class AgingLine:
    """One row of the aging report. ``bands`` follow the order of ``AgingFacts.bands``."""

    name: str
    bands: tuple[int, ...]
    total_fen: int
    longest_days: int
    currency: str = "CNY"


@dataclass(frozen=True)
class AgingFacts:
    """Aging of the whole portfolio on one day; what is above zero and the credit balances apart.

    ``ledger_fen`` is the net sum of every open claim and credit: bands + credit = ledger, always.
    """

    as_of: date
    creditor_name: str | None
    by: str
    bands: tuple[str, ...]
    lines: tuple[AgingLine, ...]
    band_totals: tuple[int, ...]
    total_fen: int
    credit_fen: int
    ledger_fen: int
