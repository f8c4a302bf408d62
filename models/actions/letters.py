"""Issuing letters as a whole run, handing out their copies, voiding them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from models.actions.desk import Desk
from models.actions.evidence import keep, require_claims, safe_name
from models.changes import Changes
from models.progress import Progress, silent
from models.queries.documents import letter_facts, missing_for_letters
from models.queries.letter_rows import number_text
from models.queries.letters import Recipient, claims_of_letter, recipients
from models.queries.parties import debtor as debtor_of
from models.rules.facts import Deadline, LetterFacts
from models.rules.problems import Problem, Refused, refuse_if
from models.store import Unit
from models.tables import Counter, Letter, LetterClaim, LetterRun
from models.vault.durable import part_beside, sweep_parts, write_whole

Render = Callable[[str, LetterFacts, str], bytes]


@dataclass(frozen=True)
class Issued:
    """One letter of a run: its key, number and stored PDF."""

    letter: int
    number: str
    debtor: str
    claims: tuple[int, ...]
    currency: str
    total_fen: int
    sha256: str


@dataclass(frozen=True)
class Run:
    """What issuing came to: letters made, and who was left out and why (``letter`` where it stands already)."""

    run: int | None
    letters: tuple[Issued, ...]
    skipped: tuple[Recipient, ...]
    changes: Changes


def issue(
    desk: Desk,
    kind: str,
    claims: Iterable[int],
    render: Render,
    *,
    language: str | None = None,
    pay_by: Deadline | None = None,
    leave_paid: bool = False,
    with_interest: bool = False,
    override_why: str | None = None,
    progress: Progress = silent,
) -> Run:
    """Issue letters to the debtors of these claims, all or none, under the folder's lock.

    Numbers are drawn, every PDF is made and put in the vault, then rows and journal commit together. The same
    letter asked for again on its day stands in ``skipped``, and with ``leave_paid`` a debtor whose money in the bank
    certainly covers it. ``with_interest`` as ``letter_facts`` has it, ``override_why`` as ``recipients`` has it; the
    reason is kept with the run. Refused: ``creditor_incomplete``, ``unknown_id``,
    whatever ``render`` refuses, ``disk_full``.
    """
    refuse_if(
        Problem("creditor_incomplete", {"field": field}, field) for field in missing_for_letters(desk.store)
    )
    asked = list(dict.fromkeys(claims))
    if asked:
        require_claims(desk, asked)
    with desk.store.acting(), desk.act("issue_letters") as unit:
        everyone = recipients(
            desk.store, kind, asked, desk.today, leave_paid=leave_paid, override_why=override_why
        )
        wanted = [each for each in everyone if each.why_not is None]
        if not wanted:
            return Run(None, (), tuple(everyone), Changes())
        run = unit.add(
            LetterRun,
            kind=kind,
            issued_on=desk.today,
            issued_at=unit.at,
            issued_by=desk.who,
            override_why=(override_why or "").strip() or None,
        )
        made = []
        for done, recipient in enumerate(wanted):
            progress(done, len(wanted))
            facts = _facts(desk, unit, kind, recipient, pay_by, with_interest=with_interest)
            made.append(_issue_one(desk, unit, run, recipient, facts, render, language))
        progress(len(wanted), len(wanted))
    return Run(run, tuple(made), tuple(each for each in everyone if each.why_not), unit.changes)


def _issue_one(
    desk: Desk,
    unit: Unit,
    run: int,
    recipient: Recipient,
    facts: LetterFacts,
    render: Render,
    language: str | None,
) -> Issued:
    kind, number = facts.kind, facts.number
    held = debtor_of(desk.store, recipient.debtor_id)
    spoken = language or (held.letter_language if held else None) or "zh_CN"
    taken = desk.store.folder.vault.put(render(kind, facts, spoken))
    keys = tuple(row.id for row in recipient.rows)
    evidence = keep(desk, unit, taken, f"{number}.pdf", "demand", keys, source="issued")
    letter = unit.add(
        Letter,
        run=run,
        kind=kind,
        language=spoken,
        number=number,
        debtor=recipient.debtor_id,
        currency=recipient.currency,
        total_fen=recipient.total_fen,
        issued_on=desk.today,
        pay_by=facts.deadline.on if facts.deadline else None,
        pay_by_published=facts.deadline.published if facts.deadline else True,
        evidence=evidence,
    )
    for row in recipient.rows:
        unit.add(LetterClaim, letter=letter, claim=row.id, balance_fen=row.called_fen)
    return Issued(
        letter, number, recipient.debtor, keys, recipient.currency, recipient.total_fen, taken.sha256
    )


def _facts(
    desk: Desk, unit: Unit, kind: str, recipient: Recipient, pay_by: Deadline | None, *, with_interest: bool
) -> LetterFacts:
    """What the next letter says, under a number of its own."""
    number = draw_number(desk, unit, "letter")
    return letter_facts(desk.store, kind, recipient, number, desk.today, pay_by, with_interest=with_interest)


def draw_number(desk: Desk, unit: Unit, series: str) -> str:
    """The next number of a series this year, ``苏精催字〔2026〕第0187号``; never given out twice."""
    year = desk.today.year
    name = f"{series}:{year}"
    row = Counter.select().where(Counter.name == name).first(desk.store.database)
    value = (row.value if row else 0) + 1
    if row is None:
        unit.add(Counter, name=name, value=value)
    else:
        unit.change(Counter, row.id, value=value)
    return number_text(desk.store, series, year, value)


def copy_out(desk: Desk, letters: Sequence[int], folder: Path) -> list[Path]:
    """Copy stored PDFs into a folder, one file a letter, whole under their names; what is there stays.

    Repeatable: interrupted copying goes on with what is missing. Leftovers of an earlier try are swept first.
    """
    with desk.store.acting():
        sweep(desk, folder)
        return [_copy_one(desk, letter, folder) for letter in letters]


def copy_out_as_one(desk: Desk, letters: Sequence[int], folder: Path) -> Path:
    """The same letters in one PDF, in the order given, named by the first number and how many there are."""
    from pypdf import PdfWriter  # a moment to load, and only wanted here

    rows = [the_letter(desk, letter) for letter in letters]
    target = folder / f"{safe_name(rows[0].number, 150)}-{len(rows)}.pdf"
    with desk.store.acting(), PdfWriter() as writer:
        sweep(desk, folder)
        for row in rows:
            writer.append(desk.store.folder.vault.path_of(row.evidence.sha256))
        write_whole(target, writer.write)
    return target


def sweep(desk: Desk, folder: Path) -> None:
    """Make the folder if need be and take away what interrupted copying left in it.

    Refused: ``folder_unusable`` where it cannot be made or written, so that nothing is issued for nowhere.
    """
    with desk.store.acting():
        try:
            folder.mkdir(parents=True, exist_ok=True)
            sweep_parts(folder)
            probe = part_beside(folder / "probe")
            probe.touch()
            probe.unlink()
        except OSError as error:
            why = error.strerror or type(error).__name__
            raise Refused(
                Problem("folder_unusable", {"folder": str(folder), "why": why}, str(folder))
            ) from error


def file_name(letter: Letter) -> str:
    """The name of a letter's PDF outside the vault: number and debtor, at most 200 bytes."""
    return safe_name(f"{letter.number}_{letter.debtor.name}", 196) + ".pdf"


def _copy_one(desk: Desk, letter: int, folder: Path) -> Path:
    row = the_letter(desk, letter)
    target = folder / file_name(row)
    if not target.is_file() or target.stat().st_size != row.evidence.bytes:
        desk.store.folder.vault.copy_out(row.evidence.sha256, target)
    return target


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
