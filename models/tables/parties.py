"""Who is owed and who owes."""

from __future__ import annotations

from peewee import BooleanField, DateField, ForeignKeyField, TextField

from models.tables.base import InstantField, Table


class Creditor(Table):
    """The firm that uses the program, in one row. ``letter_prefix`` begins its letter numbers (苏精)."""

    name = TextField(null=True)
    latin_name = TextField(null=True)
    uscc = TextField(null=True)
    address = TextField(null=True)
    postcode = TextField(null=True)
    phone = TextField(null=True)
    email = TextField(null=True)
    bank = TextField(null=True)
    account = TextField(null=True)
    contact = TextField(null=True)
    representative = TextField(null=True)
    letter_prefix = TextField(null=True)


class Debtor(Table):
    """A firm or person that owes, known by its exact name.

    ``initials`` (pinyin) are for finding it; ``address_source`` says how good its address is for service: agreed,
    registered, last_used or other.
    """

    name = TextField(unique=True)
    code = TextField(null=True)
    uscc = TextField(null=True)
    is_person = BooleanField(default=False)
    industry = TextField(null=True)
    address = TextField(null=True)
    address_source = TextField(null=True)
    postcode = TextField(null=True)
    phone = TextField(null=True)
    contact_person = TextField(null=True)
    email = TextField(null=True)
    letter_language = TextField(null=True)
    initials = TextField(default="")


class OtherName(Table):
    """Another spelling under which ledgers and banks name a debtor: the clerk said that it is the same one."""

    debtor = ForeignKeyField(Debtor, on_delete="RESTRICT")
    name = TextField(unique=True)


class NamesApart(Table):
    """Two names the clerk said are two debtors: they are never suggested as one again. ``name`` sorts first."""

    name = TextField()
    other = TextField()


class DebtorAccount(Table):
    """A bank account from which a debtor has paid."""

    debtor = ForeignKeyField(Debtor, on_delete="RESTRICT")
    account = TextField()


class Contact(Table):
    """A person who speaks for a debtor, with one way to reach them.

    ``channel``: phone | mobile | email | wechat | fax. ``do_not_call`` with its reason, and ``night_consent`` where
    calls at night were agreed to, bind the contact guard.
    """

    debtor = ForeignKeyField(Debtor, on_delete="RESTRICT")
    name = TextField()
    role = TextField(null=True)
    channel = TextField(default="phone")
    value = TextField()
    verified_on = DateField(null=True)
    do_not_call = BooleanField(default=False)
    do_not_call_why = TextField(null=True)
    night_consent = BooleanField(default=False)
    note = TextField(null=True)
    ended_at = InstantField(null=True)


class DebtorFlag(Table):
    """What binds everybody who writes to or calls a debtor, until it is ended.

    ``kind``: minor | ill | bereaved | complaint | bankrupt | lawyer | illegal_debt; ``why`` says whence it is known.
    Of a bankruptcy ``accepted_on`` is the day on which ``court`` accepted the petition, under ``case_number``.
    """

    debtor = ForeignKeyField(Debtor, on_delete="RESTRICT")
    kind = TextField()
    why = TextField()
    set_at = InstantField()
    set_by = TextField()
    ended_at = InstantField(null=True)
    accepted_on = DateField(null=True)
    court = TextField(null=True)
    case_number = TextField(null=True)
