"""Money that came in, and what it paid."""

from __future__ import annotations

from peewee import BigIntegerField, BooleanField, DateField, ForeignKeyField, TextField

from models.tables.base import InstantField, Table
from models.tables.claims import Batch, Claim
from models.tables.parties import Debtor


class Receipt(Table):
    """Money received. Never edited: a reversal is a receipt of the opposite sum that ``reverses`` it, on its day.

    ``source`` is ``clerk`` or ``ledger``; ``day_known`` is False where a ledger told only that it was paid.
    What no share takes is the debtor's advance.
    """

    debtor = ForeignKeyField(Debtor, on_delete="RESTRICT")
    received_on = DateField()
    amount_fen = BigIntegerField()
    currency = TextField(default="CNY")
    memo = TextField(null=True)
    source = TextField(default="clerk")
    day_known = BooleanField(default=True)
    rule = TextField(null=True)
    reverses = ForeignKeyField("self", null=True, unique=True, on_delete="RESTRICT")
    why = TextField(null=True)
    batch = ForeignKeyField(Batch, null=True, on_delete="RESTRICT")
    posted_at = InstantField()
    posted_by = TextField()


class Share(Table):
    """What one receipt paid on one claim, in fen; below zero in a reversal."""

    receipt = ForeignKeyField(Receipt, on_delete="RESTRICT")
    claim = ForeignKeyField(Claim, on_delete="RESTRICT")
    fen = BigIntegerField()
