"""What a contract says beyond sum and day: interest, guarantors, security, and the periods a court watches."""

from __future__ import annotations

from peewee import BigIntegerField, BooleanField, DateField, ForeignKeyField, IntegerField, TextField

from models.tables.base import InstantField, Table
from models.tables.claims import Claim
from models.tables.evidence import Evidence
from models.tables.parties import Debtor
from models.tables.plans import Plan


class Terms(Table):
    """Late-payment terms of a debtor, or of one of its contracts; the newest that is not voided holds.

    ``rate`` is a rate as the commands write it (``lpr1y*1.5``); ``basis`` 365, 360 or 0 for the calendar year's own
    days; ``counting`` days | months; ``cap`` a highest rate or None; ``agreed_in`` says where it is agreed,
    ``agreed_on`` when.
    """

    debtor = ForeignKeyField(Debtor, on_delete="RESTRICT")
    contract = TextField(null=True)
    rate = TextField()
    basis = IntegerField(default=365)
    count_end = BooleanField(default=False)
    rounding = TextField(default="each")
    counting = TextField(default="days")
    grace_days = IntegerField(default=0)
    cap = TextField(null=True)
    agreed_in = TextField(null=True)
    agreed_on = DateField(null=True)
    evidence = ForeignKeyField(Evidence, null=True, on_delete="RESTRICT")
    set_at = InstantField()
    set_by = TextField()
    voided_at = InstantField(null=True)
    void_why = TextField(null=True)


class Guarantor(Table):
    """Who stands behind a debtor's debts, those of one contract, or a plan.

    ``mode``: general | joint | unclear (then the law decides, CC 686). The period is ``months`` from the due date, or
    ``until_on``, or neither (CC 692); ``unclear_period`` where the words settle nothing. ``determined_on`` fixes the
    debts of a guarantee of a maximum ``most_fen`` (担保解释 30); ``has_resolution``: a company's resolution is on file.
    """

    debtor = ForeignKeyField(Debtor, on_delete="RESTRICT")
    contract = TextField(null=True)
    plan = ForeignKeyField(Plan, null=True, on_delete="RESTRICT")
    name = TextField()
    is_person = BooleanField(default=False)
    uscc = TextField(null=True)
    address = TextField(null=True)
    postcode = TextField(null=True)
    phone = TextField(null=True)
    email = TextField(null=True)
    representative = TextField(null=True)
    mode = TextField()
    months = IntegerField(null=True)
    until_on = DateField(null=True)
    unclear_period = BooleanField(default=False)
    signed_on = DateField(null=True)
    most_fen = BigIntegerField(null=True)
    determined_on = DateField(null=True)
    has_resolution = BooleanField(default=False)
    evidence = ForeignKeyField(Evidence, null=True, on_delete="RESTRICT")
    voided_at = InstantField(null=True)
    void_why = TextField(null=True)


class GuarantorAct(Table):
    """What was done towards or because of a guarantor; ``what`` is one of ``models.rules.guarantee.ACTS``."""

    guarantor = ForeignKeyField(Guarantor, on_delete="RESTRICT")
    what = TextField()
    done_on = DateField()
    evidence = ForeignKeyField(Evidence, null=True, on_delete="RESTRICT")
    note = TextField(null=True)
    entered_at = InstantField()
    entered_by = TextField()
    voided_at = InstantField(null=True)
    void_why = TextField(null=True)


class GuarantorConsent(Table):
    """A guarantor's written consent to a plan it did not sign (CC 695), as the slip came back on ``returned_on``.

    ``until_on`` is the end of the guarantee period written on it; left blank, what was agreed of it stays.
    """

    guarantor = ForeignKeyField(Guarantor, on_delete="RESTRICT")
    plan = ForeignKeyField(Plan, on_delete="RESTRICT")
    signed_on = DateField()
    returned_on = DateField()
    until_on = DateField(null=True)
    evidence = ForeignKeyField(Evidence, null=True, on_delete="RESTRICT")
    note = TextField(null=True)
    entered_at = InstantField()
    entered_by = TextField()
    voided_at = InstantField(null=True)
    void_why = TextField(null=True)


class Security(Table):
    """A thing or right that secures a debtor's debts: mortgage | pledge | retention | lien | deposit | insurance."""

    debtor = ForeignKeyField(Debtor, on_delete="RESTRICT")
    contract = TextField(null=True)
    kind = TextField()
    object = TextField()
    fen = BigIntegerField(null=True)
    registration = TextField(null=True)
    registered_on = DateField(null=True)
    until_on = DateField(null=True)
    evidence = ForeignKeyField(Evidence, null=True, on_delete="RESTRICT")
    voided_at = InstantField(null=True)
    void_why = TextField(null=True)


class Deadline(Table):
    """A period that runs beside limitation: preservation, enforcement, bill of exchange, filing of claims, priority.

    It runs from ``base_on``; ``until_on`` is set only where somebody else set the day (a court, an administrator).
    """

    debtor = ForeignKeyField(Debtor, on_delete="RESTRICT")
    claim = ForeignKeyField(Claim, null=True, on_delete="RESTRICT")
    kind = TextField()
    base_on = DateField()
    until_on = DateField(null=True)
    evidence = ForeignKeyField(Evidence, null=True, on_delete="RESTRICT")
    note = TextField(null=True)
    done_on = DateField(null=True)
    done_why = TextField(null=True)
    entered_at = InstantField()
    entered_by = TextField()
    voided_at = InstantField(null=True)
    void_why = TextField(null=True)
