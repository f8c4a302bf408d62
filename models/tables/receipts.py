"""Money that came in, and what it paid."""

from __future__ import annotations

from peewee import BigIntegerField, BooleanField, DateField, ForeignKeyField, IntegerField, TextField

from models.tables.base import InstantField, Table
from models.tables.claims import Batch, Claim
from models.tables.parties import Debtor


class Receipt(Table):
    """Money received. Never edited: a reversal is a receipt of the opposite sum that ``reverses`` it, on its day.

    ``source`` is ``clerk``, ``ledger`` or ``bank``; ``day_known`` is False where a ledger told only that it was paid.
    ``kind``: ``payment``, ``credit_note`` (the creditor gave up that much) or ``offset`` (set off against what is owed
    to the debtor); only a payment interrupts limitation. What no share takes is the debtor's advance.
    A set-off of an advance or a credit brings no money: its sum is 0, its shares are taken from the advance or are
    below zero on the credit. ``why`` is the reason of a reversal, or of shares that were changed by hand.
    """

    debtor_id: int
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
    kind = TextField(default="payment")


class Share(Table):
    """What one receipt paid on one claim, in fen; below zero in a reversal, and on a credit that is set off."""

    receipt = ForeignKeyField(Receipt, on_delete="RESTRICT")
    claim = ForeignKeyField(Claim, on_delete="RESTRICT")
    fen = BigIntegerField()


class BankLine(Table):
    """Money that a bank statement shows as come in, until it is booked as a receipt.

    ``state``: ``waiting``, ``booked`` (then ``receipt`` is set) or ``set_aside`` with ``why`` (no debtor's money).
    ``mark`` knows a line again so that overlapping statements never bring it twice.
    """

    file_name = TextField()
    sha256 = TextField(null=True)
    statement_row = IntegerField()
    entered_on = DateField()
    payer = TextField(null=True)
    payer_account = TextField(null=True)
    amount_fen = BigIntegerField()
    currency = TextField(default="CNY")
    memo = TextField(null=True)
    reference = TextField(null=True)
    mark = TextField(unique=True)
    state = TextField(default="waiting")
    debtor = ForeignKeyField(Debtor, null=True, on_delete="RESTRICT")
    receipt = ForeignKeyField(Receipt, null=True, on_delete="RESTRICT")
    why = TextField(null=True)
    taken_at = InstantField()
    taken_by = TextField()
