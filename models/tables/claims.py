"""What is owed, and the ledger it came from."""

from __future__ import annotations

from peewee import BigIntegerField, BooleanField, DateField, ForeignKeyField, IntegerField, TextField

from models.tables.base import InstantField, Table
from models.tables.parties import Debtor


class Batch(Table):
    """One import of a ledger: the file, the day it speaks of, how its columns were read.

    ``entry`` is the sequence number of the journal entry that holds all it did.
    """

    file_name = TextField()
    sha256 = TextField(null=True)
    sheet = TextField(null=True)
    as_of = DateField()
    rows_read = IntegerField()
    signature = TextField()
    columns = TextField()
    imported_at = InstantField()
    imported_by = TextField()
    entry = IntegerField()
    undone_at = InstantField(null=True)


class Claim(Table):
    """One invoice or order that a debtor owes. Its balance is its amount less its shares of receipts.

    A credit note is a claim below zero. ``stage_set`` is a stage the clerk chose (task_force), above the rule's.
    Claims with the same ``joint_group`` are owed jointly: what interrupts one interrupts all (诉讼时效规定 15).
    """

    debtor = ForeignKeyField(Debtor, on_delete="RESTRICT")
    number = TextField(null=True)
    kind = TextField(default="sale")
    contract = TextField(null=True)
    issued_on = DateField(null=True)
    due_on = DateField(null=True)
    amount_fen = BigIntegerField()
    currency = TextField(default="CNY")
    owner = TextField(null=True)
    memo = TextField(null=True)
    disputed = BooleanField(default=False)
    stage_set = TextField(null=True)
    registered_on = DateField()
    batch = ForeignKeyField(Batch, null=True, on_delete="RESTRICT")
    joint_group = TextField(null=True)


class Arrival(Table):
    """A ledger file found in the watched folder and what came of it; ``outcome`` is JSON, shown until it was seen."""

    file_name = TextField()
    sha256 = TextField()
    came_at = InstantField()
    outcome = TextField()
    batch = ForeignKeyField(Batch, null=True, on_delete="RESTRICT")
    seen_at = InstantField(null=True)
