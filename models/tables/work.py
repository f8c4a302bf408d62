"""How the day's work is ruled, done, put off and signed for."""

from __future__ import annotations

from peewee import BigIntegerField, BooleanField, DateField, ForeignKeyField, IntegerField, TextField

from models.tables.base import InstantField, Table
from models.tables.claims import Claim
from models.tables.evidence import Evidence
from models.tables.parties import Debtor


class PolicyVersion(Table):
    """The dunning policy from a moment on; ``body`` is the JSON of its levels. The newest holds."""

    body = TextField()
    note = TextField(null=True)
    set_at = InstantField()
    set_by = TextField()


class DayMark(Table):
    """What a clerk did with an item of a day's list: ``done``, ``snoozed`` to a day, ``skipped``, ``handed`` over."""

    debtor = ForeignKeyField(Debtor, on_delete="RESTRICT")
    reason = TextField()
    kind = TextField()
    marked_on = DateField()
    until_on = DateField(null=True)
    handed_to = TextField(null=True)
    why = TextField(null=True)
    marked_at = InstantField()
    marked_by = TextField()


class Person(Table):
    """Somebody who works with this portfolio; ``roles`` is a JSON list of clerk, supervisor, legal, finance."""

    name = TextField(unique=True)
    roles = TextField()
    active = BooleanField(default=True)


class Approval(Table):
    """What one person asked and another must decide: four eyes for a write-off, a waived penalty, a large plan."""

    what = TextField()
    subject = TextField()
    subject_id = IntegerField()
    fen = BigIntegerField(null=True)
    why = TextField()
    asked_at = InstantField()
    asked_by = TextField()
    decision = TextField(null=True)
    decision_why = TextField(null=True)
    decided_at = InstantField(null=True)
    decided_by = TextField(null=True)


class SignOff(Table):
    """A list somebody has gone through and signed: a month's registration sweep, a quarter's audit, a review."""

    kind = TextField()
    period = TextField()
    as_of = DateField()
    body = TextField()
    signed_at = InstantField()
    signed_by = TextField()
    evidence = ForeignKeyField(Evidence, null=True, on_delete="RESTRICT")


class Review(Table):
    """The monthly review of one month (``2026-11``), frozen as of a day once it is signed."""

    month = TextField(unique=True)
    as_of = DateField()
    opened_at = InstantField()
    opened_by = TextField()
    signed_at = InstantField(null=True)
    signed_by = TextField(null=True)


class ReviewLine(Table):
    """One claim in a review: the class proposed and the one decided, why, and what will be done about it."""

    review = ForeignKeyField(Review, on_delete="RESTRICT")
    claim = ForeignKeyField(Claim, on_delete="RESTRICT")
    balance_fen = BigIntegerField()
    days_overdue = IntegerField()
    proposed = TextField()
    decided = TextField(null=True)
    cause = TextField(null=True)
    measure = TextField(null=True)
    owner = TextField(null=True)
    due_on = DateField(null=True)
    note = TextField(null=True)
