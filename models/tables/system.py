"""The journal, the settings and what only one window remembers."""

from __future__ import annotations

from peewee import BigIntegerField, IntegerField, Model, TextField

from models.tables.base import InstantField, Table, database


class Journal(Model):
    """One entry an act, chained by hash: any change below the program breaks the chain.

    ``seq`` rises by one without gaps. ``body`` is canonical JSON of every row the act added, changed or
    removed; ``hash`` is SHA-256 over seq, at, who, verb, body and ``prev``.
    """

    seq = IntegerField(primary_key=True)
    at = InstantField()
    who = TextField()
    verb = TextField()
    body = TextField()
    prev = TextField()
    hash = TextField()

    class Meta:
        """Same database, own key."""

        database = database
        legacy_table_names = False


class Setting(Table):
    """One choice that changes what the program does; ``value`` is JSON. Journaled."""

    key = TextField(unique=True)
    value = TextField()


class Counter(Table):
    """The last number drawn of a series, such as the letters of one year."""

    name = TextField(unique=True)
    value = BigIntegerField()


class Preference(Table):
    """How one window looks (column widths, drafts): not journaled, harmless when lost. ``value`` is JSON."""

    key = TextField(unique=True)
    value = TextField()
