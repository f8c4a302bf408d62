"""Bringing a database to this program's schema, one named step at a time, old or new and never between."""

from __future__ import annotations

from pathlib import Path

from peewee import SqliteDatabase

from models.store.database import APPLICATION_ID, SCHEMA

STEPS = Path(__file__).parent / "migrations"


def migrate(database: SqliteDatabase) -> None:
    """Apply the missing steps; each commits together with its record, the version last."""
    from playhouse.migrations import Runner  # only when there is something to do: it is slow to load

    database.execute_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    Runner(database, str(STEPS)).up()
    database.execute_sql(f"PRAGMA user_version = {SCHEMA}")
