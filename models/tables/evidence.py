"""What proves it: files in the vault, kept unaltered."""

from __future__ import annotations

from peewee import BigIntegerField, ForeignKeyField, TextField

from models.tables.base import InstantField, Table
from models.tables.claims import Claim


class Evidence(Table):
    """A file in the vault under its SHA-256. Voiding needs a reason and removes nothing."""

    sha256 = TextField()
    bytes = BigIntegerField()
    name = TextField()
    kind = TextField()
    proves = TextField(null=True)
    source = TextField(null=True)
    taken_at = InstantField()
    taken_by = TextField()
    voided_at = InstantField(null=True)
    void_why = TextField(null=True)


class EvidenceClaim(Table):
    """That a piece of evidence speaks for a claim."""

    evidence = ForeignKeyField(Evidence, on_delete="RESTRICT")
    claim = ForeignKeyField(Claim, on_delete="RESTRICT")
