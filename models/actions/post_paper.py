"""Paper and files for the post: forms of one's own, how printers print beside, lists and labels that leave as files."""

from __future__ import annotations

import csv
import io
import json
import tomllib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from models.actions.desk import Desk
from models.actions.evidence import sayable
from models.actions.leaving import disclose, leaving
from models.actions.settings import keep_value
from models.changes import Changes
from models.given_file import text_of
from models.queries.mails import FORMS, OFFSETS, form, mails, offset
from models.rules.mails import CSV_HEADS, CalibrationFacts, MailFacts, PostFacts, PostingListFacts, csv_row
from models.rules.post_forms import Form, Offset, form_of, told
from models.rules.problems import Problem, Refused
from models.store import Unit
from models.tables import Counter, Setting
from models.vault.durable import write_bytes_whole

Render = Callable[[str, Any, str], bytes]
_LARGEST = 200_000


def keep_form(desk: Desk, given: Form) -> Changes:
    """Keep a form the clerk measured; one of the same key is replaced."""
    with desk.act("keep_post_form") as unit:
        keep_value(desk, unit, FORMS + given.key, told(given))
    return unit.changes


def keep_form_file(desk: Desk, file: Path) -> Form:
    """Keep the form a file (TOML or JSON) tells. Refused: ``file_unreadable``, ``form_unreadable`` and its faults."""
    try:
        text = text_of(file)[:_LARGEST]
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or type(error).__name__
        raise Refused(
            Problem("file_unreadable", {"file": sayable(str(file)), "why": why}, sayable(str(file)))
        ) from error
    try:
        found = json.loads(text) if file.suffix.lower() == ".json" else tomllib.loads(text)
    except ValueError as error:
        raise Refused(Problem("form_unreadable", {"why": str(error)}, "form")) from error
    given = form_of(found["form"][0] if isinstance(found.get("form"), list) else found)
    keep_form(desk, given)
    return given


def drop_form(desk: Desk, key: str) -> Changes:
    """Forget a form of one's own; one the program brings stands again. Refused: ``unknown_form_key``."""
    row = Setting.select().where(Setting.key == FORMS + key).first(desk.store.database)
    if row is None:
        raise Refused(Problem("unknown_form_key", {"form": key, "forms": ""}, "form"))
    with desk.act("drop_post_form") as unit:
        unit.remove(Setting, row.id)
    return unit.changes


def set_offset(desk: Desk, printer: str, key: str, given: Offset) -> Changes:
    """Keep how far a printer prints beside on a form. Refused: ``offset_step``, ``unknown_form_key``."""
    checked = given.checked()
    form(desk.store, key)
    with desk.act("set_post_offset") as unit:
        keep_value(desk, unit, f"{OFFSETS}{printer}:{key}", [checked.right, checked.down])
    return unit.changes


def post_facts(desk: Desk, key: str, letters: Sequence[int], printer: str = "", first: int = 1) -> PostFacts:
    """What is printed on a form for these letters on that printer.

    Refused: ``no_letters``, ``first_label``, ``mail_no_address``.
    """
    found = form(desk.store, key)
    if not letters:
        raise Refused(Problem("no_letters", {}, "letters"))
    if not 1 <= first <= found.on_page:
        raise Refused(Problem("first_label", {"first": str(first), "most": str(found.on_page)}, "first"))
    told_mails = tuple(mails(desk.store, letters))
    without = [
        Problem("mail_no_address", {"number": mail.number}, mail.number)
        for mail in told_mails
        if not mail.to.address
    ]
    if without:
        raise Refused(*without)
    return PostFacts(found, told_mails, offset(desk.store, printer, key), first)


def calibration_facts(desk: Desk, key: str, printer: str = "") -> CalibrationFacts:
    """The calibration page of a form, with the offset that holds on that printer."""
    return CalibrationFacts(form(desk.store, key), offset(desk.store, printer, key))


def export_post(desk: Desk, target: Path, facts: PostFacts, render: Render) -> None:
    """Labels or envelopes as a PDF, whole under its name."""
    content = render("post", facts, "zh_CN")
    with leaving(desk, "export_post", target) as (unit, part):
        write_bytes_whole(part, content)
        disclose(unit, target, rows=len(facts.mails), form=facts.form.key)


def export_calibration(
    desk: Desk, target: Path, facts: CalibrationFacts, render: Render, language: str
) -> None:
    """The calibration page as a PDF, whole under its name."""
    content = render("calibration", facts, language)
    with leaving(desk, "export_post", target) as (unit, part):
        write_bytes_whole(part, content)
        disclose(unit, target, rows=0, form=facts.form.key)


def export_posting_list(
    desk: Desk, target: Path, letters: Sequence[int], render: Render, language: str
) -> str:
    """The list of what is handed in, in the order given, under a batch number of its day; returns the number.

    Refused: ``no_letters``, ``not_mailed`` for a letter without its mail number, ``mixed_carriers``.
    """
    found = mails(desk.store, letters)
    _refuse_unposted(found)
    with leaving(desk, "export_posting_list", target) as (unit, part):
        batch = _draw_batch(desk, unit)
        facts = PostingListFacts(
            found[0].sender.name, found[0].carrier, found[0].mailed_on or desk.today, batch, tuple(found)
        )
        write_bytes_whole(part, render("posting_list", facts, language))
        disclose(unit, target, rows=len(found), batch=batch)
    return batch


def _refuse_unposted(found: Sequence[MailFacts]) -> None:
    problems = [
        Problem("not_mailed", {"number": mail.number}, mail.number) for mail in found if not mail.waybill
    ]
    if not found:
        problems.append(Problem("no_letters", {}, "letters"))
    if len({mail.carrier for mail in found if mail.waybill}) > 1:
        problems.append(Problem("mixed_carriers", {}, "letters"))
    if problems:
        raise Refused(*problems)


def _draw_batch(desk: Desk, unit: Unit) -> str:
    name = f"posting:{desk.today:%Y%m%d}"
    row = Counter.select().where(Counter.name == name).first(desk.store.database)
    value = (row.value if row else 0) + 1
    if row is None:
        unit.add(Counter, name=name, value=value)
    else:
        unit.change(Counter, row.id, value=value)
    return f"JJ-{desk.today:%Y%m%d}-{value:02d}"


def export_mails(desk: Desk, target: Path, letters: Sequence[int]) -> int:
    """The same fields as a CSV for the program of the post (UTF-8 with its mark), every text cleaned; returns how many.

    Refused: ``no_letters``.
    """
    found = mails(desk.store, letters)
    if not found:
        raise Refused(Problem("no_letters", {}, "letters"))
    with leaving(desk, "export_mails", target) as (unit, part):
        write_bytes_whole(part, csv_bytes(found))
        disclose(unit, target, rows=len(found))
    return len(found)


def csv_bytes(found: Iterable[MailFacts]) -> bytes:
    """The file for the program of the post."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(CSV_HEADS)
    writer.writerows(csv_row(mail) for mail in found)
    return text.getvalue().encode("utf-8-sig")
