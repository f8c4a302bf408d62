"""What is owed on a claim besides its principal, once somebody has fixed the sum."""

from __future__ import annotations

from peewee import BigIntegerField, DateField, ForeignKeyField, TextField

from models.tables.base import InstantField, Table
from models.tables.claims import Claim
from models.tables.evidence import Evidence
from models.tables.receipts import Receipt


class Charge(Table):
    """Costs, interest or a penalty of a stated sum; ``source`` says who fixed it: a judgment, an agreement, a bill.

    ``kind``: costs | interest | penalty. Owed from ``owed_on``; what merely accrues is never entered here.
    """

    claim = ForeignKeyField(Claim, on_delete="RESTRICT")
    kind = TextField()
    fen = BigIntegerField()
    owed_on = DateField()
    source = TextField()
    evidence = ForeignKeyField(Evidence, null=True, on_delete="RESTRICT")
    entered_at = InstantField()
    entered_by = TextField()
    voided_at = InstantField(null=True)
    void_why = TextField(null=True)


class ChargeShare(Table):
    """What one receipt paid on one charge, in fen; below zero in a reversal. Stands beside ``Share``, never in it."""

    receipt = ForeignKeyField(Receipt, on_delete="RESTRICT")
    charge = ForeignKeyField(Charge, on_delete="RESTRICT")
    fen = BigIntegerField()
