"""Payment-plan agreements and their instalments."""

from __future__ import annotations

from peewee import BigIntegerField, DateField, ForeignKeyField, IntegerField, TextField

from models.tables.base import InstantField, Table
from models.tables.claims import Claim
from models.tables.evidence import Evidence
from models.tables.parties import Debtor


class Plan(Table):
    """An agreement with one debtor in one currency. It waits for signature until the signed scan is filed.

    ``terms`` is the JSON of ``models.rules.plan_terms``; the unsigned PDF is ``draft``, given to the debtor on
    ``sent_on``. A supplement takes the place of the plan it ``replaces`` once it is signed.
    """

    number = TextField(unique=True)
    debtor = ForeignKeyField(Debtor, on_delete="RESTRICT")
    currency = TextField()
    total_fen = BigIntegerField()
    terms = TextField()
    made_on = DateField()
    made_at = InstantField()
    made_by = TextField()
    draft = ForeignKeyField(Evidence, on_delete="RESTRICT")
    signed_on = DateField(null=True)
    signed = ForeignKeyField(Evidence, null=True, on_delete="RESTRICT")
    voided_at = InstantField(null=True)
    void_why = TextField(null=True)
    sent_on = DateField(null=True)
    replaces = ForeignKeyField("self", null=True, on_delete="RESTRICT")


class PlanClaim(Table):
    """A claim that a plan covers, with its balance when the plan was made."""

    plan = ForeignKeyField(Plan, on_delete="RESTRICT")
    claim = ForeignKeyField(Claim, on_delete="RESTRICT")
    balance_fen = BigIntegerField()


class Instalment(Table):
    """One payment of a plan, numbered from 1."""

    plan = ForeignKeyField(Plan, on_delete="RESTRICT")
    number = IntegerField()
    due_on = DateField()
    principal_fen = BigIntegerField()
    interest_fen = BigIntegerField(default=0)


class SigningCheck(Table):
    """One step of signing that was seen to, ``step`` of ``models.rules.signing``."""

    plan = ForeignKeyField(Plan, on_delete="RESTRICT")
    step = TextField()
    checked_at = InstantField()
    checked_by = TextField()
