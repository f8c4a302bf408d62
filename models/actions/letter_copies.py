"""Copies of issued letters that leave the books: one file a letter, or all in one; each time stands in the log."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from models.actions.desk import Desk
from models.actions.evidence import sayable
from models.actions.letters import the_letter
from models.rules.file_names import safe_name
from models.rules.problems import Problem, Refused
from models.tables import Letter
from models.vault.durable import make_sure_of_room, part_beside, write_whole
from models.vault.pile import piled


def copy_out(desk: Desk, letters: Sequence[int], folder: Path) -> list[Path]:
    """Copy stored PDFs into a folder, one file a letter, whole under their names; what is there stays.

    Repeatable: interrupted copying goes on with what is missing. What a crash left of it is swept first. OSError before
    the first copy where the disk has no room for all of them.
    """
    rows = [the_letter(desk, letter) for letter in letters]
    with desk.store.acting():
        sweep(desk, folder)
        missing = [row for row in rows if not _is_there(row, folder)]
        _begin(desk, folder, folder.name, missing)
        for row in missing:
            desk.store.folder.vault.copy_out(row.evidence.sha256, folder / file_name(row))
    return [folder / file_name(row) for row in rows]


def copy_out_as_one(desk: Desk, letters: Sequence[int], folder: Path) -> Path:
    """The same letters in one PDF, in the order given, named by the first number and how many there are."""
    rows = [the_letter(desk, letter) for letter in letters]
    target = folder / f"{safe_name(rows[0].number, 150)}-{len(rows)}.pdf"
    with desk.store.acting():
        sweep(desk, folder)
        _begin(desk, folder, target.name, rows)
        vault = desk.store.folder.vault
        pile = piled(vault.read(row.evidence.sha256) for row in rows)
        write_whole(target, lambda file: file.write(pile))
    return target


def sweep(desk: Desk, folder: Path) -> None:
    """Make the folder if need be and take away what interrupted copying left in it.

    Refused: ``folder_unusable`` where it cannot be made or written, so that nothing is issued for nowhere.
    """
    with desk.store.acting():
        try:
            folder.mkdir(parents=True, exist_ok=True)
            desk.store.sweep_copies(folder)
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


def _is_there(row: Letter, folder: Path) -> bool:
    target = folder / file_name(row)
    return target.is_file() and target.stat().st_size == row.evidence.bytes


def _begin(desk: Desk, folder: Path, name: str, rows: Sequence[Letter]) -> None:
    """Enter what is about to leave: copies that a crash or a full disk cuts short are in the log before they appear."""
    if rows:
        make_sure_of_room(folder, sum(row.evidence.bytes for row in rows))
        with desk.act("export_letters") as unit:
            unit.state("export", file=sayable(name), rows=len(rows), first=rows[0].number)
