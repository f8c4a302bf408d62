"""Issuing letters as a whole run, voiding them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from models.actions.desk import Desk
from models.actions.evidence import keep, require_claims
from models.actions.people import require
from models.changes import Changes
from models.progress import Progress, silent
from models.queries.documents import letter_facts, missing_for_letters
from models.queries.letter_rows import number_text
from models.queries.letter_wording import wording_of
from models.queries.letters import Recipient, claims_of_letter, recipients
from models.queries.parties import debtor as debtor_of
from models.rules.facts import Deadline, LetterFacts
from models.rules.letter_kinds import LETTER_KINDS
from models.rules.problems import Problem, Refused, refuse_if
from models.store import Unit
from models.tables import Counter, Letter, LetterClaim, LetterRun, LetterRunLine
from models.vault.durable import make_sure_of_room, sync_folder

Render = Callable[[str, LetterFacts, str], bytes]
Key = tuple[int, str, int]
"""Debtor, currency and guarantor (0: none), as ``Recipient.key`` has them."""
_NO_DEMAND = ("guarantor_change", "dispute_reply", "acknowledgement", "assignment", "lawyer_draft")
"""Letters that fill no place of a demand in the chain of evidence."""
_LETTER_BYTES = 300_000
"""A letter with the fonts in it and its rows in the books; one with a long annex takes more, and most take less."""


@dataclass(frozen=True)
class Issued:
    """One letter of a run: its key, number and stored PDF; ``debtor`` is whom it is addressed to."""

    letter: int
    number: str
    debtor: str
    claims: tuple[int, ...]
    currency: str
    total_fen: int
    sha256: str
    key: Key


@dataclass(frozen=True)
class Run:
    """What issuing came to: letters made, and who was left out and why (``letter`` where it stands already)."""

    run: int | None
    letters: tuple[Issued, ...]
    skipped: tuple[Recipient, ...]
    changes: Changes


@dataclass(frozen=True)
class Triage:
    """What the clerk decided of those a run proposed: left out for a reason, or put off to a day to come.

    Keys are those of ``Recipient.key``.
    """

    left_out: Mapping[Key, str] = field(default_factory=dict)
    postponed: Mapping[Key, date] = field(default_factory=dict)


@dataclass(frozen=True)
class Order:
    """How the letters of a run are to be: ``language`` None is each debtor's own.

    ``said`` is what the clerk filled in for all of them, ``own_words`` what was reworded for one: {entry: text}.
    ``with_request``: each asks for the document that would prove its claims best.
    """

    language: str | None = None
    pay_by: Deadline | None = None
    with_interest: bool = False
    said: Mapping[str, str] = field(default_factory=dict)
    own_words: Mapping[Key, Mapping[str, str]] = field(default_factory=dict)
    by_postcode: bool = False
    with_request: bool = False


def issue(
    desk: Desk,
    kind: str,
    claims: Iterable[int],
    render: Render,
    order: Order = Order(),
    *,
    leave_paid: bool = False,
    override_why: str | None = None,
    triage: Triage = Triage(),
    again: bool = False,
    progress: Progress = silent,
) -> Run:
    """Issue letters to the debtors of these claims, all or none, under the folder's lock.

    Every PDF is made and put in the vault, then numbers, rows and journal commit together. What cannot be printed
    (a gap, a character no font has) stands in ``skipped`` with the code of the reason and takes no number. The same
    letter asked for again on its day stands there too, unless ``again``, and with ``leave_paid`` a debtor whose money
    in the bank certainly covers it. ``override_why`` as ``recipients`` has it; it is kept with the run, as is what
    became of everyone proposed. Refused: ``creditor_incomplete``, ``unknown_id``, ``no_reason``, ``postponed_before``,
    ``disk_full``, ``not_allowed``.
    """
    require(desk, "statement" if LETTER_KINDS[kind].level == "statement" else "letters")
    refuse_if(
        Problem("creditor_incomplete", {"field": field}, field) for field in missing_for_letters(desk.store)
    )
    refuse_if(_triage_problems(triage, desk.today))
    asked = list(dict.fromkeys(claims))
    if asked:
        require_claims(desk, asked)
    with desk.store.acting(), desk.act("issue_letters") as unit:
        everyone = recipients(
            desk.store, kind, asked, desk.today, leave_paid=leave_paid, override_why=override_why, again=again
        )
        return _Issuing(desk, unit, kind, render, order, triage).run(everyone, override_why, progress)


def _triage_problems(triage: Triage, today: date) -> Iterable[Problem]:
    if any(not why.strip() for why in triage.left_out.values()):
        yield Problem("no_reason", {}, "why")
    for day in triage.postponed.values():
        if day <= today:
            yield Problem("postponed_before", {"day": day.isoformat(), "today": today.isoformat()}, "until")


class _Issuing:
    """One run being made inside one unit."""

    def __init__(
        self, desk: Desk, unit: Unit, kind: str, render: Render, order: Order, triage: Triage
    ) -> None:
        self.desk, self.unit, self.kind = desk, unit, kind
        self.render, self.order, self.triage = render, order, triage
        self.counter = _Counting(desk, unit, "letter")
        self.folders = set[Path]()

    def run(self, everyone: Sequence[Recipient], override_why: str | None, progress: Progress) -> Run:
        """The letters of everyone who may have one and was not triaged away, and a line for each."""
        triage = self.triage
        aside = {*triage.left_out, *triage.postponed}
        wanted = [each for each in everyone if each.why_not is None and each.key not in aside]
        if not wanted and not any(each.key in aside for each in everyone):
            return Run(None, (), tuple(everyone), Changes())
        make_sure_of_room(self.desk.store.folder.root, len(wanted) * _LETTER_BYTES)
        run = self._begin(override_why)
        made, barred = self._letters(run, self._ordered(wanted), progress)
        told = [barred.get(each.key, each) for each in everyone]
        self._lines(run, told, made)
        self.counter.keep()
        done = {letter.key for letter in made}
        skipped = tuple(self._set_aside(each) for each in told if each.key not in done)
        return Run(run if made else None, tuple(made), skipped, self.unit.changes)

    def _begin(self, override_why: str | None) -> int:
        return self.unit.add(
            LetterRun,
            kind=self.kind,
            issued_on=self.desk.today,
            issued_at=self.unit.at,
            issued_by=self.desk.who,
            override_why=(override_why or "").strip() or None,
        )

    def _ordered(self, wanted: list[Recipient]) -> list[Recipient]:
        """As they were asked for, or as the post sorts them; without a postcode last."""
        if not self.order.by_postcode:
            return wanted
        return sorted(wanted, key=lambda each: self._postcode(each) or "~")

    def _postcode(self, recipient: Recipient) -> str | None:
        held = recipient.guarantor or debtor_of(self.desk.store, recipient.debtor_id)
        return held.postcode if held else None

    def _letters(
        self, run: int, wanted: Sequence[Recipient], progress: Progress
    ) -> tuple[list[Issued], dict[Key, Recipient]]:
        """The letters made, and those that could not be, with the reason."""
        made, barred = list[Issued](), dict[Key, Recipient]()
        for done, recipient in enumerate(wanted):
            progress(done, len(wanted))
            facts, spoken = self._facts(recipient)
            try:
                pdf = self.render(self.kind, facts, spoken)
            except Refused as refused:
                barred[recipient.key] = replace(recipient, why_not=refused.problems[0].code)
                continue
            self.counter.take()
            made.append(self._keep(run, recipient, facts, pdf, spoken))
        for folder in sorted(self.folders):
            sync_folder(folder)
        progress(len(wanted), len(wanted))
        return made, barred

    def _facts(self, recipient: Recipient) -> tuple[LetterFacts, str]:
        """What the next letter says, under the next number, and its language."""
        held, order = debtor_of(self.desk.store, recipient.debtor_id), self.order
        spoken = order.language or (held.letter_language if held else None) or "zh_CN"
        facts = letter_facts(
            self.desk.store,
            self.kind,
            recipient,
            self.counter.next,
            self.desk.today,
            order.pay_by,
            with_interest=order.with_interest,
            language=spoken,
            said=order.said,
            own_words=order.own_words.get(recipient.key),
            with_request=order.with_request,
        )
        return facts, spoken

    def _keep(self, run: int, recipient: Recipient, facts: LetterFacts, pdf: bytes, spoken: str) -> Issued:
        desk, unit, order = self.desk, self.unit, self.order
        taken = desk.store.folder.vault.put(pdf, self.folders.add)
        keys = tuple(row.id for row in recipient.rows)
        what = "other" if self.kind in _NO_DEMAND else "demand"
        evidence = keep(desk, unit, taken, f"{facts.number}.pdf", what, keys, source="issued")
        letter = unit.add(
            Letter,
            run=run,
            kind=self.kind,
            language=spoken,
            number=facts.number,
            debtor=recipient.debtor_id,
            guarantor=recipient.guarantor.id if recipient.guarantor else None,
            currency=recipient.currency,
            total_fen=recipient.total_fen,
            issued_on=desk.today,
            pay_by=facts.deadline.on if facts.deadline else None,
            pay_by_published=facts.deadline.published if facts.deadline else True,
            evidence=evidence,
            wording=wording_of(desk.store, self.kind, spoken).id,
            own_words=_json(order.own_words.get(recipient.key)),
            said=_json(order.said),
            plan=recipient.plan.id if recipient.plan else None,
        )
        for row in recipient.rows:
            unit.add(LetterClaim, letter=letter, claim=row.id, balance_fen=row.called_fen)
        return Issued(
            letter, facts.number, recipient.addressee, keys, recipient.currency, recipient.total_fen, taken.sha256,
            recipient.key,
        )  # fmt: skip

    def _lines(self, run: int, everyone: Sequence[Recipient], made: Sequence[Issued]) -> None:
        issued = {letter.key: letter.letter for letter in made}
        for each in everyone:
            key, triage = each.key, self.triage
            outcome, why, until = (
                ("issued", None, None) if key in issued
                else ("barred", each.why_not, None) if each.why_not
                else ("left_out", triage.left_out[key].strip(), None) if key in triage.left_out
                else ("postponed", None, triage.postponed[key])
            )  # fmt: skip
            self.unit.add(
                LetterRunLine,
                run=run,
                debtor=each.debtor_id,
                guarantor=each.guarantor.id if each.guarantor else None,
                currency=each.currency,
                outcome=outcome,
                why=why,
                until_on=until,
                letter=issued.get(key) or each.letter,
            )

    def _set_aside(self, recipient: Recipient) -> Recipient:
        """With what the clerk decided as the reason."""
        if recipient.why_not:
            return recipient
        code = "left_out" if recipient.key in self.triage.left_out else "postponed"
        return replace(recipient, why_not=code)


def _json(told: Mapping[str, str] | None) -> str | None:
    return json.dumps(dict(told), ensure_ascii=False) if told else None


class _Counting:
    """The numbers of a series this year inside one unit: drawn one after the other, kept once at the end."""

    def __init__(self, desk: Desk, unit: Unit, series: str) -> None:
        self.desk, self.unit, self.series = desk, unit, series
        self.name = f"{series}:{desk.today.year}"
        self.row = Counter.select().where(Counter.name == self.name).first(desk.store.database)
        self.first = self.value = int(self.row.value) if self.row else 0

    @property
    def next(self) -> str:
        """The next number, ``苏精催字〔2026〕第0187号``."""
        return number_text(self.desk.store, self.series, self.desk.today.year, self.value + 1)

    def take(self) -> None:
        """The next number is used."""
        self.value += 1

    def keep(self) -> None:
        """Write down how far they were drawn, so that none is given out twice."""
        if self.value == self.first:
            return
        if self.row is None:
            self.unit.add(Counter, name=self.name, value=self.value)
        else:
            self.unit.change(Counter, self.row.id, value=self.value)


def draw_number(desk: Desk, unit: Unit, series: str) -> str:
    """The next number of a series this year; never given out twice."""
    counting = _Counting(desk, unit, series)
    number = counting.next
    counting.take()
    counting.keep()
    return number


def the_letter(desk: Desk, letter: int) -> Letter:
    """The letter of this key; Refused (``unknown_id``)."""
    row = Letter.select().where(Letter.id == letter).first(desk.store.database)
    if row is None:
        raise Refused(Problem("unknown_id", {"what": "letter", "id": str(letter)}, str(letter)))
    return row  # type: ignore[no-any-return]


def void(desk: Desk, letter: int, why: str) -> Changes:
    """Say that an issued letter is not wanted; its number is never used again. Refused: ``no_reason``."""
    refuse_if([] if why.strip() else [Problem("no_reason", {}, "why")])
    the_letter(desk, letter)
    with desk.act("void_letter") as unit:
        unit.change(Letter, letter, voided_at=unit.at, void_why=why.strip())
        unit.touch_claims(claims_of_letter(desk.store, letter))
    return unit.changes


def mark_printed(desk: Desk, letters: Sequence[int]) -> Changes:
    """Keep that letters came out of a printer, so that a broken pile goes on with the next one."""
    with desk.act("print_letters") as unit:
        for key in letters:
            unit.change(Letter, key, printed_at=unit.at)
    return unit.changes
