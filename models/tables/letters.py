"""Letters, from the number drawn to the proof of delivery."""

from __future__ import annotations

from peewee import BigIntegerField, BooleanField, DateField, ForeignKeyField, TextField

from models.tables.base import InstantField, Table
from models.tables.claims import Claim
from models.tables.evidence import Evidence
from models.tables.parties import Debtor


class LetterRun(Table):
    """Letters of one kind that were issued together, all or none.

    ``override_why`` is the reason given where the contact guard spoke against one of them.
    """

    kind = TextField()
    issued_on = DateField()
    issued_at = InstantField()
    issued_by = TextField()
    override_why = TextField(null=True)


class Letter(Table):
    """One letter to one debtor in one currency; its PDF lies in the vault as ``evidence``."""

    run = ForeignKeyField(LetterRun, on_delete="RESTRICT")
    kind = TextField()
    language = TextField()
    number = TextField(unique=True)
    debtor = ForeignKeyField(Debtor, on_delete="RESTRICT")
    currency = TextField()
    total_fen = BigIntegerField()
    issued_on = DateField()
    pay_by = DateField(null=True)
    pay_by_published = BooleanField(default=True)
    evidence = ForeignKeyField(Evidence, on_delete="RESTRICT")
    waybill = TextField(null=True)
    mailed_on = DateField(null=True)
    address_source = TextField(null=True)
    result = TextField(null=True)
    result_on = DateField(null=True)
    proof = ForeignKeyField(Evidence, null=True, on_delete="RESTRICT")
    voided_at = InstantField(null=True)
    void_why = TextField(null=True)


class LetterClaim(Table):
    """A claim in a letter, with the balance the letter states."""

    letter = ForeignKeyField(Letter, on_delete="RESTRICT")
    claim = ForeignKeyField(Claim, on_delete="RESTRICT")
    balance_fen = BigIntegerField()
