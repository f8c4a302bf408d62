"""Posting letters and keeping what became of them: every attempt, every correction and every proof a row of its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from models.actions.desk import Desk
from models.actions.evidence import keep
from models.actions.letters import the_letter
from models.changes import Changes
from models.progress import Progress, silent
from models.queries.attempts import Attempt, addresses, attempts, presumed_day, second_address
from models.queries.letters import claims_of_letter
from models.queries.settings import setting
from models.rules.delivery import ADDRESS_SOURCES, CARRIERS, OUTCOMES, PROOFS, RECORDS, standing
from models.rules.letter_kinds import LETTER_KINDS
from models.rules.problems import Problem, Refused, refuse_if
from models.rules.waybills import tidy, waybill_problem
from models.settings import DELIVERY_DAYS
from models.store import Unit
from models.tables import Debtor, DebtorAddress, Delivery, Letter, LetterProof, Posting


def mail(
    desk: Desk,
    letter: int,
    waybill: str,
    on: date | None = None,
    address_source: str | None = None,
    *,
    carrier: str = "ems",
    address: str | None = None,
    again: bool = False,
) -> Changes:
    """Keep the waybill number, the day of posting and where the letter went. Posting alone moves no clock.

    Told once more it corrects the newest attempt; ``again`` is another attempt, to the next address unless told.
    Refused: ``bad_waybill``, ``waybill_used``, ``unknown_address_source``, ``unknown_carrier``, ``before_issue``,
    ``letter_voided``, ``letter_is_draft``, ``not_mailed`` where there is nothing to send again, ``no_second_address``.
    """
    number, day = tidy(waybill), desk.day_of_act(on)
    row = the_letter(desk, letter)
    tried = attempts(desk.store, [letter]).get(letter, [])
    refuse_if(_mail_problems(desk, row, number, day, address_source, carrier, again=again, tried=tried))
    place, source = _place(desk, row, address, address_source, tried, again=again)
    attempt = (tried[-1].number if tried else 0) + 1 if again or not tried else tried[-1].number
    with desk.act("mail_letter") as unit:
        _keep_older(unit, desk, row, tried)
        unit.add(
            Posting,
            letter=letter,
            attempt=attempt,
            carrier=carrier,
            waybill=number,
            mailed_on=day,
            address=place,
            postcode=_postcode(desk, row, place),
            address_source=source,
            noted_at=unit.at,
            noted_by=desk.who,
        )
        _sum_up(desk, unit, letter)
    return unit.changes


def mail_many(
    desk: Desk,
    numbers: Sequence[tuple[int, str]],
    on: date | None = None,
    address_source: str | None = None,
    *,
    carrier: str = "ems",
    progress: Progress = silent,
) -> list[Changes]:
    """Waybill numbers of many letters, all or none. Refused: as ``mail`` refuses, every problem at once."""
    twice = {tidy(number) for _, number in numbers}
    if len(twice) < len(numbers):
        raise Refused(*_twice(numbers))
    problems: list[Problem] = []
    for letter, number in numbers:
        row = the_letter(desk, letter)
        found = _mail_problems(
            desk, row, tidy(number), desk.day_of_act(on), address_source, carrier, again=False, tried=[]
        )
        problems += found
    refuse_if(problems)
    done: list[Changes] = []
    with desk.store.acting():
        for letter, number in numbers:
            progress(len(done), len(numbers))
            done.append(mail(desk, letter, number, on, address_source, carrier=carrier))
    return done


def _twice(numbers: Sequence[tuple[int, str]]) -> Iterable[Problem]:
    seen: set[str] = set()
    for _, written in numbers:
        number = tidy(written)
        if number in seen:
            yield Problem("waybill_twice", {"waybill": number}, "waybill")
        seen.add(number)


def _mail_problems(
    desk: Desk, row: Letter, number: str, day: date, source: str | None, carrier: str, *, again: bool,
    tried: Sequence[Attempt],
) -> Iterable[Problem]:  # fmt: skip
    if row.voided_at is not None:
        yield Problem("letter_voided", {"number": row.number}, str(row.id))
    if LETTER_KINDS[row.kind].draft:
        yield Problem("letter_is_draft", {"number": row.number}, str(row.id))
    wrong = waybill_problem(number)
    if wrong is not None and wrong.code == "bad_waybill":
        yield wrong
    used = _used_by(desk, number, row.id)
    own = any(each.waybill == number for each in tried[: len(tried) if again else -1])
    if used or own:
        yield Problem("waybill_used", {"waybill": number, "number": used or row.number}, "waybill")
    if source is not None and source not in ADDRESS_SOURCES:
        yield Problem("unknown_address_source", {"source": source}, "address_source")
    if carrier not in CARRIERS[:-1]:
        yield Problem("unknown_carrier", {"carrier": carrier}, "carrier")
    if day < row.issued_on:
        yield Problem("before_issue", {"day": str(day), "issued": str(row.issued_on)}, "on")
    if again and not tried:
        yield Problem("not_mailed", {"number": row.number}, str(row.id))


def _used_by(desk: Desk, waybill: str, letter: int) -> str | None:
    """The number of another letter that stands under this waybill."""
    found = Letter.select().where(Letter.waybill == waybill, Letter.id != letter).first(desk.store.database)
    if found is not None:
        return str(found.number)
    rows = Posting.select(Posting.letter).where(Posting.waybill == waybill, Posting.letter != letter).tuples()
    others = [other for (other,) in rows.execute(desk.store.database)]
    for other, told in attempts(desk.store, others).items() if others else ():
        if any(each.waybill == waybill for each in told):
            return str(the_letter(desk, other).number)
    return None


def _place(
    desk: Desk, row: Letter, address: str | None, source: str | None, tried: Sequence[Attempt], *, again: bool
) -> tuple[str | None, str]:
    """The address a letter goes to, and how good it is."""
    if row.guarantor is not None:
        return address or row.guarantor.address, source or "other"
    if again and not address:
        best = second_address(desk.store, row.id, row.debtor.id)
        if best is None:
            raise Refused(Problem("no_second_address", {"number": row.number}, "address"))
        return best.address, source or best.source
    if not address:
        stands = tried[-1] if tried else None
        kept = stands.address if stands and not source else None
        return (
            kept or row.debtor.address,
            source or row.address_source or row.debtor.address_source or "other",
        )
    known = {each.address: each.source for each in addresses(desk.store, row.debtor.id)}
    return address, source or known.get(address, "other")


def _postcode(desk: Desk, row: Letter, address: str | None) -> str | None:
    if row.guarantor is not None:
        return None
    return next(
        (each.postcode for each in addresses(desk.store, row.debtor.id) if each.address == address), None
    )


def _keep_older(unit: Unit, desk: Desk, row: Letter, tried: Sequence[Attempt]) -> None:
    """Write down the one attempt of a letter from before attempts were kept, so that nothing of it is lost."""
    if not tried or Posting.select().where(Posting.letter == row.id).exists(desk.store.database):
        return
    only = tried[0]
    by = {"noted_at": unit.at, "noted_by": desk.who}
    if only.mailed_on and only.waybill:
        unit.add(
            Posting, letter=row.id, attempt=1, carrier=only.carrier, waybill=only.waybill, mailed_on=only.mailed_on,
            address_source=only.address_source or "other", **by,
        )  # fmt: skip
    if Delivery.select().where(Delivery.letter == row.id).exists(desk.store.database):
        return
    if only.outcome and only.happened_on:
        told = {"outcome": only.outcome, "happened_on": only.happened_on}
        unit.add(Delivery, letter=row.id, attempt=1, **told, **by)
    for file in only.proofs:
        unit.add(LetterProof, letter=row.id, attempt=1, kind=file.kind, evidence=file.evidence)


def deliver(
    desk: Desk,
    letter: int,
    outcome: str,
    on: date | None = None,
    proof: Path | None = None,
    *,
    proof_kind: str = "tracking",
    attempt: int | None = None,
    signer: str | None = None,
) -> Changes:
    """Keep what became of an attempt, the newest unless told, with the file that shows it.

    Told again it is a correction. One handed over in person was never posted: it is signed for or refused, and can be
    proved only in part. Without a record a letter counts from its posting and the usual transit unless ``on`` says.
    Refused: ``unknown_result``, ``not_mailed``, ``before_mailing``, ``before_issue``, ``after_today``,
    ``letter_voided``, ``unknown_proof``, ``unknown_id`` for an attempt there is not, ``file_unreadable``.
    """
    row = the_letter(desk, letter)
    tried = attempts(desk.store, [letter]).get(letter, [])
    number = attempt or (tried[-1].number if tried else 1)
    stands = next((each for each in tried if each.number == number), None)
    if attempt is not None and stands is None:
        raise Refused(Problem("unknown_id", {"what": "attempt", "id": str(attempt)}, "attempt"))
    mailed = stands.mailed_on if stands else None
    if on is None and mailed and outcome == "no_record":
        on = presumed_day(mailed, setting(desk.store, DELIVERY_DAYS))
    day = desk.day_of_act(on)
    refuse_if((*_delivery_problems(row, mailed, outcome, day), *_proof_problems(proof_kind)))
    with desk.store.acting(), desk.act("deliver_letter") as unit:
        _keep_older(unit, desk, row, tried)
        unit.add(
            Delivery,
            letter=letter,
            attempt=number,
            outcome=outcome,
            happened_on=day,
            signer=(signer or "").strip() or None,
            noted_at=unit.at,
            noted_by=desk.who,
        )
        if proof is not None:
            _keep_proof(desk, unit, letter, number, proof, proof_kind)
        _sum_up(desk, unit, letter)
    return unit.changes


def prove_delivery(
    desk: Desk, letter: int, file: Path, kind: str = "tracking", attempt: int | None = None
) -> Changes:
    """Add a file to an attempt, the newest unless told: stub, packing, tracking, slip or the envelope kept sealed.

    Refused: ``unknown_proof``, ``letter_voided``, ``not_mailed``, ``file_unreadable``.
    """
    row = the_letter(desk, letter)
    tried = attempts(desk.store, [letter]).get(letter, [])
    numbers = [each.number for each in tried]
    refuse_if(_proof_problems(kind))
    if row.voided_at is not None:
        raise Refused(Problem("letter_voided", {"number": row.number}, str(row.id)))
    if not tried or (attempt is not None and attempt not in numbers):
        raise Refused(Problem("not_mailed", {"number": row.number}, str(row.id)))
    with desk.store.acting(), desk.act("prove_delivery") as unit:
        _keep_older(unit, desk, row, tried)
        _keep_proof(desk, unit, letter, attempt or numbers[-1], file, kind)
        _sum_up(desk, unit, letter)
    return unit.changes


def _keep_proof(desk: Desk, unit: Unit, letter: int, attempt: int, file: Path, kind: str) -> None:
    taken = desk.store.folder.vault.take_in(file)
    keys = claims_of_letter(desk.store, letter)
    evidence = keep(desk, unit, taken, file.name, "demand", keys, source="delivery")
    unit.add(LetterProof, letter=letter, attempt=attempt, kind=kind, evidence=evidence)


def _proof_problems(kind: str) -> Iterable[Problem]:
    if kind not in PROOFS:
        yield Problem("unknown_proof", {"kind": kind, "kinds": ", ".join(PROOFS)}, "proof")


def _delivery_problems(row: Letter, mailed: date | None, outcome: str, day: date) -> Iterable[Problem]:
    if outcome not in OUTCOMES:
        yield Problem("unknown_result", {"result": outcome}, "result")
        return
    if row.voided_at is not None:
        yield Problem("letter_voided", {"number": row.number}, str(row.id))
    if mailed is None and OUTCOMES[outcome].result in ("returned", "lost", "presumed"):
        yield Problem("not_mailed", {"number": row.number}, str(row.id))
    if day < row.issued_on:
        yield Problem("before_issue", {"day": str(day), "issued": str(row.issued_on)}, "on")
    elif mailed is not None and day < mailed:
        yield Problem("before_mailing", {"day": str(day), "mailed": str(mailed)}, "on")


def _sum_up(desk: Desk, unit: Unit, letter: int) -> None:
    """Set on the letter itself the attempt it stands by, for every list that shows one line a letter."""
    tried = attempts(desk.store, [letter])[letter]
    number = standing(each.tried for each in tried)
    stands = next(each for each in tried if each.number == number)
    records = [file.evidence for file in stands.proofs if file.kind in RECORDS and not file.voided]
    unit.change(
        Letter,
        letter,
        waybill=stands.waybill,
        mailed_on=stands.mailed_on,
        address_source=stands.address_source,
        result=OUTCOMES[stands.outcome].result if stands.outcome else None,
        outcome=stands.outcome,
        result_on=stands.happened_on,
        proof=records[-1] if records else None,
    )
    unit.touch_claims(claims_of_letter(desk.store, letter))


def add_address(desk: Desk, debtor: str, address: str, source: str, postcode: str | None = None) -> int:
    """Keep another address of a debtor; returns its key.

    Refused: ``unknown_debtor``, ``no_address_given``, ``unknown_address_source``.
    """
    held = Debtor.select().where(Debtor.name == debtor).first(desk.store.database)
    if held is None:
        raise Refused(Problem("unknown_debtor", {"debtor": debtor}, "debtor"))
    if not address.strip():
        raise Refused(Problem("no_address_given", {}, "address"))
    if source not in ADDRESS_SOURCES:
        raise Refused(Problem("unknown_address_source", {"source": source}, "address_source"))
    with desk.act("add_address") as unit:
        return unit.add(
            DebtorAddress,
            debtor=held.id,
            source=source,
            address=" ".join(address.split()),
            postcode=(postcode or "").strip() or None,
        )


def end_address(desk: Desk, key: int) -> Changes:
    """An address that no longer holds. Refused: ``unknown_id``."""
    row = DebtorAddress.select().where(DebtorAddress.id == key).first(desk.store.database)
    if row is None:
        raise Refused(Problem("unknown_id", {"what": "address", "id": str(key)}, str(key)))
    with desk.act("end_address") as unit:
        unit.change(DebtorAddress, key, ended_at=unit.at)
    return unit.changes
