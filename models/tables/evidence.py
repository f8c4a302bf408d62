"""What proves it: files in the vault, kept unaltered."""

from __future__ import annotations

from peewee import BigIntegerField, DateField, ForeignKeyField, TextField

from models.tables.base import InstantField, Table
from models.tables.claims import Claim


class Evidence(Table):
    """A file in the vault under its SHA-256. Voiding needs a reason and removes nothing.

    ``document`` is a code of the catalogue of documents, ``form`` and ``origin`` those of ``models.rules.chains``.
    ``made_on`` is the day the document speaks of; ``account`` and ``device`` are where a chat or a recording comes
    from; ``keeper`` has the original; ``parent`` is the mail an attachment came with. ``held_at`` and ``held_why`` are
    set while the piece must be kept as it is for a case.
    """

    sha256 = TextField(index=True)
    bytes = BigIntegerField()
    name = TextField()
    kind = TextField()
    proves = TextField(null=True)
    source = TextField(null=True)
    taken_at = InstantField()
    taken_by = TextField()
    voided_at = InstantField(null=True)
    void_why = TextField(null=True)
    document = TextField(null=True)
    form = TextField(null=True)
    origin = TextField(null=True)
    made_on = DateField(null=True)
    account = TextField(null=True)
    device = TextField(null=True)
    keeper = TextField(null=True)
    transcript = TextField(null=True)
    parent = ForeignKeyField("self", null=True, on_delete="RESTRICT")
    held_at = InstantField(null=True)
    held_why = TextField(null=True)


class EvidenceClaim(Table):
    """That a piece of evidence speaks for a claim."""

    evidence = ForeignKeyField(Evidence, on_delete="RESTRICT")
    claim = ForeignKeyField(Claim, on_delete="RESTRICT")


class Custody(Table):
    """Who had a piece in hand after it was taken in: one row an act, see ``models.rules.custody``."""

    evidence = ForeignKeyField(Evidence, on_delete="RESTRICT")
    act = TextField()
    why = TextField(null=True)
    acted_at = InstantField()
    acted_by = TextField()


class Scan(Table):
    """A file of the scanner's folder that was dealt with: filed as evidence, or set aside with a reason."""

    folder = TextField()
    file_name = TextField()
    size = BigIntegerField()
    written_ns = BigIntegerField()
    evidence = ForeignKeyField(Evidence, null=True, on_delete="RESTRICT")
    why = TextField(null=True)
    decided_at = InstantField()
    decided_by = TextField()
