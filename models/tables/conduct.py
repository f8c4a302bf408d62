"""What was said and promised."""

from __future__ import annotations

from peewee import BigIntegerField, BooleanField, DateField, ForeignKeyField, TextField

from models.tables.base import InstantField, Table
from models.tables.claims import Claim
from models.tables.evidence import Evidence
from models.tables.parties import Debtor


class Call(Table):
    """One attempt to reach a debtor and what came of it.

    ``channel``: phone | visit | email | sms | wechat | meeting. ``override_why`` is the reason given where the contact
    guard spoke against it. ``asked`` is the sentence that was read or sent; ``asks_payment`` says that a message named
    debtor, sum and day and asked for the money. ``recording`` is what proves it, ``memo`` the record as a document.
    ``reached`` is the debtor's number, address or account it went to, ``sent_from`` ours; ``place`` that of a visit or
    meeting, ``present`` who took part in it.
    """

    debtor = ForeignKeyField(Debtor, on_delete="RESTRICT")
    at = InstantField()
    outcome = TextField()
    person = TextField(null=True)
    role = TextField(null=True)
    identity_checked = BooleanField(default=False)
    recording_announced = BooleanField(default=False)
    confirmed = TextField(null=True)
    confirmed_fen = BigIntegerField(null=True)
    reason = TextField(null=True)
    note = TextField(null=True)
    recording = ForeignKeyField(Evidence, null=True, on_delete="RESTRICT")
    logged_at = InstantField()
    logged_by = TextField()
    channel = TextField(default="phone")
    override_why = TextField(null=True)
    asked = TextField(null=True)
    asks_payment = BooleanField(default=False)
    memo = ForeignKeyField(Evidence, null=True, on_delete="RESTRICT")
    reached = TextField(null=True)
    sent_from = TextField(null=True)
    place = TextField(null=True)
    present = TextField(null=True)


class CallClaim(Table):
    """That a call spoke of a claim."""

    call = ForeignKeyField(Call, on_delete="RESTRICT")
    claim = ForeignKeyField(Claim, on_delete="RESTRICT")


class Promise(Table):
    """A promise to pay a sum by a day, made in a call. Whether it was kept follows from the receipts."""

    call = ForeignKeyField(Call, on_delete="RESTRICT")
    debtor = ForeignKeyField(Debtor, on_delete="RESTRICT")
    fen = BigIntegerField()
    currency = TextField(default="CNY")
    due_on = DateField()


class Note(Table):
    """A clerk's remark on a debtor or on one claim."""

    debtor = ForeignKeyField(Debtor, on_delete="RESTRICT")
    claim = ForeignKeyField(Claim, null=True, on_delete="RESTRICT")
    text = TextField()
    written_at = InstantField()
    written_by = TextField()


class LegalEvent(Table):
    """What moved a claim's limitation clock outside calls, receipts, letters and plans: a suit, a report, a notice.

    ``code`` is one of ``models.rules.limitation``; ``until_on`` ends a procedure or an obstacle (CC 194, 195).
    ``shows`` are the items of ``models.rules.proof`` that the evidence contains, with spaces between.
    """

    claim = ForeignKeyField(Claim, on_delete="RESTRICT")
    code = TextField()
    happened_on = DateField()
    until_on = DateField(null=True)
    evidence = ForeignKeyField(Evidence, null=True, on_delete="RESTRICT")
    shows = TextField(default="")
    note = TextField(null=True)
    entered_at = InstantField()
    entered_by = TextField()
    voided_at = InstantField(null=True)
    void_why = TextField(null=True)
