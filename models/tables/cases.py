"""What is contested, and what many people work on together."""

from __future__ import annotations

from peewee import BigIntegerField, DateField, ForeignKeyField, TextField

from models.tables.base import InstantField, Table
from models.tables.claims import Claim
from models.tables.evidence import Evidence
from models.tables.parties import Debtor
from models.tables.receipts import Receipt


class Dispute(Table):
    """A part of a claim the debtor contests. Only that part rests from dunning; the limitation clock does not rest.

    ``resolution``: credit_note (``receipt`` lowers the claim) | proved | agreed | withdrawn.
    """

    claim = ForeignKeyField(Claim, on_delete="RESTRICT")
    reason = TextField()
    root_cause = TextField(null=True)
    fen = BigIntegerField()
    owner = TextField(null=True)
    opened_on = DateField()
    due_on = DateField(null=True)
    note = TextField(null=True)
    opened_at = InstantField()
    opened_by = TextField()
    resolved_on = DateField(null=True)
    resolution = TextField(null=True)
    resolution_note = TextField(null=True)
    receipt = ForeignKeyField(Receipt, null=True, on_delete="RESTRICT")


class DisputeEntry(Table):
    """One step of a dispute's correspondence."""

    dispute = ForeignKeyField(Dispute, on_delete="RESTRICT")
    text = TextField()
    evidence = ForeignKeyField(Evidence, null=True, on_delete="RESTRICT")
    written_at = InstantField()
    written_by = TextField()


class TaskCase(Table):
    """A debtor's case in the hands of a task force until it is closed with an outcome."""

    debtor = ForeignKeyField(Debtor, on_delete="RESTRICT")
    title = TextField()
    opened_on = DateField()
    goal = TextField(null=True)
    closed_on = DateField(null=True)
    outcome = TextField(null=True)
    opened_at = InstantField()
    opened_by = TextField()


class CaseMember(Table):
    """Somebody who works on a case; ``role``: lead | clerk | sales | legal | finance."""

    case = ForeignKeyField(TaskCase, on_delete="RESTRICT")
    person = TextField()
    role = TextField()


class CaseEntry(Table):
    """A meeting, a decision or a measure of a case; a measure has a day by which it is due and one when it was done."""

    case = ForeignKeyField(TaskCase, on_delete="RESTRICT")
    kind = TextField()
    text = TextField()
    owner = TextField(null=True)
    held_on = DateField()
    due_on = DateField(null=True)
    done_on = DateField(null=True)
    evidence = ForeignKeyField(Evidence, null=True, on_delete="RESTRICT")
    written_at = InstantField()
    written_by = TextField()
