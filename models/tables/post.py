"""Letters on their way: each attempt of delivery, corrected by a newer row and never by a change."""

from __future__ import annotations

from peewee import DateField, ForeignKeyField, IntegerField, TextField

from models.tables.base import InstantField, Table
from models.tables.evidence import Evidence
from models.tables.letters import Letter
from models.tables.parties import Debtor


class DebtorAddress(Table):
    """Another address of a debtor than the one in its data; ``source`` as there."""

    debtor = ForeignKeyField(Debtor, on_delete="RESTRICT")
    source = TextField()
    address = TextField()
    postcode = TextField(null=True)
    ended_at = InstantField(null=True)


class Posting(Table):
    """A letter handed to a carrier. Attempts of a letter count from 1; of one attempt the newest row holds.

    ``carrier``: ems | registered | courier | hand; ``address`` is what stood on the outside.
    """

    letter = ForeignKeyField(Letter, on_delete="RESTRICT")
    attempt = IntegerField()
    carrier = TextField()
    waybill = TextField()
    mailed_on = DateField()
    address = TextField(null=True)
    postcode = TextField(null=True)
    address_source = TextField()
    noted_at = InstantField()
    noted_by = TextField()


class Delivery(Table):
    """What became of an attempt; of one attempt the newest row holds. ``outcome`` as in ``models.rules.delivery``."""

    letter = ForeignKeyField(Letter, on_delete="RESTRICT")
    attempt = IntegerField()
    outcome = TextField()
    happened_on = DateField()
    signer = TextField(null=True)
    noted_at = InstantField()
    noted_by = TextField()


class LetterProof(Table):
    """A file that shows something of an attempt: tracking | reply_slip | envelope | stub | packing."""

    letter = ForeignKeyField(Letter, on_delete="RESTRICT")
    attempt = IntegerField()
    kind = TextField()
    evidence = ForeignKeyField(Evidence, on_delete="RESTRICT")
