"""What all tables share: the database they stand in, keys never used twice, instants in UTC."""

from __future__ import annotations

from datetime import datetime

from peewee import DatabaseProxy, Model, TextField
from playhouse.sqlite_ext import AutoIncrementField

from models.clock import instant, instant_text

database = DatabaseProxy()


class InstantField(TextField):
    """An aware instant, kept as ISO 8601 in UTC so that any SQLite reads it."""

    def db_value(self, value: datetime | None) -> str | None:
        """ISO 8601 with a Z."""
        return None if value is None else instant_text(value)

    def python_value(self, value: str | None) -> datetime | None:
        """Aware, UTC."""
        return None if value is None else instant(value)


class Table(Model):
    """A table of the portfolio. Keys rise and are never given out twice, also after a deletion."""

    id = AutoIncrementField()

    class Meta:
        """All tables stand in the one database that the store has opened."""

        database = database
        legacy_table_names = False
