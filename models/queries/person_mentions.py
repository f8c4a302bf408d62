"""Where a person is named in what somebody wrote: notes, memos, lines of a bank, transcripts, mails, the journal.

These places are shown and not touched: a part of a name may be another's, and what was written is a record.
"""

from __future__ import annotations

from dataclasses import dataclass

from models.queries.person_data import NAMED_IN
from models.rules.mail import read_mail
from models.store import Store
from models.tables import ACCOUNTED

LEAST = 2
"""Characters a name has at least to be looked for in texts: a single one stands everywhere."""

_LARGEST_MAIL = 8 << 20
_NOT_WRITTEN = frozenset(("sha256", "hash", "signature", "initials"))


@dataclass(frozen=True)
class Mention:
    """A place: so many records of a table name the person in a column. ``why``: what they are kept for.

    ``why`` is claim, proof, money, conduct or journal. The first ``keys`` are given, in their order.
    """

    table: str
    column: str
    count: int
    keys: tuple[int, ...]
    why: str


_KEYS = 20

_WHY = {
    **dict.fromkeys(("debtor", "claim", "guarantor", "security", "terms", "plan", "charge"), "claim"),
    **dict.fromkeys(("evidence", "letter", "posting", "delivery", "custody", "scan"), "proof"),
    **dict.fromkeys(("bank_line", "receipt", "batch", "arrival", "debtor_account"), "money"),
}


def mentions(store: Store, name: str) -> list[Mention]:
    """Every place that has the name within its text, in the order of the tables; last mails and the journal."""
    wanted = name.strip()
    if len(wanted) < LEAST:
        return []
    found = [each for table, column in _places() for each in _mentioned(store, table, column, wanted)]
    return [*found, *_mails(store, wanted), *_journal(store, wanted)]


def _places() -> list[tuple[str, str]]:
    """Every column of text in the books."""
    return [
        (table._meta.table_name, name)
        for table in ACCOUNTED
        for name, field in table._meta.columns.items()
        if field.field_type in ("TEXT", "VARCHAR") and name not in _NOT_WRITTEN and not name.endswith("_at")
    ]


def _mentioned(store: Store, table: str, column: str, name: str) -> list[Mention]:
    # A column that holds the name and nothing else is a record of the person, found by ``person_data``.
    besides = (
        f" AND {column} <> ?"
        if NAMED_IN.get(table) == column or (table, column) == ("debtor", "name")
        else ""
    )
    rows = store.database.execute_sql(
        f"SELECT id FROM {table} WHERE instr({column}, ?) > 0{besides} ORDER BY id",  # noqa: S608 (our own names)
        (name, name) if besides else (name,),
    ).fetchall()
    return _told(table, column, [key for (key,) in rows], _WHY.get(table, "conduct"))


def _mails(store: Store, name: str) -> list[Mention]:
    rows = store.database.execute_sql(
        "SELECT id, sha256 FROM evidence WHERE lower(name) LIKE '%.eml' AND bytes <= ? ORDER BY id",
        (_LARGEST_MAIL,),
    ).fetchall()
    keys = [key for key, sha256 in rows if name in _mail_text(store, sha256)]
    return _told("evidence", "mail", keys, "proof")


def _mail_text(store: Store, sha256: str) -> str:
    """What a mail says and who stands on it; nothing where it cannot be read, which is the verification's business."""
    try:
        mail = read_mail(store.folder.vault.read(sha256))
    except (OSError, ValueError):
        return ""
    return "\n".join((mail.subject, mail.sender, mail.to, mail.copied, mail.body))


def _journal(store: Store, name: str) -> list[Mention]:
    rows = store.database.execute_sql(
        "SELECT seq FROM journal WHERE instr(body, ?) > 0 ORDER BY seq", (name,)
    )
    return _told("journal", "body", [seq for (seq,) in rows.fetchall()], "journal")


def _told(table: str, column: str, keys: list[int], why: str) -> list[Mention]:
    return [Mention(table, column, len(keys), tuple(keys[:_KEYS]), why)] if keys else []
