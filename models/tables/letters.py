"""Letters, from the number drawn to the proof of delivery."""

from __future__ import annotations

from peewee import BigIntegerField, BooleanField, DateField, ForeignKeyField, TextField

from models.tables.base import InstantField, Table
from models.tables.claims import Claim
from models.tables.evidence import Evidence
from models.tables.parties import Debtor
from models.tables.plans import Plan
from models.tables.terms import Guarantor


class WordingVersion(Table):
    """The firm's own words for a kind of letter in one language from a moment on; the newest holds.

    ``body`` is the JSON of {entry: text} as ``models.rules.wording_text`` reads it; ``{}`` is the program's wording.
    """

    kind = TextField()
    language = TextField()
    body = TextField()
    note = TextField(null=True)
    set_at = InstantField()
    set_by = TextField()


class LetterRun(Table):
    """Letters of one kind that were issued together, all or none.

    ``override_why`` is the reason given where the contact guard spoke against one of them.
    """

    kind = TextField()
    issued_on = DateField()
    issued_at = InstantField()
    issued_by = TextField()
    override_why = TextField(null=True)


class Letter(Table):
    """One letter to one debtor, or to its ``guarantor``, in one currency; its PDF lies in the vault as ``evidence``.

    ``wording`` is the version of the firm's own words it was set in, ``own_words`` the JSON of what was changed for
    this letter alone, ``said`` the JSON of what the clerk filled in. ``waybill`` to ``proof`` and ``outcome`` are
    those of the attempt it stands by (``models.tables.post``). ``plan`` is the broken agreement it speaks of.
    ``copied_at``, ``copied_by``: when a copy of it was put into the file, and by whom.
    """

    run = ForeignKeyField(LetterRun, on_delete="RESTRICT")
    kind = TextField()
    language = TextField()
    number = TextField(unique=True)
    debtor = ForeignKeyField(Debtor, on_delete="RESTRICT")
    currency = TextField()
    total_fen = BigIntegerField()
    issued_on = DateField()
    pay_by = DateField(null=True)
    pay_by_published = BooleanField(default=True)
    evidence = ForeignKeyField(Evidence, on_delete="RESTRICT")
    waybill = TextField(null=True)
    mailed_on = DateField(null=True)
    address_source = TextField(null=True)
    result = TextField(null=True)
    result_on = DateField(null=True)
    proof = ForeignKeyField(Evidence, null=True, on_delete="RESTRICT")
    voided_at = InstantField(null=True)
    void_why = TextField(null=True)
    guarantor = ForeignKeyField(Guarantor, null=True, on_delete="RESTRICT")
    wording = ForeignKeyField(WordingVersion, null=True, on_delete="RESTRICT")
    own_words = TextField(null=True)
    said = TextField(null=True)
    printed_at = InstantField(null=True)
    outcome = TextField(null=True)
    plan = ForeignKeyField(Plan, null=True, on_delete="RESTRICT")
    copied_at = InstantField(null=True)
    copied_by = TextField(null=True)


class LetterClaim(Table):
    """A claim in a letter, with the balance the letter states."""

    letter = ForeignKeyField(Letter, on_delete="RESTRICT")
    claim = ForeignKeyField(Claim, on_delete="RESTRICT")
    balance_fen = BigIntegerField()


class LetterRunLine(Table):
    """What a run made of one addressee: ``issued``, ``left_out``, ``postponed`` to ``until_on``, or ``barred``.

    ``why`` is the clerk's reason, of a barred one the code of what forbade the letter.
    """

    run = ForeignKeyField(LetterRun, on_delete="RESTRICT")
    debtor = ForeignKeyField(Debtor, on_delete="RESTRICT")
    guarantor = ForeignKeyField(Guarantor, null=True, on_delete="RESTRICT")
    currency = TextField()
    outcome = TextField()
    why = TextField(null=True)
    until_on = DateField(null=True)
    letter = ForeignKeyField(Letter, null=True, on_delete="RESTRICT")
